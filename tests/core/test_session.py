"""Pages, forms and verdicts over a visit. Traffic, submissions and private windows have files of their own."""

import pytest
from tests.core.scenes import (
    EXCEPTED,
    GOOGLE,
    META,
    SITE,
    Scene,
    doubtful,
    form,
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
from netcurtain.core import session as session_file
from netcurtain.core import visits as visits_file
from netcurtain.core.keeping import Stored
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.page import MAX_FORMS
from netcurtain.core.record import FormRecord, PageRecord
from netcurtain.core.request import Fate
from netcurtain.core.settings import Retention

FORMS = {"sensitive": sensitive, "possibly": doubtful, "no": harmless}


@pytest.mark.parametrize(
    ("form", "url", "level"),
    [
        ("sensitive", META, Level.WARNING),
        ("possibly", META, Level.NOTICE),
        ("no", META, Level.NOTICE),
        (None, META, Level.NOTICE),
        ("sensitive", None, Level.NOTICE),
        ("possibly", None, Level.NOTICE),
        ("no", None, Level.NOTHING_SEEN),
        (None, None, Level.NOTHING_SEEN),
        ("sensitive", EXCEPTED, Level.NOTICE),
        ("no", EXCEPTED, Level.NOTHING_SEEN),
    ],
)
def test_the_level_of_a_page(form: str | None, url: str | None, level: Level) -> None:
    scene = Scene()
    scene.reports(opened())
    if form:
        scene.reports(FORMS[form]())
    if url:
        scene.reports(requested(url))
    assert scene.verdict.level is level
    assert scene.view.level is level
    assert [one.level for one in scene.verdict.forms] == ([level] if form else [])


def test_the_order_of_form_and_tracker_does_not_matter() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), sensitive())
    assert [verdict.level for verdict in scene.told(say.Verdict)] == [Level.NOTHING_SEEN, Level.NOTICE, Level.WARNING]


def test_a_company_of_an_earlier_page_of_the_visit_warns() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), got_to(Fate.SENT), seen.PageClosed("p1"))
    scene.reports(opened("p2", "https://secure.example.police.uk/form"), sensitive(page="p2"))
    assert (scene.verdict.page, scene.verdict.level, scene.verdict.companies) == ("p2", Level.WARNING, ["Meta (Facebook)"])
    assert scene.verdict.words.told == ["Earlier on this site, Meta (Facebook) was contacted."]
    assert scene.view.headline == "Earlier on this site, Meta (Facebook) was contacted."
    assert [rule.domains for rule in scene.verdict.rules] == [["www.facebook.com"]]


@pytest.mark.parametrize(
    "next_page",
    [
        pytest.param(opened("p2", "https://other.example/", tab=1), id="another site"),
        pytest.param(opened("p2", tab=2), id="another tab"),
        pytest.param(opened("p2", private=True), id="a private window"),
    ],
)
def test_another_visit_knows_nothing_of_the_first(next_page: seen.PageOpened) -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), next_page, sensitive(page="p2"))
    assert (scene.verdict.page, scene.verdict.level, scene.verdict.companies) == ("p2", Level.NOTICE, [])


def test_the_answer_outlives_a_hop_through_another_host() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), submitted(held=True), seen.Chosen("s1", "p1", seen.Choice.WITHOUT_COMPANIES))
    scene.reports(opened("p2", "https://login.example/"))
    assert not scene.verdict.answered
    scene.reports(opened("p3", SITE))
    assert (scene.verdict.answered, scene.verdict.left_out, scene.verdict.companies) == (True, True, ["Meta (Facebook)"])


def test_two_tabs_do_not_mix() -> None:
    scene = Scene()
    scene.reports(opened(), opened("p2", "https://two.example/", tab=2))
    scene.reports(requested(GOOGLE, "r2", page="p2"), requested(META, "r1"))
    views = {event.view.key.page: [c.name for c in event.view.companies] for event in scene.told(happened.PageUpdated)}
    assert views == {"p1": ["Meta (Facebook)"], "p2": ["Google"]}


def test_two_browsers_may_use_the_same_names() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META))
    scene.reports(opened(url="https://two.example/"), browser="c")
    assert scene.view.key == key(browser="c")
    assert scene.view.companies == ()


def test_a_verdict_is_pushed_only_when_it_changed() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.SENT))
    before = len(scene.told(say.Verdict))
    scene.reports(requested("https://www.example.police.uk/style.css", "r2"), requested(META, "r3"), sensitive(), got_to(Fate.SENT, "r1"))
    assert len(scene.told(say.Verdict)) == before
    scene.reports(requested(GOOGLE, "r4"))
    assert len(scene.told(say.Verdict)) == before + 1


def test_the_windows_hear_of_a_verdict_when_level_or_companies_changed() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), got_to(Fate.SENT), sensitive())
    heard = [(event.level, event.organisations) for event in scene.told(happened.VerdictChanged)]
    meta = ("Meta (Facebook)",)
    assert heard == [(Level.NOTHING_SEEN, ()), (Level.NOTICE, meta), (Level.WARNING, meta)]


def test_a_form_described_again_as_it_was_says_nothing_new() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive())
    assert scene.reports(sensitive()).events == []
    assert len(scene.told(FormRecord)) == len(scene.told(happened.FormJudged)) == 1


@pytest.mark.parametrize(("title", "level"), [("", FormLevel.SENSITIVE), ("Send us a message", FormLevel.NO)])
def test_a_form_in_a_frame_without_a_title_goes_by_that_of_its_page(title: str, level: FormLevel) -> None:
    scene = Scene()
    scene.reports(opened(title="Report rape or sexual assault"), form(title, "Your name", "Your message", button="Send"))
    assert scene.last(happened.FormJudged).form_level is level


