"""Every sentence of a comparison. It says "was seen" and "was not seen", and never that a company has come, gone or stopped."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from netcurtain.core.finding import What
from netcurtain.core.wording import begin, listed, number, spoken_date
from netcurtain.har.wording import NOT_FOR_PUBLICATION
from netcurtain.har.wording import OUR_TABLE as OUR_TABLE
from netcurtain.survey.comparing.comparison import Absent, CompanyTotal, Difference, StateChange, StateTotal, Why
from netcurtain.survey.facts import State

TITLE = "Two surveys compared"
ADVICE = NOT_FOR_PUBLICATION
FIRST, SECOND = "First survey", "Second survey"
READ_FIRST = "Read this first"
CONTENTS = "On this page"
PRINTED = "Only what is open is printed."
ONE_LOOK = (
    "Each page was looked at once in each survey. Adverts change from one visit to the next, so a company may come and go by chance. "
    "“Was not seen” does not mean that it has gone. Look again on other days before you say that a site has changed."
)
CANNOT_SEE = "Nobody's browser can see what a site passes on from its own computers."
ONLY_LIKE = (
    "Only like is compared with like: pages without trouble in both surveys. What was seen after refusing or accepting cookies is compared "
    "where that choice could be made in both."
)
DIFFERENCES: Mapping[Difference, str] = {
    Difference.LISTS: "The lists were not the same. A company may be seen in one survey only because the list knows it there.",
    Difference.NETCURTAIN: (
        "The versions of Netcurtain were not the same. One may know a company, or read what it is told, where the other does not."
    ),
    Difference.BROWSER: "The browsers were not the same. A page may treat one browser otherwise than another.",
    Difference.OPTIONS: "The surveys were not asked the same: they differ in {}.",
}
OPTIONS: Mapping[str, str] = {
    "clicks": "how many clicks away pages were looked for",
    "pages": "how many pages of a site were looked at",
    "delay": "how long it waited between two pages of a site",
    "patience": "how long a page might take",
    "type_marker": "whether a made-up word was typed",
    "contact": "the address for those whose sites were visited",
    "browser_options": "the browser's own options",
}
"""By the name of what can be asked (asked.py)."""
SAME_MEANS = "Lists, Netcurtain, browser and options were the same in both."
NOBODY_KNOWN = "unknown"

STATES_TITLE = "Before and after a choice about cookies"
COMPANIES_TITLE = "Companies"
CHANGED_TITLE = "Pages with a change"
ONLY_NEW_TITLE = "Pages in the second survey only"
ONLY_OLD_TITLE = "Pages in the first survey only"
NOT_COMPARED_TITLE = "Pages that were not compared"
NO_CHANGE = "On no page that was compared did we see a change."
NONE = "None."
NO_COMPANIES = "Where we could compare, we saw none of the companies on our lists."
ABSENT: Mapping[Absent, str] = {
    Absent.NOT_FOUND: "the page was not found in the other survey",
    Absent.NOT_LISTED: "the address is not in the other survey's list",
    Absent.NOT_YET: "not looked at yet in the other survey",
    Absent.PERHAPS_NOT_YET: "not looked at in the other survey, which is not finished",
}
FILTERS = "The filters that say so"
FLAGGED_BY = "Flagged by"
RECORDINGS = "Recordings"
COMPANY_COLUMNS = (
    "Company",
    "Pages, first",
    "Pages, second",
    "Seen in the second only",
    "Seen in the first only",
    "Seen in both, but not alike",
)

STATES: Mapping[State, str] = {
    State.BEFORE: "Before any choice about cookies",
    State.AFTER_REFUSING: "After refusing",
    State.AFTER_ACCEPTING: "After accepting",
}

KINDS: Mapping[What, str] = {
    What.PAGE_ADDRESS: "the page's address",
    What.PAGE_TITLE: "the page's title",
    What.REFERRER: "which page came before it",
    What.EVENT: "what happened on the page",
    What.BUTTON_TEXT: "which button was pressed (only ours, about cookies)",
    What.LINK_ADDRESS: "where a link leads",
    What.FORM_ID: "which form it is",
    What.FORM_FIELDS: "which questions are on it",
    What.IDENTITY: "a detail about a person (this need not be anybody's)",
    What.VISITOR_ID: "a number for the browser",
    What.ACCOUNT: "a code for an account that is signed in",
    What.CONSENT: "what was chosen about cookies",
    What.OTHER: "which site it is, or what it is about",
    What.TYPED: "what was typed in a field",
}

WHY: Mapping[Why, str] = {
    Why.TROUBLE: "The page had trouble.",
    Why.NOT_LOOKED_FOR: (
        "It is linked from an address that had trouble in the other survey, or whose links were not all followed there. So nobody can say "
        "whether it was there."
    ),
    Why.ALIKE: (
        "Several pages of the site have this address, and differ only in what follows a question mark, which we do not keep. So nobody can "
        "say which page is which."
    ),
    Why.NO_STATE: "It was not seen well enough in both surveys.",
}


def survey(first: datetime | None, last: datetime | None, sites: int, pages: int, with_trouble: int) -> str:
    """When one of the two was, and how large."""
    days = dict.fromkeys(spoken_date(moment.date()) for moment in (first, last) if moment)
    when = " to ".join(days) or NOBODY_KNOWN
    trouble = f", {number(with_trouble)} of them with trouble" if with_trouble else ""
    return f"{when} (UTC): {_many(pages, 'page')} of {_many(sites, 'site')}{trouble}."


def unfinished(which: str, left: int) -> str:
    """A survey that has sites left to look at."""
    were = "was" if left == 1 else "were"
    return f"{which}: it is not finished. {begin(_many(left, 'site'))} of its list {were} not looked at yet, and nothing is said of them."


def asked_otherwise(names: Sequence[str]) -> str:
    """What was not asked alike."""
    return DIFFERENCES[Difference.OPTIONS].format(listed([OPTIONS[name] for name in names]))


def changed_of(site: str, pages: int) -> str:
    """Over the pages of a site with a change."""
    return f"{site}: {_many(pages, 'page')}"


def summary(compared: int, changed: int, sites: int) -> str:
    """The first line."""
    if not compared:
        return "No page could be compared."
    there = f"{begin(_many(compared, 'page'))} could be compared."
    if not changed:
        return f"{there} {NO_CHANGE}"
    return f"{there} On {number(changed)} of them, on {_many(sites, 'site')}, something was not seen alike in both."


def state(total: StateTotal) -> str:
    """One state over all pages."""
    if total.compared:
        line = (
            f"{STATES[total.state]}: {_many(total.compared, 'page')} compared. A company was seen in the second survey only on "
            f"{_many(total.gained, 'page')}, in the first only on {_many(total.lost, 'page')}."
        )
    else:
        line = f"{STATES[total.state]}: no page could be compared."
    once = f" {begin(_many(total.reached_once, 'page'))} could be seen so in one survey only." if total.reached_once else ""
    return line + once


def company_total(total: CompanyTotal, name: str, compared: int) -> str:
    """A company over all pages that were compared."""
    pages = f"{number(total.old_pages)} of {_many(compared, 'page')}"
    both = f"{name}: seen on {pages} in the first survey, on {number(total.new_pages)} in the second"
    once = [
        f"{words} only on {_many(on_pages, 'page')} of {_many(on_sites, 'site')}"
        for words, on_pages, on_sites in (
            ("in the second", total.gained_pages, total.gained_sites),
            ("in the first", total.lost_pages, total.lost_sites),
        )
        if on_pages
    ]
    return f"{both}; {', '.join(once)}." if once else f"{both}."


def company_caption(compared: int) -> str:
    """Over the table of companies."""
    return f"In numbers of pages, of the {_many(compared, 'page')} that could be compared."


def company_gained(name: str) -> str:
    """A company that only the second survey saw on a page."""
    return f"{name} was seen. It was not seen in the first survey."


def company_lost(name: str) -> str:
    """A company that only the first survey saw on a page."""
    return f"{name} was not seen. It was seen in the first survey."


def company_changed(name: str) -> str:
    """A company that both surveys saw on a page, and not alike."""
    return f"{name} was seen in both surveys, but not alike."


def seen_in_new(change: StateChange) -> str:
    """A state in which only the second survey saw a company."""
    return f"{STATES[change.state]}: it was seen in the second survey only. {_told(change.went_out[1], change.more)}"


def seen_in_old(change: StateChange) -> str:
    """A state in which only the first survey saw a company."""
    return f"{STATES[change.state]}: it was seen in the first survey only. {_told(change.went_out[0], change.less)}"


def seen_in_both(change: StateChange) -> str:
    """A state in which both surveys saw a company, and not alike."""
    said = []
    if change.more:
        said.append(f"In the second survey only, it was seen to be told {kinds(change.more)}.")
    if change.less:
        said.append(f"In the first survey only, it was seen to be told {kinds(change.less)}.")
    if change.went_out[0] != change.went_out[1]:
        which = "second" if change.went_out[1] else "first"
        said.append(f"Requests to it were seen to leave in the {which} survey only; in the other the page tried.")
    return f"{STATES[change.state]}: {' '.join(said)}"


def kinds(told: Sequence[What]) -> str:
    """Kinds of facts in a sentence."""
    return listed([KINDS[what] for what in told])


def not_compared(states: Sequence[State]) -> str:
    """States of a page that were reached in one survey only."""
    words = listed([_begun_small(STATES[state]) for state in states])
    return f"Not compared, because it was reached in one survey only: {words}." if states else ""


def looked_at(first: str, second: str) -> str:
    """When a page was looked at, and with which browser."""
    return f"Looked at {first}, and {second}."


def at(moment: datetime | None, browser: str) -> str:
    """A moment and a browser: on 13 August 2026, 14:00 UTC, with Chromium 150."""
    when = f"on {spoken_date(moment.date())}, {moment:%H:%M} UTC" if moment else "at a time that is not known"
    return f"{when}, with {browser}" if browser else when


def companies_there(names: Sequence[str], nobody: bool | None) -> str:
    """The companies of a page that one survey alone has. That there were none is said only where it was looked at well enough."""
    if names:
        return f"Companies seen: {listed(names)}."
    return "We saw none of the companies on our lists." if nobody else "We could not look well enough to say which companies it asks."


def _told(went_out: bool, told: Sequence[What]) -> str:
    if not went_out:
        return "The page tried to contact it."
    return f"It was told {kinds(told)}." if told else "It was contacted; we could not read that it was told anything."


def _many(count: int, word: str) -> str:
    return f"{number(count) if count < 10 else f'{count:,}'} {word if count == 1 else f'{word}s'}"


def _begun_small(words: str) -> str:
    return words[:1].lower() + words[1:]
