"""One story for every picture of a window: three weeks of a browser's reports, told to a real session, so that each sentence is a real one.

A report at a police site, which was looked at three weeks before too; a library; a centre that helps. Nothing in it is anybody's: the sites
are made up, the companies are those that such sites had. Sentences are made when their files are imported: speak first (draw.py).
"""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from netcurtain.core import observation as seen
from netcurtain.core.consent import Consent
from netcurtain.core.event import Event, PageGone, PageKey, SubmissionMade
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.matcher import Matcher
from netcurtain.core.observation import FormDescriptor, FormField, FormShape
from netcurtain.core.outcome import Outcome
from netcurtain.core.record import Record
from netcurtain.core.request import Fate, Request
from netcurtain.core.session import Session
from netcurtain.lists.compiled import layout_from
from netcurtain.lists.shelf import ListText

BROWSER = "chrome"
POLICE, CENTRE, LIBRARY = "northshire.police.uk", "harbour-centre.example", "library.example"
PLACE = ZoneInfo("Europe/London")
EASYPRIVACY = "\n".join((
    "||facebook.com/tr^$third-party", "||google-analytics.com^$third-party", "||static.hotjar.com^$third-party",
    "||script.hotjar.com^$third-party", "||analytics.tiktok.com^$third-party",
))  # fmt: skip
"""As much of a list as the story needs, so that its pictures are the same everywhere."""


