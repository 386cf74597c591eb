"""Every sentence of the *Settings* page that the first run does not say already (ui/first_run/wording.py)."""

from datetime import date, datetime

from netcurtain.ui import wording as ui_wording

REMEMBERED = "What is remembered"
FROM_THE_START = "From the start"
THIS_COMPUTER = "This computer"
BROWSERS = "Connected browsers"
LISTS = "Filter lists"
FIRST_STEPS = "First steps"

NOTIFICATION = "Say when a check is over"
NOTIFICATION_MORE = "A short message from this computer: \u201cNetcurtain has finished checking.\u201d It never says more than that."
NOTIFICATION_ON = "Whoever looks at the screen may see the message."
NOTIFICATION_OFF = "There are no messages."

PLACE = "Where are you?"
ALL_OF_THE_UK = "all of the UK"

NO_BROWSERS = "No browser has been connected yet."
CONNECTED_NOW = "Connected now"
NOT_SEEN_YET = "Not seen since it was connected"
RENAME = "Rename"
NEW_NAME = "New name"
SAVE = "Save"
CANCEL = "Cancel"
DISCONNECT = "Disconnect"
KEEP = "Keep it connected"
CONNECT = "Connect a browser"
RENAMED_BACK = "It has its own name again."

LISTS_MORE = "Netcurtain knows companies by these lists. More lists find more, and sometimes name one that does no harm."
LOOK_FOR_NEWER = "Look for newer lists"
LOOKING = "Looking for newer lists. This can take a minute."
WORKING = "Just a moment."
NO_LISTS = "There is no list that could be newer."
ALWAYS_ON = "Always on"

FIRST_STEPS_MORE = "The questions from the beginning, with your answers, and how to connect a browser."
AGAIN = "Go through the first steps again"


def last_seen(seconds: float, today: date) -> str:
    """When a browser was last connected; ``seconds`` since 1970, 0 for never."""
    if seconds <= 0:
        return NOT_SEEN_YET
    days = (today - datetime.fromtimestamp(seconds).astimezone().date()).days
    if days <= 0:
        return f"Last seen today at {ui_wording.clock(seconds * 1000)}"
    return "Last seen yesterday" if days == 1 else f"Last seen on {ui_wording.day(seconds * 1000)}"


def then_place(place: str) -> str:
    """What picking a place means."""
    return f"Beside a form, Netcurtain now names other ways in {place}."


def rename(name: str) -> str:
    """The button, spoken."""
    return f"{RENAME} {name}"


def disconnect(name: str) -> str:
    """The button, spoken."""
    return f"{DISCONNECT} {name}"


def disconnect_question(name: str) -> str:
    """Asked before it is done."""
    return f"Disconnect {name}? Nothing is checked in it then. To use it again, it needs a new code."


def disconnected(name: str) -> str:
    """It is done."""
    return f"{name} is disconnected."


def renamed(name: str) -> str:
    """It is done."""
    return f"It is called {name} now."
