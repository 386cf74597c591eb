"""Every sentence of a checked recording: what cannot be read, what the report says. No blame, no alarm (docs/WORDS.md, "Sentences")."""

from collections.abc import Sequence
from datetime import date

from netcurtain.core.wording import companies, listed, number, requests, spoken_date

TITLE = "What a recorded visit tells"
NOT_FOR_PUBLICATION = "Not for publication without advice."
ABOUT = (
    "This was made by Netcurtain from a recording that a browser or another program saved. It says what the recording holds and no more. "
    "Answers, cookies, codes and the values in addresses are left out."
)
CANNOT_SEE = (
    "Nobody's browser can see what a site passes on from its own computers. What the recording left out, or what happened before and after "
    "it, is not in here either."
)
NO_TITLE = "A page without a title"
NO_TIME = "at a time that the recording does not say"
NO_ADDRESS = "an address that the recording does not say"
NO_REQUESTS = "The recording names this page, but holds none of its requests, so we cannot say whom it told."
NOBODY = "We saw none of the companies on our lists."
NO_PAGES = "There are no pages in this recording."
FORM_UNKNOWN = "We could not read the words of this page in the recording, or not all of them. So we cannot say what it asks."
FORM_SENSITIVE = "This page asks for something personal"
FORM_NOT_SENSITIVE = "We saw no question about something personal on this page."
DETAILS = "What was told, and the filters that say so"
CLAIMS = "What can be said"
LISTS = "Checked with"
A_TRACKER = "a tracker"
A_KIND = "the kind that trackers get"
"""Of a request that our table of known vendors flagged at a host of which nothing is known."""
OUR_TABLE = "Netcurtain's table of companies"

FILTERED_BY = "Flagged by these filters:"

NO_FILE = "There is no such file. Look whether its name is right."
NOT_OPENED = "The file cannot be opened. Look whether it is a file and whether you may read it."
NOT_JSON = "This is not a HAR: it is no JSON, or it is damaged. Please save the recording again."
CUT_OFF = "This HAR ends in the middle. Please save the recording again."
NO_ENTRIES = (
    "This is not a HAR: it has no list of requests. A browser saves one from its tools, in the list of requests, as “Save all as HAR”."
)
BROKEN_PACKING = "The file is packed and cannot be unpacked. Please save or copy it again."
IS_ZIP = "This is a zip file. Please unpack it, and check the HAR that is in it."
TOO_LARGE = "The file holds more than 2 GB. Please save a shorter recording."
SAME_FILE = "The result would take the place of the recording. Please give it another name."
NO_SPACE = "The result cannot be written there. Look whether the folder is there and has room."


def page_heading(title: str, day: str, time: str) -> str:
    """One page in the report; ``day`` and ``time`` are UTC, empty where the recording says none."""
    return f"{title or NO_TITLE} ({f'{day}, {time} UTC' if day else NO_TIME})"


def page_counts(count: int, hosts: int) -> str:
    """How much a page asked for."""
    if not count:
        return NO_REQUESTS
    if not hosts:
        return f"It made {requests(count)}, all to its own site."
    return f"It made {requests(count)}, some of them to {number(hosts)} other {'place' if hosts == 1 else 'places'} on the web."


def form_line(sensitive: bool | None, categories: Sequence[str]) -> str:
    """What the page asks."""
    if sensitive is None:
        return FORM_UNKNOWN
    if not sensitive:
        return FORM_NOT_SENSITIVE
    return f"{FORM_SENSITIVE} ({listed([category.replace('_', ' ') for category in categories])})."


def summary(pages: int, with_companies: int, names: int) -> str:
    """The first line about a recording."""
    if not pages:
        return NO_PAGES
    there = f"The recording holds {number(pages)} {'page' if pages == 1 else 'pages'}."
    if not with_companies:
        return f"{there} {NOBODY}"
    every = {1: "It", 2: "Both"}.get(pages, "All of them")
    where = every if with_companies == pages else f"{number(with_companies).capitalize()} of them"
    in_all = " in all" if with_companies > 1 and names > 1 else ""
    return f"{there} {where} contacted, or tried to contact, {companies(names)}{in_all}."


def unread(count: int) -> str:
    """Requests of the recording that could not be read."""
    return f"{number(count).capitalize()} {'entry' if count == 1 else 'entries'} of the recording could not be read." if count else ""


def claim(day: date | None, went_out: bool, host: str, company: str, source: str, dated: date | None) -> str:
    """The one form in which something is claimed of a request."""
    when = f"On {spoken_date(day)} (UTC)" if day else "On a day that the recording does not say"
    sent = "this browser sent a request to" if went_out else "this browser tried to send a request to"
    return f"{when} {sent} {host}, listed as {company} in {source}{f', {spoken_date(dated)}' if dated else ''}."


def list_line(name: str, version: str, filters: int) -> str:
    """A filter list that was used."""
    return f"{name}{f', version {version}' if version else ''}, {filters:,} filters"


def our_table(source: str) -> str:
    """Our table, and where its row was looked up."""
    return f"{OUR_TABLE} ({source})"


def times(count: int) -> str:
    """How many requests a company had."""
    return requests(count)


def in_them(count: int, has_facts: bool) -> str:
    """Before the facts of a company's requests."""
    what = ("What was in it:" if count == 1 else "What was in them:") if has_facts else ""
    return f"{times(count).capitalize()}. {what}".rstrip()


FACTS = {
    "page_address": "the address of this page",
    "page_title": "the title of this page",
    "referrer": "the page before this one",
    "event": "what happened",
    "button_text": "the words on a button",
    "link_address": "where a link leads",
    "form_id": "the name of a form",
    "form_fields": "the names of questions in a form",
    "identity": "who somebody is",
    "visitor_id": "a number for this browser",
    "account": "a code for an account that is signed in",
    "consent": "what it was told about consent",
    "other": "the site's own number with this company",
}
"""What each kind of fact is called."""


def fact(what: str, value: str, parameter: str) -> str:
    """One fact of a request and the name of the parameter it stood in; ``value`` empty where it is that name, or left out."""
    called = FACTS.get(what, what.replace("_", " "))
    said = f"{called}: {value}" if value else called
    return f"{said[:1].upper()}{said[1:]} (in {parameter})"
