"""The pipeline's middle: what becomes of one request of a page, of the word how far it got, of a body that was asked for, and of what the
tab saw: what was typed in a request, how the question about cookies stands, and what was pressed.

The person's own submission is never decoded and its body never asked for, whatever a browser sends.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netcurtain.core import decoders, filing, flagging, told
from netcurtain.core.decoders import set_up
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.domains import host_of, plain_host, registrable_domain, without_query, without_query_values
from netcurtain.core.event import MatchSeen
from netcurtain.core.evidence import ServerClock
from netcurtain.core.finding import FlaggedBy, Typed
from netcurtain.core.flagged import Flagged
from netcurtain.core.flagging import Flag
from netcurtain.core.instruction import BodyWanted
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.matcher import Excepted, Match
from netcurtain.core.observation import Body, ConsentSeen, Fates, Pressed, RequestFate, Requests, ServerTime, SetUpSeen, TypedSeen
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Page
from netcurtain.core.request import Fate, Request, ResourceType, resource_type

MAX_SHOWN = 2000
"""Characters of a flagged request's address that are kept."""

_EMAIL_IN_PATH = re.compile(r"(?<=/)[^/]{1,100}(?:@|%40)[^/]{1,100}\.[a-z]+[^/]{0,100}(?=/|$)", re.IGNORECASE)

Traffic = Requests | Fates | Body | TypedSeen | SetUpSeen | ConsentSeen | ServerTime | Pressed
"""What a browser reports of a page's requests, of what was in them, and of what they may tell."""
Report = Request | RequestFate | Body | TypedSeen | SetUpSeen | ConsentSeen | ServerTime | Pressed
"""One of these, about one page."""


def reports_in(traffic: Traffic) -> Sequence[Report]:
    """The reports that came together."""
    match traffic:
        case Requests(requests=requests):
            return requests
        case Fates(fates=fates):
            return fates
        case _:
            return (traffic,)


def take(page: Page, report: Report, knowledge: Knowledge, out: Outcome) -> bool:
    """One report about a page that is looked at; whether anything about the page has changed."""
    return _TAKERS[type(report)](page, report, knowledge, out)


def _consider(page: Page, request: Request, knowledge: Knowledge, out: Outcome) -> bool:
    """One request: flagged or not, by what, whose it is, and what it tells.

    One that is told again, after the link was away, is passed over; not so one of which so far only the tab has told what it carries.
    """
    before = page.flagged.get(request.id)
    if before is not None and before.flagged_by is not FlaggedBy.TYPED:
        return False
    kind = resource_type(request.type)
    own = kind is ResourceType.MAIN_FRAME or without_query(request.url) in page.actions
    url = without_query_values(request.url) if own else request.url
    decision = knowledge.matcher.decide(url, page.url, kind, request.method)
    if isinstance(decision, Excepted):
        return page.visit.except_by(decision.exception)
    # A page, and where a form goes, are no vendor's: only a filter may say so.
    if decision is None and (own or not decoders.may_read(url)):
        return False
    payload, host = Payload(url, request.method), host_of(url)
    flag = _flag(page, payload, host, decision, knowledge)
    if flag is None:
        return False
    # Floodlight writes its parameters, and what the site puts into them, behind a semicolon in the path.
    shown = _EMAIL_IN_PATH.sub("\u2026", without_query(url).partition(";")[0])[:MAX_SHOWN]
    if before is not None:
        before.url, before.filter, before.filter_list, before.flagged_by = shown, flag.filter, flag.filter_list, flag.flagged_by
        went_out = before.stands_for(request.count)
        page.flag_again(before)
        if went_out:
            told.unsay(page, before)
            page.note(before)
            told.say(page, before, knowledge.lexicon, out)
            out.records.extend(filing.fate_records(page, RequestFate(before.request, page.key.page, before.fate)))
        flagged, followed = before, True
    else:
        flagged = Flagged(request.id, shown, kind.value, flag.filter, flag.filter_list, flag.company, host, request.time)
        flagged.flagged_by, flagged.count = flag.flagged_by, request.count
        followed = page.flag(flagged, flag.category, request.count)
    out.events.append(MatchSeen(page.key, flagged.seen(), page.private))
    out.records.extend(filing.request_records(page, flagged))
    if followed:
        page.remembered.add(request, without_query(url) if own else url)
    if own or not followed:
        return True
    told.read(page, flagged, payload, out)
    told.say(page, flagged, knowledge.lexicon, out)
    # The body of a frame, or on a page with a form of what the site asks of itself, may be a form's that nobody has described, or that a
    # script sends: only a vendor's is asked for.
    answers = kind is ResourceType.SUB_FRAME or (registrable_domain(host) == page.site and (page.forms or page.actions))
    if request.has_body and (decoders.reads(url) or not answers):
        flagged.awaited = request.url
        out.instructions.append((page.key.browser, BodyWanted(request.id, page.key.page)))
    return True


def _flag(page: Page, payload: Payload, host: str, decision: Match | None, knowledge: Knowledge) -> Flag | None:
    """What flags a request, if anything does."""
    if decision is not None:
        return flagging.by_filter(decision, host, payload.url, page.site, knowledge.organisations)
    return flagging.by_vendor(payload, page.host, page.site, knowledge.organisations)


