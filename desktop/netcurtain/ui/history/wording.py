"""What the *History* page says: how visits are found, what one was, what changed between two, and what is kept, locked or forgotten."""

from collections.abc import Sequence
from datetime import datetime

from netcurtain.core.consent import Consent
from netcurtain.core.request import Fate
from netcurtain.core.translation import _, plural
from netcurtain.history.rows import Change, Doubt, MomentKind
from netcurtain.ui import wording as ui_wording

LOCKED = _("History is locked")
LOCKED_MORE = _("Type your passphrase to open it. While it is locked, nothing new is kept.")
OPEN_KEPT = _("Open what was kept")
BACK_TO_SESSION = _("Back to this session")

MARK = _("kept")
KEEP = _("Keep")
KEEP_HOW = _("This visit then stays, behind your passphrase, until you forget it.")
KEPT = _("You keep this visit. It stays, behind your passphrase, until you forget it.")
NOT_KEPT = _("This visit could not be kept. The line at the top says why.")

FORGET = _("Forget more\u2026")
LAST_HOUR = _("Every visit of the last hour")
TODAY = _("Every visit of today")
EVERYTHING = _("Everything")
DO_FORGET = _("Forget it")
DO_FORGET_THEM = _("Forget them")
LEAVE_THEM = _("Leave them as they are")
"""The answers where it is about several visits."""
WORKING = _("Just a moment.")

GROUPING = _("Which visits are listed, and how")
GROUP_KEPT = _("Kept")
GROUP_BY_DAY = _("By day")
GROUP_BY_SITE = _("By site")
FILTERS = _("Choose which")
FILTERS_HOW = _("Opens or closes ways to see fewer visits.")
ONLY_SENSITIVE = _("Personal form")
ONLY_SENSITIVE_HOW = _("Shows only visits where a form asked for something personal.")
ONLY_TOLD = _("Companies told")
ONLY_TOLD_HOW = _("Shows only visits where a company was told something.")
ANY_COMPANY = _("Any company")
COMPANY_HOW = _("Shows only visits where the company that you pick was seen.")
SHOW_ALL = _("Show all visits")
NONE_FIT = _("Nothing fits.")
NONE_FIT_MORE = _("No visit fits all that was asked for. \u201cShow all visits\u201d takes it back.")
NONE_KEPT = _("You keep no visit.")
NONE_KEPT_MORE = _("Open a visit by day or by site, and press \u201cKeep\u201d.")
BACK_TO_LIST = _("Back to the list")

SAVE_COPY = _("Save a copy\u2026")
SAVE_COPY_HOW = _("Makes a file of this visit that you can give to somebody.")
NOT_SEEN = _("What we could not see")
MOMENTS = {
    MomentKind.OPENED: _("opened"),
    MomentKind.FORM: _("form"),
    MomentKind.CONSENT: _("cookie choice"),
    MomentKind.TOLD: _("told"),
    MomentKind.CONTACTED: ui_wording.CONTACTED,
    MomentKind.TRIED: ui_wording.FATES[Fate.ATTEMPTED],
    MomentKind.SENT: _("form sent"),
}
PHASES = {
    None: _("No question about cookies was seen here"),
    Consent.BEFORE_CHOICE: _("Before any choice about cookies"),
    Consent.REFUSED: _("After cookies were refused"),
    Consent.ACCEPTED: _("After cookies were accepted"),
}
"""How the page's question about cookies stood from here on."""

HAS_CHANGED = _("Has this site changed?")
BACK_TO_VISIT = _("Back to the visit")
PICK_OTHER_HOW = _("Picks the visit that this one is compared with.")
ONLY_VISIT = _("This is the only visit to this site here, so there is nothing to compare it with.")
CHANGE_GONE = _("One of these visits is no longer here.")
NO_CHANGE = _("By what we saw, nothing has changed. We cannot see everything.")
DOUBTS = {
    Doubt.MISSED_A_START: _("Not all of it was seen from its start."),
    Doubt.GAPS: _("For some of the time, nothing was taken in."),
    Doubt.FULL: _("There was so much that not all of it was kept."),
    Doubt.LISTS_UNKNOWN: _("It was not written down which lists both visits were checked with."),
    Doubt.OTHER_LISTS: _("The two visits were checked with different lists."),
    Doubt.OTHER_PAGES: _("Not the same pages of the site were looked at."),
    Doubt.OTHER_CONSENT: _("The question about cookies did not stand the same way on both visits."),
    Doubt.STOPPED: _("On one of the visits, something was stopped before it went out."),
    Doubt.KINDS_UNKNOWN: _("For one of the visits it was kept who was told something, but not what kind of thing."),
}
MAY_MISLEAD = _("So what looks like a change may not be one, and a change may not show.")
COMPANIES_BEFORE = _("On the older visit:")
COMPANIES_AFTER = _("On the newer visit:")
CHANGES = {
    Change.GAINED: _("{company} was seen on the newer visit only."),
    Change.LOST: _("{company} was seen on the older visit only."),
    Change.TOLD_MORE: _("{company} was told more on the newer visit."),
    Change.TOLD_LESS: _("{company} was told less on the newer visit."),
    Change.TRIED_MORE: _("On the newer visit, the site tried to tell {company} more."),
    Change.TRIED_LESS: _("On the newer visit, the site tried to tell {company} less."),
    Change.SAME: _("Nothing about {company} changed."),
}

