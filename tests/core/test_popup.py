"""What the popup says of a page, and the app's window that it asks for."""

import pytest
from tests.core.scenes import GOOGLE, HOTJAR, META, META_BUTTON, Scene, got_to, harmless, opened, requested

from netcurtain.core import popup, wording
from netcurtain.core.event import AppAsked
from netcurtain.core.instruction import PageWords, Standing
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import AppWanted, PageClosed, PopupOpened
from netcurtain.core.request import Fate
from netcurtain.core.settings import Retention, Settings


def words(scene: Scene, page: str = "p1") -> PageWords:
    (answer,) = scene.reports(PopupOpened(page)).instructions
    assert answer[0] == "b"
    assert isinstance(answer[1], PageWords)
    return answer[1]


def test_a_sentence_a_company_and_those_that_were_told_most_come_first() -> None:
    scene = Scene()
    scene.reports(opened(), harmless(), requested(GOOGLE, "r1"), requested(HOTJAR, "r2"), requested(META, "r3"))
    scene.reports(requested(META_BUTTON, "r4"), got_to(Fate.SENT, "r2", "r3"))

    said = words(scene)

    assert said == PageWords(
        "p1",
        "This page has told one company that it was opened.",
        [
            "Meta (Facebook) was told this page's address.",
            "Hotjar was contacted by this page. Hotjar is on this page. It can record how a page is used. "
            "It normally hides what people type; we cannot see whether it does here.",
            "This page tried to contact Google.",
        ],
        wording.NOT_SEEN_TYPED,
        form=FormLevel.NO,
    )
    assert said.headline == scene.view.headline


def test_of_a_page_without_companies_it_says_what_that_means_once() -> None:
    scene = Scene()
    scene.reports(opened(from_start=False))
    assert words(scene) == PageWords("p1", wording.NOTHING_SEEN, [], wording.MISSED_THE_START)


def test_companies_of_earlier_pages_are_said_once_first_or_last() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), PageClosed("p1"), opened("p2"))
    earlier = "An earlier page here tried to contact Meta (Facebook)."
    assert (words(scene, "p2").headline, words(scene, "p2").told) == (earlier, [])
    scene.reports(requested(GOOGLE, "r2", page="p2"))
    assert words(scene, "p2").told == ["This page tried to contact Google.", earlier]


@pytest.mark.parametrize(
    ("more", "last"), [(1, "One other company was seen here."), (2, "Two other companies were seen here.")], ids=["one", "two"]
)
def test_a_page_with_very_many_companies_names_some_and_counts_the_rest(more: int, last: str) -> None:
    scene = Scene()
    scene.reports(opened())
    for number in range(popup.MAX_SAID + more):
        scene.reports(requested(f"https://pixel.n{number}.example/", f"r{number}"))
    said = words(scene).told
    assert (len(said), said[-1]) == (popup.MAX_SAID + 1, last)


def test_of_a_page_that_is_not_known_nothing_is_said() -> None:
    scene = Scene()
    scene.reports(opened())
    assert scene.reports(PopupOpened("p2")).instructions == []
    assert scene.session.receive("c", PopupOpened("p1")).instructions == []


def test_the_app_is_asked_for() -> None:
    out = Scene().reports(AppWanted())
    assert (out.events, out.instructions, out.records) == ([AppAsked()], [], [])


def test_every_browser_hears_how_long_pages_are_remembered_when_it_comes_and_when_that_changes() -> None:
    session = Scene().session
    forget, keep = Standing(Retention.FORGET_SOON), Standing(Retention.UNTIL_CLOSE)
    assert session.greet("b", frozenset()).instructions == [("b", keep)]
    session.greet("c", frozenset())

    assert session.follow(Settings(retention=Retention.FORGET_SOON)).instructions == [("b", forget), ("c", forget)]
    assert session.follow(Settings(retention=Retention.FORGET_SOON, introduced=True)).instructions == []
    session.forget_browser("b")
    assert session.follow(Settings()).instructions == [("c", keep)]
    assert session.greet("b", frozenset()).instructions == [("b", keep)]
