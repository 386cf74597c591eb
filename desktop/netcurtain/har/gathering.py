"""What the core says of each page of a recording, gathered into its result. Levels, companies and sentences are the core's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from msgspec.structs import replace

from netcurtain.core.domains import host_of
from netcurtain.core.event import CompanyView, FormJudged, MatchSeen, PageUpdated, PageView
from netcurtain.core.finding import DecodedEvent
from netcurtain.core.form_terms import Lexicon
from netcurtain.core.giveaway import gives_away
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.organisations import Organisations
from netcurtain.core.outcome import Outcome
from netcurtain.har import wording
from netcurtain.har.pages import Visited
from netcurtain.har.recorded import Recorded
from netcurtain.har.result import Claim, CompanyFound, ListUsed, PageFound, ToldEvent

MAX_EVENTS = 200
"""Different events of one company on one page."""
MAX_FILTERS = 100
MAX_CLAIMS = 100


@dataclass(slots=True)
class _Company:
    filters: dict[str, None] = field(default_factory=dict)
    events: dict[ToldEvent, None] = field(default_factory=dict)
    claims: dict[tuple[str, bool], Claim] = field(default_factory=dict)


@dataclass(slots=True)
class _Page:
    view: PageView | None = None
    sensitive: bool = False
    categories: dict[str, None] = field(default_factory=dict)
    companies: dict[str, _Company] = field(default_factory=dict)


class Gathering:
    """The results so far, page by page."""

    def __init__(self, organisations: Organisations, lexicon: Lexicon, lists: tuple[ListUsed, ...]) -> None:
        self._organisations = organisations
        self._lexicon = lexicon
        self._dated = {used.name: used.dated for used in lists}
        self._pages: dict[str, _Page] = {}

    def take(self, name: str, out: Outcome) -> None:
        """What the core said when a page's part of the recording was told."""
        page = self._pages.setdefault(name, _Page())
        for event in out.events:
            match event:
                case PageUpdated(view=view) if view.key.page == name:
                    page.view = view
                case FormJudged(form_level=FormLevel.SENSITIVE, categories=categories):
                    page.sensitive = True
                    page.categories |= dict.fromkeys(categories)

    def flagged(
        self, visited: Visited, out: Outcome, requests: Mapping[str, Recorded], decoded: Mapping[str, Sequence[DecodedEvent]]
    ) -> None:
        """The requests that the core flagged, each with what it told. What it did not read, such as the page itself, told nothing."""
        page = self._pages[visited.name]
        for event in out.events:
            if isinstance(event, MatchSeen) and (request := requests.get(event.request.request)) is not None:
                company = page.companies.setdefault(event.request.organisation, _Company())
                if event.request.filter and len(company.filters) < MAX_FILTERS:
                    company.filters[event.request.filter] = None
                self._claim(company, request, event.request.filter_list)
                if len(company.events) < MAX_EVENTS:
                    told = decoded.get(event.request.request, ())
                    # Told is who was asked: of a vendor behind another's address the vendor's format says nothing.
                    asked, went_out = event.request.organisation, request.fate.went_out
                    named = (one if one.organisation == asked else replace(one, organisation=asked) for one in told)
                    company.events |= dict.fromkeys(ToldEvent(one, went_out) for one in named)

    def page(self, visited: Visited) -> PageFound:
        """One page, when all of it was told."""
        page = self._pages.get(visited.name, _Page())
        view = page.view
        return PageFound(
            url=visited.url,
            title=visited.title,
            started=visited.started,
            requests=visited.requests,
            third_party_hosts=visited.third_party_hosts(),
            # What a frame says, or the beginning of a page, does not tell that the page asks nothing.
            sensitive=page.sensitive or (False if visited.has_text else None),
            categories=tuple(page.categories),
            level=view.level if view else Level.NOTHING_SEEN,
            companies=tuple(self._company(one, page.companies.get(one.name, _Company())) for one in view.companies) if view else (),
        )

    def _company(self, view: CompanyView, gathered: _Company) -> CompanyFound:
        told = dict.fromkeys(fact for one in gathered.events for fact in one.event.told)
        return CompanyFound(
            name=view.name,
            requests=view.requests,
            filters=tuple(gathered.filters),
            events=tuple(gathered.events),
            sentences=view.sentences,
            claims=tuple(gathered.claims.values()),
            gives_away=gives_away(tuple(told), self._lexicon),
        )

    def _claim(self, company: _Company, request: Recorded, filter_list: str) -> None:
        """What can be said of the first request to a host."""
        host, went_out = host_of(request.url), request.fate.went_out
        if (host, went_out) in company.claims or len(company.claims) >= MAX_CLAIMS:
            return
        known = self._organisations.of(host, request.url)
        unnamed = (
            (wording.A_TRACKER, filter_list, self._dated.get(filter_list)) if filter_list else (wording.A_KIND, wording.OUR_TABLE, None)
        )
        listed = (known.name, wording.our_table(known.source), known.date) if known else unnamed
        company.claims[host, went_out] = Claim(host, went_out, _day(request.time), *listed)


def _day(time: float | None) -> date | None:
    try:
        return datetime.fromtimestamp(time / 1000, UTC).date() if time is not None else None
    except (ValueError, OverflowError, OSError):
        return None
