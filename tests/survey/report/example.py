"""An invented survey, of as many sites as one likes, for looking at the report and for measuring it. No site in it is a real one.

Sentences are the core's own, from invented events; who is met where follows from the number of the site alone.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from tests.survey.made import made_with, page, seen

from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, Value, What
from netcurtain.core.told_line import event_line
from netcurtain.core.wording import contacted, recorders
from netcurtain.survey.result import (
    Choosing,
    CompanySurveyed,
    EventSeen,
    FilterSeen,
    ListUsed,
    Look,
    PageSurveyed,
    SiteSurveyed,
    Stage,
)
from netcurtain.survey.trouble import Trouble

STARTED = 1795701600000.0
"""26 November 2026, 14:00 UTC, in milliseconds since 1970: a day after the lists."""
LISTS = (ListUsed("EasyPrivacy", "202611250712", 55_214, "2026-11-25"), ListUsed("Netcurtain starter list", "12", 214, "2026-11-20"))
PLACES = ("Ashford", "Brindle", "Carrow", "Denholm", "Eastry", "Fenwick", "Garrow", "Hexton", "Ilsham", "Jarrold")
KINDS = ("Rape Crisis Centre", "Police", "Sexual Health Clinic", "Women’s Centre", "Law Centre", "Advice Line")

COMPANIES: Mapping[str, tuple[str, str, str, tuple[What, ...]]] = {
    "Google": ("analytics", "www.google-analytics.com", "||google-analytics.com^", (What.PAGE_ADDRESS, What.PAGE_TITLE, What.VISITOR_ID)),
    "Meta (Facebook)": ("advertising", "www.facebook.com", "||facebook.com/tr", (What.PAGE_ADDRESS, What.BUTTON_TEXT)),
    "Hotjar": ("session_recording", "script.hotjar.com", "||hotjar.com^$third-party", ()),
    "TikTok": ("advertising", "analytics.tiktok.com", "||analytics.tiktok.com^", (What.PAGE_ADDRESS, What.IDENTITY)),
    "Microsoft": ("session_recording", "www.clarity.ms", "||clarity.ms^", (What.PAGE_ADDRESS, What.FORM_FIELDS)),
    "Crazy Egg": ("session_recording", "script.crazyegg.com", "", ()),
    "pixel.unheard.example": ("", "pixel.unheard.example", "/pixel.gif?", (What.PAGE_ADDRESS,)),
}
AFTER: Mapping[Stage, float] = {Stage.ARRIVED: 700.0, Stage.TOUCHED: 6_200.0, Stage.REFUSED: 11_900.0, Stage.ACCEPTED: 24_300.0}
"""How long after its start a page's first request of each stage goes, in milliseconds."""
SECONDS = 36.5
"""That a page is looked at."""
BANNERS = ("OneTrust", "", "Civic Cookie Control", "Cookiebot", "")
_VALUES: Mapping[What, Value] = {
    What.PAGE_ADDRESS: "https://site.example/report",
    What.PAGE_TITLE: "Report a sexual offence",
    What.BUTTON_TEXT: "Reject all",
    What.FORM_FIELDS: ("name", "email", "what-happened"),
    What.IDENTITY: Identity(IdentityKind.EMAIL, IdentityForm.SHA256),
    What.VISITOR_ID: "a number",
}


def sites(count: int) -> Iterator[SiteSurveyed]:
    """So many sites; every third has a second page, one in nine had trouble, and one in 13 broke off in the middle."""
    for number in range(1, count + 1):
        name = f"{PLACES[number % 10]} {KINDS[number % 6]}"
        host = f"{name.lower().replace('’', '').replace(' ', '-')}-{number}.example"
        pages = [_page(number, 1, host, name)]
        if number % 3 == 0 and pages[0].trouble is None:
            pages.append(_page(number, 2, host, name))
        yield SiteSurveyed(host, made_with(browser="Chromium 156.0.7312.4", lists=LISTS), tuple(pages))


