"""copy.json: all that a copy says, for programs. docs/EVIDENCE.md explains each key."""

from netcurtain import __version__
from netcurtain.core.evidence import STOPPED, Circumstances, Evidence, EvidenceMoment, EvidencePage, EvidenceRequest, Redacted, ServerClock
from netcurtain.core.finding import DecodedEvent
from netcurtain.core.third_person import of_somebody
from netcurtain.core.told_line import event_line, value_line
from netcurtain.evidence import times, wording
from netcurtain.evidence.alike import consent_at
from netcurtain.evidence.lines import Value, line, lines, whole
from netcurtain.evidence.times import Zone

FORMAT = "netcurtain-copy"
VERSION = 1
STOPPED_WORD = "stopped"
"""How far a request got that something in the browser stopped, by whatever."""


def data(evidence: Evidence, zone: Zone = None) -> bytes:
    """The file."""
    return whole(
        {
            "format": FORMAT,
            "version": VERSION,
            "about": [wording.DATA_ABOUT, wording.DELETIONS, wording.NEVER],
            "made": _when(evidence.made, zone),
            "made_with": f"Netcurtain {__version__}",
            "site": evidence.site,
            "stopped": sum(page.stopped for page in evidence.pages),
            "gaps": [{"since": _when(since, zone), "until": _when(until, zone)} for since, until in evidence.gaps],
            "not_seen": [*wording.NOT_SEEN, *evidence.not_seen],
            "pages": lines([page_data(page, zone) for page in evidence.pages]),
        }
    )


def page_data(page: EvidencePage, zone: Zone) -> Value:
    """One page with its requests."""
    return {
        "id": page.page,
        "address": page.address,
        "title": page.title,
        "opened": _when(page.opened, zone),
        "source": page.source,
        "from_start": page.from_start,
        "form_level": page.form_level,
        "consents": [{"since": _when(one.time, zone), "consent": one.consent} for one in page.consents],
        "submissions": [_when(time, zone) for time in page.submissions],
        "moments": [moment_data(one, zone) for one in page.moments],
        "checked_with": _circumstances(page.circumstances),
        "server_clock": _server_clock(page.server_clock),
        "left_out": page.left_out,
        "stopped": page.stopped,
        "requests": [line(request_data(one, page, zone)) for one in page.requests],
    }


def moment_data(moment: EvidenceMoment, zone: Zone) -> Value:
    """One thing that was said of a page."""
    return {"time": _when(moment.time, zone), "sentence": moment.sentence}


def request_data(request: EvidenceRequest, page: EvidencePage, zone: Zone) -> Value:
    """One request."""
    went_out = request.fate.went_out
    return {
        "id": request.request,
        "time": _when(request.time, zone),
        "host": request.host,
        "organisation": request.organisation,
        "filter": request.filter or None,
        "list": request.filter_list or None,
        "flagged_by": request.flagged_by,
        "fate": STOPPED_WORD if request.fate in STOPPED else request.fate,
        "went_out": went_out,
        "status": request.status or None,
        "method": request.method or None,
        "type": request.type or None,
        "initiator": request.initiator or None,
        "redirected_from": request.redirected_from or None,
        "count": request.count,
        "consent": consent_at(page, request.time),
        "sentences": request.sentences,
        "events": [_event(event, went_out) for event in request.events],
        "cookies": [fact.text for fact in request.cookies],
        "typed": [value_line(fact) for fact in request.typed],
        "redacted": _redacted(request.redacted),
    }


def _event(event: DecodedEvent, went_out: bool) -> Value:
    line = event_line(event, went_out)
    return {**line, "sentence": of_somebody(str(line["sentence"]))}


def _redacted(redacted: Redacted | None) -> Value | None:
    if redacted is None:
        return None
    return {"url": redacted.url, "body": redacted.body, "kind": redacted.kind or None, "reads_the_same": redacted.same}


def _circumstances(made_with: Circumstances) -> Value:
    return {"lists": made_with.lists, "app": made_with.app, "extension": made_with.extension, "browser": made_with.browser}


def _server_clock(clock: ServerClock | None) -> Value | None:
    return {"host": clock.host, "computer_ahead_ms": clock.offset} if clock else None


def _when(milliseconds: float, zone: Zone) -> Value:
    return {"utc": times.utc(milliseconds), "local": times.local(milliseconds, zone)}
