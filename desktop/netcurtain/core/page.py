"""A page and its visit while they are open: where the pipeline gathers what it has seen. Lives on the link's thread, in memory only."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from netcurtain.core.domains import registrable_domain
from netcurtain.core.event import PageKey, RequestSeen
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.level import FormJudgement, FormLevel
from netcurtain.core.organisations import RECORDER
from netcurtain.core.request import Fate, ResourceType

MAX_SEEN = 50
"""Flagged requests a company keeps on its page for showing, the newest; the count goes on."""

MAX_TRACKED = 4000
"""Flagged requests of a page whose fate is still followed; the oldest is let go of first."""

MAX_COMPANIES = 300
"""Companies of a page, and of a visit, that are told apart."""

MAX_FACTS = 200
"""Different facts, and sentences, that a company keeps on its page."""

MAX_FILTERS = 100
"""Filters that a company keeps, and exceptions that a visit keeps."""

MAX_FORMS = 100
"""Forms of one page; the one that weighs least makes room for a new one."""

MAX_ACTIONS = 500
"""Places that a page's forms go to."""

MAX_BUTTONS = 500
"""Words of a page's buttons that are remembered."""

MAX_FIELDS = 1000
"""Names of a page's questions that are remembered."""

MAX_ACTION_HOSTS = 8
"""Hosts that a page's forms go to and that nothing may stop; a page with more has its heaviest forms spared."""

T = TypeVar("T")

_FAR = {Fate.ATTEMPTED: 0, Fate.STOPPED_BY_US: 1, Fate.STOPPED_BY_ANOTHER: 1, Fate.SENT: 2, Fate.ANSWERED: 3}
_WEIGHT = {FormLevel.NO: 0, FormLevel.POSSIBLY: 1, FormLevel.SENSITIVE: 2}


@dataclass(slots=True)
class Flagged:
    """A flagged request and how far it got. ``url`` has no query."""

    request: str
    url: str
    type: str
    filter: str
    filter_list: str
    organisation: str
    host: str
    time: float
    fate: Fate = Fate.ATTEMPTED
    told: tuple[DecodedField, ...] = ()
    awaited: str = field(default="", repr=False)
    """The whole address of one whose body was asked for, until that is read: bodies are told apart by it."""
    _seen: RequestSeen | None = None

    def seen(self) -> RequestSeen:
        """The request as the windows show it; made once for each fate, since a busy page is shown again and again."""
        if self._seen is None or self._seen.fate is not self.fate:
            self._seen = RequestSeen(
                self.request, self.url, self.type, self.filter, self.filter_list, self.organisation, self.fate, self.time
            )
        return self._seen

    def gets_to(self, fate: Fate) -> bool:
        """Take on a fate; False where that is nothing new. Reports may come twice, and what went out does not come back."""
        if _FAR[fate] <= _FAR[self.fate]:
            return False
        self.fate = fate
        return True


@dataclass(slots=True)
class Company:
    """What one company has to do with one page. ``filters`` are those that flagged it, each with its list.

    ``connected``: a websocket of it was opened. No rule ends one that is open.
    """

    name: str
    category: str
    requests: int = 0
    went_out: bool = False
    connected: bool = False
    newest: deque[Flagged] = field(default_factory=lambda: deque(maxlen=MAX_SEEN))
    filters: dict[tuple[str, str], None] = field(default_factory=dict)
    sentences: dict[str, None] = field(default_factory=dict)
    facts_told: dict[DecodedField, None] = field(default_factory=dict)
    facts_tried: dict[DecodedField, None] = field(default_factory=dict)

    def note(self, flagged: Flagged) -> None:
        """Take in how far a request got and what it tells."""
        self.went_out = self.went_out or flagged.fate.went_out
        self.connected = self.connected or (flagged.type == ResourceType.WEBSOCKET and flagged.fate is Fate.ANSWERED)
        facts = self.facts_told if flagged.fate.went_out else self.facts_tried
        for fact in flagged.told:
            _keep(facts, fact, MAX_FACTS)

    def say(self, sentence: str) -> None:
        """Keep a finding's sentence, once."""
        _keep(self.sentences, sentence, MAX_FACTS)

    def told(self) -> tuple[DecodedField, ...]:
        """Every different fact in requests that went out; the tried ones where none did."""
        return tuple(self.facts_told if self.went_out else self.facts_tried)


@dataclass(slots=True)
class Form:
    """A form on a page and what was decided about it. ``action`` is where it goes, without query."""

    id: str
    action: str
    action_host: str
    judgement: FormJudgement

    @property
    def weight(self) -> tuple[int, float]:
        """How much the form matters among others."""
        return _WEIGHT[self.judgement.level], self.judgement.score


