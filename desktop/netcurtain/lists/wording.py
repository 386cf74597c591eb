"""Every sentence this room says. The refusals are clauses that follow a colon; the rest are whole sentences.

What the windows say too goes through the catalogue (core/translation.py); what only `netcurtain filters` says stays in English.
"""

from datetime import date

from netcurtain.core.filter_options import Reason
from netcurtain.core.translation import _, plural
from netcurtain.core.wording import number, spoken_date

NOT_ALLOWED = _("only https addresses are fetched")
NOT_REACHED = _("there was no answer")
TOO_SLOW = _("the answer took too long")
CUT_SHORT = _("the answer broke off before its end")
TOO_LARGE = _("it is larger than 20 MB")
NOT_TEXT = _("what came is not readable text")
WEB_PAGE = _("what came is a web page, not a list")
MESSAGE = _("what came is a server's message, not a list")
NO_TITLE = _("what came does not say that it is a list")
NO_FILTERS = _("there is no filter in it that we can use")
OLDER = _("it is older than the one you have")
UNDATED = _("it does not say how old it is, and the one you have does")
NO_FILE = _("there is no such file, or it cannot be read")
NO_PACKAGES = _("it is not installed and this computer cannot fetch Debian packages")
NOT_FETCHED = _("the package could not be fetched")
NOT_IN_PACKAGE = _("the package has no such list in it")
TOO_MANY = _("a hundred added lists are the most we keep")
NO_NAME = "Say which list you mean. To see their names: netcurtain filters list"
NOT_IN_USE = _("Not in use.")
NOT_HERE = _("On, but not here yet.")
CHOICE_CLOSED = _(
    "The file that says which lists you turned on or off cannot be opened, so your own lists are not in use. "
    "Look at the permissions of Netcurtain's folder."
)
NOT_WRITTEN = _("it could not be written to disk; free some space, or look at the folder's permissions")


def shrunk(count: int, kept: int) -> str:
    """A new text has over a fifth fewer filters than the one we have."""
    sentence = plural(
        "it has only {count} filter, and the one you have has {kept}", "it has only {count} filters, and the one you have has {kept}", count
    )
    return sentence.format(count=figures(count), kept=figures(kept))


TO_TAKE_SMALLER = _(
    "If the shorter list is the right one, turn it off and on again in Settings, or run: netcurtain filters update --take-smaller"
)
"""Follows a refusal for that reason: a list may have become shorter for good."""


def status(code: int) -> str:
    """A web server's refusal."""
    return _("the server answered {code}").format(code=code)


def of_date(title: str, day: date | None) -> str:
    """A list with its own date, where it has one: "EasyPrivacy of 13 August 2026"."""
    return _("{list} of {day}").format(list=title, day=spoken_date(day)) if day else title


def figures(count: int) -> str:
    """A large number, as 55,330."""
    return f"{count:,}"


def filters(count: int) -> str:
    """A count with its word, such as "55,330 filters"."""
    return plural("{count} filter", "{count} filters", count).format(count=figures(count))


def aged(spoken: str, days: int | None) -> str:
    """A list with how old its text is: "EasyPrivacy of 13 August 2026 (104 days old)". Of a list without a date nobody knows."""
    if days is None:
        return spoken
    if days <= 0:
        return _("{list} (from today)").format(list=spoken)
    return _("{list} ({age})").format(list=spoken, age=days_old(days))


def days_old(days: int) -> str:
    """An age in words."""
    return plural("{number} day old", "{number} days old", days).format(number=number(days), count=days)


def checked(days: int | None) -> str:
    """How long ago a list was last found to be current; None where nobody has looked."""
    if days is None:
        return _("not checked yet")
    if days <= 0:
        return _("checked today")
    return plural("checked yesterday", "checked {number} days ago", days).format(number=number(days), count=days)


def row(spoken: str, age: int | None, count: int, days: int | None) -> str:
    """One list that is here; ``days`` ago it was looked for."""
    sentence = _("{list}, {filters}, {checked}. It does not say how old it is.") if age is None else _("{list}, {filters}, {checked}.")
    return sentence.format(list=aged(spoken, age), filters=filters(count), checked=checked(days))


def old(spoken: str, days: int) -> str:
    """A list in use is so old that it misses new companies."""
    sentence = _("{list} is {age}, so newer companies may not be in it. When you are online, look for a newer one in Settings.")
    return sentence.format(list=spoken, age=days_old(days))


def always_on(spoken: str, count: int) -> str:
    """The starter list's line."""
    return _("{list}, {filters}, always on.").format(list=spoken, filters=filters(count))


def not_here_yet(title: str) -> str:
    """A list that is on but has never been fetched."""
    return f"{title} is on but not here yet. To fetch it: netcurtain filters update"


def turned_off(title: str, name: str) -> str:
    """A list that is known but not in use."""
    return f"{title} is off. To use it: netcurtain filters add {name}"


