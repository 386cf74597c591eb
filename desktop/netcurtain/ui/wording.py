"""Every sentence the windows say. Short, plain, calm (LOOK.md, "Words"); what was seen on a page is worded in core/wording.py."""

from collections.abc import Sequence
from datetime import date, datetime

from netcurtain.core import wording as core_wording
from netcurtain.core.event import RequestSeen, Side
from netcurtain.core.finding import FlaggedBy, What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate

APP = "Netcurtain"

NOW = "Now"
HISTORY = "History"
OTHER_WAYS = "Other ways"
SETTINGS = "Settings"
ON = "On"
OFF = "Off"
HIDE = "Hide (Esc ×3)"
HIDE_HOW = "Hides this window and empties it. Esc three times does the same. Start Netcurtain again to bring it back."
CONNECT = "Connect a browser"
PRACTISE = "Try it on the practice page"
OPEN = "Open"
QUIT = "Quit"
TRAY_HIDE = "Hide"
FINISHED = "Netcurtain has finished checking."

NO_BROWSER = "No browser is connected."
NO_BROWSER_MORE = "Connect your browser once. After that, whenever it is open, this is where you see which companies a page has told."
NO_PAGE = "No page is open."
NO_PAGE_MORE = "Open a page in your browser, and what it tells others shows up here."

PRIVATE = "Private window: not kept"
FORM = {
    FormLevel.SENSITIVE: "There is a form here that asks for something personal.",
    FormLevel.POSSIBLY: "There is a form here that may ask for something personal.",
    FormLevel.NO: "",
}
TOLD = "told:"
TRIED = "tried to tell:"
HERE = "here; nothing seen going out"
CONTACTED = "contacted; nothing in it that we can read"
COMPANIES = "Companies"
SHOW_DETAILS = "Shows or hides the details"
WHAT_WAS_TOLD = "What was in it"
WHAT_WAS_TRIED = "What it tried to tell"
WHY = "Why we say so"
REQUESTS = "Requests"

FACTS: dict[What, str] = {
    What.PAGE_ADDRESS: "address",
    What.PAGE_TITLE: "title",
    What.REFERRER: "page before",
    What.EVENT: "what happened",
    What.BUTTON_TEXT: "button",
    What.LINK_ADDRESS: "link",
    What.FORM_ID: "form",
    What.FORM_FIELDS: "questions",
    What.IDENTITY: "who you are",
    What.VISITOR_ID: "number for this browser",
    What.ACCOUNT: "account code",
    What.CONSENT: "consent",
    What.OTHER: "other",
    What.TYPED: "written here",
}
FATES: dict[Fate, str] = {
    Fate.ATTEMPTED: "tried",
    Fate.SENT: "sent",
    Fate.ANSWERED: "sent and answered",
    Fate.STOPPED_BY_US: "stopped by Netcurtain",
    Fate.STOPPED_BY_ANOTHER: "stopped by something else",
}

SEARCH = "Search sites and companies"
NO_VISITS = "Nothing here yet."
NO_VISITS_MORE = "Pages you open in a connected browser are listed here."
NONE_FOUND = "Nothing found."
NONE_FOUND_MORE = "No site or company here has these letters in its name."
PICK_A_VISIT = "Pick a visit to see what happened."
VISITS = "Visits"
SENSITIVE = "personal form"
NONE_TOLD = "none seen"
STORY = "What happened"
STORY_EMPTY = "We saw none of the companies on our lists here."
STORY_NOT_SEEN = "Sites can also pass things on where nobody's browser can see."
STORY_GONE = "This visit is no longer here."
FORGET_VISIT = "Forget this visit"
FORGET_SITE = "Forget this site"
DELETED = "Deleted from Netcurtain. Your browser's history, backups and copies you saved may still have it."
NOT_DELETED = "This could not be deleted just now. Please try again."
TIME, COMPANY, ADDRESS, FILTER, LIST, FATE = "Time", "Company", "Where it went", "Filter", "List", "What became of it"

ALERT_HEADING = "Not sent yet"
ALERT_STILL_HERE = "What you wrote is still here."
WITHOUT_COMPANIES = "Go on without these companies"
NOT_NOW = "Not now"
AS_IT_IS = "Go on as it is"
LEAVE = "Leave this page"

