"""What a person says of a page's forms in the popup: "this is not sensitive", or "ask me here". For one visit, and in memory only."""

from collections.abc import Callable

import pytest
from tests.core.scenes import META, NOON, SITE, Scene, chosen, form, harmless, key, opened, requested, sensitive, submitted

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.level import Asks, FormLevel, Level
from netcurtain.core.record import FormRecord, Record
from netcurtain.core.visits import BACK_WITHIN

NOT_SENSITIVE, ASK, TAKE_BACK = seen.Corrected("p1", False), seen.Corrected("p1", True), seen.Corrected("p1")
ELSEWHERE = "https://www.riverton.example/join"


def plain(*, page: str = "p1", id: str = "f1") -> seen.FormDescribed:  # noqa: A002
    """A form that is neither sensitive nor clearly for something harmless."""
    told = form("Join the library", "Your name", page=page, id=id, action=ELSEWHERE, button="Join")
    return seen.FormDescribed(page, id, seen.FormDescriptor(page_url=ELSEWHERE, title="Join", form=told.descriptor.form))


def judged(*, private: bool = False) -> Scene:
    """A sensitive form and a company."""
    scene = Scene()
    scene.reports(opened(private=private), sensitive(), requested(META))
    assert scene.verdict.level is Level.WARNING
    return scene


def ordinary(*, private: bool = False) -> Scene:
    """An ordinary form and a company."""
    scene = Scene()
    scene.reports(opened(url=ELSEWHERE, private=private), plain(), requested(META))
    assert scene.verdict.level is Level.NOTICE
    return scene


@pytest.mark.parametrize("private", [False, True], ids=["a window", "a private window"])
def test_what_is_not_sensitive_is_at_most_a_notice_at_once_and_has_no_words_for_the_page(private: bool) -> None:
    scene = judged(private=private)
    scene.reports(NOT_SENSITIVE)
    verdict = scene.verdict
    assert (verdict.level, verdict.asks, verdict.words) == (Level.NOTICE, Asks.NEVER, say.CardWords())
    assert verdict.forms == [say.FormVerdict("f1", Level.NOTICE, FormLevel.NO)]
    assert verdict.companies == ["Meta (Facebook)"]
    assert (scene.view.level, scene.view.form_level) == (Level.NOTICE, FormLevel.NO)


@pytest.mark.parametrize("private", [False, True], ids=["a window", "a private window"])
def test_where_they_want_to_be_asked_a_form_with_companies_is_held(private: bool) -> None:
    scene = ordinary(private=private)
    scene.reports(ASK)
    assert (scene.verdict.level, scene.verdict.asks) == (Level.WARNING, Asks.ALWAYS)
    assert scene.verdict.forms == [say.FormVerdict("f1", Level.WARNING, FormLevel.SENSITIVE)]
    assert scene.verdict.words.told
    assert scene.verdict.rules
    scene.reports(submitted(held=True))
    assert scene.last(happened.SubmissionMade).held


def test_without_companies_nobody_is_asked() -> None:
    scene = Scene()
    scene.reports(opened(url=ELSEWHERE), plain(), ASK)
    assert scene.verdict.level is Level.NOTICE


@pytest.mark.parametrize(("scene", "said"), [(judged, NOT_SENSITIVE), (ordinary, ASK)], ids=["not sensitive", "ask me here"])
def test_taken_back_it_is_as_before(scene: Callable[[], Scene], said: seen.Corrected) -> None:
    one = scene()
    before = one.verdict
    one.reports(said, TAKE_BACK)
    assert one.verdict == before


def test_the_popup_hears_what_was_said_beside_what_we_think() -> None:
    scene = judged()
    scene.reports(seen.PopupOpened("p1"))
    assert (scene.last(say.PageWords).form, scene.last(say.PageWords).asks) == (FormLevel.SENSITIVE, Asks.USUAL)
    for said, asks in ((NOT_SENSITIVE, Asks.NEVER), (ASK, Asks.ALWAYS), (TAKE_BACK, Asks.USUAL)):
        scene.reports(said)
        assert (scene.last(say.PageWords).form, scene.last(say.PageWords).asks) == (FormLevel.SENSITIVE, asks)


def test_a_page_without_a_form_has_none_to_speak_of() -> None:
    scene = Scene()
    scene.reports(opened(), seen.PopupOpened("p1"))
    assert scene.last(say.PageWords).form is None


def test_it_holds_for_the_pages_of_the_visit_and_no_longer() -> None:
    scene = judged()
    scene.reports(NOT_SENSITIVE, seen.PageClosed("p1", NOON), opened("p2", f"{SITE}/next", time=NOON + 1), sensitive(page="p2"))
    assert (scene.verdict.page, scene.verdict.level) == ("p2", Level.NOTICE)
    scene.reports(seen.PageClosed("p2", NOON + 2), opened("p3", time=NOON + 3 + BACK_WITHIN), sensitive(page="p3"))
    scene.reports(requested(META, "r3", page="p3"))
    assert (scene.verdict.page, scene.verdict.level) == ("p3", Level.WARNING)


