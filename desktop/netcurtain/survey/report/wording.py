"""Every sentence of the report. No blame, no alarm (docs/WORDS.md, "Sentences"). Findings are the core's sentences, and not in here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from netcurtain.core.finding import What
from netcurtain.core.wording import OWN_ADDRESS, begin, listed, number, spoken_date
from netcurtain.har.wording import NOT_FOR_PUBLICATION
from netcurtain.survey import wording as survey_wording
from netcurtain.survey.facts import State
from netcurtain.survey.report.counts import About
from netcurtain.survey.result import ListUsed, PageSurveyed

TITLE = "Survey: what sites tell other companies"
CONTENTS = "On this page"
ADVICE = NOT_FOR_PUBLICATION

LOOKED_AT, WHEN, BROWSER, LISTS, HOW = "What we looked at", "When", "Browser", "Checked with", "How"
NOBODY_LOOKED = "No page could be looked at."
HOW_TOLD = (
    "Each page was opened in a browser with nothing in it yet: no cookies, and signed in nowhere. "
    "The browser told every site that it was there for a survey.",
    "No form was sent. The only buttons that were pressed are those that answer a question about cookies.",
    "Refused: we pressed the banner's shortest way to refuse, and it went away. "
    "What went out from that press on, and on the page loaded again, counts as after. It was the same with accepting.",
    "Where we could not tell that an answer about cookies worked, what came after it is told site by site, and counted nowhere.",
)
NOTHING_TYPED = "Nothing was typed."
MARKER_NOT_THERE = "A marker of ours was to be typed in a field. On no page did we see it stand there."
LIST_OF_NAMES = (
    "A company is here because a filter list, or Netcurtain's own table, names an address that a request went to. "
    "That says nothing of what the company does with it."
)
ABOUT_DETAILS = (
    "A detail about a person is, for example, a number, a country or a scrambled e-mail address. "
    "Nobody was signed in: it need not be anybody's."
)

BIG = "In short"
WHICH_PAGE = "told a company which page was opened, by its address or its title, before a choice about cookies or after one that worked."
BUTTON, QUESTIONS = "which button was pressed (only ours, about cookies)", "which questions a form asks"
WHO = "a detail about a person, such as a number, a country or a scrambled e-mail address, or an account (nobody was signed in)"
TYPED = "what was typed in a field, which was our marker"
"""The rows under the third number."""

CHARTS = "What we saw"
AT_ANY_TIME = (
    "“At any time” is before a choice about cookies, or after one that worked. What came after one that may not have worked is not counted."
)
"""Stands once in each section that has numbers of any time."""
COMPANIES_CHART = "The companies on most sites"
KINDS_CHART = "What pages told companies"
CATEGORIES_TABLE = "What each kind of company was told"
STATES_CHART = "Before and after a choice about cookies"
STATES_NONE = "On no page could we look as a whole before a choice, after refusing and after accepting. So there is nothing to compare."
COMPANY, WHAT = "Company", "What was told"
BEFORE_AND_EVER = ("Before any choice", "At any time")
STATE_COLUMNS = ("When", "Companies contacted, a page on average", "Pages that contacted a company")
STATES_BAR = "Bar: pages that contacted a company."
CATEGORY_COLUMNS = ("Kind of company", "Companies contacted", "Sites that contacted one")
ABOUT: Mapping[About, str] = {
    About.PAGE: "Sites that told one which page it was",
    About.DONE: "Sites that told one what was pressed, done or asked there",
    About.WHO: "Sites that told one a detail about a person, or what was typed",
}
KEY_PART, KEY_WHOLE = "Solid part: before any choice.", "Whole bar: at any time."
NOTHING_TOLD = "Of the pages that we looked at as a whole, we saw none tell a company anything that we could read."
_UNSEEN = "Sites can also pass things on where nobody's browser can see."
NO_COMPANIES = f"We saw none of the companies on our lists, before an answer about cookies or after one that worked. {_UNSEEN}"
NONE_CONTACTED = (
    f"We saw no request leave to one of the companies on our lists, before an answer about cookies or after one that worked. {_UNSEEN}"
)

COMPANIES = "All companies"
PAGES = "All pages"
SITES = "Site by site"
TROUBLE = "Pages with trouble"
FILES = "The rest of this report"

NO_PAGES_OF_TROUBLE = "None. Every page could be looked at as a whole before any choice about cookies, and after each choice that worked."
NO_TROUBLE_BUT_LATE = "None. But of some pages we missed the start, so there may be more: site by site it says of which."
NO_TROUBLE_HERE = "None of these pages had trouble."
ABOUT_TROUBLE = "These pages were not looked at, or not wholly. They may tell companies more than we have seen."

OPEN_ALL, CLOSE_ALL = "Open all sites", "Close all sites"
PRINTED = "Only what is open is printed."
TROUBLE_COLUMNS = ("Page", "What went wrong")
NO_TITLE = "A page without a title"

CATEGORIES: Mapping[str, str] = {
    "advertising": "advertising",
    "data_broker": "gathers what is known of people",
    "analytics": "counts and follows visitors",
    "session_recording": "can record how a page is used",
    "tag_manager": "loads other companies' programs",
    "consent": "asks about cookies",
    "chat": "chat boxes",
    "ab_testing": "tries out versions of a page",
    "services": "other services for sites",
}
"""A company's category, in words; filters/organisations.toml says what each means."""
BEHIND_SITES = "A company behind a site's own address (there may be several)"
NO_CATEGORY = "not in our table"

