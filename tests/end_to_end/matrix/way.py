"""One way of sending: a row of the table in ways.py. What the page is made of, what the person does there, and what arrives then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

TYPED = "zq77 last night"
"""What the person writes."""
FILE_NAME = "photo.txt"
FILE_TEXT = 'zq77 what the file says,\nin two lines: £5 & "y Sgŵâr" 100% = +'
ANY = None
"""A value that may be whatever it is, as where on an image somebody pressed."""


class Deed(Enum):
    """What a person does, at an element of the form's own document or root."""

    FILL = "write the answer into it"
    PRESS = "press it"
    PRESS_TWICE = "press it, and at once again"
    DOUBLE = "double click it"
    TOUCH = "tap it"
    POINT = "move the pointer over it"
    KEY = "press a key"
    CHOOSE = "choose a file"
    PRESS_AROUND = "press it in the page around the frame"
    GO_AWAY = "go to another page"
    BACK = "go back"
    NOTHING_COMES = "see that neither a card comes nor anything is sent"


@dataclass(frozen=True, slots=True)
class Step:
    """One deed; ``at`` is a selector, or a key's name."""

    deed: Deed
    at: str = ""


FILL = Step(Deed.FILL, "#what")
PRESS = Step(Deed.PRESS, "#go")
ENTER = Step(Deed.KEY, "Enter")


class Kind(Enum):
    """The parts of the table."""

    FORM = "Forms"
    PRESS = "Presses"
    KEY = "Keys"
    FRAME = "Frames and roots"
    COURSE = "More than one step"
    AT_ONCE = "Cannot be held"


class BrowserName(Enum):
    """Both are run from the one source of the extension."""

    CHROMIUM = "Chromium"
    FIREFOX = "Firefox"


class Inside(Enum):
    """A document inside of the place's own that has the form."""

    NOTHING = "the place's own document"
    SRCDOC = "srcdoc"
    WRITTEN = "about:blank, written to"
    BLOB = "blob"
    SANDBOX = "sandbox"
    SEALED = "sandbox in which no script runs"
    FRAMED = "a frame of the same site"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of sending."""

    name: str
    kind: Kind
    body: str
    """HTML; ``%TAKE%`` is where it is sent. The field is ``#what``."""
    script: str = ""
    """Run once the HTML is there. It has ``root`` (the document or a shadow root), its querySelector ``q``, and what place.py gives it."""
    act: tuple[Step, ...] = (FILL, PRESS)
    arrives: Mapping[str, str | None] = field(default_factory=lambda: {"what": TYPED})
    """What the site gets."""
    method: str = "POST"
    inside: Inside = Inside.NOTHING
    meanwhile: str = ""
    """What the page's own code does while the card is up."""
    second_press: bool = False
    """What is let go is not heard by the page; the person's next press is."""
    then: tuple[Step, ...] = ()
    """What the person does once it has arrived. Then it arrives again, without a card: one card a visit."""
    asked_again: bool = False
    """The same after "Not now" and another page: then a card comes again."""
    then_arrives: Mapping[str, str | None] = field(default_factory=dict)
    may_go_twice: bool = False
    """With nobody in between, it may go for each of two quick presses: now and then in Firefox, in Chromium on a busy computer (14 of 50
    tries at a load of 36). Without the extension it is the same."""
    each_letter: bool = False
    """It goes for every letter, each time with what stands there by then."""
    cannot: str = ""
    """Why it cannot be held."""
    instead: str = ""
    """What the person sees instead."""
    senseless: Mapping[str, str] = field(default_factory=dict)
    """Places where this makes no sense, and why."""

    @property
    def can_be_held(self) -> bool:
        return not self.cannot

    @property
    def has_file(self) -> bool:
        return any(step.deed is Deed.CHOOSE for step in self.act)