def _take_body(page: Page, body: Body, knowledge: Knowledge, out: Outcome) -> bool:
    """A body that was asked for, read and let go of; whether it was one."""
    flagged = page.flagged.get(body.request)
    if flagged is None or not flagged.awaited:
        return False
    url, flagged.awaited = flagged.awaited, ""
    page.remembered.add_body(body)
    told.read(page, flagged, Payload(url, "POST", body.form, body.raw or b"", body.kind), out)
    told.say(page, flagged, knowledge.lexicon, out)
    return True


def _learn_fate(page: Page, report: RequestFate, knowledge: Knowledge, out: Outcome) -> bool:
    """How far a request got; whether that was news. A cookie is told only with what went out.

    One that reached nobody after all is taken back, and what it was to tell is said as tried.
    """
    flagged = page.flagged.get(report.request)
    if flagged is None:
        return False
    before = flagged.fate
    cookies = report.fate.went_out and told.take_cookies(flagged, report.cookies)
    if flagged.gets_to(report.fate, report.status):
        out.records.extend(filing.fate_records(page, report))
    elif not (cookies and flagged.fate.went_out):
        return False
    if before.went_out != flagged.fate.went_out:
        told.unsay(page, flagged)
    if flagged.tells(flagged.cookies):
        out.cookies[flagged.request] = flagged.cookies
    page.note(flagged)
    told.say(page, flagged, knowledge.lexicon, out)
    return True


def put_right(page: Page, report: RequestFate, knowledge: Knowledge, out: Outcome) -> bool:
    """While a visit is paused nothing is looked at and nothing told. But what was said before of a request that was sent by then and turns
    out to have reached nobody is not to stand, here and in the history, when the pause is over. Whether there was such a
    one.
    """
    flagged = page.flagged.get(report.request)
    if flagged is not None and (flagged.fate, report.fate) == (Fate.SENT, Fate.ATTEMPTED):
        untold = Outcome()
        _learn_fate(page, report, knowledge, untold)
        out.records.extend(untold.records)
        return True
    return False


def _take_typed(page: Page, seen: TypedSeen, knowledge: Knowledge, out: Outcome) -> bool:
    """A request carries what somebody wrote in a field, before the form was sent. That alone makes it one to a tracker."""
    flagged = page.flagged.get(seen.request) or _flagged_by_typed(page, seen, knowledge, out)
    if flagged is None:
        return False
    told.take_typed(page, flagged, Typed(seen.label, seen.written))
    told.say(page, flagged, knowledge.lexicon, out)
    return True


def _flagged_by_typed(page: Page, seen: TypedSeen, knowledge: Knowledge, out: Outcome) -> Flagged | None:
    host = plain_host(seen.host)
    flag = flagging.by_typed(host, page.site, knowledge.organisations)
    if flag is None:
        return None
    flagged = Flagged(seen.request, f"https://{host}/", resource_type(seen.kind).value, "", "", flag.company, host, seen.time, seen.fate)
    flagged.flagged_by = flag.flagged_by
    followed = page.flag(flagged, flag.category, 1)
    out.events.append(MatchSeen(page.key, flagged.seen(), page.private))
    out.records.extend(filing.request_records(page, flagged))
    if followed:
        page.note(flagged)
    return flagged if followed else None


def _take_set_up(page: Page, seen: SetUpSeen, _knowledge: Knowledge, _out: Outcome) -> bool:
    """What a pixel is set up to take, of a company that was met on this page; of another one nobody would be told."""
    flagged = page.flagged.get(seen.request)
    company = page.companies.get(flagged.organisation) if flagged else None
    if flagged is None or company is None:
        return False
    return company.is_set_up(None if seen.text is None else set_up.taken(flagged.host, seen.text))


def _take_consent(page: Page, seen: ConsentSeen, _knowledge: Knowledge, out: Outcome) -> bool:
    """How the question about cookies stands. Nothing that is shown changes by it: it goes along with what is told from now on."""
    page.consents.append((seen.time, seen.consent))
    out.records.extend(filing.consent_records(page, seen))
    return False


def _take_server_clock(page: Page, seen: ServerTime, _knowledge: Knowledge, out: Outcome) -> bool:
    """How far the server's clock is from this computer's: the first that is told of a page is its own."""
    if page.server_clock is None:
        page.server_clock = ServerClock(plain_host(seen.host), seen.offset)
        out.records.extend(filing.server_clock_records(page, page.server_clock))
    return False


def _take_pressed(page: Page, pressed: Pressed, _knowledge: Knowledge, _out: Outcome) -> bool:
    """A button outside of every form has words as well: from now on they may be quoted."""
    page.add_buttons([pressed.words])
    return False


_TAKERS: Mapping[type, Callable[[Page, Any, Knowledge, Outcome], bool]] = {
    Request: _consider,
    RequestFate: _learn_fate,
    Body: _take_body,
    TypedSeen: _take_typed,
    SetUpSeen: _take_set_up,
    ConsentSeen: _take_consent,
    ServerTime: _take_server_clock,
    Pressed: _take_pressed,
}
