"""Submissions: held or not, the answer wherever it is given, and what becomes of a form that went without the companies."""

import pytest
from tests.core.scenes import (
    GOOGLE,
    META,
    NOON,
    Scene,
    chosen,
    doubtful,
    got_to,
    harmless,
    key,
    opened,
    requested,
    sensitive,
    submitted,
)

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core import submission as submission_file
from netcurtain.core.level import Level
from netcurtain.core.observation import Choice
from netcurtain.core.record import SubmissionRecord
from netcurtain.core.request import Fate

META_SENTENCE = "This page told Meta (Facebook) its address."


def at_the_card() -> Scene:
    """A sensitive form on a page that told Meta its address is held."""
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.SENT), submitted(held=True))
    return scene


def test_a_held_submission_is_told_to_the_windows_and_not_yet_kept() -> None:
    scene = at_the_card()
    made = scene.last(happened.SubmissionMade)
    assert (made.key, made.held, made.told) == (key(), True, (META_SENTENCE,))
    assert scene.told(say.SubmissionSeen) == []
    assert scene.told(SubmissionRecord) == []


def test_what_is_seen_while_the_warning_waits_is_said_in_it() -> None:
    scene = at_the_card()
    scene.reports(requested(GOOGLE, id="r2"), got_to(Fate.SENT, "r2"))
    said = scene.last(happened.WarningChanged)
    assert (said.key, said.submission) == (key(), "s1")
    assert said.told == (META_SENTENCE, "It also contacted Google.")


def test_once_it_is_answered_no_warning_changes() -> None:
    scene = at_the_card()
    scene.reports(chosen(Choice.NOT_NOW), requested(GOOGLE, id="r2"), got_to(Fate.SENT, "r2"))
    assert scene.told(happened.WarningChanged) == []


@pytest.mark.parametrize(
    ("choice", "goes", "left_out"),
    [
        (Choice.WITHOUT_COMPANIES, True, True),
        (Choice.AS_IT_IS, True, False),
        (Choice.NOT_NOW, False, False),
        (Choice.LEAVE, False, False),
    ],
)
def test_an_answer_in_the_page(choice: Choice, goes: bool, left_out: bool) -> None:
    scene = at_the_card()
    scene.reports(chosen(choice))
    assert scene.last(happened.SubmissionAnswered) == happened.SubmissionAnswered(key(), "s1", choice)
    assert (scene.verdict.answered, scene.verdict.left_out) == (goes, left_out)
    assert scene.told(SubmissionRecord) == ([SubmissionRecord("b:p1", "s1", NOON)] if goes else [])


@pytest.mark.parametrize("choice", Choice)
def test_an_answer_in_the_apps_window_goes_to_the_page_which_acts_on_it(choice: Choice) -> None:
    scene = at_the_card()
    out = scene.follow(scene.session.choose("s1", choice))
    assert out.instructions == [("b", say.ChoiceMade("s1", "p1", choice))]
    assert out.events == []
    scene.reports(chosen(choice))
    assert scene.last(happened.SubmissionAnswered).choice is choice
    assert scene.session.choose("s1", choice).instructions == []


def test_the_answer_that_the_page_acted_on_counts() -> None:
    scene = at_the_card()
    scene.follow(scene.session.choose("s1", Choice.WITHOUT_COMPANIES))
    scene.reports(chosen(Choice.NOT_NOW), chosen(Choice.WITHOUT_COMPANIES))
    assert [event.choice for event in scene.told(happened.SubmissionAnswered)] == [Choice.NOT_NOW]
    assert not scene.verdict.left_out


def test_an_answer_to_what_nobody_asked_is_passed_over() -> None:
    scene = at_the_card()
    scene.reports(opened("p2", tab=2))
    assert scene.session.choose("unknown", Choice.LEAVE).instructions == []
    assert scene.reports(chosen(Choice.AS_IT_IS, page="p2")).events == []
    assert scene.reports(chosen(Choice.AS_IT_IS, "unknown")).events == []


def test_one_card_a_visit() -> None:
    scene = at_the_card()
    scene.reports(chosen(Choice.WITHOUT_COMPANIES), seen.PageClosed("p1"), opened("p2"), sensitive(page="p2"))
    assert (scene.verdict.level, scene.verdict.answered, scene.verdict.left_out) == (Level.WARNING, True, True)
    scene.reports(requested(GOOGLE, "r2", page="p2"))
    assert [rule.domains for rule in scene.verdict.rules] == [["www.facebook.com"], ["stats.g.doubleclick.net"]]