def test_a_form_that_is_gone_no_longer_counts() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), sensitive(), seen.FormGone("p1", "f1"))
    assert scene.verdict.level is Level.NOTICE
    assert scene.verdict.forms == []


def test_a_harmless_form_is_not_kept_in_the_history() -> None:
    scene = Scene()
    scene.reports(opened(), harmless())
    assert scene.told(FormRecord) == []
    assert scene.last(happened.FormJudged).form_level is FormLevel.NO


def test_many_harmless_forms_do_not_push_out_a_sensitive_one() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), sensitive(id="the one"))
    for number in range(MAX_FORMS + 5):
        scene.reports(harmless(id=f"f{number}"))
    assert len(scene.verdict.forms) == MAX_FORMS
    assert "the one" in [form.form for form in scene.verdict.forms]
    assert scene.verdict.level is Level.WARNING


def test_a_changed_address_is_kept_without_values_and_only_of_the_same_host() -> None:
    scene = Scene()
    scene.reports(opened(), seen.PageChanged("p1", "https://www.example.police.uk/report/2?step=2&q=secret#x", "Step 2"))
    assert (scene.view.url, scene.view.title) == ("https://www.example.police.uk/report/2?step&q", "Step 2")
    scene.reports(seen.PageChanged("p1", "https://elsewhere.example/"))
    assert scene.view.url == "https://www.example.police.uk/report/2?step&q"
    assert [(record.url, record.title) for record in scene.told(PageRecord)] == [
        ("https://www.example.police.uk/report", ""),
        ("https://www.example.police.uk/report/2?step&q", "Step 2"),
    ]


def test_a_page_that_is_told_again_with_a_gap_says_so() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), opened(url=SITE + "/2?step=2", title="Step 2", from_start=False))
    assert [event.view.from_start for event in scene.told(happened.PageUpdated)][:3] == [True, True, False]
    assert (scene.view.url, scene.view.title) == (SITE + "/2?step", "Step 2")
    scene.reports(opened(url=SITE + "/3"))
    assert (scene.view.url, scene.view.title) == (SITE + "/3", "Step 2")
    assert "not looking all the time" in scene.view.not_seen
    assert [c.name for c in scene.view.companies] == ["Meta (Facebook)"]


def test_a_greeting_tells_the_newest_verdicts_again_and_closes_what_is_gone() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), opened("p2", tab=2), seen.PageInFront("p1"))
    out = scene.session.greet("b", frozenset({"p1", "unknown"}))
    assert [(browser, getattr(one, "page", one)) for browser, one in out.instructions] == [
        ("b", say.Standing(Retention.UNTIL_CLOSE)),
        ("b", "p1"),
    ]
    assert happened.PageGone(key("p2")) in out.events
    assert out.events[-1] == happened.FrontChanged("b", key("p1"))


def test_a_greeting_shows_a_held_form_again() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), submitted(held=True))
    made = [event for event in scene.session.greet("b", frozenset({"p1"})).events if isinstance(event, happened.SubmissionMade)]
    assert made == scene.told(happened.SubmissionMade)
    assert made[0].held


def test_a_browser_that_is_forgotten_leaves_nothing_behind() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META))
    scene.reports(opened(), browser="c")
    scene.follow(scene.session.forget_browser("b"))
    assert [event.key for event in scene.told(happened.PageGone)] == [key()]
    assert scene.last(happened.FrontChanged) == happened.FrontChanged("b", None)
    scene.reports(opened("p9"), sensitive(page="p9"))
    assert scene.verdict.companies == []


def test_the_oldest_page_makes_room_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_file, "MAX_PAGES", 2)
    scene = Scene()
    scene.reports(opened("p1", tab=1), opened("p2", tab=2), opened("p3", tab=3))
    assert [event.key for event in scene.told(happened.PageGone)] == [key("p1")]
    assert scene.reports(requested(META, page="p1")).events == []


def test_the_visit_of_the_tab_used_longest_ago_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits_file, "MAX_VISITS", 2)
    scene = Scene()
    scene.reports(opened("p1", tab=1), requested(META, "r1"), opened("p2", tab=2), requested(GOOGLE, "r2", page="p2"))
    scene.reports(opened("p3", tab=1), opened("p4", tab=3))
    scene.reports(opened("p5", tab=1))
    assert scene.verdict.companies == ["Meta (Facebook)"]
    scene.reports(opened("p6", tab=2))
    assert scene.verdict.companies == []


@pytest.mark.parametrize(
    "report",
    [
        seen.PageChanged("p9", "https://a.example/", "t"),
        seen.PageClosed("p9"),
        requested(META, page="p9"),
        got_to(Fate.SENT, page="p9"),
        seen.Body("r1", "p9", {"ev": ["PageView"]}),
        sensitive(page="p9"),
        seen.FormGone("p9", "f1"),
        seen.Chosen("s1", "p9", seen.Choice.LEAVE),
        seen.Departed("s1", "p9", True),
    ],
    ids=lambda report: type(report).__name__,
)
def test_a_report_about_an_unknown_page_is_passed_over(report: seen.Observation) -> None:
    scene = Scene()
    scene.reports(opened(), report)
    assert (len(scene.instructions), len(scene.records)) == (1, 1)


def test_a_submission_of_an_unknown_page_is_acknowledged_all_the_same() -> None:
    scene = Scene()
    scene.reports(submitted(page="p9"))
    assert scene.instructions == [say.SubmissionSeen("s1", "p9", Stored.UNKNOWN_PAGE)]
