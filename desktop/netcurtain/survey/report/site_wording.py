"""Every sentence that the report says of one site or page; findings are the core's. As wording.py: short, plain, no alarm."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from netcurtain.core.wording import begin, listed, named, number, requests, spoken_date
from netcurtain.har.wording import OUR_TABLE
from netcurtain.survey.report.wording import counted
from netcurtain.survey.result import Choosing, Stage

MOST_LISTED = 12
"""Addresses, and filters, that one line has."""

KEPT = "Kept of this page:"
RECORDING, SCREENSHOT = "the recording (HAR)", "a picture"
RESTS_ON = "Requests, filters and times"
NOBODY = "We saw none of the companies on our lists here."
ONLY_DOUBTFUL = "We saw companies on our lists only after an answer about cookies that may not have worked."
NOT_FINISHED = "In the part that we saw, there was none of the companies on our lists."
NONE_BEFORE = "Before any choice about cookies we saw it contact none of the companies on our lists."
SEARCH_BROKE_OFF = "From here we looked for other pages of the site, and did not come to the end. There may be more."
NO_SITE = "No address"
ONLY_TYPED = "It stands on none of our lists. It is here because what was typed in a field was in a request to it."
UNKNOWN_ADDRESS = "an address that we do not know"
SEEN_TO_LEAVE: Mapping[bool, str] = {True: "We saw it leave.", False: "We did not see it leave."}
SOME_SEEN_TO_LEAVE: Mapping[bool, str] = {True: "We saw at least one of them leave.", False: "We saw none of them leave."}

STAGES: Mapping[Stage, str] = {
    Stage.ARRIVED: "When the page was opened",
    Stage.TOUCHED: "When a field was touched",
    Stage.REFUSED: "From the press on “refuse” on",
    Stage.ACCEPTED: "From the press on “accept” on",
}
UNSURE: Mapping[Stage, str] = {
    Stage.REFUSED: "After we tried to refuse cookies, which may not have worked, or may have led to another page",
    Stage.ACCEPTED: "After we tried to accept cookies, which may not have worked, or may have led to another page",
}

REFUSED: Mapping[Choosing, str] = {
    Choosing.DONE: "We pressed its shortest way to refuse, it went away, and we looked again.",
    Choosing.NO_BANNER: "",
    Choosing.NO_WAY: "It has no way to refuse that we could press.",
    Choosing.FAILED: "We pressed its way to refuse, and could not tell that it worked.",
    Choosing.NOT_TRIED: "We did not come to refuse.",
}
ACCEPTED: Mapping[Choosing, str] = {
    Choosing.DONE: "We accepted in another fresh browser, it went away, and we looked again.",
    Choosing.NO_BANNER: "",
    Choosing.NO_WAY: "It has no way to accept that we could press.",
    Choosing.FAILED: "We pressed its way to accept, and could not tell that it worked.",
    Choosing.NOT_TRIED: "We did not come to accept.",
}
NO_BANNER = "We saw no question about cookies that we know how to answer, so no choice was made."
UNKNOWN_BANNER = "We could not see whether it asks about cookies, so no choice was made."


def site_summary(before: int, ever: Sequence[str], tried: Sequence[str], pages: int, in_part: int = 0, *, doubtful: bool = False) -> str:
    """One site in a line: the companies that it contacted, how many of them before any choice, and those that it only tried to contact.

    ``in_part``: so many of its pages were not looked at, or not wholly; that a company was not seen there does not mean that it was not
    contacted. ``doubtful``: some were met after a choice that may not have worked, and count nowhere.
    """
    only_tried = f"Tried to contact {named(tried)}." if tried else ""
    if ever:
        as_seen = ", as far as we saw" if in_part and before < len(ever) else ""
        said = f"Contacted {named(ever)}, {_of_them(before, len(ever))} before any choice about cookies{as_seen}."
    elif tried:
        said = ""
    elif doubtful:
        said = ONLY_DOUBTFUL
    elif in_part:
        said = NOT_FINISHED
    else:
        said = "We saw none of the companies on our lists."
    which = "The page" if pages == 1 else begin(counted(in_part, "page"))
    broke_off = f"{which} could not be looked at as a whole." if in_part else ""
    of_many = f"{begin(counted(pages, 'page'))}." if pages > 1 else ""
    return " ".join(filter(None, (of_many, said, only_tried, broke_off)))


def not_looked_at(reasons: Sequence[str]) -> str:
    """A site of which no page could be looked at."""
    return " ".join(("Not looked at.", *reasons))


def looked(moment: datetime | None, forms: int | None, touched: bool, typed: bool, whole: bool) -> str:
    """How one page was looked at. That there is no form is said only where it was looked at as a whole; None: nobody can say."""
    when = f"Looked at on {spoken_date(moment.date())} at {moment:%H:%M} (UTC)." if moment else ""
    none = "We could not see whether it has a form." if forms is None else "We saw no form on it." if whole else ""
    there = f"It has {counted(forms, 'form')}." if forms else none
    put = "The cursor was put in a field"
    field = f"{put}, and our marker typed in it." if typed else f"{put}." if touched else ""
    return " ".join(filter(None, (when, there, field)))


def banner(name: str, refused: Choosing | None, accepted: Choosing | None, whole: bool) -> str:
    """The page's question about cookies, and what became of it. That there was none is said only where we came to look, and could see."""
    if not name:
        return UNKNOWN_BANNER if refused is None else NO_BANNER if whole else ""
    became = (REFUSED[refused] if refused else "", ACCEPTED[accepted] if accepted else "")
    return " ".join(filter(None, (f"It asks about cookies ({name}).", *became)))


