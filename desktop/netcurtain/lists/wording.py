"""Every sentence this room says. The refusals are clauses that follow a colon; the rest are whole sentences."""

from datetime import date

from netcurtain.core.wording import spoken_date

NOT_ALLOWED = "only https addresses are fetched"
NOT_REACHED = "there was no answer"
TOO_SLOW = "the answer took too long"
CUT_SHORT = "the answer broke off before its end"
TOO_LARGE = "it is larger than 20 MB"
NOT_TEXT = "what came is not readable text"
WEB_PAGE = "what came is a web page, not a list"
NO_FILTERS = "there is no filter in it that we can use"
SHRUNK = "it has less than half the filters of the one you have"
OLDER = "it is older than the one you have"
NO_FILE = "there is no such file, or it cannot be read"
NO_PACKAGES = "it is not installed and this computer cannot fetch Debian packages"
NOT_FETCHED = "the package could not be fetched"
NOT_IN_PACKAGE = "the package has no such list in it"
TOO_MANY = "a hundred added lists are the most we keep"
NOT_WRITTEN = "it could not be written to disk; free some space, or look at the folder's permissions"


def status(code: int) -> str:
    """A web server's refusal."""
    return f"the server answered {code}"


def of_date(title: str, day: date | None) -> str:
    """A list with its own date, where it has one: "EasyPrivacy of 13 August 2026"."""
    return f"{title} of {spoken_date(day)}" if day else title


def filters(count: int) -> str:
    """A count with its word, such as "55,330 filters"."""
    return f"{count:,} filter" if count == 1 else f"{count:,} filters"


def age(days: int) -> str:
    """How long ago a list was last found to be current."""
    if days <= 0:
        return "checked today"
    return "checked yesterday" if days == 1 else f"checked {days} days ago"


def row(spoken: str, count: int, days: int) -> str:
    """One list that is here."""
    return f"{spoken}, {filters(count)}, {age(days)}."


def always_on(title: str, count: int) -> str:
    """The starter list's line."""
    return f"{title}, {filters(count)}, always on."


def not_here_yet(title: str) -> str:
    """A list that is on but has never been fetched."""
    return f"{title} is on but not here yet. To fetch it: netcurtain filters update"


def turned_off(title: str, name: str) -> str:
    """A list that is known but not in use."""
    return f"{title} is off. To use it: netcurtain filters add {name}"


def updated(spoken: str, count: int, source: str) -> str:
    """A new text has replaced the old one."""
    return f"{spoken} is here now, with {filters(count)}, from {source}."


def unchanged(spoken: str) -> str:
    """The newest text is the one we have."""
    return f"{spoken} is still the newest."


def newest_reached(spoken: str) -> str:
    """The list's own address gave nothing, and the copy elsewhere is the one we have."""
    return f"{spoken} is the newest that could be reached; its own address gave no list."


def added(spoken: str, count: int) -> str:
    """A list is now in use."""
    return f"{spoken} is in use now, with {filters(count)}."


def removed(title: str) -> str:
    """A list is no longer in use."""
    return f"{title} is no longer in use."


def not_updated(title: str, why: str, kept: str) -> str:
    """No source gave a usable text; ``kept`` is the list that stays, with its date, or empty."""
    stays = f"{kept} stays in use." if kept else "Our own starter list is in use all the same."
    return f"{title} could not be updated: {why}. {stays}"


def not_added(what: str, why: str) -> str:
    """A list could not be taken into use."""
    return f"{what} was not added: {why}."


def reason(source: str, why: str) -> str:
    """One source and why it was of no use."""
    return f"{source}: {why}."


def unknown(name: str) -> str:
    """No list has this name."""
    return f"There is no list called {name}. To see their names: netcurtain filters list"


def stays_on(title: str) -> str:
    """The starter list cannot be taken out."""
    return f"{title} is our own small list and is always on."


def not_removed(title: str) -> str:
    """The change could not be written."""
    return f"{title} is still in use: {NOT_WRITTEN}."