def test_companies_stay_left_out_on_a_later_page_without_a_sensitive_form() -> None:
    scene = at_the_card()
    scene.reports(chosen(Choice.WITHOUT_COMPANIES), seen.PageClosed("p1"), opened("p2"))
    assert scene.verdict.level is Level.NOTICE
    assert [rule.domains for rule in scene.verdict.rules] == [["www.facebook.com"]]


@pytest.mark.parametrize("form", [harmless, doubtful, sensitive])
def test_a_form_below_a_warning_that_a_page_held_for_a_moment_raises_no_alert(form: object) -> None:
    scene = Scene()
    scene.reports(opened(), form() if callable(form) else harmless(), submitted(held=True))
    assert not scene.last(happened.SubmissionMade).held
    assert len(scene.told(SubmissionRecord)) == 1


def test_a_form_that_is_not_known_yet_counts_as_sent_only_once_it_is_answered() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), submitted(held=True))
    assert not scene.last(happened.SubmissionMade).held
    assert scene.told(SubmissionRecord) == []
    scene.reports(sensitive(), chosen(Choice.AS_IT_IS))
    assert len(scene.told(SubmissionRecord)) == 1


def test_a_submission_sent_again_is_counted_once() -> None:
    scene = Scene()
    scene.reports(opened(), harmless(), submitted(), submitted())
    assert len(scene.told(happened.SubmissionMade)) == 1


def test_a_page_that_is_closed_while_its_form_is_held_ends_the_alert() -> None:
    scene = at_the_card()
    out = scene.reports(seen.PageClosed("p1"))
    assert out.events == [happened.SubmissionAnswered(key(), "s1", None), happened.PageGone(key())]
    assert scene.told(SubmissionRecord) == []


def test_at_the_limit_what_still_waits_is_forgotten_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submission_file, "MAX_SUBMISSIONS", 2)
    scene = at_the_card()
    scene.reports(submitted("s2"), submitted("s3"))
    assert scene.told(happened.SubmissionAnswered) == []
    assert scene.session.choose("s1", Choice.LEAVE).instructions
    scene.reports(submitted("s4", held=True), submitted("s5", held=True))
    assert scene.told(happened.SubmissionAnswered) == [happened.SubmissionAnswered(key(), "s1", None)]


def test_a_form_in_a_frame_belongs_to_its_page() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(id="in a frame", action="https://forms.example/save"), requested(META))
    scene.reports(submitted(form="in a frame", held=True))
    assert scene.last(happened.SubmissionMade).held


def test_the_alert_names_nobody_by_a_host_that_may_name_the_subject() -> None:
    scene = Scene()
    scene.reports(opened(), requested("https://a.support.tracker.example/", "r0"), got_to(Fate.SENT, "r0"), opened("p2"))
    scene.reports(sensitive(page="p2"), requested("https://pixel.rape-support.example/", page="p2"), got_to(Fate.SENT, page="p2"))
    scene.reports(submitted(page="p2", held=True))
    assert scene.last(happened.SubmissionMade).told == (
        "This page has contacted one company.",
        "Earlier on this site, one company was contacted.",
    )
    scene.reports(requested(GOOGLE, "r2", page="p2"), got_to(Fate.SENT, "r2", page="p2"))
    assert scene.last(happened.WarningChanged).told[0] == "This page has contacted Google and one other company."
    assert scene.verdict.words.told == [
        "This page has contacted rape-support.example and Google.",
        "Earlier on this site, tracker.example was contacted.",
    ]


def test_the_alert_does_not_name_a_company_whose_own_name_tells_what_a_page_is_about() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested("https://pixel.audienceiq.com/p"), got_to(Fate.SENT), submitted(held=True))
    assert scene.last(happened.SubmissionMade).told == ("This page has contacted one company.",)
    assert scene.verdict.words.told == ["This page has contacted Experian."]


def test_the_alert_still_says_that_somebody_is_behind_the_sites_own_address() -> None:
    scene = Scene()
    site = "https://www.tracker.example/"
    scene.reports(opened(url=site), sensitive(), requested("https://a.tracker.example/p"), got_to(Fate.SENT), submitted(held=True))
    assert scene.last(happened.SubmissionMade).told == ("This page has contacted a company behind this site's own address.",)


# ---------- After "without these companies"


def gone_without(action: str = "https://www.example.police.uk/send") -> Scene:
    scene = Scene()
    scene.reports(opened(), sensitive(action=action), requested(META), got_to(Fate.SENT), submitted(held=True))
    scene.reports(chosen(Choice.WITHOUT_COMPANIES))
    return scene


