"""Copies made by hand: what core/evidence_of.py and history/evidence.py would make of a visit."""

from datetime import timedelta, timezone

from msgspec.structs import replace

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import (
    Circumstances,
    ConsentMoment,
    Evidence,
    EvidenceMoment,
    EvidencePage,
    EvidenceRequest,
    Redacted,
    ServerClock,
    Source,
)
from netcurtain.core.finding import DecodedEvent, DecodedField, FlaggedBy, Identity, IdentityForm, IdentityKind, What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate

META = "Meta (Facebook)"
ZONE = timezone(timedelta(hours=1))
T0 = 1_795_528_930_000.0
"""24 November 2026, 14:02:10 UTC."""
SITE = "police.example"
ADDRESS = "https://police.example/report?step"
PIXEL = "https://www.facebook.com/tr/?id=1234567890&ev=PageView&dl=https%3A%2F%2Fpolice.example%2Freport&fbp=cut"
GA = "https://www.google-analytics.com/g/collect?v=2&tid=G-ABC123&en=page_view&dl=https%3A%2F%2Fpolice.example%2Freport&cid=cut"
EASYPRIVACY = "EasyPrivacy"
CHECKED_WITH = Circumstances(
    lists=("Netcurtain starter", "EasyPrivacy of 13 August 2026"), app="0.1.0", extension="0.1.0", browser="Firefox 145"
)


def tag(number: str = "1234567890", parameter: str = "id") -> DecodedField:
    return DecodedField(What.OTHER, f"tag {number}", parameter)


def request(name: str = "r1", at: float = T0, /, **more: object) -> EvidenceRequest:
    """A request of the Meta Pixel that told the page's address."""
    told = (tag(), DecodedField(What.PAGE_ADDRESS, "https://police.example/report", "dl"))
    fields: dict[str, object] = {
        "request": name,
        "time": at,
        "host": "www.facebook.com",
        "organisation": META,
        "filter": "||facebook.com/tr/",
        "filter_list": EASYPRIVACY,
        "flagged_by": FlaggedBy.FILTER,
        "fate": Fate.ANSWERED,
        "status": 200,
        "method": "GET",
        "type": "image",
        "initiator": "https://connect.facebook.net",
        "events": (DecodedEvent("Meta Pixel", META, "PageView", told),),
        "cookies": (DecodedField(What.ACCOUNT, "c_user", "c_user"),),
        "sentences": ("Meta (Facebook) was told this page's address.",),
        "redacted": Redacted(PIXEL, True),
    }
    return EvidenceRequest(**{**fields, **more})  # type: ignore[arg-type]


def body_request(name: str = "r2", at: float = T0 + 21_000) -> EvidenceRequest:
    """One that went out in a body, with a scrambled e-mail address, and was not answered."""
    told = (DecodedField(What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.SHA256), "ep.em"),)
    return request(
        name,
        at,
        host="www.google-analytics.com",
        organisation="Google",
        filter="||google-analytics.com/g/collect",
        fate=Fate.SENT,
        status=0,
        method="POST",
        type="ping",
        events=(DecodedEvent("Google Analytics 4", "Google", "form_submit", told),),
        cookies=(),
        sentences=("Google was told a scrambled copy of an e-mail address.",),
        redacted=Redacted(GA, True, "en=form_submit&ep.form_id=report", "text/plain;charset=UTF-8"),
    )


def page(*requests: EvidenceRequest, **more: object) -> EvidencePage:
    fields: dict[str, object] = {
        "page": "p1",
        "address": ADDRESS,
        "title": "Report a crime – Adrodd trosedd",
        "opened": T0 - 1_000,
        "form_level": FormLevel.SENSITIVE,
        "consents": (ConsentMoment(T0 - 500, Consent.BEFORE_CHOICE), ConsentMoment(T0 + 10_000, Consent.REFUSED)),
        "requests": requests,
        "stopped": 3,
        "moments": (EvidenceMoment(T0 - 1_000, "This page was opened."),),
        "circumstances": CHECKED_WITH,
        "server_clock": ServerClock(SITE, 2_100.0),
    }
    return EvidencePage(**{**fields, **more})  # type: ignore[arg-type]


def evidence(*pages: EvidencePage, source: Source = Source.OPEN, **more: object) -> Evidence:
    """``source`` KEPT: of every page."""
    made = pages or (page(request(), request("r3", T0 + 5_000), body_request(), stopped()),)
    fields: dict[str, object] = {
        "site": SITE,
        "made": T0 + 3_600_000,
        "pages": tuple(replace(one, source=source) for one in made) if source is Source.KEPT else made,
        "not_seen": ("Netcurtain was paused on this site for a while.",),
        "gaps": ((T0 - 90_000_000, T0 - 80_000_000),),
    }
    return Evidence(**{**fields, **more})  # type: ignore[arg-type]


def stopped(name: str = "r4", at: float = T0 + 30_000) -> EvidenceRequest:
    """One of a host that no table knows, stopped by another extension."""
    return request(
        name,
        at,
        host="px.unlisted-tracker.example",
        organisation="unlisted-tracker.example",
        filter="||unlisted-tracker.example^$third-party",
        fate=Fate.STOPPED_BY_ANOTHER,
        status=0,
        type="script",
        events=(),
        cookies=(),
        sentences=(),
        redacted=Redacted("https://px.unlisted-tracker.example/t.js", True),
    )


def many(count: int) -> Evidence:
    """A page with very many requests, each unlike the others."""
    made = []
    for number in range(count):
        what = (tag(), DecodedField(What.EVENT, f"event number {number}", "ev"))
        made.append(
            request(
                f"r{number}",
                T0 + number * 10,
                events=(DecodedEvent("Meta Pixel", META, f"Event{number}", what),),
                sentences=(f"Meta (Facebook) was told how the site names it: “event number {number}”.",),
                redacted=Redacted(f"{PIXEL}&ev2=event+number+{number}", True),
            )
        )
    return evidence(page(*made))
