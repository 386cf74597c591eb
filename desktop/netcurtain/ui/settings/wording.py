"""Every sentence of the *Settings* page that the first run does not say already (ui/first_run/wording.py)."""

from datetime import date, datetime

from netcurtain.core import wording as core_wording
from netcurtain.core.settings import Language
from netcurtain.core.translation import _, plural
from netcurtain.ui import wording as ui_wording

REMEMBERED = _("What is remembered")
FROM_THE_START = _("From the start")
THIS_COMPUTER = _("This computer")
BROWSERS = _("Connected browsers")
LISTS = _("Filter lists")
FIRST_STEPS = _("First steps")
APPEARANCE = _("How it looks")
ASKING = _("When a form waits")
FROM_OTHERS = _("From others")

TEXT_SIZE = _("How large are the words?")
COLOURS = _("Which colours?")
AS_THE_COMPUTER = _("As on this computer")
LIGHT = _("Light")
DARK = _("Dark")
CONTRAST = _("Strongest contrast")
LANGUAGE = _("Which language?")
LANGUAGES = {Language.ENGLISH: "English", Language.WELSH: "Cymraeg"}
"""Each in its own words, so that whoever speaks it finds it."""
THEN_LANGUAGE = _("Netcurtain speaks it from the next time it starts.")

ALERT = _("Where shall Netcurtain ask you?")
ALERT_BOTH = _("In the page and in a small window")
ALERT_BOTH_MORE = _("A page can cover our question with something else. It cannot cover the window.")
ALERT_PAGE = _("Only in the page")
ALERT_PAGE_MORE = _("No window comes up. A page can cover our question with something else.")
ALERT_WINDOW = _("Only in the small window")
ALERT_WINDOW_MORE = _("The page says that its form waits, and can ask you there if you want.")
THEN_ALERT_BOTH = _("From now on, both ask you.")
THEN_ALERT_PAGE = _("From now on, the page alone asks you.")
THEN_ALERT_WINDOW = _("From now on, the small window asks you, even while you are in the browser.")

FROM_OTHERS_MORE = _(
    "A charity can give you a file with its own ways to be heard. They are shown under \u201cOther ways\u201d. The file does nothing else. "
    "Whoever uses this computer can see that it is there."
)
ADD_FILE = _("Add a file")
PARTNER_FILE = _("A file from a charity")
ANY_FILE = _("Any file")
TAKES_ITS_PLACE = _("You have a file from them already. This one would take its place.")
WOULD_ADD = _("It would add these ways:")
COMPARE = _("Compare these letters and digits with those that the charity gave you, on paper or by telephone:")
ADD_THEM = _("Add them")
DO_NOT_ADD = _("Leave it")
ADDED = _("They are added. You find them under \u201cOther ways\u201d.")
NOT_ADDED = _("Nothing was added.")
REMOVE = _("Remove")
REMOVED = _("It is removed.")

KEPT = _("The kept history")
IT_IS_OPEN = _("It is open.")
IT_IS_LOCKED = _("It is locked. You can open it under History.")
LOCK_NOW = _("Lock it now")
LOCK_AFTER = _("Lock it when unused for")
LOCK_ALSO = _(
    "It is also locked when you hide or close this window, when the screen locks, when the computer sleeps and when Netcurtain ends. "
    "While it is locked, nothing is kept."
)
LOCK_ONLY = _(
    "It is locked when you hide this window, when the screen locks, when the computer sleeps and when Netcurtain ends. "
    "Closing the window does not lock it. While it is locked, nothing is kept."
)
LOCK_NEVER = _("It stays open when you close this window. Whoever uses this computer meanwhile can read it.")
NOT_BY_TIME = _("Do not lock it by time")
CHANGE_IT = _("Change the passphrase")

NOTIFICATION = _("Say when a check is over")
NOTIFICATION_MORE = _("A short message from this computer: \u201cNetcurtain has finished checking.\u201d It never says more than that.")
NOTIFICATION_ON = _("Whoever looks at the screen may see the message.")
NOTIFICATION_OFF = _("There are no messages.")