def test_what_is_said_after_a_form_has_gone_and_requests_were_stopped() -> None:
    scene = gone_without()
    scene.reports(requested(META, "r2"), requested(META, "r3"), requested(GOOGLE, "r4"))
    scene.reports(got_to(Fate.STOPPED_BY_US, "r2", "r3"), got_to(Fate.STOPPED_BY_US, "r2"), got_to(Fate.STOPPED_BY_US, "r4"))
    scene.reports(seen.PageClosed("p1"), opened("p2", "https://www.example.police.uk/thanks"), seen.Departed("s1", "p2", True))
    assert scene.last(say.DepartedWords) == say.DepartedWords(
        "s1",
        "p2",
        "Your form has gone to example.police.uk. Look for its own message that it arrived. "
        "We stopped three requests to Meta (Facebook) and Google. Meta (Facebook) already knew that the page with the form was open.",
    )


def test_only_who_was_contacted_by_the_page_with_the_form_knew_of_it() -> None:
    scene = Scene()
    scene.reports(opened(), requested(GOOGLE, "r0"), got_to(Fate.SENT, "r0"), opened("p2"), sensitive(page="p2"))
    scene.reports(requested(META, page="p2"), got_to(Fate.SENT, page="p2"), submitted(page="p2", held=True))
    scene.reports(chosen(Choice.WITHOUT_COMPANIES, page="p2"), seen.PageClosed("p2"), opened("p3"), seen.Departed("s1", "p3", True))
    assert scene.last(say.DepartedWords).text == (
        "Your form has gone to example.police.uk. Look for its own message that it arrived. "
        "Meta (Facebook) already knew that the page with the form was open. Google was contacted earlier on this site."
    )


def test_the_place_that_is_named_is_where_the_form_goes() -> None:
    scene = gone_without("https://reports.service.example/save?x=1")
    scene.reports(seen.Departed("s1", "p1", True))
    assert scene.last(say.DepartedWords).text == (
        "Your form has gone to service.example. Look for its own message that it arrived. "
        "Meta (Facebook) already knew that the page with the form was open."
    )


def test_a_form_that_has_not_left_is_asked_about_again() -> None:
    scene = gone_without()
    scene.reports(requested(META, "r2"), got_to(Fate.STOPPED_BY_US, "r2"), seen.Departed("s1", "p1", False))
    assert (scene.verdict.answered, scene.verdict.left_out) == (False, False)
    assert scene.last(say.DepartedWords).text == (
        "We did not see your form go, so we have let these companies through again. If the site says that it arrived, do not send it again."
    )
    scene.reports(submitted("s2", held=True), chosen(Choice.WITHOUT_COMPANIES, "s2"), seen.Departed("s2", "p1", True))
    assert "We stopped" not in scene.last(say.DepartedWords).text


def test_an_outcome_of_another_browsers_submission_is_passed_over() -> None:
    scene = gone_without()
    scene.reports(opened(), browser="c")
    assert scene.reports(seen.Departed("s1", "p1", True), browser="c").instructions == []


@pytest.mark.parametrize("choice", [Choice.NOT_NOW, Choice.LEAVE])
def test_what_we_stop_while_the_warning_is_up_does_not_make_the_next_press_go_by_itself(choice: Choice) -> None:
    """Whoever was not yet seen to be reached when the card came was stopped for the time of the card alone."""
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), submitted(held=True), got_to(Fate.STOPPED_BY_US))
    assert scene.verdict.level is Level.WARNING
    scene.reports(chosen(choice))
    assert scene.verdict.level is Level.WARNING


def test_companies_that_were_reached_before_the_card_do_not_count_as_stopped() -> None:
    scene = at_the_card()
    scene.reports(requested(META, id="r2"), got_to(Fate.STOPPED_BY_US, "r2"), chosen(Choice.NOT_NOW))
    assert scene.verdict.level is Level.WARNING
    assert scene.verdict.words.told == [META_SENTENCE]


def test_what_was_stopped_while_the_warning_was_up_is_counted_when_the_form_has_gone_without_them() -> None:
    scene = at_the_card()
    scene.reports(requested(META, id="r2"), got_to(Fate.STOPPED_BY_US, "r2"), chosen(Choice.WITHOUT_COMPANIES))
    scene.reports(seen.Departed("s1", "p1", left=True))
    assert "one request" in scene.told(say.DepartedWords)[-1].text