def test_every_page_of_the_visit_that_is_open_hears_of_it() -> None:
    scene = judged()
    scene.reports(opened("p2", f"{SITE}/next"), sensitive(page="p2"), seen.Corrected("p2", False))
    assert {page.page: verdict.level for page, verdict in scene.session._told.items()} == {"p1": Level.NOTICE, "p2": Level.NOTICE}


def test_another_tab_is_another_visit() -> None:
    scene = judged()
    scene.reports(opened("p2", tab=2), sensitive(page="p2"), requested(META, "r2", page="p2"), NOT_SENSITIVE)
    assert {page.page: scene.session._told[page].level for page in (key("p1"), key("p2"))} == {"p1": Level.NOTICE, "p2": Level.WARNING}


def test_of_many_forms_every_one_that_may_be_meant_is_held_and_the_search_is_not() -> None:
    scene = Scene()
    scene.reports(opened(url=ELSEWHERE), harmless(id="f0"), plain(id="f1"), plain(id="f2"), requested(META), ASK)
    assert [one.level for one in scene.verdict.forms] == [Level.NOTICE, Level.WARNING, Level.WARNING]


def test_where_there_is_nothing_but_a_search_it_is_that() -> None:
    scene = Scene()
    scene.reports(opened(url=ELSEWHERE), harmless(), requested(META), ASK)
    assert [one.level for one in scene.verdict.forms] == [Level.WARNING]


def test_who_asks_for_a_question_after_an_answer_is_asked() -> None:
    scene = judged()
    scene.reports(submitted(held=True), chosen(seen.Choice.AS_IT_IS))
    answered = [scene.verdict.answered]
    scene.reports(ASK)
    answered.append(scene.verdict.answered)
    scene.reports(submitted("s2", held=True), chosen(seen.Choice.AS_IT_IS, "s2"))
    answered.append(scene.verdict.answered)
    assert answered == [True, False, True]


def test_a_warning_that_is_up_stays_until_it_is_answered() -> None:
    scene = judged()
    scene.reports(submitted(held=True), NOT_SENSITIVE)
    assert scene.told(happened.SubmissionAnswered) == []
    scene.reports(chosen(seen.Choice.AS_IT_IS))
    assert scene.last(happened.SubmissionAnswered).choice is seen.Choice.AS_IT_IS


def test_companies_that_are_left_out_stay_so() -> None:
    scene = judged()
    scene.reports(submitted(held=True), chosen(seen.Choice.WITHOUT_COMPANIES), NOT_SENSITIVE)
    assert scene.verdict.left_out
    assert scene.verdict.rules


def test_while_a_visit_is_paused_nothing_is_said_of_its_forms_and_nothing_can_be() -> None:
    scene = judged()
    paused = seen.Paused("p1", True)
    scene.reports(NOT_SENSITIVE, paused)
    assert (scene.last(say.PageWords).form, scene.last(say.PageWords).asks) == (None, Asks.USUAL)
    assert scene.verdict.asks is Asks.USUAL
    before = scene.last(say.PageWords)
    assert scene.reports(ASK).instructions == [("b", before)]
    scene.reports(seen.Paused("p1", False))
    assert scene.last(say.PageWords).asks is Asks.NEVER


def test_of_a_page_that_is_not_known_nothing_can_be_said() -> None:
    scene = judged()
    out = scene.reports(seen.Corrected("p9", False))
    assert (out.instructions, out.events, out.records) == ([], [], [])
    assert scene.session.receive("c", NOT_SENSITIVE).instructions == []


def test_to_say_it_twice_is_to_say_it_once() -> None:
    scene = judged()
    scene.reports(NOT_SENSITIVE)
    out = scene.reports(NOT_SENSITIVE)
    assert [type(one) for _, one in out.instructions] == [say.PageWords]
    assert out.events == []


@pytest.mark.parametrize("said", [NOT_SENSITIVE, ASK], ids=["not sensitive", "ask me here"])
@pytest.mark.parametrize("described", [sensitive, plain], ids=["a sensitive form", "an ordinary form"])
def test_no_record_and_no_event_on_a_form_is_another_for_it(said: seen.Corrected, described: Callable[..., seen.FormDescribed]) -> None:
    def kept(*corrections: seen.Observation) -> tuple[list[Record], list[happened.FormJudged]]:
        scene = Scene()
        scene.reports(opened(), *corrections, described(), requested(META), *corrections, described(id="f2"), submitted())
        scene.reports(seen.PageClosed("p1"))
        return scene.records, scene.told(happened.FormJudged)

    assert kept(said) == kept()
    assert any(isinstance(one, FormRecord) for one in kept()[0]) == (described is sensitive)
