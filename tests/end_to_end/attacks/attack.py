"""What one attack is: a page, what it wants and tries, what the person does, and how it may end."""

from dataclasses import dataclass
from enum import Enum


class Aim(Enum):
    """What an attack wants."""

    COVER = "cover the card"
    HIDE = "hide it or take it away"
    ANSWER = "answer it, or send without an answer"
    LEARN = "learn what is ours to know"
    EXHAUST = "exhaust the extension"
    SEND_TWICE = "make it send twice"


class Hand(Enum):
    """What the person does besides filling in the form and pressing its button."""

    PRESS = "presses it once"
    TWICE = "presses it twice, quickly"
    EARLY = "presses again as the card comes"
    ENTER = "rests on Enter"
    ESCAPE = "presses Esc"
    TAB = "goes through the card with Tab"


class Browser(Enum):
    """Where it is played."""

    CHROMIUM = "Chromium"
    FIREFOX = "Firefox"


BOTH = (Browser.CHROMIUM, Browser.FIREFOX)


class End(Enum):
    """How it ends for the person."""

    CARD = "The card can be seen and pressed."
    WINDOW = "Netcurtain asks once more in a window of its own."
    GONE = "The page has gone elsewhere, and nothing was sent."
    CHANGED = "The page has no such form any more; nothing was sent, and Netcurtain says that the page has changed."
    BY_ITSELF = "The page sends what was typed by itself, and the person sees its next page."
    SILENT = "The page has no such form any more; nothing was sent, and nothing can be said there."
    UNSEEN = "The card cannot be seen; nothing is sent."
    STUCK = "The card can be seen, but no press counts."
    NOWHERE = "Nothing came of it."


class Win(Enum):
    """What no attack may do."""

    UNANSWERED = "it was sent without an answer"
    TWICE = "it arrived more than once"
    CHANGED = "it arrived changed"
    COVERED = "a press counted while the card could not be seen"
    EARLY = "a press counted before the card could be read"
    ESCAPED = "Esc took the card away"
    KEPT_ESC = "Esc did not reach the page"
    LEARNED = "the page found out what is ours to know"


@dataclass(frozen=True, slots=True)
class Attack:
    """One page. ``ends`` are the ends that may be; ``left`` says what an attack can still do, and what the person sees then."""

    name: str
    aim: Aim
    tries: str
    ends: tuple[End, ...] = (End.CARD,)
    hand: Hand = Hand.PRESS
    left: str = ""
    succeeds_in: tuple[Browser, ...] = ()
    """Where it does succeed today; ``left`` says what that means for the person."""
    win: Win | None = None
    """What it does there."""
    never_in: tuple[Browser, ...] = ()
    """Where the browser, or Netcurtain, does not let it come to that; ``left`` says why."""
    is_partly_covered: bool = False
    """Something of the browser's own lies over a part of the card, and the person sees it."""
