"""What a run of a browser is heard to report, made by hand. Times are milliseconds after NOON.

heard([at(0, opened()), at(100, asked(META, "r1", 90)), at(200, sent("r1"))], begins={Stage.ARRIVED: 0, Stage.TOUCHED: 150})
"""

from collections.abc import Iterable, Mapping
from typing import Any

from tests.core import scenes
from tests.core.scenes import NOON, SITE, StandIn

from netcurtain.core import observation as seen
from netcurtain.core.consent import Consent
from netcurtain.core.finding import Written
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.request import Fate, Request
from netcurtain.survey.hearing.gathering import Gathered
from netcurtain.survey.hearing.listening import Heard, Note, Noted
from netcurtain.survey.hearing.timeline import Mark, Timeline
from netcurtain.survey.result import CompanySurveyed, Look, Stage


def knowledge() -> Knowledge:
    return Knowledge(StandIn(), scenes.organisations(), scenes.lexicon(), ("EasyPrivacy of 13 August 2026",))


def heard(
    notes: Iterable[Note], begins: Mapping[Stage | None, float] | None = None, tabs: Iterable[float] = (0,), missed: Iterable[str] = ()
) -> Heard:
    """``begins``: when each stage began, in that order; without it all is on arrival."""
    marks = tuple(Mark(NOON + time, stage) for stage, time in (begins or {Stage.ARRIVED: 0}).items())
    return Heard(Timeline(marks, tuple(NOON + time for time in tabs)), tuple(notes), frozenset(missed))


def at(time: float, report: Noted) -> Note:
    """Heard at that time."""
    return Note(NOON + time, report)


def opened(page: str = "p1", time: float = 1, url: str = SITE, *, tab: int = 1, **more: Any) -> seen.PageOpened:
    return seen.PageOpened(page, tab, url, False, NOON + time, **more)


def closed(page: str = "p1", time: float | None = None) -> seen.PageClosed:
    return seen.PageClosed(page, None if time is None else NOON + time)


def asked(url: str, request: str = "r1", time: float = 10, *, page: str = "p1", **more: Any) -> seen.Requests:
    return seen.Requests([Request(request, page, url, **{"type": "image", "time": NOON + time, **more})])


def got(fate: Fate, *requests: str, page: str = "p1", cookies: Iterable[str] = ()) -> seen.Fates:
    return seen.Fates([seen.RequestFate(request, page, fate, cookies=list(cookies)) for request in requests])


def sent(*requests: str, page: str = "p1", cookies: Iterable[str] = ()) -> seen.Fates:
    return got(Fate.SENT, *requests, page=page, cookies=cookies)


def typed(request: str, time: float, label: str = "Your name", *, page: str = "p1", host: str = "www.facebook.com") -> seen.TypedSeen:
    return seen.TypedSeen(page, request, host, label, Written.PLAIN, NOON + time, "image", Fate.SENT)


def consent(kind: Consent, time: float, page: str = "p1") -> seen.ConsentSeen:
    return seen.ConsentSeen(page, kind, NOON + time)


def company(gathered: Gathered, name: str = "Meta (Facebook)") -> CompanySurveyed:
    return next(one for one in gathered.companies if one.name == name)


def look(gathered: Gathered, stage: Stage, name: str = "Meta (Facebook)") -> Look:
    return next(one for one in company(gathered, name).looks if one.stage is stage)


def stages(gathered: Gathered, name: str = "Meta (Facebook)") -> list[Stage]:
    return [one.stage for one in company(gathered, name).looks]
