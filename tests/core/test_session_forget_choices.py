"""What a person has said of the forms of a visit goes when they delete it; what protects them stays."""

import pytest
from tests.core.scenes import META, NOON, SITE, Scene, chosen, key, opened, requested, sensitive, submitted

from netcurtain.core import observation as seen
from netcurtain.core.keeping import Deleted
from netcurtain.core.level import Asks, Level

HERE = "example.police.uk"
SAID = seen.Corrected("p1", False)


def said(*, private: bool = False) -> Scene:
    """A sensitive form and a company, of which the person has said that it is not sensitive."""
    scene = Scene()
    scene.reports(opened(private=private), sensitive(), requested(META), SAID)
    assert (scene.verdict.level, scene.verdict.asks) == (Level.NOTICE, Asks.NEVER)
    return scene


@pytest.mark.parametrize("private", [False, True], ids=["a window", "a private window"])
@pytest.mark.parametrize(
    "deleted",
    [
        pytest.param(Deleted(frozenset({"b:p1", "b:p9"})), id="the visit"),
        pytest.param(Deleted(site=HERE), id="its site"),
        pytest.param(Deleted(everything=True), id="everything"),
    ],
)
def test_it_goes_with_what_was_deleted_and_the_tab_is_told(deleted: Deleted, private: bool) -> None:
    scene = said(private=private)
    out = scene.follow(scene.session.forget_choices(deleted))
    assert [browser for browser, _ in out.instructions] == ["b"]
    assert (scene.verdict.level, scene.verdict.asks) == (Level.WARNING, Asks.USUAL)
    assert out.records == []


@pytest.mark.parametrize(
    "deleted",
    [
        pytest.param(Deleted(frozenset({"b:p9"})), id="another visit"),
        pytest.param(Deleted(site="library.example"), id="another site"),
        pytest.param(Deleted(), id="nothing"),
    ],
)
def test_it_stays_where_something_else_was_deleted(deleted: Deleted) -> None:
    scene = said()
    out = scene.session.forget_choices(deleted)
    assert (out.instructions, out.events) == ([], [])
    assert scene.session._told[key()].asks is Asks.NEVER


def test_where_nothing_was_said_nobody_is_told() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META))
    out = scene.session.forget_choices(Deleted(everything=True))
    assert (out.instructions, out.events) == ([], [])


def test_every_page_of_the_visit_hears_of_it_and_every_visit_to_the_site() -> None:
    scene = said()
    scene.reports(opened("p2", f"{SITE}/next"), sensitive(page="p2"))
    scene.reports(opened("p3", tab=2), sensitive(page="p3"), requested(META, "r3", page="p3"), seen.Corrected("p3", False))
    scene.follow(scene.session.forget_choices(Deleted(site=HERE)))
    assert {page.page: verdict.asks for page, verdict in scene.session._told.items()} == dict.fromkeys(("p1", "p2", "p3"), Asks.USUAL)


def test_a_visit_that_its_tab_has_left_for_a_moment_comes_back_without_it() -> None:
    scene = said()
    scene.reports(seen.PageClosed("p1", NOON))
    scene.session.forget_choices(Deleted(site=HERE))
    scene.reports(opened("p2", time=NOON + 1), sensitive(page="p2"))
    assert (scene.verdict.page, scene.verdict.level) == ("p2", Level.WARNING)


def test_a_page_whose_tab_has_gone_on_is_meant_too() -> None:
    scene = said()
    scene.reports(opened("p2", "https://library.example/", time=NOON + 1), opened("p3", "https://other.example/", time=NOON + 90_000))
    scene.follow(scene.session.forget_choices(Deleted(site=HERE)))
    assert scene.session._told[key()].asks is Asks.USUAL


def test_a_pause_stays() -> None:
    scene = said()
    scene.reports(seen.Paused("p1", True))
    scene.session.forget_choices(Deleted(everything=True))
    assert scene.session._told[key()].paused
    scene.reports(seen.Paused("p1", False))
    assert scene.verdict.asks is Asks.USUAL


def test_companies_that_are_left_out_stay_so() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), submitted(held=True), chosen(seen.Choice.WITHOUT_COMPANIES), SAID)
    scene.follow(scene.session.forget_choices(Deleted(site=HERE)))
    assert scene.verdict.asks is Asks.USUAL
    assert scene.verdict.left_out
    assert scene.verdict.rules