def to_remove(name: str) -> str:
    """Follows a list in use that has another name than its title."""
    return f"To stop using it: netcurtain filters remove {name}"


def updated(spoken: str, count: int, source: str) -> str:
    """A new text has replaced the old one."""
    sentence = _("{list} is here now, with {filters}, from {source}.")
    return sentence.format(list=spoken, filters=filters(count), source=source)


def unchanged(spoken: str) -> str:
    """The newest text is the one we have."""
    return _("{list} is still the newest.").format(list=spoken)


def newest_reached(spoken: str) -> str:
    """The list's own address gave nothing, and the copy elsewhere is the one we have."""
    return _("{list} is the newest that could be reached; its own address gave no list.").format(list=spoken)


def added(spoken: str, count: int) -> str:
    """A list is now in use."""
    return _("{list} is in use now, with {filters}.").format(list=spoken, filters=filters(count))


def removed(title: str) -> str:
    """A list is no longer in use."""
    return _("{list} is no longer in use.").format(list=title)


def not_updated(title: str, why: str, kept: str, more: str = "") -> str:
    """No source gave a usable text; ``kept`` is the list that stays, with its date and age, or empty; ``more`` a sentence on what to do."""
    if kept:
        sentence = _("{list} could not be updated: {why}. {kept} stays in use.")
    else:
        sentence = _("{list} could not be updated: {why}. Our own starter list is in use all the same.")
    return " ".join(filter(None, (sentence.format(list=title, why=why, kept=kept), more)))


def not_added(what: str, why: str) -> str:
    """A list could not be taken into use."""
    return _("{list} was not added: {why}.").format(list=what, why=why)


def reason(source: str, why: str) -> str:
    """One source and why it was of no use."""
    return f"{source}: {why}."


def asking(host: str) -> str:
    """A web server is being asked."""
    return f"asking {host}"


def fetching_package(package: str) -> str:
    """The system's own archive is being asked."""
    return f"fetching the Debian package {package}"


def unpacking_package(package: str) -> str:
    """A package has come."""
    return f"unpacking the Debian package {package}"


READING = "reading it"


def kilobytes(count: int) -> str:
    """A size."""
    return f"{count // 1000:,} kB"


def of_size(so_far: int, total: int) -> str:
    """How much has come."""
    return f"{so_far // 1000:,} of {kilobytes(total)}"


def step(title: str, one: int, of: int) -> str:
    """Which list is being looked for."""
    return f"{title} ({one} of {of})"


def choice_unreadable(name: str) -> str:
    """What the person changed is lost; ``name`` is the file that it is kept in."""
    return _(
        "The file that says which lists you turned on or off could not be read, so they are as they were at first. "
        "Please add your own lists again, and turn off what you do not want. The old file is kept as {file}."
    ).format(file=name)


def unknown(name: str) -> str:
    """No list has this name."""
    return f"There is no list called {name}. To see their names: netcurtain filters list"


def stays_on(title: str) -> str:
    """The starter list cannot be taken out."""
    return _("{list} is our own small list and is always on.").format(list=title)


def not_removed(title: str) -> str:
    """The change could not be written."""
    return _("{list} is still in use: {why}.").format(list=title, why=NOT_WRITTEN)


_NOT_USED = {
    Reason.COSMETIC: "about how a page looks, not about a request",
    Reason.NOT_A_FILTER: "not a filter that we can read",
    Reason.NOT_A_REQUEST: "about what is not seen as a request, such as a new window",
    Reason.CHANGES_AN_ANSWER: "only about what comes back, or about a part of a request that goes out all the same",
    Reason.NEEDS_MORE: "about something that a request does not tell us",
    Reason.UNKNOWN_OPTION: "with an option that we do not know",
    Reason.BAD_OPTION: "with an option that makes no sense",
    Reason.BAD_EXPRESSION: "with a pattern that we cannot run, or not quickly enough",
    Reason.MEANS_EVERYTHING: "so wide that every request would be meant",
    Reason.THIS_COMPUTER: "about this computer itself",
    Reason.CONDITIONAL: "for other programs",
    Reason.INCLUDES: "asking for another list, which we do not fetch by ourselves",
    Reason.TOO_LONG: "too long",
    Reason.TOO_MANY: "after the most that we take from one list",
}


def lines_not_used(spoken: str, count: int, lines: int) -> str:
    """The head of what is told of one list: how much of it is used."""
    if not lines:
        return f"{spoken}: {filters(count)}. Every line is used."
    return f"{spoken}: {filters(count)}. {lines:,} {'line is' if lines == 1 else 'lines are'} not used:"


def not_used(reason: Reason, lines: int) -> str:
    """How many lines of a list are not used for one reason."""
    return f"{lines:,} {'line' if lines == 1 else 'lines'} {_NOT_USED[reason]}"


def and_more(lines: int) -> str:
    """Lines that are not shown."""
    return f"and {lines:,} more"
