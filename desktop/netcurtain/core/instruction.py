"""What the core tells a browser: the messages that leave core/session.py. link/protocol.py puts them on the wire as they are."""

import msgspec

from netcurtain.core.blocking import BlockRule
from netcurtain.core.from_start import FromTheStart
from netcurtain.core.keeping import Kept, Stored
from netcurtain.core.level import Asks, FormLevel, Level
from netcurtain.core.observation import Choice
from netcurtain.core.settings import Retention


class CardWords(msgspec.Struct, frozen=True, omit_defaults=True):
    """The sentences of the warning that depend on what was seen; all others live in the extension's ``_locales``.

    ``ways`` are other ways to report or be heard, a line a contact.
    """

    arrival: str = ""
    told: list[str] = []
    not_seen: str = ""
    details: list[str] = []
    unstoppable: str = ""
    ways: list[str] = []


class FormVerdict(msgspec.Struct, frozen=True):
    """One form's level: ``level`` decides whether a submission is held, ``form_level`` says how sensitive the form is."""

    form: str
    level: Level
    form_level: FormLevel


class Verdict(msgspec.Struct, frozen=True, tag="verdict", omit_defaults=True):
    """The newest verdict on a page and its forms. ``answered``: the person answered in this visit, so nothing is held any more.

    ``companies`` names who was contacted; ``site`` is the page's registrable domain. ``left_out``: the person chose to go on without the
    companies, so those met later are left out as well. ``rules`` is how to do that, given with ``warning`` and while ``left_out``.
    ``paused``: the person does not want this visit looked at; nothing is said of it then, and ``answered`` is true as well.
    ``asks``: what the person has said of this visit's forms; the levels follow it. ``unkept``: they do not want this visit kept.
    """

    page: str
    level: Level
    forms: list[FormVerdict] = []
    companies: list[str] = []
    site: str = ""
    answered: bool = False
    left_out: bool = False
    paused: bool = False
    unkept: bool = False
    asks: Asks = Asks.USUAL
    words: CardWords = CardWords()
    rules: list[BlockRule] = []


class BodyWanted(msgspec.Struct, frozen=True, tag="body_wanted"):
    """Please send the body of this request, if it still waits."""

    request: str
    page: str


class ChoiceMade(msgspec.Struct, frozen=True, tag="choice_made"):
    """The person answered in the app's own window."""

    submission: str
    page: str
    choice: Choice


class SubmissionSeen(msgspec.Struct, frozen=True, tag="submission_seen"):
    """The acknowledgement of a submission: it need not be sent again. ``stored``: whether it is in the history, and why where it is not."""

    submission: str
    page: str
    stored: Stored


class DepartedWords(msgspec.Struct, frozen=True, tag="departed_words"):
    """The quiet line after a form has gone, or the card's line when nothing left."""

    submission: str
    page: str
    text: str


class PageWords(msgspec.Struct, frozen=True, tag="page_words", omit_defaults=True):
    """The answer to ``popup``, ``pause`` and ``correct``: who is on this page, a sentence each. ``headline`` is the one that stands first.

    ``form`` is how sensitive we think the page's forms are, whatever the person has said of them (``asks``); it is left out where there is
    no form, and both are while the visit is paused. ``unkept``: the person does not want this visit kept.
    """

    page: str
    headline: str
    told: list[str] = []
    not_seen: str = ""
    paused: bool = False
    unkept: bool = False
    form: FormLevel | None = None
    asks: Asks = Asks.USUAL

    def __repr__(self) -> str:
        """Name the page; the sentences quote it."""
        return f"PageWords({self.page!r})"


class Standing(msgspec.Struct, frozen=True, tag="standing", omit_defaults=True):
    """What holds for every page until it is told anew: how long pages are remembered after they were left, and whom to leave out from the
    start, also when no app is there. None is nobody: what was left out before is let through again. ``kept`` is how the history on disk
    stands. ``in_window``: the app's own window asks about a form that waits; the page says so, and asks only when it is told to.
    """

    keeping: Retention
    from_the_start: FromTheStart | None = None
    kept: Kept = Kept.NONE
    in_window: bool = False


class Erased(msgspec.Struct, frozen=True, tag="erased"):
    """Everything that was kept is gone; or, where ``gone`` is false, not all of it, and the app's window says what to do."""

    gone: bool


Instruction = Verdict | BodyWanted | ChoiceMade | SubmissionSeen | DepartedWords | PageWords | Standing | Erased