TOLD: Mapping[What, str] = {
    What.PAGE_ADDRESS: "The page's address",
    What.PAGE_TITLE: "The page's title",
    What.REFERRER: "Which page came before",
    What.LINK_ADDRESS: "Where a link leads",
    What.BUTTON_TEXT: "Which button was pressed (ours, about cookies)",
    What.EVENT: "What happened on the page",
    What.FORM_ID: "Which form it is",
    What.FORM_FIELDS: "Which questions a form asks",
    What.IDENTITY: "A detail about a person",
    What.ACCOUNT: "An account",
    What.TYPED: "What was typed (our marker)",
    What.VISITOR_ID: "A number for this browser",
    What.CONSENT: "What was chosen about cookies",
    What.OTHER: "Which site it is, or something else about it",
}
"""Every kind of fact, in the order in which the report tells them."""

STATES: Mapping[State, str] = {
    State.BEFORE: "Before any choice",
    State.AFTER_REFUSING: "After refusing cookies",
    State.AFTER_ACCEPTING: "After accepting cookies",
}


def looked_at(whole: int, in_part: int, sites: int, addresses: int, of_pages: int, repeats: int) -> tuple[str, ...]:
    """What was looked at, so that the numbers add up."""
    left = of_pages - whole - in_part
    pages = counted(of_pages, "page")
    there = f"{begin(pages)}, from a list of {counted(addresses, 'address', 'addresses')}."
    parts = [
        f"{counted(whole, 'page')} could be looked at as a whole before any choice about cookies",
        *([f"{counted(in_part, 'page')} only in part"] if in_part else []),
        *([f"{counted(left, 'page')} not at all"] if left else []),
    ]
    again = f"{begin(counted(repeats, 'row'))} for a page that another line asks for, too: such a page is counted once." if repeats else ""
    return (there, f"{begin(listed(parts))}. That was on {counted(sites, 'site')}.", *([again] if again else []))


def period(first: datetime | None, last: datetime | None) -> str:
    """From the first page to the last, in UTC."""
    if first is None or last is None:
        return NOBODY_LOOKED
    if first.date() == last.date():
        return f"{spoken_date(first.date())}, {first:%H:%M} to {last:%H:%M} (UTC)"
    return f"{spoken_date(first.date())}, {first:%H:%M} to {spoken_date(last.date())}, {last:%H:%M} (UTC)"


def browsers(browser: str, netcurtain: str) -> str:
    """What it was looked at with."""
    return f"{browser}, with Netcurtain {netcurtain}"


def list_line(used: ListUsed) -> str:
    """A filter list, with its version and its day."""
    version = f", version {used.version}" if used.version else ""
    dated = f", of {_day(used.dated)}" if used.dated else ""
    return f"{used.name}{version}{dated} ({counted(used.filters, 'filter')})"


def typed(marked: int, *, to_be: bool) -> str:
    """What was typed. ``to_be``: a marker was to be, and that it was not seen to stand in a field does not mean that nothing was typed."""
    if marked:
        return f"A marker of ours was typed in a field on {counted(marked, 'page')}, and nothing else."
    return MARKER_NOT_THERE if to_be else NOTHING_TYPED


def touched(count: int, pages: int) -> str:
    """On how many pages a field was touched."""
    where = f"On {number(count) if count else 'none'} of {counted(pages, 'page')}"
    return f"{where} the cursor was put in a field of a form, as somebody does who begins to write."


def of_pages(count: int) -> str:
    """What a big number is of."""
    return f"of {counted(count, 'page')} that we looked at as a whole"


def told_before(count: int) -> str:
    """The words of the first number."""
    what = "something" if count else "anything that we could read"
    return f"told a company {what} before any choice about cookies was made."


def met(count: int) -> str:
    """The words of the second number."""
    return "company was contacted." if count == 1 else "companies were contacted."


