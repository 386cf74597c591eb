"""Of a page that asks for too much some requests are passed over. That is said of it, and changes nothing else."""

from tests.core.scenes import SITE, Scene, opened, requested, sensitive

from netcurtain.core import wording
from netcurtain.core.instruction import PageWords
from netcurtain.core.level import Level
from netcurtain.core.observation import Paused, PopupOpened
from netcurtain.core.record import PageRecord

PIXEL = "https://www.facebook.com/tr/?id=1&ev=PageView"


def test_that_requests_were_passed_over_is_said_of_their_page_once() -> None:
    scene = Scene()
    scene.reports(opened(), requested(PIXEL), sensitive())
    scene.follow(scene.session.missed("b", "p1"))
    assert not scene.view.from_start
    scene.reports(PopupOpened("p1"))
    assert wording.MISSED_THE_START in scene.last(PageWords).not_seen
    assert scene.verdict.level is Level.WARNING
    assert [record.from_start for record in scene.told(PageRecord)] == [True, False]
    again = scene.session.missed("b", "p1")
    assert (again.instructions, again.events, again.records) == ([], [], [])


def test_of_a_page_that_nobody_knows_or_is_to_look_at_nothing_follows() -> None:
    scene = Scene()
    scene.reports(opened(), Paused("p1", paused=True))
    for browser, page in [("b", "p1"), ("b", "p2"), ("another", "p1")]:
        out = scene.session.missed(browser, page)
        assert (out.instructions, out.events, out.records) == ([], [], [])


def test_another_tab_hears_nothing_of_it() -> None:
    scene = Scene()
    scene.reports(opened(), opened("p2", SITE, tab=2))
    scene.follow(scene.session.missed("b", "p1"))
    assert scene.view.key.page == "p1"
    scene.reports(requested(PIXEL, page="p2"))
    assert scene.view.from_start
