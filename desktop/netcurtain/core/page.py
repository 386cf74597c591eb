"""A page and its visit while they are open: where the pipeline gathers what it has seen. Lives on the link's thread, in memory only."""

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from netcurtain.core.consent import Consent
from netcurtain.core.counting import fewer, keep, more
from netcurtain.core.domains import registrable_domain
from netcurtain.core.event import PageKey
from netcurtain.core.evidence import Circumstances, ServerClock
from netcurtain.core.finding import DecodedEvent, DecodedField, FlaggedBy, Typed, What
from netcurtain.core.flagged import MAX_FILTERS, Company, Flagged
from netcurtain.core.form_memory import FormMemory
from netcurtain.core.level import Asks, FormJudgement, FormLevel, Level, level_of
from netcurtain.core.organisations import RECORDER
from netcurtain.core.remembered import Remembered
from netcurtain.core.request import Fate

MAX_TRACKED, MAX_HELD = 4000, 40_000
"""Flagged requests of a page whose fate is followed, and facts and events that they hold; the oldest request is let go of first."""

MAX_COMPANIES = 300
"""Companies of a page, and of a visit, that are told apart."""

MAX_FORMS = 100
"""Forms of one page; the one that weighs least makes room for a new one."""

MAX_ACTIONS = 500
"""Places that a page's forms go to."""

MAX_BUTTONS = 500
"""Words of a page's buttons that are remembered."""

MAX_FIELDS = 1000
"""Names of a page's questions that are remembered, and labels of them."""

MAX_CONSENTS = 50
"""Changes of a page's question about cookies that are remembered, the newest."""

MAX_SUBMITTED = 50
"""Times at which its forms went that a page remembers, the newest."""

MAX_JUDGED = 500
"""Addresses, titles and buttons of which a page remembers what they give away."""

MAX_WORDED = 100
"""Events of which a page remembers the sentence."""

MAX_ACTION_HOSTS = 8
"""Hosts that a page's forms go to and that nothing may stop; a page with more has its heaviest forms spared."""

_UNKNOWN = Circumstances()
_WEIGHT = {FormLevel.NO: 0, FormLevel.POSSIBLY: 1, FormLevel.SENSITIVE: 2}

Worded = tuple[str, tuple[str, ...]]
"""The sentence of a finding, and the words in it that give the page away."""


@dataclass(slots=True, repr=False)
class Form:
    """A form on a page and what was decided about it. ``action`` is where it goes, without query.

    ``alone`` is decided from the form itself, ``inherited`` from what its visit remembers. ``beside``: it stood next to one that is
    sensitive by itself, so it is no step of that one's journey. ``sent``: it has been sent.
    """

    id: str
    action: str
    action_host: str
    alone: FormJudgement
    inherited: FormJudgement | None = None
    beside: bool = False
    sent: bool = False

    @property
    def judgement(self) -> FormJudgement:
        """What counts."""
        return self.inherited or self.alone

    @property
    def weight(self) -> tuple[int, float]:
        """How much the form matters among others."""
        return _WEIGHT[self.judgement.level], self.judgement.score


