"""A flagged request and the company that it goes to, as the pipeline fills them while their page is open. In memory only."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from netcurtain.core.consent import Consent
from netcurtain.core.event import CompanyView, RequestSeen
from netcurtain.core.finding import DecodedEvent, DecodedField, FlaggedBy, Identity, IdentityKind, What
from netcurtain.core.request import Fate, ResourceType

MAX_SEEN = 50
"""Flagged requests a company keeps on its page for showing, the newest; the count goes on."""

MAX_FACTS = 200
"""Different facts, and sentences, that a company keeps on its page."""

MAX_FILTERS = 100
"""Filters that a company keeps, and exceptions that a visit keeps."""

MAX_TYPED = 20
"""Fields of which a request is told to carry what was written in them."""

T = TypeVar("T")

_FAR = {Fate.ATTEMPTED: 0, Fate.STOPPED_BY_US: 1, Fate.STOPPED_BY_ANOTHER: 1, Fate.SENT: 2, Fate.ANSWERED: 3}


@dataclass(slots=True, repr=False)
class Flagged:
    """A flagged request and how far it got. ``url`` has no query. ``filter`` and ``filter_list`` are empty where no filter flagged it.

    ``read`` are its events as a decoder read them, ``cookies`` what its cookies tell, ``typed`` which fields' text it carries: all of them
    with only those words that may be kept. ``consent`` is what the request itself says. ``said`` are the sentences made of all that, each
    with its facts.
    """

    request: str
    url: str
    type: str
    filter: str
    filter_list: str
    organisation: str
    host: str
    time: float
    fate: Fate = Fate.ATTEMPTED
    flagged_by: FlaggedBy = FlaggedBy.FILTER
    status: int = 0
    read: tuple[DecodedEvent, ...] = ()
    cookies: tuple[DecodedField, ...] = ()
    typed: tuple[DecodedField, ...] = ()
    told: tuple[DecodedField, ...] = ()
    consent: Consent | None = None
    said: dict[str, tuple[DecodedField, ...]] = field(default_factory=dict)
    awaited: str = ""
    """The whole address of one whose body was asked for, until that is read: bodies are told apart by it."""
    count: int = 1
    """How many requests it stands for."""
    weighed: int = 0
    """Its weight when its page looked last."""
    _seen: RequestSeen | None = None

    def seen(self) -> RequestSeen:
        """The request as the windows show it; made once for each fate, since a busy page is shown again and again."""
        if self._seen is None or (self._seen.fate, self._seen.flagged_by) != (self.fate, self.flagged_by):
            self._seen = RequestSeen(
                self.request,
                self.url,
                self.type,
                self.filter,
                self.filter_list,
                self.organisation,
                self.fate,
                self.time,
                self.status,
                self.flagged_by,
            )
        return self._seen

    def gets_to(self, fate: Fate, status: int = 0) -> bool:
        """Take on a fate; False where that is nothing new. Reports may come twice, and what went out does not come back."""
        if _FAR[fate] <= _FAR[self.fate]:
            return False
        self.fate, self.status = fate, status
        return True

    def tells(self, facts: tuple[DecodedField, ...]) -> bool:
        """Add facts; whether one of them is new."""
        before = len(self.told)
        self.told = tuple(dict.fromkeys((*self.told, *facts)))
        return len(self.told) > before

    @property
    def weight(self) -> int:
        """How many facts and events it holds."""
        return len(self.told) + sum(1 + len(event.told) for event in self.read)

    def let_go(self) -> None:
        """It is followed no more, only shown: what it told stays with its company."""
        self.read, self.cookies, self.typed, self.told, self.awaited = (), (), (), (), ""
        self.said.clear()

    @property
    def tells_typed(self) -> bool:
        """Whether it was seen to take what somebody had typed out of the browser."""
        return bool(self.typed) and self.fate.went_out


@dataclass(slots=True, repr=False)
class Company:
    """What one company has to do with one page. ``filters`` are those that flagged it, each with its list; ``flagged_by`` whatever did.

    ``connected``: a websocket of it was opened. No rule ends one that is open.
    ``set_up`` is what its pixels are set up to take from forms, None while nobody knows; ``hidden``: the browser does not show it.
    """

    name: str
    category: str
    requests: int = 0
    went_out: bool = False
    connected: bool = False
    newest: deque[Flagged] = field(default_factory=lambda: deque(maxlen=MAX_SEEN))
    filters: dict[tuple[str, str], None] = field(default_factory=dict)
    flagged_by: set[FlaggedBy] = field(default_factory=set)
    sentences: dict[str, None] = field(default_factory=dict)
    facts_told: dict[DecodedField, None] = field(default_factory=dict)
    facts_tried: dict[DecodedField, None] = field(default_factory=dict)
    set_up: tuple[IdentityKind, ...] | None = None
    hidden: bool = False
    shown: tuple[object, CompanyView] | None = None
    """How it was shown last, with what it was then: core/view.py makes it anew only where that has changed."""

    def is_set_up(self, taken: tuple[IdentityKind, ...] | None) -> bool:
        """Take in what a pixel of it is set up to take, or that the browser does not show it; whether that is new."""
        before = self.set_up, self.hidden
        if taken is None:
            self.hidden = True
        else:
            self.set_up = tuple(kind for kind in IdentityKind if kind in {*(self.set_up or ()), *taken})
        return (self.set_up, self.hidden) != before

    def kinds_seen(self) -> tuple[IdentityKind, ...]:
        """What of who somebody is was seen going out to it."""
        seen = {fact.value.kind for fact in self.facts_told if isinstance(fact.value, Identity)} if self.went_out else set()
        return tuple(kind for kind in IdentityKind if kind in seen)

    def is_flagged(self, flagged: Flagged) -> None:
        """Remember what says that it is a tracker."""
        self.flagged_by.add(flagged.flagged_by)
        if flagged.filter:
            keep(self.filters, (flagged.filter, flagged.filter_list), MAX_FILTERS)

    def note(self, flagged: Flagged) -> None:
        """Take in how far a request got and what it tells."""
        self.went_out = self.went_out or flagged.fate.went_out
        self.connected = self.connected or (flagged.type == ResourceType.WEBSOCKET and flagged.fate is Fate.ANSWERED)
        facts = self.facts_told if flagged.fate.went_out else self.facts_tried
        for fact in flagged.told:
            # A warning speaks of kinds: one that comes late is not to be missing behind many of another kind.
            if len(facts) < MAX_FACTS or (fact not in facts and fact.what not in {known.what for known in facts}):
                facts[fact] = None

    def say(self, sentence: str, instead_of: Iterable[str] = ()) -> None:
        """Keep a finding's sentence, once; it may say all that others said, and more."""
        for said in instead_of:
            self.sentences.pop(said, None)
        keep(self.sentences, sentence, MAX_FACTS)

    def told(self) -> tuple[DecodedField, ...]:
        """Every different fact in requests that went out; the tried ones where none did."""
        return tuple(self.facts_told if self.went_out else self.facts_tried)

    def stopped_by_us(self) -> bool:
        """Whether we stopped one of its requests here; others may have gone out."""
        return any(flagged.fate is Fate.STOPPED_BY_US for flagged in self.newest)

    def told_typed(self) -> bool:
        """Whether what somebody had typed went to it."""
        return self.went_out and any(fact.what is What.TYPED for fact in self.facts_told)


def keep(kept: dict[T, None], new: T, most: int) -> None:
    """Add one more, unless there are too many."""
    if len(kept) < most:
        kept[new] = None