def personal(categories: Sequence[str]) -> str:
    """What a page asks."""
    about = f" ({listed([word.replace('_', ' ') for word in categories])})" if categories else ""
    return f"It asks for something personal{about}."


def moments(which: Sequence[tuple[Stage, bool]]) -> str:
    """The stages of which the same is said, each with whether it surely was that one."""
    words = [STAGES[stage] if surely else UNSURE[stage] for stage, surely in which]
    return "; ".join((words[0], *(word[0].lower() + word[1:] for word in words[1:])))


def claim(when: str, browser: str, count: int, went_out: bool, hosts: Sequence[str]) -> str:
    """The one form in which requests are claimed: those of one company at one stage."""
    what = requests(count) if count == 1 else f"the first of {requests(count)} at this stage,"
    seen = SEEN_TO_LEAVE[went_out] if count == 1 else SOME_SEEN_TO_LEAVE[went_out]
    return f"{when}: {what} by {browser} to {listed(_first(hosts)) or UNKNOWN_ADDRESS}. {seen}"


def flagged_by(filters: Sequence[str]) -> str:
    """Which filters say so; an empty one is our table."""
    return f"Flagged by {'; '.join(_first([one or OUR_TABLE for one in filters]))}." if filters else ONLY_TYPED


def rests_on(sentence: str, moment: datetime | None, filtered: str) -> str:
    """What one sentence rests on: when the first request went that told this, and the filter that flagged it; "" where neither is known."""
    known = (f"{spoken_date(moment.date())}, {moment:%H:%M:%S} UTC" if moment else "", f"flagged by {filtered}" if filtered else "")
    parts = ", ".join(filter(None, known))
    return f"“{sentence}” {begin(parts)}." if parts else ""


def at(moment: datetime | None) -> str:
    """The moment something was first seen."""
    return f"{spoken_date(moment.date())}, {moment:%H:%M:%S} UTC" if moment else "an unknown time"


def _first(names: Sequence[str]) -> list[str]:
    """The first of many; the recording and the tables have all."""
    left = len(names) - MOST_LISTED
    return [*names[:MOST_LISTED], f"{left} more"] if left > 1 else list(names)


def _of_them(count: int, whole: int) -> str:
    if whole == 1:
        return "and that" if count else "but not"
    if count == whole:
        return "both of them" if whole == 2 else "all of them"
    return f"{number(count) if count else 'none'} of them"
