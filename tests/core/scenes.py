"""Builders for the tests of the pipeline: what a browser reports, and a session that remembers what followed.

The matcher is a small stand-in, so that these tests rest on the session alone.
"""

from functools import cache
from importlib.resources import files
from typing import TypeVar

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.domains import host_of
from netcurtain.core.event import CompanyView, PageKey, PageView
from netcurtain.core.finding import Finding, Written
from netcurtain.core.form import Lexicon, parse_lexicon
from netcurtain.core.matcher import Excepted, Match, Matcher
from netcurtain.core.organisations import Organisations, parse_organisations
from netcurtain.core.outcome import Outcome
from netcurtain.core.record import Record
from netcurtain.core.request import Fate, Request, ResourceType
from netcurtain.core.session import Knowledge, Session

NOON = 1_795_500_000_000.0
SITE = "https://www.example.police.uk/report"
META = "https://www.facebook.com/tr/?ev=PageView&dl=https%3A%2F%2Fwww.example.police.uk%2Freport%3Fstep%3D2"
META_BUTTON = "https://www.facebook.com/tr/?ev=SubscribedButtonClick&cd[buttonText]=Report%20it"
META_POST = "https://www.facebook.com/tr/"
GOOGLE = "https://stats.g.doubleclick.net/j/collect?v=1"
HOTJAR = "https://script.hotjar.com/modules.js"
EXCEPTED = "https://excepted.example/pixel"

T = TypeVar("T")

FLAGGED = ("www.facebook.com", "stats.g.doubleclick.net", "script.hotjar.com", "analytics.tiktok.com")


class StandIn(Matcher):
    """Flags a few hosts, one filter each; excepts one. ``asked`` are the addresses it was asked about."""

    def __init__(self) -> None:
        super().__init__([])
        self.asked: list[str] = []

    def decide(self, url: str, page_url: str, kind: ResourceType, method: str = "GET") -> Match | Excepted | None:  # noqa: ARG002
        self.asked.append(url)
        host = host_of(url)
        if host == "excepted.example":
            return Excepted("||excepted.example^", "@@||excepted.example^", "EasyPrivacy")
        return (
            Match(f"||{host}^", "EasyPrivacy")
            if host in FLAGGED or host.endswith(".tracker.example") or host.startswith("pixel.")
            else None
        )


@cache
def lexicon() -> Lexicon:
    return parse_lexicon(shipped("sensitive.toml"))


@cache
def organisations() -> Organisations:
    return parse_organisations(shipped("organisations.toml"))


def shipped(name: str) -> str:
    return files("netcurtain.filters").joinpath(name).read_text(encoding="utf-8")


class Scene:
    """A session, one browser's reports to it, and everything that followed so far."""

    def __init__(self, starter: dict[str, tuple[str, ...]] | None = None) -> None:
        self.matcher = StandIn()
        lists = ("EasyPrivacy of 13 August 2026",)
        self.session = Session(Knowledge(self.matcher, organisations(), lexicon(), lists, starter or {}))
        self.instructions: list[say.Instruction] = []
        self.events: list[happened.Event] = []
        self.records: list[Record] = []

    def reports(self, *observations: seen.Observation, browser: str = "b") -> Outcome:
        """What followed from the last of these."""
        out = Outcome()
        for observation in observations:
            out = self.follow(self.session.receive(browser, observation))
        return out

    def follow(self, out: Outcome) -> Outcome:
        self.instructions += [instruction for _, instruction in out.instructions]
        self.events += out.events
        self.records += out.records
        return out

    def told(self, kind: type[T]) -> list[T]:
        """Every instruction, event and record of one kind, in order."""
        return [one for one in (*self.instructions, *self.events, *self.records) if isinstance(one, kind)]

    def last(self, kind: type[T]) -> T:
        return self.told(kind)[-1]

    @property
    def verdict(self) -> say.Verdict:
        return self.last(say.Verdict)

    @property
    def view(self) -> PageView:
        return self.last(happened.PageUpdated).view

    @property
    def findings(self) -> list[Finding]:
        return [made.finding for made in self.told(happened.FindingMade)]

    def company(self, name: str = "Meta (Facebook)") -> CompanyView:
        return next(one for one in self.view.companies if one.name == name)


def key(page: str = "p1", browser: str = "b") -> PageKey:
    return PageKey(browser, page)


def opened(
    page: str = "p1",
    url: str = SITE,
    *,
    tab: int = 1,
    private: bool = False,
    title: str = "",
    from_start: bool = True,
    time: float = NOON,
    paused: bool = False,
    unkept: bool = False,
) -> seen.PageOpened:
    return seen.PageOpened(page, tab, url, private, time, title, from_start, paused, unkept)


def request(
    url: str,
    id: str = "r1",  # noqa: A002
    *,
    page: str = "p1",
    type: str = "image",  # noqa: A002
    method: str = "GET",
    has_body: bool = False,
    count: int = 1,
) -> Request:
    return Request(id, page, url, type, method, "https://www.example.police.uk", 0, NOON, has_body, count)


def requested(
    url: str,
    id: str = "r1",  # noqa: A002
    *,
    page: str = "p1",
    type: str = "image",  # noqa: A002
    method: str = "GET",
    has_body: bool = False,
    count: int = 1,
) -> seen.Requests:
    return seen.Requests([request(url, id, page=page, type=type, method=method, has_body=has_body, count=count)])


def got_to(fate: Fate, *ids: str, page: str = "p1") -> seen.Fates:
    return seen.Fates([seen.RequestFate(one, page, fate, 200 if fate is Fate.ANSWERED else 0) for one in ids or ("r1",)])


def typed(
    id: str = "r9",  # noqa: A002
    label: str = "Your name",
    *,
    page: str = "p1",
    host: str = "api.replay.example",
    written: Written = Written.SHA256,
    fate: Fate = Fate.SENT,
) -> seen.TypedSeen:
    return seen.TypedSeen(page, id, host, label, written, NOON, "xmlhttprequest", fate)


def form(
    title: str,
    *labels: str,
    page: str = "p1",
    id: str = "f1",  # noqa: A002
    action: str = SITE,
    button: str = "Continue",
) -> seen.FormDescribed:
    fields = [seen.FormField(tag="input", type="text", label=label) for label in labels]
    shape = seen.FormShape(action=action, method="post", fields=fields, buttons=[button])
    return seen.FormDescribed(page, id, seen.FormDescriptor(page_url=SITE, title=title, form=shape))


def sensitive(*, page: str = "p1", id: str = "f1", action: str = SITE) -> seen.FormDescribed:  # noqa: A002
    return form("Report rape or sexual assault", "What happened?", "Your name", page=page, id=id, action=action)


def doubtful(*, page: str = "p1", id: str = "f1", action: str = SITE) -> seen.FormDescribed:  # noqa: A002
    return form("Support", "Tell us about your situation", "Email", page=page, id=id, action=action, button="Send")


def harmless(*, page: str = "p1", id: str = "f1", action: str = SITE) -> seen.FormDescribed:  # noqa: A002
    return form("Find a library", "Postcode", page=page, id=id, action=action, button="Search")


def submitted(submission: str = "s1", *, page: str = "p1", form: str = "f1", held: bool = False) -> seen.Submitted:
    return seen.Submitted(submission, page, form, held, NOON)


def chosen(choice: seen.Choice, submission: str = "s1", *, page: str = "p1") -> seen.Chosen:
    return seen.Chosen(submission, page, choice)
