"""A page and its visit while they are open: where the pipeline gathers what it has seen. Lives on the link's thread, in memory only."""

from dataclasses import dataclass, field

from netcurtain.core.event import PageKey, RequestSeen
from netcurtain.core.finding import DecodedField
from netcurtain.core.request import Fate
from netcurtain.core.verdict import FormJudgement, FormLevel

MAX_SEEN = 50
"""Flagged requests a company keeps on its page for showing; the count goes on."""

MAX_TRACKED = 4000
"""Flagged requests of a page whose fate is still followed."""


@dataclass(slots=True)
class Flagged:
    """A flagged request and how far it got."""

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
    event: str | None = None

    def seen(self) -> RequestSeen:
        """The request as the windows show it."""
        return RequestSeen(self.request, self.url, self.type, self.filter, self.filter_list, self.organisation, self.fate, self.time)


@dataclass(slots=True)
class Company:
    """What one company has to do with one page."""

    name: str
    category: str
    requests: int = 0
    flagged: list[Flagged] = field(default_factory=list)

    @property
    def went_out(self) -> bool:
        """Whether anything was seen to reach it."""
        return any(flagged.fate.went_out for flagged in self.flagged)

    def told(self) -> tuple[DecodedField, ...]:
        """Every different fact in requests that went out; the tried ones where none did."""
        chosen = [f for f in self.flagged if f.fate.went_out] or self.flagged
        return tuple(dict.fromkeys(fact for flagged in chosen for fact in flagged.told))


@dataclass(slots=True)
class Form:
    """A form on a page and what was decided about it."""

    id: str
    action_host: str
    judgement: FormJudgement


@dataclass(slots=True)
class Submission:
    """A submission whose warning may still be unanswered."""

    id: str
    page: PageKey
    held: bool
    answered: bool = False


@dataclass(slots=True)
class Visit:
    """The pages of one site, one after another in a tab; ``companies`` are those met on any of them, with the filters that flagged them.

    ``answered``: the person has answered a warning here, so nothing more is held. ``left_out``: the companies are being stopped.
    """

    id: str
    site: str
    private: bool
    companies: dict[str, dict[str, None]] = field(default_factory=dict)
    exceptions: dict[str, None] = field(default_factory=dict)
    answered: bool = False
    left_out: bool = False
    stopped: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Page:
    """One open document."""

    key: PageKey
    tab: int
    visit: Visit
    url: str
    host: str
    title: str
    private: bool
    started: float
    from_start: bool
    requests: int = 0
    companies: dict[str, Company] = field(default_factory=dict)
    flagged: dict[str, Flagged] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)

    @property
    def site(self) -> str:
        """The registrable domain of the page."""
        return self.visit.site

    def main_form(self) -> Form | None:
        """The form that weighs most."""
        order = {FormLevel.SENSITIVE: 2, FormLevel.POSSIBLY: 1, FormLevel.NO: 0}
        return max(self.forms.values(), key=lambda form: (order[form.judgement.level], form.judgement.score), default=None)

    def flag(self, flagged: Flagged, category: str, count: int) -> Company:
        """Add a flagged request to its company."""
        company = self.companies.setdefault(flagged.organisation, Company(flagged.organisation, category))
        company.requests += count
        if len(company.flagged) < MAX_SEEN:
            company.flagged.append(flagged)
        if len(self.flagged) < MAX_TRACKED:
            self.flagged[flagged.request] = flagged
        self.visit.companies.setdefault(flagged.organisation, {})[flagged.filter] = None
        return company
