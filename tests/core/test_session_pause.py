"""A visit that is paused: Netcurtain stands aside until the person leaves the site, and keeps nothing of it."""

import pytest
from tests.core.scenes import (
    GOOGLE,
    META,
    META_POST,
    NOON,
    SITE,
    Scene,
    chosen,
    got_to,
    opened,
    requested,
    sensitive,
    submitted,
)

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core import wording
from netcurtain.core.keeping import Stored
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.record import FormRecord, PageClosedRecord, PageRecord, Record, RequestRecord, SubmissionRecord
from netcurtain.core.request import Fate
from netcurtain.core.visits import BACK_WITHIN

PAUSE, LOOK_AGAIN = seen.Paused("p1", True), seen.Paused("p1", False)


def paused(*, private: bool = False) -> Scene:
    """A sensitive form, a company, and then a pause."""
    scene = Scene()
    scene.reports(opened(private=private), sensitive(), requested(META), PAUSE)
    scene.records.clear()
    scene.matcher.asked.clear()
    return scene


@pytest.mark.parametrize("private", [False, True], ids=["a window", "a private window"])
def test_the_tab_hears_at_once_that_nothing_is_held_or_said(private: bool) -> None:
    assert paused(private=private).verdict == say.Verdict(
        page="p1",
        level=Level.NOTHING_SEEN,
        forms=[say.FormVerdict("f1", Level.NOTHING_SEEN, FormLevel.NO)],
        site="example.police.uk",
        answered=True,
        paused=True,
    )


def test_traffic_of_a_paused_visit_is_neither_looked_at_nor_told_nor_kept() -> None:
    scene = paused()
    out = scene.reports(requested(GOOGLE, "r2"), requested(META_POST, "r3", method="POST", has_body=True))
    assert (out.instructions, out.events, out.records, scene.matcher.asked) == ([], [], [], [])
    out = scene.reports(got_to(Fate.SENT, "r1"), seen.Body("r3", "p1", form={"ev": ["PageView"]}))
    assert (out.instructions, out.events, out.records) == ([], [], [])


def test_a_body_that_was_asked_for_before_the_pause_is_not_read_after_it() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META_POST, method="POST", has_body=True), got_to(Fate.SENT), PAUSE)
    assert scene.reports(seen.Body("r1", "p1", form={"ev": ["PageView"], "dl": [SITE]})).events == []


def test_nothing_is_kept_from_then_on_but_that_a_page_was_left() -> None:
    scene = paused()
    scene.reports(
        sensitive(id="f2"),
        seen.PageChanged("p1", title="Another"),
        submitted(),
        seen.PageClosed("p1"),
        opened("p2", f"{SITE}/next"),
        sensitive(page="p2"),
        requested(META, "r2", page="p2"),
        seen.PageClosed("p2"),
    )
    assert scene.records == [PageClosedRecord("b:p1"), PageClosedRecord("b:p2")]


def test_forms_are_not_told_and_a_form_that_is_sent_is_only_acknowledged() -> None:
    scene = paused()
    out = scene.reports(sensitive(id="f2"))
    assert [one for one in out.events if not isinstance(one, happened.PageUpdated)] == []
    assert [(one.form, one.level) for one in scene.verdict.forms] == [("f1", Level.NOTHING_SEEN), ("f2", Level.NOTHING_SEEN)]
    out = scene.reports(submitted())
    assert (out.instructions, out.events, out.records) == ([("b", say.SubmissionSeen("s1", "p1", Stored.NOT_WANTED))], [], [])


def test_the_windows_say_that_it_is_paused_and_no_company() -> None:
    view = paused().view
    assert (view.headline, view.not_seen) == (wording.PAUSED, wording.PAUSED_MEANS)
    assert (view.companies, view.level, view.form_level, view.from_start) == ((), Level.NOTHING_SEEN, FormLevel.NO, True)


def test_the_popup_hears_the_same_whether_it_pauses_or_asks() -> None:
    scene = paused()
    said = say.PageWords("p1", wording.PAUSED, [], wording.PAUSED_MEANS, paused=True)
    assert scene.last(say.PageWords) == said
    assert scene.reports(seen.PopupOpened("p1")).instructions == [("b", said)]


def test_to_pause_twice_is_to_pause_once() -> None:
    scene = paused()
    out = scene.reports(PAUSE)
    assert [type(one) for _, one in out.instructions] == [say.PageWords]
    assert (out.events, out.records) == ([], [])


def test_a_page_that_is_not_known_cannot_be_paused() -> None:
    assert Scene().reports(PAUSE).instructions == []


