"""Every sentence the windows say. Short, plain, calm (docs/WORDS.md, "Sentences"); what was seen on a page is worded in core/wording.py."""

from collections.abc import Sequence
from datetime import date, datetime

from netcurtain.core import wording as core_wording
from netcurtain.core.event import RequestSeen, Side
from netcurtain.core.finding import FlaggedBy, What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.core.translation import _, plural

APP = "Netcurtain"

NOW = _("Now")
HISTORY = _("History")
OTHER_WAYS = _("Other ways")
SETTINGS = _("Settings")
ON = _("On")
OFF = _("Off")
HIDE = _("Hide (Esc ×3)")
HIDE_HOW = _("Hides this window and empties it. Esc three times does the same. Start Netcurtain again to bring it back.")
CONNECT = _("Connect a browser")
PRACTISE = _("Try it on the practice page")
OPEN = _("Open")
QUIT = _("Quit")
TRAY_HIDE = _("Hide")
FINISHED = _("Netcurtain has finished checking.")

NO_BROWSER = _("No browser is connected.")
NO_BROWSER_MORE = _("Connect your browser once. After that, whenever it is open, this is where you see which companies a page has told.")
NO_PAGE = _("No page is open.")
NO_PAGE_MORE = _("Open a page in your browser, and what it tells others shows up here.")

PRIVATE = _("Private window: not kept")
FORM = {
    FormLevel.SENSITIVE: _("There is a form here that asks for something personal."),
    FormLevel.POSSIBLY: _("There is a form here that may ask for something personal."),
    FormLevel.NO: "",
}
TOLD = _("told:")
TRIED = _("tried to tell:")
HERE = _("here; nothing seen going out")
CONTACTED = _("contacted")
NOTHING_READ = _("contacted; nothing in it that we can read")
"""Said only where no fact at all was read; what of a fact has no mark of its own stands in the details."""
COMPANIES = _("Companies")
SHOW_DETAILS = _("Shows or hides the details")
WHAT_WAS_TOLD = _("What was in it")
WHAT_WAS_TRIED = _("What it tried to tell")
WHY = _("Why we say so")
REQUESTS = _("Requests")

FACTS: dict[What, str] = {
    What.PAGE_ADDRESS: _("address"),
    What.PAGE_TITLE: _("title"),
    What.REFERRER: _("page before"),
    What.EVENT: _("what happened"),
    What.BUTTON_TEXT: _("button"),
    What.LINK_ADDRESS: _("link"),
    What.FORM_ID: _("form"),
    What.FORM_FIELDS: _("questions"),
    What.IDENTITY: _("who you are"),
    What.VISITOR_ID: _("number for this browser"),
    What.ACCOUNT: _("account code"),
    What.CONSENT: _("consent"),
    What.OTHER: _("something else about this page"),
    What.TYPED: _("written here"),
}
FATES: dict[Fate, str] = {
    Fate.ATTEMPTED: _("tried"),
    Fate.SENT: _("sent"),
    Fate.ANSWERED: _("sent and answered"),
    Fate.STOPPED_BY_US: _("stopped by Netcurtain"),
    Fate.STOPPED_BY_ANOTHER: _("stopped by something else"),
}

SEARCH = _("Search sites and companies")
NO_VISITS = _("Nothing here yet.")
NO_VISITS_MORE = _("Pages you open in a connected browser are listed here.")
NONE_FOUND = _("Nothing found.")
NONE_FOUND_MORE = _("No site or company here has these letters in its name.")
PICK_A_VISIT = _("Pick a visit to see what happened.")
VISITS = _("Visits")
SENSITIVE = _("personal form")
NONE_TOLD = _("none seen")
STORY = _("What happened")
STORY_EMPTY = _("We saw none of the companies on our lists here.")
STORY_NOT_SEEN = _("Sites can also pass things on where nobody's browser can see.")
STORY_GONE = _("This visit is no longer here.")
FORGET_VISIT = _("Forget this visit")
FORGET_SITE = _("Forget this site")
DELETED = _("Deleted from Netcurtain. Your browser's history, backups and copies you saved may still have it.")
KEPT_IS_LOCKED = _("What is kept is locked: open it before Netcurtain closes to delete there too.")
DELETED_BUT_LOCKED = _("Deleted from this session.") + " " + KEPT_IS_LOCKED
STILL_IN_HISTORY = _("Not all of it could be deleted yet. Something of it is still in the kept history. Netcurtain tries again by itself.")
STILL_ELSEWHERE = _(
    "Not all of it could be deleted. Something of it is still in another file of Netcurtain\u2019s. Erasing everything removes it."
)
ERASE = _("Erase everything")
ERASE_QUESTION = _("Erase everything that is kept, and all of this session? It cannot be brought back. No passphrase is needed.")
ERASED_BUT_FILES = _(
    "What was kept cannot be opened any more, for its key is gone. "
    "Some of its files could not be removed: please erase everything once more."
)
LEAVE_IT = _("Leave it as it is")
NOT_DELETED = _("This could not be deleted just now. Please try again.")
TIME, COMPANY, ADDRESS, FILTER, LIST, FATE = _("Time"), _("Company"), _("Where it went"), _("Filter"), _("List"), _("What became of it")

ALERT_HEADING = _("Not sent yet")
ALERT_STILL_HERE = _("What you wrote is still here.")
WITHOUT_COMPANIES = _("Go on without these companies")
NOT_NOW = _("Not now")
AS_IT_IS = _("Go on as it is")
LEAVE = _("Leave this page")

