"""Results of a survey made by hand, for tests: every value has a default, so that a test says only what it is about.

    site(page(company("Meta (Facebook)", look(told=["page_address"]), look(Stage.REFUSED))))

Times are milliseconds since 1970; ``STARTED`` is 13 August 2026, 14:00 UTC. A page is seen in the stages that its companies were met in,
and in those that its choices lead to.
"""

from collections.abc import Iterable
from typing import Any

from netcurtain.core.level import Level
from netcurtain.survey.asked import Asked
from netcurtain.survey.folder import Begun
from netcurtain.survey.result import (
    BEFORE,
    Choosing,
    CompanySurveyed,
    EventSeen,
    FilterSeen,
    ListUsed,
    Look,
    MadeWith,
    PageSurveyed,
    Seen,
    SiteSurveyed,
    Stage,
)

STARTED = 1786629600000.0
LIST = ListUsed("EasyPrivacy", "202608130000", 52_000, "2026-08-13")
FILTER = FilterSeen("||tracker.example^", "EasyPrivacy")


def made_with(**more: Any) -> MadeWith:
    return MadeWith(**{"netcurtain": "0.1.0", "browser": "Chromium 150.0.1.2", "lists": (LIST,), **more})


def event(
    *told: str, name: str = "A Company", went_out: bool = True, sentence: str = "", values: dict[str, Any] | None = None, **more: Any
) -> EventSeen:
    """One request that told these kinds of facts; ``values`` gives some of them another value than the kind's own word."""
    facts = [{"what": what, "value": (values or {}).get(what, f"a {what}"), "parameter": what[:2]} for what in told]
    said = sentence or f"{name} was told {', '.join(told) or 'nothing more'}."
    line = {"vendor": name, "organisation": name, "event": "PageView", "told": facts, "sentence": said}
    return EventSeen(line, went_out, **{"time": STARTED + 500, "by": FILTER, **more})


def look(stage: Stage = Stage.ARRIVED, *, told: Iterable[str] = ("page_address",), name: str = "A Company", **more: Any) -> Look:
    """One company at one stage, with one request that told ``told``."""
    went_out = bool(more.get("went_out", True))
    made: dict[str, Any] = {
        "requests": 1,
        "went_out": went_out,
        "first_seen": STARTED + 500,
        "hosts": ("tracker.example",),
        "filters": (FILTER,),
        "events": (event(*told, name=name, went_out=went_out),),
        "sentences": (f"{name} was contacted by this page.",),
    }
    return Look(stage, **{**made, **more})


def company(name: str = "A Company", *looks: Look, category: str = "advertising") -> CompanySurveyed:
    """One company; met on arrival where no look is given."""
    return CompanySurveyed(name, category, looks or (look(name=name),))


def seen(stage: Stage = Stage.ARRIVED, **more: Any) -> Seen:
    return Seen(stage, **{"requests": 12, "third_party_hosts": 2, "level": Level.NOTICE, "sensitive": False, **more})


def page(*companies: CompanySurveyed, number: int = 1, of_site: int = 1, **more: Any) -> PageSurveyed:
    """One page, without trouble and with a banner on which both choices worked, unless said otherwise."""
    banner = bool(more.get("banner", "A banner"))
    chosen = dict.fromkeys(("refused", "accepted"), Choosing.DONE if banner else Choosing.NO_BANNER)
    made: dict[str, Any] = {
        "name": f"{number:04}-{of_site:02}",
        "number": number,
        "site": "police.example",
        "label": "A police force",
        "asked": "https://police.example/report",
        "url": "https://police.example/report",
        "clicks": 0,
        "started": STARTED,
        "title": "Report it",
        "status": 200,
        "forms": 1,
        "touched": True,
        "banner": "A banner" if banner else "",
        **chosen,
        "seconds": 21.5,
        "companies": companies,
        "recording": f"sites/{number:04}-police-example/{number:04}-{of_site:02}.har",
        "screenshot": f"sites/{number:04}-police-example/{number:04}-{of_site:02}.jpg",
        **more,
    }
    made.setdefault("search_broke_off", None if made["clicks"] else False)
    made.setdefault("seen", tuple(seen(stage) for stage in _stages(made)))
    return PageSurveyed(**made)


def site(*pages: PageSurveyed, name: str = "", **more: Any) -> SiteSurveyed:
    """One site with its pages; one page without companies where none is given."""
    there = pages or (page(),)
    return SiteSurveyed(name or there[0].site, more.get("made_with") or made_with(), there)


def begun(asked: Asked | None = None, *, sites: int = 0, of_list: str = "a list") -> Begun:
    """A survey of so many sites; with none it is finished whatever was looked at."""
    return Begun(asked or Asked(), of_list, sites, sites, STARTED, "0.1.0", (LIST,))


def _stages(made: dict[str, Any]) -> list[Stage]:
    choices = {Stage.REFUSED: made.get("refused"), Stage.ACCEPTED: made.get("accepted")}
    if made.get("trouble") is not None and not made["companies"]:
        return []
    return [*BEFORE, *(stage for stage, choice in choices.items() if choice is Choosing.DONE)]
