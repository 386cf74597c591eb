"""A history on disk, as the browsers hear of it; a visit that is not to be kept; and everything erased."""

import pytest
from tests.core.scenes import GOOGLE, META, SITE, Scene, got_to, opened, requested, sensitive, submitted

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.keeping import Kept
from netcurtain.core.level import Level
from netcurtain.core.record import PageClosedRecord, Record, VisitUnkeptRecord
from netcurtain.core.request import Fate
from netcurtain.core.settings import Retention, Settings

DONT_KEEP = seen.NotToBeKept("p1")


def standings(scene: Scene) -> list[tuple[Retention, Kept]]:
    return [(standing.keeping, standing.kept) for standing in scene.told(say.Standing)]


def test_a_browser_that_comes_hears_how_the_history_stands() -> None:
    scene = Scene()
    scene.session.set_kept(Kept.LOCKED)
    scene.follow(scene.session.greet("b", frozenset()))
    assert standings(scene) == [(Retention.UNTIL_CLOSE, Kept.LOCKED)]


def test_every_browser_hears_when_it_is_opened_locked_or_erased_and_nothing_when_that_is_no_news() -> None:
    scene = Scene()
    scene.session.follow(Settings(retention=Retention.DAYS_7))
    for browser in ("c", "b"):
        scene.session.greet(browser, frozenset())
    out = scene.session.set_kept(Kept.OPEN)
    assert out.instructions == [(browser, say.Standing(Retention.DAYS_7, None, Kept.OPEN)) for browser in ("b", "c")]
    assert scene.session.set_kept(Kept.OPEN).instructions == []
    out = scene.session.set_kept(Kept.NONE)
    assert out.instructions == [(browser, say.Standing(Retention.UNTIL_CLOSE)) for browser in ("b", "c")]


def unkept() -> Scene:
    """A sensitive form, a company, and then the wish that this be not kept."""
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.SENT))
    scene.records.clear()
    scene.reports(DONT_KEEP)
    return scene


def test_the_history_hears_each_time_which_visit_is_not_to_be_kept() -> None:
    scene = unkept()
    scene.reports(DONT_KEEP)
    assert scene.records == [VisitUnkeptRecord("b:p1"), VisitUnkeptRecord("b:p1")]


def test_nothing_more_is_kept_of_that_visit_but_that_its_pages_were_left() -> None:
    scene = unkept()
    scene.records.clear()
    scene.reports(
        requested(GOOGLE, "r2"),
        got_to(Fate.ANSWERED, "r1", "r2"),
        sensitive(id="f2"),
        seen.PageChanged("p1", title="Another"),
        submitted(),
        seen.Paused("p1", True),
        seen.Paused("p1", False),
        seen.PageClosed("p1"),
        opened("p2", f"{SITE}/next"),
        sensitive(page="p2"),
        requested(META, "r3", page="p2"),
        seen.PageClosed("p2"),
    )
    assert scene.records == [PageClosedRecord("b:p1"), PageClosedRecord("b:p2")]


def test_it_is_looked_at_as_before() -> None:
    scene = unkept()
    assert scene.verdict.level is Level.WARNING
    scene.reports(requested(GOOGLE, "r2"))
    assert scene.last(happened.MatchSeen).request.organisation == "Google"


def test_the_popup_and_every_page_of_the_visit_hear_that_it_is_not_kept() -> None:
    scene = unkept()
    assert scene.last(say.PageWords).unkept
    assert scene.verdict.unkept
    scene.reports(seen.PopupOpened("p1"))
    assert scene.last(say.PageWords).unkept
    scene.reports(seen.Paused("p1", True))
    assert (scene.last(say.PageWords).unkept, scene.verdict.unkept) == (True, True)
    scene.reports(seen.PageClosed("p1"), opened("p2", f"{SITE}/next"))
    assert (scene.verdict.page, scene.verdict.unkept) == ("p2", True)


def test_a_visit_that_begins_later_is_kept_again() -> None:
    scene = unkept()
    scene.records.clear()
    scene.reports(opened("p2", "https://library.example/", tab=1))
    assert [type(record).__name__ for record in scene.records] == ["PageRecord"]
    assert not scene.verdict.unkept


def test_an_app_that_is_started_anew_hears_it_before_it_keeps_anything() -> None:
    scene = Scene()
    scene.reports(opened(unkept=True), requested(META))
    assert (scene.records, scene.verdict.unkept) == ([], True)


@pytest.mark.parametrize("private", [True, False], ids=["a private window", "a page that is not known"])
def test_the_history_hears_nothing_of(private: bool) -> None:
    scene = Scene()
    out = scene.reports(*([opened(private=True)] if private else []), DONT_KEEP)
    records: list[Record] = []
    assert out.records == records
    assert [type(one) for _, one in out.instructions if isinstance(one, say.PageWords)] == ([say.PageWords] if private else [])


def test_to_erase_everything_is_asked_of_the_app_and_the_browser_that_asked_hears_what_became_of_it() -> None:
    scene = Scene()
    out = scene.reports(seen.EraseWanted(), browser="c")
    assert out.events == [happened.EraseAsked("c")]
    for gone in (True, False):
        assert scene.session.erased("c", gone=gone).instructions == [("c", say.Erased(gone))]