PAIRING_STEPS = (
    _("In your browser, open Netcurtain and press \u201cConnect to the app\u201d."),
    _("Type this code there, or paste it."),
    _("Press \u201cConnect\u201d."),
)
PAIRING_CODE = _("Your code")
COPY = _("Copy the code")
COPIED = _("Copied")
PAIRING_OVER = _("This code has run out.")
PAIRING_USED = _("This code has been used.")
PAIRING_TRIED_TOO_OFTEN = _("This code has been tried too often and works no more.")
PAIRING_NOT_NOW = _("There is no code just now. The main window says why.")
NEW_CODE = _("Make a new code")
CONNECTED = _("Connected")
CONNECTED_MORE = _("Your browser and Netcurtain know each other now.")
CALL_IT = _("Call it:")
CALL_IT_HOW = _("A name of your own, to tell your browsers apart. You can leave it as it is.")
CLOSE = _("Close")
DONE = _("Done")


def browsers(count: int) -> str:
    """How many browsers are connected."""
    words = plural("{number} browser connected", "{number} browsers connected", count)
    return core_wording.begin(words.format(number=core_wording.number(count), count=count))


def checked_with(lists: Sequence[str]) -> str:
    """The line at the bottom of the window. The first list is our own short one, and is named only where it is alone."""
    return _("Checked with {lists}").format(lists=_(", ").join(lists[1:] or lists))


def told(companies: int) -> str:
    """How many companies something went to on a visit, for a list's narrow column."""
    return plural("{count} company", "{count} companies", companies).format(count=companies) if companies else NONE_TOLD


def and_more(count: int) -> str:
    """What a short list leaves out."""
    return _("and {count} more").format(count=count)


def requests_of(count: int) -> str:
    """The heading over a company's requests."""
    return _("Requests: {count}").format(count=count)


def called(name: str) -> str:
    """What a request calls a number for the browser; the number is never kept itself."""
    return _("called {name}").format(name=name)


def site_number(number: str) -> str:
    """A site's number with a company, beside the words that it says which site this is."""
    return _("the site\u2019s own number: {number}").format(number=number)


def in_cookie(name: str) -> str:
    """Where an account's code stands; it is never kept itself."""
    return _("in the cookie {name}; we do not keep the code").format(name=name)


WHY_UNLISTED: dict[FlaggedBy, str] = {
    FlaggedBy.KNOWN_VENDOR: _("Our table of companies knows requests like this one"),
    FlaggedBy.TYPED: _("What you wrote in a field was in a request to it"),
}
"""Why a request is one to a tracker where no filter says so."""


def why_flagged(seen: RequestSeen) -> str:
    """Which filter of which list says that this is a tracker, or what else does."""
    if unlisted := WHY_UNLISTED.get(seen.flagged_by):
        return unlisted
    sentence = _("{list} has the filter {filter}") if seen.filter_list else _("A filter has the filter {filter}")
    return sentence.format(list=seen.filter_list, filter=seen.filter)


def company_row(name: str, told_line: str) -> str:
    """One company's row, spoken."""
    return _("{company}, {told}").format(company=name, told=told_line)


def seconds_left(seconds: int) -> str:
    """How long a pairing code still lives."""
    return plural("Works for {count} more second", "Works for {count} more seconds", seconds).format(count=seconds)


def update_needed(side: Side, browser: str) -> str:
    """Which side is too old for the other; ``browser`` is what it calls itself, "" where it does not say."""
    if side is Side.APP and browser:
        sentence = _("This app is too old for Netcurtain in {browser}. Please update the app.")
    elif side is Side.APP:
        sentence = _("This app is too old for Netcurtain in your browser. Please update the app.")
    elif browser:
        sentence = _("Netcurtain in {browser} is too old for this app. Please update it in the browser.")
    else:
        sentence = _("Netcurtain in your browser is too old for this app. Please update it in the browser.")
    return sentence.format(browser=browser)


def port(number: int) -> str:
    """The number that the options page shows as well."""
    return _("If the page asks for a port, it is {port}.").format(port=number)


def still_in(files: Sequence[str]) -> str:
    """Not all of it is gone: whether it is in the history's own file, where it is tried again, or in another one of ours."""
    return STILL_IN_HISTORY if all(name.startswith("history.db") for name in files) else STILL_ELSEWHERE


def clock(time: float, *, seconds: bool = False) -> str:
    """A time as 14:02, or 14:02:10; ``time`` in milliseconds since 1970."""
    return _moment(time).strftime(_("%H:%M:%S") if seconds else _("%H:%M"))


def day(time: float) -> str:
    """A date as 13 August 2026."""
    return core_wording.spoken_date(_moment(time).date())


def moment(time: float) -> str:
    """A date and a time: 13 August 2026, 14:02."""
    return _("{day}, {time}").format(day=day(time), time=clock(time))


def day_heading(time: float, today: date) -> str:
    """A date as people say it in a list."""
    days = (today - _moment(time).date()).days
    return {0: _("Today"), 1: _("Yesterday")}.get(days) or day(time)


def visit_row(site: str, time: float, companies: int, sensitive: bool) -> str:
    """One visit's row, spoken."""
    return _(", ").join([clock(time), site, told(companies), *([SENSITIVE] if sensitive else [])])


def _moment(time: float) -> datetime:
    return datetime.fromtimestamp(time / 1000).astimezone()