PLACE = _("Where are you?")
ALL_OF_THE_UK = _("all of the UK")

NO_BROWSERS = _("No browser has been connected yet.")
CONNECTED_NOW = _("Connected now")
NOT_SEEN_YET = _("Not seen since it was connected")
RENAME = _("Rename")
NEW_NAME = _("New name")
SAVE = _("Save")
CANCEL = _("Cancel")
DISCONNECT = _("Disconnect")
KEEP = _("Keep it connected")
CONNECT = _("Connect a browser")
RENAMED_BACK = _("It has its own name again.")

LISTS_MORE = _("Netcurtain knows companies by these lists. More lists find more, and sometimes name one that does no harm.")
LOOK_FOR_NEWER = _("Look for newer lists")
LOOKING = _("Looking for newer lists. This can take a minute.")
WORKING = _("Just a moment.")
STOP = _("Stop")
STOPPING = _("It is being stopped. This can take a moment.")
STOPPED = _("It was stopped. What was done stays.")
NO_LISTS = _("There is no list that could be newer.")
ALWAYS_ON = _("Always on")

FIRST_STEPS_MORE = _("The questions from the beginning, with your answers, and how to connect a browser.")
AGAIN = _("Go through the first steps again")


def last_seen(seconds: float, today: date) -> str:
    """When a browser was last connected; ``seconds`` since 1970, 0 for never."""
    if seconds <= 0:
        return NOT_SEEN_YET
    days = (today - datetime.fromtimestamp(seconds).astimezone().date()).days
    if days <= 0:
        return _("Last seen today at {time}").format(time=ui_wording.clock(seconds * 1000))
    return _("Last seen yesterday") if days == 1 else _("Last seen on {day}").format(day=ui_wording.day(seconds * 1000))


def minutes(count: int) -> str:
    """A time in a list; 0 is never."""
    if count == 0:
        return NOT_BY_TIME
    if count == 60:
        return _("One hour")
    words = plural("{number} minute", "{number} minutes", count)
    return core_wording.begin(words.format(number=core_wording.number(count), count=count))


def lock_also(count: int) -> str:
    """What else locks it, beside the time that was picked."""
    return LOCK_ALSO if count else LOCK_ONLY


def then_lock_after(count: int) -> str:
    """What picking a time means."""
    if count == 0:
        return LOCK_NEVER
    if count == 60:
        return _("It is locked after one hour without a key or a press in these windows.")
    sentence = plural(
        "It is locked after {number} minute without a key or a press in these windows.",
        "It is locked after {number} minutes without a key or a press in these windows.",
        count,
    )
    return sentence.format(number=core_wording.number(count), count=count)


def then_place(place: str) -> str:
    """What picking a place means."""
    return _("Beside a form, Netcurtain now names other ways in {place}.").format(place=place)


def rename(name: str) -> str:
    """The button, spoken."""
    return _("Rename {name}").format(name=name)


def disconnect(name: str) -> str:
    """The button, spoken."""
    return _("Disconnect {name}").format(name=name)


def disconnect_question(name: str) -> str:
    """Asked before it is done."""
    return _("Disconnect {name}? Nothing is checked in it then. To use it again, it needs a new code.").format(name=name)


def disconnected(name: str) -> str:
    """It is done."""
    return _("{name} is disconnected.").format(name=name)


def renamed(name: str) -> str:
    """It is done."""
    return _("It is called {name} now.").format(name=name)


def percent(count: int) -> str:
    """A text size."""
    return _("{count} %").format(count=count)


def holds_until(day: date) -> str:
    """The last day of a charity's file."""
    return _("Until {day}").format(day=core_wording.spoken_date(day))


def ran_out(day: date) -> str:
    """A charity's file that is shown no longer."""
    return _("This ran out on {day}, and is not shown any more. Ask for a newer file.").format(day=core_wording.spoken_date(day))


def remove_partner(name: str) -> str:
    """The button, spoken."""
    return _("Remove what is from {name}").format(name=name)
