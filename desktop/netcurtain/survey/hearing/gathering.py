"""What one run's reports say of the page, stage by stage: result.py's Seen, CompanySurveyed and Look. Pure.

    Heard (listening.py) -> a stage's part of it (story.py) -> core/session.py -> what the core says -> Gathered

The core says some things of a page as a whole and some of a request, and it knows no stages. So each stage is told to a session of its
own, in the order in which it was heard, as if nothing else had been: the page and its forms as they were until the stage was over; the
requests that went in it, by their own time, whenever they were heard of; and whatever was told of these requests, be it later: how far
they got, their bodies, their cookies. What that session says is the stage's: sentences, level, companies. Nothing is put together by us.
So a level, or that something was not seen, speaks of its stage alone: of a state with two stages, what is said of either holds.

What may stand in a result: ``told`` holds words that nobody has checked (Outcome.decoded), as `check` prints them. The pages of a survey
are public, nobody has typed there, and addresses in it have no query values. A marker of ours may have been typed; what repeats it is
emptied, so that only the kind of fact stays: a marker is nobody's answer, and never to be read as one. For the same reason sentences are
in the form for others (core/third_person.py): "what was written in", since no reader of a survey wrote it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import TypeVar

from msgspec.structs import replace

from netcurtain.core import wording
from netcurtain.core.domains import host_of, registrable_domain
from netcurtain.core.event import CompanyView, FindingMade, FormJudged, MatchSeen, PageUpdated, PageView, RequestSeen
from netcurtain.core.finding import DecodedEvent, DecodedField, FlaggedBy, What
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.outcome import Outcome
from netcurtain.core.session import Session
from netcurtain.core.third_person import of_somebody
from netcurtain.core.told import with_facts
from netcurtain.core.told_line import event_line
from netcurtain.har.result import ToldEvent
from netcurtain.survey.hearing.listening import Heard
from netcurtain.survey.hearing.story import Story
from netcurtain.survey.result import CompanySurveyed, EventSeen, FilterSeen, Look, Seen, Stage

MAX_EVENTS = 200
"""Different events of one company at one stage."""
MAX_FILTERS = 100
MAX_HOSTS = 100
"""Hosts of one company at one stage."""
MAX_SENTENCES = 200
BROWSER = "survey"

T = TypeVar("T")

Categories = Mapping[tuple[str, Stage], Mapping[str, int]]
"""Of each company at each stage, how many of its requests were of which category: one company may run several services."""

_LEVELS = (Level.WARNING, Level.NOTICE, Level.NOTHING_SEEN)
"""The strongest first."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was seen of one page, in the order of Stage; companies in the order in which they were met.

    ``categories`` are those that the companies' own were chosen from; no more than that.
    """

    seen: tuple[Seen, ...] = ()
    companies: tuple[CompanySurveyed, ...] = ()
    categories: Categories = field(default_factory=dict)


def gather(heard: Heard, knowledge: Knowledge, marker: str = "") -> Gathered:
    """All stages of one run. ``marker`` is what was typed, if anything: it never stands in the result.

    A stage at which no page of ours was open is not in it.
    """
    story = Story(heard)
    stages = [(stage, _StageTold(stage, story, knowledge, marker)) for stage in heard.timeline.stages]
    looks: dict[str, CompanySurveyed] = {}
    categories: dict[tuple[str, Stage], Mapping[str, int]] = {}
    for stage, told in stages:
        for name, counted, look in told.looks():
            before = looks.get(name, CompanySurveyed(name, "", ()))
            looks[name] = replace(before, looks=(*before.looks, look))
            categories[name, stage] = counted
    return Gathered(tuple(one for _, told in stages if (one := told.seen()) is not None), _in_order(looks.values(), categories), categories)


def joined(first: Gathered, second: Gathered) -> Gathered:
    """Two runs of one page. A stage that both have is the first one's."""
    stages = {one.stage for one in first.seen}
    seen_in_order = sorted((*first.seen, *(one for one in second.seen if one.stage not in stages)), key=lambda one: _place(one.stage))
    companies = {company.name: company for company in first.companies}
    for company in second.companies:
        if more := tuple(look for look in company.looks if look.stage not in stages):
            before = companies.get(company.name, replace(company, looks=()))
            companies[company.name] = replace(before, looks=tuple(sorted((*before.looks, *more), key=lambda look: _place(look.stage))))
    categories = {**second.categories, **first.categories}
    return Gathered(tuple(seen_in_order), _in_order(companies.values(), categories), categories)