@dataclass(slots=True)
class Visit:
    """The pages of one site, one after another in a tab.

    ``companies`` are those met on any of them, with the filters that flagged them; ``reached`` are those that something went out to.
    ``own_address`` are those met on the site's own address, where nothing is ever stopped.
    ``answered``: the person has answered a warning here, so nothing more is held. ``left_out``: the companies are being stopped.
    ``paused``: the person wants Netcurtain to stand aside here until they leave: nothing is looked at, asked, told or kept. Companies that
    are left out stay so: what they are told once cannot be taken back, and to pause is no word about them.
    """

    id: str
    site: str
    private: bool
    companies: dict[str, dict[str, None]] = field(default_factory=dict)
    reached: dict[str, None] = field(default_factory=dict)
    own_address: dict[str, None] = field(default_factory=dict)
    exceptions: dict[str, None] = field(default_factory=dict)
    answered: bool = False
    left_out: bool = False
    paused: bool = False
    stopped: dict[str, int] = field(default_factory=dict)

    def meet(self, flagged: Flagged) -> None:
        """A filter flagged a company."""
        company = flagged.organisation
        if company in self.companies or len(self.companies) < MAX_COMPANIES:
            _keep(self.companies.setdefault(company, {}), flagged.filter, MAX_FILTERS)
            if registrable_domain(flagged.host) == self.site:
                self.own_address[company] = None

    def except_by(self, exception: str) -> bool:
        """An exception let something through that a filter would have flagged; whether it is new."""
        before = len(self.exceptions)
        _keep(self.exceptions, exception, MAX_FILTERS)
        return len(self.exceptions) > before

    def note(self, flagged: Flagged) -> None:
        """A request of a company went out, or was stopped by us."""
        company = flagged.organisation
        if company not in self.companies:
            return
        if flagged.fate.went_out:
            self.reached[company] = None
        elif flagged.fate is Fate.STOPPED_BY_US:
            self.stopped[company] = self.stopped.get(company, 0) + 1


@dataclass(slots=True)
class Page:
    """One open document. ``actions`` are the places its forms go to, ``buttons`` the words on their buttons, ``fields`` the names of
    their questions in the page's code; those no longer there too.

    ``reached`` are the companies that something went out to from this page.
    """

    key: PageKey
    tab: int
    visit: Visit
    url: str
    host: str
    title: str
    private: bool
    started: float
    from_start: bool
    companies: dict[str, Company] = field(default_factory=dict)
    flagged: dict[str, Flagged] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    actions: dict[str, None] = field(default_factory=dict)
    buttons: dict[str, None] = field(default_factory=dict)
    fields: dict[str, None] = field(default_factory=dict)
    reached: dict[str, None] = field(default_factory=dict)

    @property
    def site(self) -> str:
        """The registrable domain of the page."""
        return self.visit.site

    def main_form(self) -> Form | None:
        """The form that weighs most."""
        return max(self.forms.values(), key=lambda form: form.weight, default=None)

    def action_hosts(self) -> tuple[str, ...]:
        """Where the forms go that may ask for something sensitive; where all forms go if none does."""
        weighty = [form for form in self.forms.values() if form.judgement.level is not FormLevel.NO] or list(self.forms.values())
        weighty.sort(key=lambda form: form.weight, reverse=True)
        return tuple(dict.fromkeys(form.action_host for form in weighty if form.action_host))[:MAX_ACTION_HOSTS]

    def add_form(self, form: Form) -> None:
        """Add a form, or what is now known of it."""
        if form.id not in self.forms and len(self.forms) >= MAX_FORMS:
            self.forms.pop(min(self.forms.values(), key=lambda known: known.weight).id)
        self.forms[form.id] = form
        if form.action:
            _keep(self.actions, form.action, MAX_ACTIONS)

    def add_buttons(self, words: Iterable[str]) -> None:
        """Remember what the buttons of a form say."""
        for said in words:
            _keep(self.buttons, _folded(said), MAX_BUTTONS)

    def add_fields(self, names: Iterable[str]) -> None:
        """Remember what the questions of a form are called in the page's code."""
        for name in filter(None, names):
            _keep(self.fields, name, MAX_FIELDS)

    def says(self, fact: DecodedField) -> bool:
        """Whether a fact's words are the page's own: the extension told of them, and leaves out one that repeats an answer."""
        if fact.what is What.BUTTON_TEXT:
            return _folded(fact.text) in self.buttons
        if fact.what is What.FORM_FIELDS:
            return isinstance(fact.value, tuple) and all(name in self.fields for name in fact.value)
        return fact.what is not What.PAGE_TITLE or _folded(fact.text) == _folded(self.title)

    def note(self, flagged: Flagged) -> None:
        """Take in, for the page, its visit and the company, how far a request got."""
        self.visit.note(flagged)
        self.companies[flagged.organisation].note(flagged)
        if flagged.fate.went_out:
            self.reached[flagged.organisation] = None

    def flag(self, flagged: Flagged, category: str, count: int) -> bool:
        """Add a flagged request to its company; False where the page has too many companies to tell it apart."""
        self.visit.meet(flagged)
        company = self.companies.get(flagged.organisation)
        if company is None:
            if len(self.companies) >= MAX_COMPANIES:
                return False
            company = self.companies[flagged.organisation] = Company(flagged.organisation, category)
        if category == RECORDER:
            company.category = category
        company.requests += count
        company.newest.append(flagged)
        _keep(company.filters, (flagged.filter, flagged.filter_list), MAX_FILTERS)
        if len(self.flagged) >= MAX_TRACKED:
            self.flagged.pop(next(iter(self.flagged)))
        self.flagged[flagged.request] = flagged
        return True


def _keep(kept: dict[T, None], new: T, most: int) -> None:
    if len(kept) < most:
        kept[new] = None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
