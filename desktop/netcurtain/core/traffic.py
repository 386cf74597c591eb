"""The pipeline's middle: what becomes of one request of a page, of the word how far it got, and of a body that was asked for.

The person's own submission is never decoded and its body never asked for, whatever a browser sends.
"""

from collections.abc import Sequence

from netcurtain.core import decoders, filing, wording
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.domains import host_of, registrable_domain, without_query, without_query_values
from netcurtain.core.event import FindingMade, MatchSeen
from netcurtain.core.finding import DecodedEvent, DecodedField, Finding
from netcurtain.core.instruction import BodyWanted
from netcurtain.core.matcher import Excepted, Match, Matcher
from netcurtain.core.observation import Body, RequestFate
from netcurtain.core.organisations import Organisations
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Flagged, Page
from netcurtain.core.quoting import quoted
from netcurtain.core.request import Fate, Request, ResourceType, resource_type

MAX_SHOWN = 2000
"""Characters of a flagged request's address that are kept."""


def consider(page: Page, request: Request, matcher: Matcher, organisations: Organisations, out: Outcome) -> bool:
    """One request: flagged or not, by which filter, whose it is, and what it tells. Whether anything about the page has changed.

    One that is told again, after the link was away, is passed over.
    """
    if request.id in page.flagged:
        return False
    kind = resource_type(request.type)
    own = kind is ResourceType.MAIN_FRAME or without_query(request.url) in page.actions
    url = without_query_values(request.url) if own else request.url
    decision = matcher.decide(url, page.url, kind, request.method)
    if not isinstance(decision, Match):
        return isinstance(decision, Excepted) and page.visit.except_by(decision.exception)
    host = host_of(url)
    known = organisations.of(host, url)
    site = registrable_domain(host)
    # Of a site's own address nobody can tell who is behind it, and its name has no place where companies are named.
    name = known.name if known else wording.OWN_ADDRESS if site == page.site else site or host
    # Floodlight writes its parameters, and what the site puts into them, behind a semicolon in the path.
    shown = without_query(url).partition(";")[0][:MAX_SHOWN]
    flagged = Flagged(request.id, shown, kind.value, decision.filter, decision.list or "", name, host, request.time)
    followed = page.flag(flagged, known.category if known else "", request.count)
    out.events.append(MatchSeen(page.key, flagged.seen(), page.private))
    out.records.extend(filing.request_records(page, flagged))
    if own or not followed:
        return True
    _learn(page, flagged, decoders.decode(Payload(url, request.method)), out)
    if request.has_body and decoders.reads(url):
        flagged.awaited = request.url
        out.instructions.append((page.key.browser, BodyWanted(request.id, page.key.page)))
    return True


def take_body(page: Page, body: Body, out: Outcome) -> bool:
    """A body that was asked for, read and let go of; whether it was one."""
    flagged = page.flagged.get(body.request)
    if flagged is None or not flagged.awaited:
        return False
    url, flagged.awaited = flagged.awaited, ""
    _learn(page, flagged, decoders.decode(Payload(url, "POST", body.form, body.raw or b"")), out)
    return True


def learn_fate(page: Page, report: RequestFate, out: Outcome) -> bool:
    """How far a request got; whether that was news."""
    flagged = page.flagged.get(report.request)
    if flagged is None:
        return False
    before = flagged.fate
    if not flagged.gets_to(report.fate):
        return False
    page.note(flagged)
    out.records.extend(filing.fate_records(page, report))
    if not before.went_out:
        _find(page, flagged, flagged.told, out)
    return True


def _learn(page: Page, flagged: Flagged, events: Sequence[DecodedEvent], out: Outcome) -> None:
    """Add what a request tells; a finding is made of it once it is known whether the request went out.

    Words that the page was not seen to say itself are let go of here: only that they were told stays.
    """
    out.decoded[flagged.request] = events
    told = (quoted(fact, page) for event in events for fact in event.told)
    new = tuple(fact for fact in dict.fromkeys(told) if fact not in flagged.told)
    if not new:
        return
    flagged.told += new
    page.companies[flagged.organisation].note(flagged)
    if flagged.fate is not Fate.ATTEMPTED:
        _find(page, flagged, new, out)


def _find(page: Page, flagged: Flagged, told: tuple[DecodedField, ...], out: Outcome) -> None:
    if not told:
        return
    finding = Finding(
        page.key.page,
        flagged.organisation,
        flagged.host,
        flagged.filter,
        flagged.filter_list,
        flagged.fate,
        flagged.time,
        told,
        wording.finding(flagged.organisation, told, flagged.fate.went_out),
    )
    page.companies[flagged.organisation].say(finding.sentence)
    out.events.append(FindingMade(page.key, finding, page.private))
    out.records.extend(filing.finding_records(page, finding))