def _place(stage: Stage) -> int:
    return tuple(Stage).index(stage)


def _in_order(companies: Iterable[CompanySurveyed], categories: Categories) -> tuple[CompanySurveyed, ...]:
    """As they were met, each with its category."""
    named = (replace(company, category=_category(company, categories)) for company in companies)
    return tuple(sorted(named, key=lambda company: (_place(company.looks[0].stage), company.looks[0].first_seen, company.name)))


def _category(company: CompanySurveyed, categories: Categories) -> str:
    """That of most of its requests; of two with as many, the first in the alphabet. The core's is that of whichever came first."""
    counted: Counter[str] = Counter()
    for look in company.looks:
        counted.update(categories.get((company.name, look.stage), {}))
    return min(counted, key=lambda category: (-counted[category], category), default="")


@dataclass(slots=True)
class _Company:
    """A company at one stage, on all pages that were open then. ``found``: the core says more of it than that it was contacted.

    ``events`` are each with when the first request went that told it, and the filter that flagged that; ``categories`` counts its requests.
    """

    requests: int = 0
    went_out: bool = False
    found: bool = False
    first_seen: float = inf
    hosts: dict[str, None] = field(default_factory=dict)
    filters: dict[FilterSeen, None] = field(default_factory=dict)
    events: dict[ToldEvent, tuple[float, FilterSeen]] = field(default_factory=dict)
    categories: Counter[str] = field(default_factory=Counter)
    sentences: dict[str, None] = field(default_factory=dict)

    def hear(self, told: ToldEvent, time: float, by: FilterSeen) -> None:
        """A request told this; the first one that did is kept with it."""
        if told in self.events or len(self.events) < MAX_EVENTS:
            self.events[told] = min((time, by), self.events.get(told, (time, by)))