@dataclass(slots=True, repr=False)
class Visit:
    """The pages of one site, one after another in a tab.

    ``companies`` are those met on any of them, with the filters that flagged them; ``reached`` are those that something went out to, with
    how many requests did.
    ``own_address`` are those met on the site's own address, where nothing is ever stopped. ``unlisted`` are those that something else than
    a filter flagged, and what. ``typed`` counts the requests that took along what somebody had typed.
    ``asked``: a warning was up here, and while one is, everything to these companies is stopped: that says nothing of what they knew.
    ``answered``: the person has answered a warning here, so nothing more is held. ``left_out``: the companies are being stopped.
    ``paused``: the person wants Netcurtain to stand aside here until they leave: nothing is looked at, asked, told or kept. Companies that
    are left out stay so: what they are told once cannot be taken back, and to pause is no word about them.
    ``unkept``: the person does not want this visit kept; all else goes on.
    ``kept_out`` are those of which we stopped a request; ``stopped`` counts such requests, until a form that goes without them is through.
    ``memory`` is what its later forms inherit from. ``asks``: what the person has said of its forms.
    """

    id: str
    site: str
    private: bool
    companies: dict[str, dict[str, None]] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)
    own_address: dict[str, None] = field(default_factory=dict)
    exceptions: dict[str, None] = field(default_factory=dict)
    unlisted: dict[tuple[str, FlaggedBy], None] = field(default_factory=dict)
    typed: int = 0
    asked: bool = False
    answered: bool = False
    left_out: bool = False
    paused: bool = False
    unkept: bool = False
    asks: Asks = Asks.USUAL
    memory: FormMemory = field(default_factory=FormMemory)
    stopped: dict[str, int] = field(default_factory=dict)
    kept_out: dict[str, None] = field(default_factory=dict)

    def meet(self, flagged: Flagged) -> None:
        """A request of a company was flagged."""
        company = flagged.organisation
        if company in self.companies or len(self.companies) < MAX_COMPANIES:
            filters = self.companies.setdefault(company, {})
            if flagged.filter:
                keep(filters, flagged.filter, MAX_FILTERS)
            else:
                self.unlisted[company, flagged.flagged_by] = None
            if registrable_domain(flagged.host) == self.site:
                self.own_address[company] = None

    def except_by(self, exception: str) -> bool:
        """An exception let something through that a filter would have flagged; whether it is new."""
        before = len(self.exceptions)
        keep(self.exceptions, exception, MAX_FILTERS)
        return len(self.exceptions) > before

    def level(self, form: FormLevel) -> Level:
        """The level of a form here, by how sensitive it counts as. Where we kept every company out there is nothing to ask.

        Once a warning was up that is not concluded any more: what we stopped then, we let through again when the person said so.
        """
        if not self.asked and self.all_kept_out(self.companies):
            return Level.NOTICE
        return level_of(form, bool(self.companies))

    def all_kept_out(self, companies: Collection[str]) -> bool:
        """Whether there are any, and each was stopped by us whenever we know what became of its requests."""
        return bool(companies) and all(name in self.kept_out and name not in self.reached for name in companies)

    def note(self, flagged: Flagged) -> None:
        """A request of a company went out, or turns out to have reached nobody, or was stopped by us."""
        company = flagged.organisation
        if company not in self.companies:
            return
        if flagged.fate.went_out != flagged.counted.visit:
            flagged.counted.visit = flagged.fate.went_out
            (more if flagged.fate.went_out else fewer)(self.reached, company)
        if flagged.fate is Fate.STOPPED_BY_US:
            more(self.stopped, company)
            self.kept_out[company] = None

    def note_typed(self, flagged: Flagged) -> None:
        """A request took along what was typed, or turns out to have reached nobody."""
        self.typed += flagged.tells_typed - flagged.counted.typed
        flagged.counted.typed = flagged.tells_typed

    def take_back(self, company: str | None, *, typed: bool) -> None:
        """A request of a page that was left turns out to have reached nobody; ``company`` where it was counted here for that."""
        if company is not None:
            fewer(self.reached, company)
        self.typed -= typed

    @property
    def typed_told(self) -> bool:
        """Whether what somebody had typed was seen to go to one of the companies."""
        return self.typed > 0


