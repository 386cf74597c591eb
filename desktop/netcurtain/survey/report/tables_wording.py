"""Every word of the report's two tables that is theirs alone: headings, what can be chosen, what is said when one is sorted."""

from collections.abc import Mapping

from netcurtain.core.wording import begin
from netcurtain.survey.facts import State
from netcurtain.survey.report.wording import AT_ANY_TIME, counted

FIND, SHOW = "Show pages with these words", "Which pages"
WHICH_PAGES: Mapping[str, str] = {
    "": "All",
    "before": "Contacted a company before any choice",
    "personal": "Ask for something personal",
    "trouble": "Had trouble",
}
"""What the table can be cut down to, by the word that its rows carry."""

PAGE_COLUMNS = (
    "Line in the list",
    "Page",
    "Asks for something personal",
    "Forms",
    "Companies contacted before any choice",
    "Companies contacted after refusing",
    "Companies contacted after accepting",
    "What they were told, at any time",
    "What went wrong",
)
ABOUT_PAGES = (
    "Contacted: a request to the company was seen to leave. Tried: one was stopped, or was not seen to leave. "
    "After refusing, after accepting: from the press on that answer on. "
    f"{AT_ANY_TIME} A dash stands where nobody can say: where we did not look, or not wholly, or an answer may not have worked. "
    "A page that two lines of the list ask for has two rows."
)
ABOUT_COMPANIES = f"{AT_ANY_TIME} A dash stands where nobody can say."
NOBODY_CAN_SAY = "nobody can say"
"""What a dash is to a screen reader."""
DIRECTIONS = ("highest first", "lowest first", "A to Z", "Z to A")
SHOWN = "{shown} of {all} pages are shown."
SORTED = "Sorted by “{column}”, {direction}."
YES, NO = "yes", "not that we saw"
NOTHING, NOTHING_LEFT = "nothing that we could read", "no request was seen to leave"


def company_columns(sites: int, reached: Mapping[State, int]) -> tuple[str, ...]:
    """The headings of the table of companies."""
    return (
        "Company",
        "What it is known for",
        f"Sites that contacted it, at any time (of\u00a0{sites:,})",
        f"Sites before any choice (of\u00a0{reached[State.BEFORE]:,})",
        f"Sites after refusing (of\u00a0{reached[State.AFTER_REFUSING]:,})",
        f"Sites after accepting (of\u00a0{reached[State.AFTER_ACCEPTING]:,})",
        f"Sites that only tried (of\u00a0{sites:,})",
        "What it was told",
    )


def cut(count: int) -> str:
    """What a table leaves out."""
    return f"{begin(counted(count, 'more company', 'more companies'))} on fewer sites: see results.csv in the survey's folder."


def sent_and_tried(sent: int, tried: int, wholly: bool) -> tuple[str, str]:
    """Companies of one page in one state: how many were contacted, and under it how many were only tried."""
    said = f"{sent:,}" if wholly or not sent else f"at least {sent:,}"
    return (said, f"{tried:,} tried" if tried else "")