class _StageTold:
    """One stage, told to the core; and what that said."""

    def __init__(self, stage: Stage, story: Story, knowledge: Knowledge, marker: str) -> None:
        self._stage = stage
        self._story = story
        self._knowledge = knowledge
        self._marker = marker.casefold()
        self._views: dict[str, PageView] = {}
        self._sensitive: dict[str, dict[str, None]] = {}
        self._flagged: dict[str, tuple[str, RequestSeen]] = {}
        self._decoded: dict[str, tuple[DecodedEvent, ...]] = {}
        self._cookies: dict[str, tuple[DecodedField, ...]] = {}
        self._typed: list[tuple[str, ToldEvent, float, FilterSeen]] = []
        session = Session(knowledge)
        for report in story.parts(stage):
            self._take(session.receive(BROWSER, report))
        # A page that was left before has nothing of this stage, unless something of it went only then.
        self._requests = story.asked(stage)
        busy = {page for page, _ in self._requests}
        self._pages = [view for page, view in self._views.items() if story.is_there(page, stage) or page in busy]

    def seen(self) -> Seen | None:
        """The page itself; None where none was open."""
        if not self._pages:
            return None
        sites = {view.key.page: registrable_domain(view.host) for view in self._pages}
        requests = [one for one in self._requests.values() if one.page in sites]
        others = {host for one in requests if registrable_domain(host := host_of(one.url)) != sites[one.page]}
        sensitive = [self._sensitive[page] for page in sites if page in self._sensitive]
        return Seen(
            stage=self._stage,
            requests=sum(one.count for one in requests),
            third_party_hosts=len(others),
            level=min((view.level for view in self._pages), key=_LEVELS.index),
            sensitive=bool(sensitive),
            categories=tuple(dict.fromkeys(category for categories in sensitive for category in categories)),
            from_start=all(view.from_start and view.key.page not in self._story.heard.missed for view in self._pages),
        )

    def looks(self) -> Iterator[tuple[str, Mapping[str, int], Look]]:
        """Every company that was met, with how many of its requests were of which category."""
        companies: dict[str, _Company] = {}
        for view in self._pages:
            for shown in view.companies:
                self._add(companies.setdefault(shown.name, _Company()), shown)
        self._add_flagged(companies)
        for name, company in companies.items():
            yield (
                name,
                company.categories,
                Look(
                    stage=self._stage,
                    requests=company.requests,
                    went_out=company.went_out,
                    first_seen=company.first_seen,
                    hosts=tuple(company.hosts),
                    filters=tuple(company.filters),
                    events=tuple(_event_seen(told, *first) for told, first in company.events.items()),
                    sentences=_said(name, company),
                ),
            )

    def _take(self, out: Outcome) -> None:
        for event in out.events:
            match event:
                case PageUpdated(view=view):
                    self._views[view.key.page] = view
                case FormJudged(key=key, form_level=FormLevel.SENSITIVE, categories=categories):
                    self._sensitive.setdefault(key.page, {}).update(dict.fromkeys(categories))
                case MatchSeen(key=key, request=request):
                    self._flagged[request.request] = key.page, request
                case FindingMade(key=key, finding=finding) if any(fact.what is What.TYPED for fact in finding.told):
                    company = finding.organisation
                    told = ToldEvent(DecodedEvent(company, company, None, finding.told), finding.fate.went_out)
                    self._typed.append((key.page, told, finding.time, FilterSeen(finding.filter, finding.filter_list)))
        self._decoded |= {name: tuple(events) for name, events in out.decoded.items()}
        self._cookies |= out.cookies

    def _add(self, company: _Company, view: CompanyView) -> None:
        """What the core says of a company on one page."""
        company.requests += view.requests
        company.went_out = company.went_out or view.went_out
        company.found = company.found or view.sentences[0] not in _contacted(view.name)
        company.sentences |= dict.fromkeys(view.sentences)

    def _add_flagged(self, companies: dict[str, _Company]) -> None:
        """What the flagged requests tell, each with the company that was asked."""
        there = {view.key.page for view in self._pages}
        for name, (page, request) in self._flagged.items():
            asked = request.organisation
            company = companies.get(asked) if page in there else None
            if company is None:
                continue
            company.first_seen = min(company.first_seen, request.time)
            host, by = host_of(request.url), FilterSeen(request.filter, request.filter_list)
            known = self._knowledge.organisations.of(host, request.url)
            asked_at = self._requests.get((page, name))
            company.categories[known.category if known else ""] += asked_at.count if asked_at else 1
            _keep(company.hosts, host, MAX_HOSTS)
            if request.flagged_by is not FlaggedBy.TYPED:
                _keep(company.filters, by, MAX_FILTERS)
            went_out = self._story.fates.get((page, name), request.fate).went_out
            for event in with_facts(self._decoded.get(name, ()), self._cookies.get(name, ()), asked):
                # Told is who was asked: of a vendor behind another's address the vendor's format says nothing.
                company.hear(ToldEvent(self._without_marker(replace(event, organisation=asked)), went_out), request.time, by)
        for page, told, time, by in self._typed:
            if page in there and told.event.organisation in companies:
                companies[told.event.organisation].hear(told, time, by)

    def _without_marker(self, event: DecodedEvent) -> DecodedEvent:
        """The event with what repeats our marker emptied."""
        if not self._marker or not any(self._marker in text.casefold() for text in (event.event or "", *(f.text for f in event.told))):
            return event
        told = (replace(fact, value="") if self._marker in fact.text.casefold() else fact for fact in event.told)
        return replace(event, event=None if self._marker in (event.event or "").casefold() else event.event, told=tuple(told))


def _said(name: str, company: _Company) -> tuple[str, ...]:
    """The core's sentences from every page. That it was contacted, or not even that, is said where the core says no more on any of them."""
    said = [sentence for sentence in company.sentences if sentence not in _contacted(name)]
    if not company.found:
        said.insert(0, wording.contacted(name, company.went_out))
    return tuple(dict.fromkeys(map(of_somebody, said)))[:MAX_SENTENCES]


def _contacted(name: str) -> tuple[str, str]:
    """What core/verdict.py says of a company of which there is no finding."""
    return wording.contacted(name, True), wording.contacted(name, False)


def _event_seen(told: ToldEvent, time: float, by: FilterSeen) -> EventSeen:
    line = event_line(told.event, told.went_out)
    return EventSeen(line | {"sentence": of_somebody(str(line["sentence"]))}, told.went_out, time, by)


def _keep(kept: dict[T, None], new: T, most: int) -> None:
    if new in kept or len(kept) < most:
        kept[new] = None