def test_looked_at_again_it_is_as_before_and_what_was_missed_is_said() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.SENT))
    before = scene.verdict
    scene.reports(PAUSE, requested(GOOGLE, "r2"), LOOK_AGAIN)
    assert scene.verdict == before
    assert not scene.view.from_start
    assert scene.view.not_seen.endswith(wording.MISSED_THE_START)
    assert "Google" not in repr(scene.last(say.PageWords))
    assert not scene.last(say.PageWords).paused
    scene.reports(requested(GOOGLE, "r3"))
    assert scene.verdict.companies == ["Meta (Facebook)", "Google"]


def test_a_page_that_came_up_in_the_pause_is_kept_from_when_it_is_looked_at_again() -> None:
    scene = paused()
    scene.reports(seen.PageClosed("p1"), opened("p2"), sensitive(page="p2"))
    scene.records.clear()
    scene.reports(seen.Paused("p2", False), requested(META, "r2", page="p2"))
    kept: list[type[Record]] = [PageRecord, FormRecord, RequestRecord]
    assert [type(one) for one in scene.records] == kept
    assert not scene.view.from_start


def test_a_pause_lasts_for_the_visit_and_a_short_way_elsewhere() -> None:
    scene = paused()
    scene.reports(seen.PageClosed("p1"), opened("p2", f"{SITE}/next"))
    scene.reports(seen.PageClosed("p2"), opened("p3", "https://sign-in.example/", time=NOON + 1))
    scene.reports(seen.PageClosed("p3"), opened("p4", time=NOON + 2))
    heard = {verdict.page: verdict.paused for verdict in scene.told(say.Verdict)}
    assert heard == {"p1": True, "p2": True, "p3": False, "p4": True}


@pytest.mark.parametrize(("tab", "time"), [(1, NOON + 2 * BACK_WITHIN), (2, NOON)], ids=["after a while", "in another tab"])
def test_a_pause_ends_with_the_visit(tab: int, time: float) -> None:
    scene = paused()
    scene.reports(seen.PageClosed("p1"), opened("p2", "https://elsewhere.example/", time=NOON), seen.PageClosed("p2"))
    scene.reports(opened("p3", "https://other.example/", time=time), seen.PageClosed("p3"))
    scene.reports(opened("p4", tab=tab, time=time), sensitive(page="p4"), requested(META, "r4", page="p4"))
    assert (scene.verdict.level, scene.verdict.paused) == (Level.WARNING, False)


def test_another_tab_is_not_paused_with_it() -> None:
    scene = paused()
    scene.reports(opened("p2", tab=2), requested(META, "r2", page="p2"))
    assert scene.verdict.companies == ["Meta (Facebook)"]


def test_a_browser_that_comes_back_hears_that_it_is_still_paused() -> None:
    (_, (_, again)) = paused().session.greet("b", frozenset({"p1"})).instructions
    assert isinstance(again, say.Verdict)
    assert again.paused


def test_companies_that_were_left_out_stay_so_and_that_is_said() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), submitted(held=True), chosen(seen.Choice.WITHOUT_COMPANIES))
    rules = scene.verdict.rules
    scene.reports(PAUSE)
    assert (scene.verdict.left_out, scene.verdict.rules, scene.verdict.companies) == (True, rules, [])
    assert scene.last(say.PageWords).not_seen == f"{wording.PAUSED_MEANS} {wording.PAUSED_LEFT_OUT}"


@pytest.mark.parametrize("first", ["the form", "the pause"])
def test_a_warning_that_is_up_stays_until_it_is_answered(first: str) -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META))
    scene.records.clear()
    held = submitted(held=True)
    scene.reports(*((held, PAUSE) if first == "the form" else (PAUSE, held)))
    assert scene.told(happened.SubmissionAnswered) == []
    assert scene.last(happened.SubmissionMade).held
    scene.reports(chosen(seen.Choice.AS_IT_IS))
    assert scene.last(happened.SubmissionAnswered).choice is seen.Choice.AS_IT_IS
    assert scene.told(SubmissionRecord) == []


def test_an_unanswered_warning_is_not_told_anew_because_of_a_pause() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), submitted(held=True), PAUSE)
    assert scene.told(happened.WarningChanged) == []


def test_an_app_that_is_started_anew_hears_of_the_pause_before_it_keeps_anything() -> None:
    scene = Scene()
    scene.reports(opened(paused=True), sensitive(), requested(META))
    assert (scene.verdict.paused, scene.records) == (True, [])
    scene.reports(seen.PageClosed("p1", NOON), opened("p2"))
    assert scene.verdict.paused


def test_the_same_site_hours_later_in_the_same_tab_is_another_visit() -> None:
    scene = paused()
    scene.reports(seen.PageClosed("p1", NOON), opened("p2", time=NOON + 2 * BACK_WITHIN), requested(GOOGLE, "r2", page="p2"))
    assert (scene.verdict.companies, scene.verdict.paused) == (["Google"], False)
