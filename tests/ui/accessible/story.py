"""One story for every window: a report at a police site, a charity, a library; told as it would really be."""

import msgspec
from tests.ui.a_partner import PARTNER, PARTNER_FILE
from tests.ui.fake_app import NOON, FakeApp

from netcurtain.core.consent import Consent
from netcurtain.core.event import CompanyView, FrontChanged, LinkChanged, PageKey, PageUpdated, PageView, RequestSeen, SubmissionMade
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.keeping import Kept
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.organisations import RECORDER
from netcurtain.core.request import Fate
from netcurtain.core.settings import Settings
from netcurtain.history.rows import (
    Change,
    CompanyChange,
    Doubt,
    Gap,
    MomentKind,
    RequestRow,
    SiteChange,
    StoryLine,
    VisitRow,
    VisitStory,
)
from netcurtain.ui.actions import BrowserRow, ListRow

DAY = 86_400_000.0
SITE = "northshire.police.uk"
KEY = PageKey("b1", "page")
NOT_SEEN = "We have not seen what you wrote go to them, but we cannot see everything."


def told_app() -> FakeApp:
    """An app with two browsers, three lists, an open history of six visits, and a partner's file to add."""
    app = FakeApp()
    app.answers = Settings(introduced=True)
    app.stand = Kept.OPEN
    app.paired = [
        BrowserRow("b1", "Chrome 156", 1_763_000_000, 1_764_000_000, True),
        BrowserRow("b2", "Firefox 153", 1_762_000_000, 1_763_900_000, False),
    ]
    app.list_rows = [
        ListRow("starter", "Netcurtain's own list", True, True, "115 filters."),
        ListRow("easyprivacy", "EasyPrivacy", True, False, "Of 13 August 2026, looked for today. 52,000 filters."),
        ListRow("easylist", "EasyList", False, False, "Off."),
    ]
    police = VisitRow("v1", SITE, NOON, 2, True, on_disk=True, chosen=True)
    before = VisitRow("v2", SITE, NOON - 20 * DAY, 1, True, on_disk=True)
    app.rows = [
        police,
        VisitRow("v3", "library.example", NOON - 1_300_000, 1, False),
        VisitRow("v4", "example-centre.org.uk", NOON - DAY, 0, True),
        VisitRow("v5", "library.example", NOON - 2 * DAY, 0, False),
        before,
    ]
    app.gap_rows = [Gap(NOON - 1_200_000, NOON - 600_000)]
    app.company_visits = {"Meta (Facebook)": {"v1", "v2"}, "Google": {"v1", "v3"}}
    app.stories = {row.visit: _story(row) for row in app.rows}
    app.site_changes[("v2", "v1")] = SiteChange(
        before,
        police,
        (
            CompanyChange("Google", Change.GAINED, (), ("Google was told its address.",)),
            CompanyChange(
                "Meta (Facebook)", Change.TOLD_MORE, ("Meta was told its address.",), ("Meta was told which button was pressed.",)
            ),
        ),
        (Doubt.OTHER_LISTS,),
    )
    app.in_use = [PARTNER]
    app.partner_files = {PARTNER_FILE: msgspec.structs.replace(PARTNER, name="Another Centre")}
    return app


def _story(row: VisitRow) -> VisitStory:
    at = row.started
    return VisitStory(
        row,
        (
            StoryLine(at, "The page was opened.", MomentKind.OPENED, consent=Consent.BEFORE_CHOICE),
            StoryLine(at + 900, "A form that looks personal was there.", MomentKind.FORM, consent=Consent.BEFORE_CHOICE),
            StoryLine(at + 4000, "Cookies were refused.", MomentKind.CONSENT, consent=Consent.REFUSED),
            StoryLine(at + 21_000, "Meta (Facebook) was told its address.", MomentKind.TOLD, "Meta (Facebook)", Consent.REFUSED),
            StoryLine(at + 60_000, "A form was sent.", MomentKind.SENT, consent=Consent.REFUSED),
        ),
        (
            RequestRow(at + 21_000, "www.facebook.com", "Meta (Facebook)", "||facebook.com/tr^", "EasyPrivacy", Fate.SENT),
            RequestRow(at + 22_000, "www.google-analytics.com", "Google", "||google-analytics.com^", "EasyPrivacy", Fate.STOPPED_BY_US),
        ),
        more_moments=3,
        more_requests=12,
        lists=("EasyPrivacy of 13 August 2026",),
        gaps=(Gap(at + 5000, at + 9000),),
        not_seen=("Pages that were opened before Netcurtain was there were not seen from their start.",),
    )


def _company(name: str, *whats: What, went_out: bool = True, category: str = "") -> CompanyView:
    told = tuple(DecodedField(what, f"https://{SITE}/report", "dl") for what in whats)
    host = f"www.{name.split()[0].lower()}.example"
    seen = (
        RequestSeen("r1", f"https://{host}/tr", "image", f"||{host}^", "EasyPrivacy", name, Fate.SENT, NOON, 200),
        RequestSeen("r2", f"https://{host}/collect", "xhr", f"||{host}^", "EasyPrivacy", name, Fate.STOPPED_BY_US, NOON + 900),
    )
    return CompanyView(name, category, 14, told, (f"{name} was told this page's address.",), seen, went_out)


COMPANIES = (
    _company("Meta (Facebook)", What.PAGE_ADDRESS, What.PAGE_TITLE, What.BUTTON_TEXT, What.FORM_FIELDS, What.ACCOUNT),
    _company("Google", What.PAGE_ADDRESS, What.REFERRER),
    _company("TikTok", What.IDENTITY, What.TYPED, went_out=False),
    _company("Hotjar", category=RECORDER),
)


def page(*companies: CompanyView) -> PageView:
    """The police site's page, with these companies on it."""
    headline = "This page has told three companies that it was opened." if companies else "We saw none of the companies on our lists."
    return PageView(
        KEY, SITE, f"https://{SITE}/report", "Report", True, False, companies, Level.WARNING, FormLevel.SENSITIVE, headline, NOT_SEEN
    )


def in_front(*companies: CompanyView) -> tuple[object, ...]:
    """The events that bring the page into sight."""
    return (LinkChanged(1), PageUpdated(page(*companies), True), FrontChanged(KEY.browser, KEY))


def held() -> tuple[object, ...]:
    """The events after which a form waits."""
    told = ("This page told Meta (Facebook) and Google its address.", "Meta (Facebook) was also told which button was pressed.")
    return (FrontChanged(KEY.browser, KEY), SubmissionMade(KEY, "s1", True, told, NOT_SEEN))
