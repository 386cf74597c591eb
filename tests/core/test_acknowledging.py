"""What a browser hears of a form that was sent: when, and what became of it."""

import pytest
from tests.core.scenes import META, Scene, chosen, got_to, harmless, opened, requested, sensitive, submitted

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core import submission as submission_file
from netcurtain.core.keeping import Acknowledged, Stored
from netcurtain.core.observation import Choice
from netcurtain.core.record import SubmissionRecord
from netcurtain.core.request import Fate

SENT = Acknowledged("s1", Stored.STORED)


def seen_by(scene: Scene) -> list[Stored]:
    return [answer.stored for answer in scene.told(say.SubmissionSeen)]


def sent() -> Scene:
    scene = Scene()
    scene.reports(opened(), harmless(), submitted())
    return scene


def at_the_card() -> Scene:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.SENT), submitted(held=True))
    return scene


def test_a_form_is_acknowledged_only_once_the_history_has_said_what_became_of_it() -> None:
    scene = sent()
    assert (seen_by(scene), scene.told(SubmissionRecord)) == ([], [SubmissionRecord("b:p1", "s1", submitted().time)])
    out = scene.session.acknowledge([SENT])
    assert out.instructions == [("b", say.SubmissionSeen("s1", "p1", Stored.STORED))]


@pytest.mark.parametrize("stored", Stored)
def test_whatever_became_of_it_ends_the_resending(stored: Stored) -> None:
    scene = sent()
    scene.follow(scene.session.acknowledge([Acknowledged("s1", stored)]))
    assert seen_by(scene) == [stored]


def test_each_browser_hears_of_its_own() -> None:
    scene = sent()
    scene.reports(opened("q1"), harmless(page="q1"), submitted("t1", page="q1"), browser="c")
    out = scene.session.acknowledge([Acknowledged("t1", Stored.IN_MEMORY), SENT])
    assert [(browser, answer.submission) for browser, answer in out.instructions if isinstance(answer, say.SubmissionSeen)] == [
        ("c", "t1"),
        ("b", "s1"),
    ]


def test_one_that_nobody_remembers_is_passed_over() -> None:
    assert Scene().session.acknowledge([SENT]).instructions == []


def test_one_that_is_told_again_before_the_answer_goes_to_the_history_again_which_keeps_it_once() -> None:
    scene = sent()
    scene.reports(submitted())
    assert (seen_by(scene), len(scene.told(SubmissionRecord))) == ([], 2)


def test_one_that_is_told_again_after_the_answer_is_answered_again_and_kept_no_more() -> None:
    scene = sent()
    scene.follow(scene.session.acknowledge([SENT]))
    scene.reports(submitted())
    assert (seen_by(scene), len(scene.told(SubmissionRecord))) == ([Stored.STORED] * 2, 1)


def test_the_answer_comes_though_the_page_is_gone() -> None:
    scene = sent()
    scene.reports(seen.PageClosed("p1"))
    assert seen_by(scene) == []
    scene.follow(scene.session.acknowledge([SENT]))
    scene.reports(submitted())
    assert seen_by(scene) == [Stored.STORED] * 2


@pytest.mark.parametrize(
    ("before", "stored"),
    [
        ([opened(private=True), harmless()], Stored.NOT_WANTED),
        ([opened(), harmless(), seen.Paused("p1", True)], Stored.NOT_WANTED),
        ([opened(), harmless(), seen.NotToBeKept("p1")], Stored.NOT_WANTED),
        ([], Stored.UNKNOWN_PAGE),
    ],
    ids=["a private window", "a paused visit", "a visit that is not to be kept", "an unknown page"],
)
def test_where_there_is_nothing_to_keep_the_answer_comes_at_once(before: list[seen.Observation], stored: Stored) -> None:
    scene = Scene()
    scene.reports(*before, submitted())
    assert (seen_by(scene), scene.told(SubmissionRecord)) == ([stored], [])


@pytest.mark.parametrize("choice", [Choice.AS_IT_IS, Choice.WITHOUT_COMPANIES])
def test_one_that_is_held_is_acknowledged_once_it_went_and_was_kept(choice: Choice) -> None:
    scene = at_the_card()
    scene.reports(chosen(choice))
    assert (seen_by(scene), len(scene.told(SubmissionRecord))) == ([], 1)
    scene.follow(scene.session.acknowledge([SENT]))
    assert seen_by(scene) == [Stored.STORED]


@pytest.mark.parametrize("end", [chosen(Choice.NOT_NOW), chosen(Choice.LEAVE), seen.PageClosed("p1")], ids=["not now", "leave", "gone"])
def test_one_that_is_held_and_not_sent_leaves_nothing_to_keep(end: seen.Observation) -> None:
    scene = at_the_card()
    scene.reports(end)
    assert (seen_by(scene), scene.told(SubmissionRecord)) == ([Stored.NOT_WANTED], [])
    scene.reports(seen.PageClosed("p1"))
    assert len(seen_by(scene)) == 1


def test_a_form_whose_level_was_not_known_is_answered_when_its_page_is_left() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), submitted(held=True))
    assert seen_by(scene) == []
    scene.reports(seen.PageClosed("p1"))
    assert seen_by(scene) == [Stored.NOT_WANTED]


def test_a_held_form_whose_answer_was_lost_counts_as_sent_when_it_is_told_again_as_gone() -> None:
    scene = at_the_card()
    scene.reports(submitted())
    assert scene.told(SubmissionRecord) == [SubmissionRecord("b:p1", "s1", submitted().time)]
    assert scene.last(happened.SubmissionAnswered).choice is None
    assert scene.session.choose("s1", Choice.LEAVE).instructions == []


def test_a_held_form_that_is_told_again_while_it_waits_still_waits() -> None:
    scene = at_the_card()
    scene.reports(submitted(held=True))
    assert (seen_by(scene), scene.told(SubmissionRecord), scene.told(happened.SubmissionAnswered)) == ([], [], [])


def test_one_that_has_to_be_forgotten_while_it_waits_is_not_told_of_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submission_file, "MAX_SUBMISSIONS", 1)
    scene = at_the_card()
    scene.reports(submitted("s2", held=True))
    assert scene.told(say.SubmissionSeen) == [say.SubmissionSeen("s1", "p1", Stored.NOT_WANTED)]