def _page(number: int, of_site: int, host: str, label: str) -> PageSurveyed:
    trouble = list(Trouble)[number // 9 % len(Trouble)] if number % 9 == 0 else None
    broke_off = number % 13 == 0
    banner = BANNERS[number % len(BANNERS)]
    started = STARTED + (number * 90 + of_site * 40) * 1000
    personal = number % 2 == 0
    forms = number % 3 or int(personal or of_site > 1)
    told = [] if trouble else [name for place, name in enumerate(COMPANIES) if (number * 7 + place * 3 + of_site) % (place + 2) == 0]
    made: dict[str, Any] = {
        "site": host,
        "label": label if number % 4 else "",
        "asked": f"https://{host}/",
        "url": f"https://{host}/{'report' if of_site == 1 else 'contact/tell-us'}",
        "clicks": of_site - 1,
        "title": f"{'Report it' if of_site == 1 else 'Tell us what happened'} - {label}",
        "forms": forms,
        "touched": forms > 0,
        "started": started,
        "seconds": SECONDS,
        "trouble": trouble or (Trouble.CRASHED if broke_off else None),
        "detail": "net::ERR_CERT_DATE_INVALID" if trouble is Trouble.CERTIFICATE else "",
        "banner": banner,
        "refused": _chosen(banner, broke_off, Choosing.DONE if number % 7 else Choosing.NO_WAY),
        "accepted": _chosen(banner, broke_off, Choosing.DONE if number % 8 else Choosing.FAILED),
        **({"recording": "", "screenshot": ""} if trouble else {}),
    }
    stages = () if trouble else _stages(made)
    asks: dict[str, Any] = {"sensitive": personal, "categories": ("sexual_offence",) if personal else ()}
    companies = (_company(name, number, stages, started) for name in told)
    return page(
        *(one for one in companies if one.looks),
        number=number,
        of_site=of_site,
        **made,
        seen=tuple(seen(stage, **asks) for stage in stages),
    )


def _chosen(banner: str, broke_off: bool, choice: Choosing) -> Choosing:
    return Choosing.NO_BANNER if not banner else Choosing.NOT_TRIED if broke_off else choice


def _stages(made: Mapping[str, Any]) -> tuple[Stage, ...]:
    choices = ((Stage.REFUSED, made["refused"]), (Stage.ACCEPTED, made["accepted"]))
    pressed = (Choosing.DONE, Choosing.FAILED)
    if made["trouble"] is not None:
        return (Stage.ARRIVED,)
    return (Stage.ARRIVED, *((Stage.TOUCHED,) if made["touched"] else ()), *(stage for stage, choice in choices if choice in pressed))


def _company(name: str, number: int, stages: tuple[Stage, ...], started: float) -> CompanySurveyed:
    category, host, filtered, kinds = COMPANIES[name]
    waits = number % 4 == 0
    """Sites that wait for consent."""
    met = [stage for stage in stages if not waits or stage is Stage.ACCEPTED]
    by = FilterSeen(filtered, "EasyPrivacy" if filtered else "")
    goes = not (name == "TikTok" and number % 5 == 0)
    looks = tuple(
        Look(
            stage=stage,
            requests=2 + number % 3,
            went_out=goes,
            first_seen=started + AFTER[stage],
            hosts=(host,),
            filters=(by,),
            events=tuple(
                msgspec.structs.replace(event, time=started + AFTER[stage] + 20, by=by) for event in _events(name, kinds, stage, goes)
            ),
            sentences=(contacted(name, goes), *((recorders([name]),) if category == "session_recording" else ())),
        )
        for stage in met
    )
    return CompanySurveyed(name, category, looks)


def _events(name: str, kinds: tuple[What, ...], stage: Stage, goes: bool) -> tuple[EventSeen, ...]:
    there = [what for what in kinds if what is not What.BUTTON_TEXT or stage is Stage.REFUSED]
    if not there:
        return ()
    told = tuple(DecodedField(what, _VALUES[what], what[:2]) for what in there)
    return (EventSeen(event_line(DecodedEvent(name, name, "PageView", told), goes), goes),)
