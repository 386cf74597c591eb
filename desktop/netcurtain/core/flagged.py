"""A flagged request and the company that it goes to, as the pipeline fills them while their page is open. In memory only."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from netcurtain.core import counting
from netcurtain.core.consent import Consent
from netcurtain.core.counting import Facts, fewer, keep, more
from netcurtain.core.event import CompanyView, RequestSeen
from netcurtain.core.finding import DecodedEvent, DecodedField, FlaggedBy, Identity, IdentityKind, What
from netcurtain.core.request import Fate, ResourceType

MAX_SEEN = 50
"""Flagged requests a company keeps on its page for showing, the newest; the count goes on."""

MAX_FILTERS = 100
"""Filters that a company keeps, and exceptions that a visit keeps."""

MAX_TYPED = 20
"""Fields of which a request is told to carry what was written in them."""

_FAR = {Fate.ATTEMPTED: 0, Fate.STOPPED_BY_US: 1, Fate.STOPPED_BY_ANOTHER: 1, Fate.SENT: 2, Fate.ANSWERED: 3}


@dataclass(slots=True, repr=False)
class Counted:
    """What one request is counted for, so that exactly that can be taken back: that it went out, at its company (``company``) and at its
    visit (``visit``), that it took along what was typed, its facts, and its sentences; ``left_out`` are those that found no room.
    """

    company: bool = False
    visit: bool = False
    typed: bool = False
    facts: dict[DecodedField, None] = field(default_factory=dict)
    sentences: dict[str, None] = field(default_factory=dict)
    left_out: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True, repr=False)
class Flagged:
    """A flagged request and how far it got. ``url`` has no query. ``filter`` and ``filter_list`` are empty where no filter flagged it.

    ``read`` are its events as a decoder read them, ``carried`` what its cookies tell, ``typed`` which fields' text it carries: all of them
    with only those words that may be kept. ``consent`` is what the request itself says. ``said`` are the sentences made of all that, each
    with its facts. ``sent``: the browser has said so at some time. ``reached_nobody``: it says that it never left.
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
    sent: bool = False
    reached_nobody: bool = False
    flagged_by: FlaggedBy = FlaggedBy.FILTER
    status: int = 0
    read: tuple[DecodedEvent, ...] = ()
    carried: tuple[DecodedField, ...] = ()
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
    counted: Counted = field(default_factory=Counted)
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
        """Take on a fate; False where that is nothing new. Reports may come twice and in any order.

        What went out does not come back. But that one is sent is told before anybody knows whether there is somebody to send it to: that it
        was only attempted takes this back, and is the last word on it unless there is an answer after all. Where it stands for more than
        one it is not taken back: what is told is how far the first of them got, and the others may have reached somebody.
        """
        self.sent = self.sent or Fate.SENT in (self.fate, fate)
        if fate is Fate.ATTEMPTED:
            if self.count > 1:
                return False
            known, self.reached_nobody = self.reached_nobody, True
            if known or self.fate not in (Fate.ATTEMPTED, Fate.SENT):
                return False
        elif _FAR[fate] <= _FAR[self.fate] or (fate is Fate.SENT and self.reached_nobody):
            return False
        self.fate, self.status = fate, status
        return True

    def stands_for(self, count: int) -> bool:
        """It turns out to stand for so many: that one of them reached nobody says nothing of the others. Whether it went out after all."""
        self.count = count
        if count == 1 or not self.reached_nobody:
            return False
        self.reached_nobody = False
        if self.fate is not Fate.ATTEMPTED or not self.sent:
            return False
        self.fate = Fate.SENT
        return True

    @property
    def cookies(self) -> tuple[DecodedField, ...]:
        """What its cookies tell: only of one that went out are they told."""
        return self.carried if self.fate.went_out else ()

    @property
    def has_ended(self) -> bool:
        """Whether it was told how far it got."""
        return self.reached_nobody or self.fate is not Fate.ATTEMPTED

    def tells(self, facts: tuple[DecodedField, ...]) -> bool:
        """Add facts; whether one of them is new."""
        before = len(self.told)
        self.told = tuple(dict.fromkeys((*self.told, *facts)))
        return len(self.told) > before

    @property
    def weight(self) -> int:
        """How many facts and events it holds."""
        return len(self.told) + sum(1 + len(event.told) for event in self.read)

    def unsay(self) -> None:
        """It has turned out otherwise whether it went out: nothing has been said of that yet. Cookies are told only with what went out."""
        self.said.clear()
        if self.carried and not self.fate.went_out:
            self.told = tuple(dict.fromkeys((*(fact for event in self.read for fact in event.told), *self.typed)))

    def let_go(self) -> None:
        """It is followed no more, only shown: what it told stays with its company, and is not taken back any more.

        By then thousands have come after it, and a page that asks for things without end is not to make us forget what it told.
        """
        self.read, self.carried, self.typed, self.told, self.awaited = (), (), (), (), ""
        self.said.clear()
        self.counted.facts.clear()
        self.counted.sentences.clear()
        self.counted.left_out.clear()

    @property
    def tells_typed(self) -> bool:
        """Whether it was seen to take what somebody had typed out of the browser."""
        return bool(self.typed) and self.fate.went_out