PAIRING_STEPS = (
    "In your browser, open Netcurtain and press \u201cConnect to the app\u201d.",
    "Type this code there, or paste it.",
    "Press \u201cConnect\u201d.",
)
PAIRING_CODE = "Your code"
COPY = "Copy the code"
COPIED = "Copied"
PAIRING_OVER = "This code has run out."
PAIRING_USED = "This code has been used."
PAIRING_TRIED_TOO_OFTEN = "This code has been tried too often and works no more."
PAIRING_NOT_NOW = "There is no code just now. The main window says why."
NEW_CODE = "Make a new code"
CONNECTED = "Connected"
CONNECTED_MORE = "Your browser and Netcurtain know each other now."
CALL_IT = "Call it:"
CALL_IT_HOW = "A name of your own, to tell your browsers apart. You can leave it as it is."
CLOSE = "Close"
DONE = "Done"


def browsers(count: int) -> str:
    """How many browsers are connected."""
    return f"{core_wording.number(count).capitalize()} browser{'' if count == 1 else 's'} connected"


def checked_with(lists: Sequence[str]) -> str:
    """The line at the bottom of the window. The first list is our own short one, and is named only where it is alone."""
    return f"Checked with {', '.join(lists[1:] or lists)}"


def told(companies: int) -> str:
    """How many companies something went to on a visit, for a list's narrow column."""
    return f"{companies} {'company' if companies == 1 else 'companies'}" if companies else NONE_TOLD


def and_more(count: int) -> str:
    """What a short list leaves out."""
    return f"and {count} more"


def requests_of(count: int) -> str:
    """The heading over a company's requests."""
    return f"{REQUESTS}: {count}"


def in_cookie(name: str) -> str:
    """Where an account's code stands; it is never kept itself."""
    return f"in the cookie {name}; we do not keep the code"


WHY_UNLISTED: dict[FlaggedBy, str] = {
    FlaggedBy.KNOWN_VENDOR: "Our table of companies knows requests like this one",
    FlaggedBy.TYPED: "What you wrote in a field was in a request to it",
}
"""Why a request is one to a tracker where no filter says so."""


def why_flagged(seen: RequestSeen) -> str:
    """Which filter of which list says that this is a tracker, or what else does."""
    return WHY_UNLISTED.get(seen.flagged_by) or f"{seen.filter_list or 'A filter'} has the filter {seen.filter}"


def company_row(name: str, told_line: str) -> str:
    """One company's row, spoken."""
    return f"{name}, {told_line}"


def seconds_left(seconds: int) -> str:
    """How long a pairing code still lives."""
    return f"Works for {seconds} more second{'' if seconds == 1 else 's'}"


def update_needed(side: Side, browser: str) -> str:
    """Which side is too old for the other; ``browser`` is what it calls itself, "" where it does not say."""
    if side is Side.APP:
        return f"This app is too old for Netcurtain in {browser or 'your browser'}. Please update the app."
    return f"Netcurtain in {browser or 'your browser'} is too old for this app. Please update it in the browser."


def port(number: int) -> str:
    """The number that the options page shows as well."""
    return f"If the page asks for a port, it is {number}."


def clock(time: float, *, seconds: bool = False) -> str:
    """A time as 14:02, or 14:02:10; ``time`` in milliseconds since 1970."""
    return f"{_moment(time):%H:%M:%S}" if seconds else f"{_moment(time):%H:%M}"


def day(time: float) -> str:
    """A date as 13 August 2026."""
    return core_wording.spoken_date(_moment(time).date())


def day_heading(time: float, today: date) -> str:
    """A date as people say it in a list."""
    days = (today - _moment(time).date()).days
    return {0: "Today", 1: "Yesterday"}.get(days) or day(time)


def visit_row(site: str, time: float, companies: int, sensitive: bool) -> str:
    """One visit's row, spoken."""
    return ", ".join([clock(time), site, told(companies), *([SENSITIVE] if sensitive else [])])


def _moment(time: float) -> datetime:
    return datetime.fromtimestamp(time / 1000).astimezone()
