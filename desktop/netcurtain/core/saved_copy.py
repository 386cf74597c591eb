"""What the person asks for when they save a copy, how it goes on, and what came of it: words between the windows and saving.py."""

import enum
from dataclasses import dataclass
from pathlib import Path


class CopyKind(enum.StrEnum):
    """For whom a copy is."""

    ORGANISATION = "organisation"
    """For the site's own organisation: without a name, numbers for this browser and words of buttons, unless asked for."""
    SOLICITOR = "solicitor"
    """For a solicitor: with words of buttons and numbers for this browser, behind a passphrase."""


@dataclass(frozen=True, slots=True, repr=False)
class CopyWish:
    """A copy of one visit, or where ``site`` is given of every visit to it. ``button_words``, ``browser_numbers`` and ``name`` (printed on
    it; "" for none) are for an organisation; ``passphrase`` is for a solicitor. ``place`` is the file to write: a zip or, for a solicitor,
    a PDF.
    """

    kind: CopyKind
    place: Path
    visit: str = ""
    site: str = ""
    button_words: bool = False
    browser_numbers: bool = False
    name: str = ""
    passphrase: str = ""


class CopyStep(enum.StrEnum):
    """What is being done."""

    GATHERING = "gathering"
    DRAWING = "drawing"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class CopyMade:
    """What came of it. ``sentence`` says what was written and from which facts, or why nothing was; nothing at all is left where it was
    cancelled.
    """

    made: bool
    sentence: str
    cancelled: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Letters:
    """Words to start from, for the person to change: a complaint to the organisation, and a statement for the ICO (2,000 characters at
    most), as it is once they have answered, and as it is where they have not in time.
    """

    complaint: str
    answered: str
    not_answered: str