@dataclass(slots=True, repr=False)
class Company:
    """What one company has to do with one page. ``filters`` are those that flagged it, each with its list; ``flagged_by`` whatever did.

    ``out`` counts the requests that went out to it; ``facts_told`` and ``sentences`` count for each in how many requests it is, for one of
    them may turn out to have reached nobody. ``taken_back`` counts how often that was. ``left_out`` are the requests of which something
    found no room; ``freed``: since then some was made.
    ``connected``: a websocket of it was opened. No rule ends one that is open.
    ``set_up`` is what its pixels are set up to take from forms, None while nobody knows; ``hidden``: the browser does not show it.
    """

    name: str
    category: str
    requests: int = 0
    out: int = 0
    taken_back: int = 0
    connected: bool = False
    newest: deque[Flagged] = field(default_factory=lambda: deque(maxlen=MAX_SEEN))
    filters: dict[tuple[str, str], None] = field(default_factory=dict)
    flagged_by: set[FlaggedBy] = field(default_factory=set)
    sentences: dict[str, int] = field(default_factory=dict)
    facts_told: Facts = field(default_factory=Facts)
    facts_tried: Facts = field(default_factory=Facts)
    left_out: dict[str, Flagged] = field(default_factory=dict)
    freed: bool = False
    set_up: tuple[IdentityKind, ...] | None = None
    hidden: bool = False
    shown: tuple[object, CompanyView] | None = None
    """How it was shown last, with what it was then: core/view.py makes it anew only where that has changed."""

    @property
    def went_out(self) -> bool:
        """Whether something went out to it."""
        return self.out > 0

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
        self.connected = self.connected or (flagged.type == ResourceType.WEBSOCKET and flagged.fate is Fate.ANSWERED)
        counted = flagged.counted
        if flagged.fate.went_out:
            self.out += not counted.company
            counted.company = True
            for fact in flagged.told:
                if fact in counted.facts:
                    continue
                if self.facts_told.add(fact):
                    counted.facts[fact] = None
                else:
                    self.left_out[flagged.request] = flagged
            return
        if counted.company:
            counted.company = False
            self.out -= 1
            self.taken_back += 1
            for fact in counted.facts:
                self.freed = self.facts_told.drop(fact) or self.freed
            counted.facts.clear()
        for fact in flagged.told:
            self.facts_tried.add(fact)

    def say(self, flagged: Flagged, sentence: str, instead_of: Iterable[str] = ()) -> None:
        """Keep the sentence of a request's finding; it may say all that others of the same request said, and more."""
        self._unsay(flagged, instead_of)
        if sentence in self.sentences or len(self.sentences) < counting.MAX_FACTS:
            flagged.counted.sentences[sentence] = None
            more(self.sentences, sentence)
        else:
            flagged.counted.left_out[sentence] = None
            self.left_out[flagged.request] = flagged

    def unsay(self, flagged: Flagged) -> None:
        """It has turned out otherwise whether a request went out: what was said of it is not said any more."""
        self._unsay(flagged, (*flagged.counted.sentences, *flagged.counted.left_out))
        self.taken_back += 1

    def make_up(self) -> None:
        """Where it was full and something was taken back, what had found no room before has some now.

        To be asked once for all that was heard together: it takes a look at all that was left out.
        """
        if not self.freed:
            return
        waiting, self.left_out, self.freed = self.left_out, {}, False
        for flagged in waiting.values():
            self.note(flagged)
            sentences, flagged.counted.left_out = flagged.counted.left_out, {}
            for sentence in sentences:
                self.say(flagged, sentence)

    def _unsay(self, flagged: Flagged, sentences: Iterable[str]) -> None:
        for sentence in sentences:
            flagged.counted.left_out.pop(sentence, None)
            if sentence in flagged.counted.sentences:
                del flagged.counted.sentences[sentence]
                fewer(self.sentences, sentence)
                self.freed = self.freed or sentence not in self.sentences

    def told(self) -> tuple[DecodedField, ...]:
        """Every different fact in requests that went out; the tried ones where none did."""
        return tuple(self.facts_told if self.went_out else self.facts_tried)

    def stopped_by_us(self) -> bool:
        """Whether we stopped one of its requests here; others may have gone out."""
        return any(flagged.fate is Fate.STOPPED_BY_US for flagged in self.newest)

    def told_typed(self) -> bool:
        """Whether what somebody had typed went to it."""
        return self.went_out and any(fact.what is What.TYPED for fact in self.facts_told)