@dataclass(slots=True, repr=False)
class Page:
    """One open document. ``actions`` are the places its forms go to, ``buttons`` the words on their buttons, ``fields`` the names of
    their questions in the page's code, ``labels`` those that people read; of forms no longer there too.

    ``reached`` are the companies that something went out to from this page, with how many requests did. ``consents`` is how its question
    about cookies stood, and since when. ``judged`` is what gives the page away in each text that was told of it, ``worded`` the sentence
    for each event, by whether it went out and how the question about cookies stood: each is made once, not for every request.
    ``held`` counts the facts and events that its flagged requests hold. ``circumstances`` is what it was checked with when it came up,
    ``server_clock`` the clock of the server it came from, ``remembered`` what its flagged requests were, ``submitted`` when its forms went.
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
    labels: dict[str, None] = field(default_factory=dict)
    consents: deque[tuple[float, Consent]] = field(default_factory=lambda: deque(maxlen=MAX_CONSENTS))
    judged: dict[tuple[tuple[What, str], ...], tuple[str, ...]] = field(default_factory=dict)
    worded: dict[tuple[DecodedEvent, bool, Consent | None], Worded] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)
    held: int = 0
    circumstances: Circumstances = _UNKNOWN
    server_clock: ServerClock | None = None
    remembered: Remembered = field(default_factory=Remembered)
    submitted: deque[float] = field(default_factory=lambda: deque(maxlen=MAX_SUBMITTED))

    @property
    def site(self) -> str:
        """The registrable domain of the page."""
        return self.visit.site

    def main_form(self) -> Form | None:
        """The form that weighs most."""
        return max(self.forms.values(), key=lambda form: form.weight, default=None)

    def level_of_form(self, form: Form) -> FormLevel:
        """How sensitive a form counts as: what was decided, unless the person has said something else of this visit.

        Of a page of which they want to be asked, that is every form but those that are rather for something harmless; if all are, the main
        one. Nobody who asked for a question is to be passed over because another form stands first.
        """
        if self.visit.asks is Asks.NEVER:
            return FormLevel.NO
        if self.visit.asks is Asks.ALWAYS:
            all_else = all(one.judgement.is_for_something_else for one in self.forms.values())
            meant = form is self.main_form() if all_else else not form.judgement.is_for_something_else
            return FormLevel.SENSITIVE if meant else form.judgement.level
        return form.judgement.level

    def form_level(self) -> FormLevel:
        """The level of the form that counts most."""
        return max(map(self.level_of_form, self.forms.values()), key=_WEIGHT.__getitem__, default=FormLevel.NO)

    def recall(self) -> None:
        """Decide again what the forms of this page inherit. One that stands beside a sensitive one that waits to be sent never does.

        While a visit is paused, nothing is remembered of it and nothing inherits.
        """
        forms = self.forms.values()
        waits = any(form.alone.level is FormLevel.SENSITIVE and not form.sent for form in forms)
        for form in forms:
            form.beside = form.beside or (waits and form.alone.level is not FormLevel.SENSITIVE)
            alone = form.beside or self.visit.paused
            form.inherited = None if alone else self.visit.memory.recall(self.url, form.action, form.alone)

    def remember(self, form: Form) -> None:
        """A form was described as it stands here now: if it is sensitive, later ones may inherit from it."""
        if not self.visit.paused:
            self.visit.memory.note(self.url, form.action, form.judgement)

    def action_hosts(self) -> tuple[str, ...]:
        """Where the forms go that may ask for something sensitive; where all forms go if none does."""
        weighty = [form for form in self.forms.values() if self.level_of_form(form) is not FormLevel.NO] or list(self.forms.values())
        weighty.sort(key=lambda form: form.weight, reverse=True)
        return tuple(dict.fromkeys(form.action_host for form in weighty if form.action_host))[:MAX_ACTION_HOSTS]

    def add_form(self, form: Form) -> None:
        """Add a form, or what is now known of it."""
        if form.id not in self.forms and len(self.forms) >= MAX_FORMS:
            self.forms.pop(min(self.forms.values(), key=lambda known: known.weight).id)
        self.forms[form.id] = form
        if form.action:
            keep(self.actions, form.action, MAX_ACTIONS)

    def add_buttons(self, words: Iterable[str]) -> None:
        """Remember what the buttons of a form say."""
        for said in words:
            keep(self.buttons, _folded(said), MAX_BUTTONS)

    def add_fields(self, names: Iterable[str]) -> None:
        """Remember what the questions of a form are called in the page's code."""
        for name in filter(None, names):
            keep(self.fields, name, MAX_FIELDS)

    def add_labels(self, labels: Iterable[str]) -> None:
        """Remember what people read beside the questions of a form."""
        for label in filter(None, map(_folded, labels)):
            keep(self.labels, label, MAX_FIELDS)

    def consent_at(self, time: float) -> Consent | None:
        """How the question about cookies stood at a time; None where nothing was seen of it by then."""
        before = [seen for seen in self.consents if seen[0] <= time]
        return max(before, key=lambda seen: seen[0])[1] if before else None

    def says(self, fact: DecodedField) -> bool:
        """Whether a fact's words are the page's own: the extension told of them, and leaves out one that repeats an answer."""
        if fact.what is What.BUTTON_TEXT:
            return _folded(fact.text) in self.buttons
        if fact.what is What.FORM_FIELDS:
            return isinstance(fact.value, tuple) and all(name in self.fields for name in fact.value)
        if fact.what is What.TYPED:
            return isinstance(fact.value, Typed) and _folded(fact.value.label) in self.labels
        return fact.what is not What.PAGE_TITLE or _folded(fact.text) == _folded(self.title)

    def note(self, flagged: Flagged) -> None:
        """Take in, for the page, its visit and the company, how far a request got."""
        self.visit.note(flagged)
        self.note_told(flagged)
        if out := self.companies[flagged.organisation].out:
            self.reached[flagged.organisation] = out
        else:
            self.reached.pop(flagged.organisation, None)

    def note_told(self, flagged: Flagged) -> None:
        """Take in what a request tells."""
        self.companies[flagged.organisation].note(flagged)
        self.visit.note_typed(flagged)
        weight = flagged.weight
        self.held += weight - flagged.weighed
        flagged.weighed = weight
        while self.held > MAX_HELD and (oldest := next(iter(self.flagged), flagged.request)) != flagged.request:
            self._let_go(oldest)

    def _let_go(self, request: str) -> None:
        flagged = self.flagged.pop(request)
        self.held -= flagged.weighed
        self.remembered.drop(request)
        self.companies[flagged.organisation].left_out.pop(request, None)
        flagged.let_go()

    def make_up(self) -> None:
        """Something was taken back of it: see ``Company.make_up``."""
        for company in self.companies.values():
            company.make_up()

    def flag_again(self, flagged: Flagged) -> None:
        """A request that was flagged for what it carried turns out to be flagged by a filter, or to go to a known vendor."""
        self.visit.unlisted.pop((flagged.organisation, FlaggedBy.TYPED), None)
        self.visit.meet(flagged)
        if (company := self.companies.get(flagged.organisation)) is not None:
            company.is_flagged(flagged)
            company.requests += flagged.count - 1

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
        company.is_flagged(flagged)
        if len(self.flagged) >= MAX_TRACKED:
            self._let_go(next(iter(self.flagged)))
        self.flagged[flagged.request] = flagged
        return True


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