def other_pages(contacted: int, tried: int, nobody: int, in_part: int, in_part_contacted: int) -> tuple[str, ...]:
    """What stands under the first number: all the other pages that were looked at."""
    one = in_part == 1
    part = f"{begin(counted(in_part, 'more page'))} could be looked at only in part, and {'is' if one else 'are'} not counted here."
    who = "it" if one else f"{number(in_part_contacted)} of them"
    in_it = f"In the part that we saw, {who} contacted a company." if in_part_contacted else "In that part we saw none of the companies."
    sentences = {
        f"{begin(counted(contacted, 'more page'))} contacted a company, and we could not read what it was told.": contacted,
        f"{begin(counted(tried, 'more page'))} only tried to contact one.": tried,
        f"On {counted(nobody, 'more page')} we saw none of the companies on our lists then.": nobody,
        f"{part} {in_it}": in_part,
    }
    return tuple(sentence for sentence, count in sentences.items() if count)


def most_often(names: Sequence[tuple[str, int]], tried: int) -> str:
    """The companies on most sites, and how many were only tried."""
    named = [f"{name} (on {counted(sites, 'site')})" for name, sites in names]
    first = f"Most often {listed(named)}." if named else ""
    also = f"Pages only tried to contact {_more(tried)}." if tried else ""
    return " ".join(filter(None, (first, also)))


def also_told(words: str, count: int) -> str:
    """A further kind of fact under the third number."""
    return f"{in_words(count)} told {words}" if count else f"none that we saw told {words}"


def companies_key(sites: int) -> str:
    """What the first chart counts."""
    return f"Number of sites that contacted the company, of {_looked_at(sites)}, as a whole or in part."


def kinds_key(count: int) -> str:
    """What the second chart counts."""
    return f"Number of pages that told at least one company this, of {in_words(count)} that we looked at as a whole. {ABOUT_DETAILS}"


def states_key(count: int, others: int, *, trouble: bool) -> str:
    """What the third chart counts, and why not all pages are in it. ``trouble``: some had trouble, or their start was missed."""
    had = "had trouble, or " if trouble else ""
    why = f"The others {had}have no question about cookies that we know, or it could not be answered both ways." if others else ""
    whole = f"Of {counted(count, 'page')} that could be looked at as a whole in all three ways."
    return " ".join(filter(None, (whole, why, "After: from the press on our answer on.")))


def categories_key(sites: int) -> str:
    """What the table of kinds of company counts."""
    return f"Numbers of sites, of {_looked_at(sites)}, as a whole or in part, at any time."


def _looked_at(count: int) -> str:
    return f"{in_words(count)} that {'was' if count == 1 else 'were'} looked at"


def others(count: int, table: str) -> str:
    """What a chart leaves out."""
    return f"{begin(counted(count, 'more company', 'more companies'))}: see “{table}”."


def company(name: str) -> str:
    """A company over many sites. Those behind sites' own addresses are counted as one, and may be several."""
    return BEHIND_SITES if name.startswith(OWN_ADDRESS) else name


def categories(words: Iterable[str]) -> str:
    """What kinds of company it is; more than one only where it was called differently at different times."""
    return "; ".join(category(word) for word in sorted(words))


def category(word: str) -> str:
    """What kind of company it is."""
    return CATEGORIES.get(word, word.replace("_", " ") or NO_CATEGORY)


def kinds(whats: Sequence[What]) -> str:
    """What was told, in one line."""
    words = [TOLD[what] for what in TOLD if what in whats]
    return "; ".join((words[0], *(word[0].lower() + word[1:] for word in words[1:]))) if words else ""


def went_wrong(count: int, sentence: str) -> str:
    """A reason, and on how many pages."""
    return f"{begin(counted(count, 'page'))}: {sentence}"


def part(first: str, last: str, count: int) -> str:
    """One of the files that a long report is cut into."""
    return f"{counted(count, 'page')}, {first} to {last}"


def cut_into(files: int) -> str:
    """Why there are more files."""
    return f"This survey is long. Its tables and sites are in {counted(files, 'file')} beside this one; results.csv has all of it."


def trouble(page: PageSurveyed) -> str:
    """What went wrong with a page, if anything did."""
    return survey_wording.trouble(page.trouble, page.detail) if page.trouble is not None else ""


def _day(iso: str) -> str:
    """A list's own day as people write it; as it is where it is none."""
    try:
        return spoken_date(date.fromisoformat(iso))
    except ValueError:
        return iso


def _more(count: int) -> str:
    return f"{counted(count, 'more company', 'more companies')}"


def counted(count: int, one: str, many: str = "") -> str:
    """How many there are of something."""
    return f"{in_words(count)} {one if count == 1 else many or f'{one}s'}"


def in_words(count: int) -> str:
    """A number in a sentence: up to ten as a word; thousands are set apart."""
    return number(count) if count <= 10 else f"{count:,}"