def at(day: int, hour: int, minute: int, second: int = 0) -> float:
    """A moment of November 2026 in the UK, in milliseconds since 1970."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=PLACE).timestamp() * 1000


NOW = at(24, 14, 5)


@dataclass
class Story:
    """What followed from the reports: the session that took them in, events for the windows, records for the history."""

    session: Session
    events: list[Event] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    def reports(self, *observations: seen.Observation) -> None:
        """The browser says these, one after another."""
        for observation in observations:
            self.follow(self.session.receive(BROWSER, observation))

    def follow(self, out: Outcome) -> None:
        self.events += out.events
        self.records += out.records

    def last_of(self, page: str) -> list[Event]:
        """What the windows would hear of one page alone, but for its going."""
        key = PageKey(BROWSER, page)
        told = (event for event in self.events if not isinstance(event, PageGone))
        return [event for event in told if key in (getattr(event, "key", None), getattr(getattr(event, "view", None), "key", None))]

    @property
    def held(self) -> SubmissionMade:
        """The form that waits."""
        return next(event for event in reversed(self.events) if isinstance(event, SubmissionMade))


def judged_by(first: Knowledge, easyprivacy: str) -> Knowledge:
    """The story's own few filters before the app's own list; ``easyprivacy`` is what the list is called, with its date."""
    shelf = [ListText("EasyPrivacy", easyprivacy, EASYPRIVACY)]
    return replace(first, matcher=Matcher(layout_from(shelf, None)), lists=(easyprivacy,))


def told(knowledge: Knowledge) -> Story:
    """The whole story, up to the form that waits."""
    story = Story(Session(knowledge))
    story.follow(story.session.greet(BROWSER, frozenset(), "Chrome 156", "1.0"))
    _police_three_weeks_ago(story)
    _library(story, "l1", at(22, 11, 20))
    _centre(story)
    _library(story, "l2", at(24, 13, 40))
    _police(story)
    return story


def pages() -> tuple[str, ...]:
    """Names of the pages that windows show: one with companies, and one where none was seen."""
    return "p2", "l1"


def _police_three_weeks_ago(story: Story) -> None:
    url, title = f"https://www.{POLICE}/report", "Report a crime"
    began = at(4, 20, 15)
    story.reports(_opened("p1", url, title, began), _form("p1", url, title))
    _goes(story, "p1", "google", _google(url, title), began + 1200)
    story.reports(seen.PageClosed("p1", began + 120_000))


def _library(story: Story, page: str, began: float) -> None:
    url = f"https://www.{LIBRARY}/opening-hours"
    story.reports(_opened(page, url, "Opening hours", began))
    if page == "l2":
        _goes(story, page, "google", _google(url, "Opening hours"), began + 900)
    story.reports(seen.PageClosed(page, began + 60_000))


def _centre(story: Story) -> None:
    url, title = f"https://{CENTRE}/talk-to-us", "Talk to us about abuse at home"
    began = at(23, 21, 40)
    story.reports(_opened("c1", url, title, began), seen.ConsentSeen("c1", Consent.BEFORE_CHOICE, began + 400), _form("c1", url, title))
    _goes(story, "c1", "hotjar", "https://script.hotjar.com/modules.js", began + 1500, kind="script")
    story.reports(seen.ConsentSeen("c1", Consent.REFUSED, began + 6000))
    tiktok = f"https://analytics.tiktok.com/i18n/pixel/events.js?{urlencode({'sdkid': 'C1', 'url': url})}"
    _goes(story, "c1", "tiktok", tiktok, began + 9000, fate=Fate.STOPPED_BY_ANOTHER, kind="script")
    story.reports(seen.PageClosed("c1", began + 400_000))


def _police(story: Story) -> None:
    url, title = f"https://www.{POLICE}/report/rape-sexual-assault", "Report rape or sexual assault"
    button = "Start your report"
    began = at(24, 14, 2, 10)
    story.reports(
        _opened("p2", url, title, began),
        seen.PageInFront("p2"),
        seen.ServerTime("p2", f"www.{POLICE}", 400),
        seen.ConsentSeen("p2", Consent.BEFORE_CHOICE, began + 300),
        _form("p2", url, title, button),
    )
    meta = {"id": "400000000000001", "dl": url, "rl": f"https://www.{POLICE}/", "fbp": "fb.1.2.3"}
    _goes(story, "p2", "meta1", f"https://www.facebook.com/tr/?{urlencode(meta | {'ev': 'PageView'})}", began + 900, cookies=("c_user",))
    _goes(story, "p2", "google", _google(url, title), began + 1400)
    _goes(story, "p2", "hotjar", "https://static.hotjar.com/c/hotjar-123456.js?sv=6", began + 1900, kind="script")
    story.reports(seen.ConsentSeen("p2", Consent.REFUSED, began + 8000), seen.Pressed("p2", button))
    pressed = meta | {"ev": "SubscribedButtonClick", "cd[buttonText]": button, "cd[pageFeatures]": json.dumps({"title": title})}
    _goes(story, "p2", "meta2", f"https://www.facebook.com/tr/?{urlencode(pressed)}", began + 21_000, cookies=("c_user",))
    story.reports(seen.Submitted("s1", "p2", "f1", True, began + 60_000))


def _opened(page: str, url: str, title: str, time: float) -> seen.PageOpened:
    return seen.PageOpened(page, len(page) + int(page[1]), url, False, time, title)


def _form(page: str, url: str, title: str, button: str = "Send") -> seen.FormDescribed:
    labels = ("What happened?", "When did it happen?", "Your name", "Email")
    fields = [FormField(tag="input", type="text", label=label) for label in labels]
    shape = FormShape(action=url, method="post", fields=fields, buttons=[button])
    return seen.FormDescribed(page, "f1", FormDescriptor(page_url=url, title=title, headings=[title], form=shape))


def _google(url: str, title: str) -> str:
    told = {"v": "2", "tid": "G-ABC123", "gcs": "G100", "cid": "1.2", "sid": "3", "dl": url, "dt": title, "en": "page_view"}
    return f"https://region1.google-analytics.com/g/collect?{urlencode(told)}"


def _goes(
    story: Story,
    page: str,
    name: str,
    url: str,
    time: float,
    *,
    kind: str = "image",
    fate: Fate = Fate.ANSWERED,
    cookies: tuple[str, ...] = (),
) -> None:
    """A request is seen, and how far it got."""
    request = f"{page}-{name}"
    status = 200 if fate is Fate.ANSWERED else 0
    story.reports(
        seen.Requests([Request(request, page, url, kind, "GET", "", 0, time)]),
        seen.Fates([seen.RequestFate(request, page, fate, status, list(cookies))]),
    )