STOP = _("Stop")
STOP_HOW = _("Stops forgetting. What is forgotten by now stays forgotten.")
FORGETTING = _("Forgetting\u2026")
STOPPED = _("Stopped. Some of it is forgotten, the rest is still here.")


def filters_in_use(count: int) -> str:
    """On the button that opens the filters, while some hold."""
    return _("Choose which: {count} in use").format(count=count)


def company_filter(company: str) -> str:
    """On the button that picks a company, while one is picked."""
    return _("Company: {company}").format(company=company)


def more_moments(count: int) -> str:
    """Under the moments, where there are more than are listed."""
    return plural("{count} more moment is not listed here.", "{count} more moments are not listed here.", count).format(count=count)


def more_requests(count: int) -> str:
    """Under the requests, where there are more than are listed."""
    return plural("{count} more request is not listed here.", "{count} more requests are not listed here.", count).format(count=count)


def gap_within(since: float, until: float) -> str:
    """A time within a visit when nothing was taken in; both in milliseconds since 1970."""
    words = _("Nothing was taken in from {since} until {until}. Netcurtain was not running, or the history was locked.")
    seconds = ui_wording.clock(since) == ui_wording.clock(until)
    return words.format(since=ui_wording.clock(since, seconds=seconds), until=ui_wording.clock(until, seconds=seconds))


def checked_with(lists: Sequence[str]) -> str:
    """Which lists a visit was checked with, each with its date."""
    return _("Checked with {lists}").format(lists=", ".join(lists)) if lists else ""


def has_changed(site: str) -> str:
    """Over what changed between two visits to a site."""
    return _("Has {site} changed?").format(site=site)


def between(older: float, newer: float) -> str:
    """Which two visits are compared, by when they began, in milliseconds since 1970."""
    return _("Between the visit of {older} and the one of {newer}.").format(older=ui_wording.moment(older), newer=ui_wording.moment(newer))


def compared_with(other: float) -> str:
    """On the button that picks the other visit."""
    return _("Compared with: {when}").format(when=ui_wording.moment(other))


def changed_company(change: Change, company: str) -> str:
    """How one company stands on the newer of two visits."""
    return CHANGES[change].format(company=company)


def forgotten_so_far(part: float) -> str:
    """How much of it is forgotten, from 0 to 1."""
    return _("Forgetting: {percent} % is done.").format(percent=round(part * 100))


def day_of(time: float) -> str:
    """A day in the menu."""
    return _("Every visit of {day}").format(day=ui_wording.day(time))


def forget_visit_question(site: str) -> str:
    """Asked before a visit that is kept is deleted."""
    return _("Forget this visit to {site}? It is kept, and cannot be brought back.").format(site=site)


def forget_site_question(site: str) -> str:
    """Asked before every visit to a site is deleted."""
    return _("Forget every visit to {site}, also those you keep? They cannot be brought back.").format(site=site)


def forget_question(words: str) -> str:
    """Asked before it is done; ``words`` are the menu's."""
    question = _("Forget {what}? Kept visits go too, and any that began before or went on after. It cannot be undone.")
    return question.format(what=words[:1].lower() + words[1:])


def gap(since: float, until: float) -> str:
    """Beside its start: until when nothing was kept; both in milliseconds since 1970."""
    start, end = (datetime.fromtimestamp(time / 1000).astimezone() for time in (since, until))
    seconds = ui_wording.clock(since) == ui_wording.clock(until)
    when = ui_wording.clock(until, seconds=seconds) if start.date() == end.date() else ui_wording.moment(until)
    return _("Nothing was kept until {when}.").format(when=when)
