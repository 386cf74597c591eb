"""What was heard of a run, put in its stages and said by the core."""

import json
from typing import Any

import pytest
from tests.core.scenes import GOOGLE, META, META_BUTTON, META_POST, SITE, Scene, form, sensitive
from tests.survey.hearing.said import asked, at, closed, company, consent, got, heard, knowledge, look, opened, sent, stages, typed

from netcurtain.core import observation as seen
from netcurtain.core.consent import Consent
from netcurtain.core.level import Level
from netcurtain.core.request import Fate
from netcurtain.survey.hearing import gathering
from netcurtain.survey.hearing.gathering import Gathered, gather, joined
from netcurtain.survey.hearing.listening import Heard, Note, Noted
from netcurtain.survey.result import FilterSeen, Stage

META_NAME = "Meta (Facebook)"
WAS_TOLD = "Meta (Facebook) was told that this page was opened. It was also told this page's address."
TRIED = "This page tried to contact Meta (Facebook)."
TOUCHED_AT = {Stage.ARRIVED: 0, Stage.TOUCHED: 1000}
REFUSED_AT = {Stage.ARRIVED: 0, Stage.REFUSED: 1000}
SET_UP = '"AutoAdvancedMatching": {"auto_email": true, "auto_phone_number": true}'
MARKER = "survey-marker@netcurtain.example"


def gathered(*notes: Note, marker: str = "", **how: Any) -> Gathered:
    return gather(heard(notes, **how), knowledge(), marker)


def test_a_request_belongs_to_the_stage_in_which_it_went_even_where_it_is_heard_of_later() -> None:
    found = gathered(
        at(2, opened()), at(1100, asked(META, "r1", 900)), at(1200, asked(META_BUTTON, "r2", 1050)), at(1300, sent("r1", "r2")),
        begins=TOUCHED_AT,
    )  # fmt: skip
    assert [one.requests for one in company(found).looks] == [1, 1]
    assert look(found, Stage.ARRIVED).sentences == (WAS_TOLD,)
    assert "which button was pressed" in look(found, Stage.TOUCHED).sentences[0]
    assert [one.line["event"] for one in look(found, Stage.TOUCHED).events] == ["SubscribedButtonClick"]
    assert [one.requests for one in found.seen] == [1, 1]


def test_a_body_that_is_told_later_belongs_to_the_stage_of_its_request() -> None:
    body = seen.Body("r1", "p1", {"ev": ["PageView"], "dl": [SITE]})
    found = gathered(
        at(2, opened()), at(20, asked(META_POST, "r1", 10, method="POST", has_body=True)), at(1100, body), at(1200, sent("r1")),
        begins=TOUCHED_AT,
    )  # fmt: skip
    assert stages(found) == [Stage.ARRIVED]
    assert look(found, Stage.ARRIVED).sentences == (WAS_TOLD,)
    assert [fact["value"] for fact in look(found, Stage.ARRIVED).events[0].line["told"]] == [SITE]


def test_a_fate_that_is_told_in_a_later_stage_says_how_far_the_request_of_the_earlier_one_got() -> None:
    found = gathered(at(2, opened()), at(20, asked(META)), at(1500, sent("r1")), begins=TOUCHED_AT)
    only = look(found, Stage.ARRIVED)
    assert (only.went_out, [one.went_out for one in only.events], only.sentences) == (True, [True], (WAS_TOLD,))


@pytest.mark.parametrize("fate", [Fate.ATTEMPTED, Fate.STOPPED_BY_ANOTHER])
def test_what_was_answered_went_out_whatever_is_told_of_it_later(fate: Fate) -> None:
    found = gathered(at(2, opened()), at(20, asked(META)), at(30, got(Fate.ANSWERED, "r1")), at(40, got(fate, "r1")))
    assert look(found, Stage.ARRIVED).events[0].went_out


@pytest.mark.parametrize("fate", [Fate.ATTEMPTED, Fate.STOPPED_BY_ANOTHER])
def test_of_a_request_that_was_not_seen_to_leave_it_is_never_said_that_somebody_was_told(fate: Fate) -> None:
    found = gathered(at(2, opened()), at(20, asked(META)), at(30, got(fate, "r1")))
    only = look(found, Stage.ARRIVED)
    assert (only.went_out, [one.went_out for one in only.events]) == (False, [False])
    assert all(sentence.startswith("This page tried to") for sentence in only.sentences)
    assert only.events[0].line["sentence"].startswith("This page tried to")


def test_what_one_stage_says_more_of_does_not_take_the_sentence_of_another() -> None:
    """The core lets a sentence go for one of the same request that says more. Another request may have said the first one, earlier."""
    address = f"{META_POST}?ev=PageView&dl={SITE}"
    body = seen.Body("r2", "p1", {"ev": ["PageView"], "dl": [SITE], "rl": ["https://before.example/"]})
    found = gathered(
        at(2, opened()), at(20, asked(address, "r1", 10)), at(30, sent("r1")),
        at(1020, asked(address, "r2", 1010, method="POST", has_body=True)), at(1030, sent("r2")), at(1040, body),
        begins=TOUCHED_AT,
    )  # fmt: skip
    assert look(found, Stage.ARRIVED).sentences == (WAS_TOLD,)
    assert WAS_TOLD not in look(found, Stage.TOUCHED).sentences
    assert "which page came before it" in look(found, Stage.TOUCHED).sentences[0]


def test_of_one_stage_the_core_says_what_it_says_of_the_page_to_a_person() -> None:
    reports: list[Noted] = [
        opened(title="Report a crime"), sensitive(), asked(META, "r1"), asked(META_BUTTON, "r2"), asked(GOOGLE, "r3"),
        sent("r1", "r2", cookies=["c_user"]), got(Fate.STOPPED_BY_ANOTHER, "r3"),
    ]  # fmt: skip
    scene = Scene()
    scene.reports(*reports)
    found = gathered(*(at(number + 2, report) for number, report in enumerate(reports)))
    assert {one.name: one.category for one in found.companies} == {one.name: one.category for one in scene.view.companies}
    for view in scene.view.companies:
        now = look(found, Stage.ARRIVED, view.name)
        assert now.sentences == tuple(one.replace("(which may not be yours)", "(it may be somebody else’s)") for one in view.sentences)
        assert (now.requests, now.went_out) == (view.requests, view.went_out)
    assert (found.seen[0].level, found.seen[0].sensitive) == (scene.view.level, True)


def test_a_page_loaded_in_a_new_tab_belongs_wholly_to_its_stage() -> None:
    found = gathered(
        at(2, opened()), at(20, asked(META)), at(30, sent("r1")),
        at(2002, opened("p2", 2001, tab=2)), at(2020, asked(META, "r2", 2005, page="p2")), at(2030, sent("r2", page="p2")),
        begins=REFUSED_AT, tabs=(0, 2000),
    )  # fmt: skip
    assert stages(found) == [Stage.ARRIVED, Stage.REFUSED]
    assert [(one.stage, one.requests) for one in found.seen] == [(Stage.ARRIVED, 1), (Stage.REFUSED, 1)]


def test_what_the_first_tab_tells_after_the_choice_is_told_with_what_the_second_one_tells() -> None:
    found = gathered(
        at(2, opened()), at(1020, asked(META, "r1", 1010)), at(1030, sent("r1")),
        at(2002, opened("p2", 2001, tab=2)), at(2020, asked(META_BUTTON, "r2", 2005, page="p2")), at(2030, sent("r2", page="p2")),
        begins=REFUSED_AT, tabs=(0, 2000),
    )  # fmt: skip
    only = look(found, Stage.REFUSED)
    assert (only.requests, len(only.sentences), len(only.events)) == (2, 2, 2)


def test_that_it_was_contacted_is_said_only_where_no_page_says_more() -> None:
    bare = "https://www.facebook.com/x.js"
    notes = [at(2, opened()), at(1020, asked(bare, "r1", 1010)), at(2002, opened("p2", 2001, tab=2))]
    tried = gathered(*notes, at(2020, asked(bare, "r2", 2005, page="p2")), begins=REFUSED_AT, tabs=(0, 2000))
    assert look(tried, Stage.REFUSED).sentences == (TRIED,)
    reached = gathered(
        *notes, at(2020, asked(bare, "r2", 2005, page="p2")), at(2030, sent("r2", page="p2")), begins=REFUSED_AT, tabs=(0, 2000)
    )
    assert look(reached, Stage.REFUSED).sentences == ("Meta (Facebook) was contacted by this page.",)
    told = gathered(
        *notes, at(2020, asked(META, "r2", 2005, page="p2")), at(2030, sent("r2", page="p2")), begins=REFUSED_AT, tabs=(0, 2000)
    )
    assert look(told, Stage.REFUSED).sentences == (WAS_TOLD,)


def test_that_it_was_contacted_is_not_said_of_a_later_page_either(monkeypatch: pytest.MonkeyPatch) -> None:
    found = gathered(
        at(2, opened()), at(1020, asked(META, "r1", 1010)), at(1030, sent("r1")),
        at(2002, opened("p2", 2001, tab=2)), at(2020, asked("https://www.facebook.com/x.js", "r2", 2005, page="p2")),
        begins=REFUSED_AT, tabs=(0, 2000),
    )  # fmt: skip
    assert look(found, Stage.REFUSED).sentences == (WAS_TOLD,)
    monkeypatch.setattr(gathering, "MAX_SENTENCES", 0)
    assert look(gathered(at(2, opened()), at(20, asked(META))), Stage.ARRIVED).sentences == ()


def test_windows_that_the_page_opened_do_not_count() -> None:
    found = gathered(
        at(2, opened()), at(30, opened("advert", 25, "https://advert.example/", tab=9)), at(40, asked(META, "r1", 35, page="advert")),
        at(50, sent("r1", page="advert")), at(60, asked("https://www.example.police.uk/a.css", "r2", 55)),
    )  # fmt: skip
    assert found.companies == ()
    assert [(one.requests, one.third_party_hosts) for one in found.seen] == [(1, 0)]


def test_what_is_seen_before_a_stage_begins_is_not_counted() -> None:
    found = gathered(
        at(2, opened()), at(20, asked(META)), at(30, sent("r1")), at(1020, asked(GOOGLE, "r2", 1010)), at(1030, sent("r2")),
        begins={None: 0, Stage.ACCEPTED: 1000},
    )  # fmt: skip
    assert [(one.name, [each.stage for each in one.looks]) for one in found.companies] == [("Google", [Stage.ACCEPTED])]
    assert [(one.stage, one.requests) for one in found.seen] == [(Stage.ACCEPTED, 1)]


def test_a_page_that_was_left_before_is_not_judged_again() -> None:
    found = gathered(
        at(2, opened()), at(20, sensitive()), at(30, asked(META)), at(40, sent("r1")),
        at(500, closed("p1", 499)), at(502, opened("p2", 500, "https://elsewhere.example/")),
        begins=TOUCHED_AT,
    )  # fmt: skip
    assert [(one.stage, one.level, one.sensitive) for one in found.seen] == [
        (Stage.ARRIVED, Level.WARNING, True),
        (Stage.TOUCHED, Level.NOTHING_SEEN, False),
    ]


def test_a_form_that_came_later_says_nothing_of_the_stage_before() -> None:
    found = gathered(at(2, opened()), at(20, asked(META)), at(30, sent("r1")), at(1100, sensitive()), begins=TOUCHED_AT)
    arrived, touched = found.seen
    assert (arrived.sensitive, arrived.categories, arrived.level) == (False, (), Level.NOTICE)
    assert touched.sensitive
    assert "sexual_offence" in touched.categories


def test_a_look_names_hosts_filters_and_when_it_began() -> None:
    found = gathered(at(2, opened()), at(20, asked(META_BUTTON, "r2", 15)), at(21, asked(META, "r1", 10)), at(30, sent("r1")))
    only = look(found, Stage.ARRIVED)
    assert (only.hosts, only.filters) == (("www.facebook.com",), (FilterSeen("||www.facebook.com^", "EasyPrivacy"),))
    assert only.first_seen == 10 + opened(time=0).time


def test_a_request_that_our_own_table_flagged_has_an_empty_filter() -> None:
    url = "https://analytics.google.com/g/collect?v=2&tid=G-ABC123&en=page_view&dl=https%3A%2F%2Fwww.example.police.uk%2Freport"
    found = gathered(at(2, opened()), at(20, asked(url, "r1", type="ping")), at(30, sent("r1")))
    assert look(found, Stage.ARRIVED, "Google").filters == (FilterSeen("", ""),)


def test_facts_come_from_cookies_too() -> None:
    found = gathered(at(2, opened()), at(20, asked(META)), at(30, sent("r1", cookies=["c_user"])))
    assert "account" in {fact["what"] for fact in look(found, Stage.ARRIVED).events[0].line["told"]}


def test_how_the_question_about_cookies_stood_is_said_by_the_time_of_the_request() -> None:
    found = gathered(
        at(2, opened()), at(3, consent(Consent.BEFORE_CHOICE, 2)), at(20, asked(META, "r1", 10)), at(1005, consent(Consent.REFUSED, 1002)),
        at(1010, sent("r1")), at(1020, asked(META, "r2", 1010)), at(1030, sent("r2")),
        begins=REFUSED_AT,
    )  # fmt: skip
    assert "before anything was chosen" in look(found, Stage.ARRIVED).sentences[0]
    assert "after cookies had been turned down" in look(found, Stage.REFUSED).sentences[0]


def test_what_was_typed_is_said_for_others_and_belongs_to_its_stage() -> None:
    found = gathered(
        at(2, opened()), at(5, form("Report", "Your name")), at(1020, asked("https://www.facebook.com/x", "r1", 1010)),
        at(1025, typed("r1", 1010)), at(1030, sent("r1")),
        begins=TOUCHED_AT,
    )  # fmt: skip
    assert stages(found) == [Stage.TOUCHED]
    only = look(found, Stage.TOUCHED)
    assert only.sentences == ("Meta (Facebook) was told what was written in “Your name”.",)
    assert [(one.line["told"], one.line["sentence"], one.went_out) for one in only.events] == [
        ([{"what": "typed", "value": {"field": "Your name", "written": "plain"}, "parameter": ""}], only.sentences[0], True)
    ]


def test_a_request_that_only_the_tab_told_of_belongs_to_the_stage_of_its_time() -> None:
    found = gathered(
        at(2, opened()),
        at(5, form("Report", "Your name")),
        at(1500, typed("unheard of", 990, host="api.replay.example")),
        begins=TOUCHED_AT,
    )
    assert stages(found, "replay.example") == [Stage.ARRIVED]
    assert look(found, Stage.ARRIVED, "replay.example").filters == ()


def test_the_marker_never_stands_in_the_result_and_that_something_was_told_does() -> None:
    url = f"https://www.facebook.com/tr/?ev={MARKER}&cd[buttonText]=Hello%20{MARKER.upper()}&dl=https%3A%2F%2Fx.example%2F{MARKER}"
    found = gathered(at(2, opened()), at(20, asked(url)), at(30, sent("r1")), marker=MARKER)
    (event,) = look(found, Stage.ARRIVED).events
    assert {fact["what"] for fact in event.line["told"]} >= {"button_text", "page_address"}
    assert MARKER not in json.dumps([event.line, look(found, Stage.ARRIVED).sentences]).lower()
    (as_it_was,) = look(gathered(at(2, opened()), at(20, asked(url)), at(30, sent("r1"))), Stage.ARRIVED).events
    assert MARKER in json.dumps(as_it_was.line).lower()


def test_what_a_pixel_is_set_up_to_take_is_said_at_the_stage_of_its_script() -> None:
    script = "https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C0&lib=ttq"
    found = gathered(
        at(2, opened()), at(20, asked(script, "r1", 10, type="script")), at(30, sent("r1")),
        at(1020, asked("https://analytics.tiktok.com/x.gif", "r2", 1010)), at(1030, sent("r2")),
        at(1040, seen.SetUpSeen("p1", "r1", '"auto_email": true')), at(1050, seen.SetUpSeen("p1", "r1", SET_UP)),
        begins=TOUCHED_AT,
    )  # fmt: skip
    arrived, touched = (look(found, stage, "TikTok").sentences for stage in TOUCHED_AT)
    assert arrived[-1].startswith("TikTok is set up here to take e-mail addresses")
    assert touched == ("TikTok was contacted by this page.",)


def test_a_page_of_which_something_was_missed_says_so() -> None:
    notes = [at(2, opened()), at(20, asked(META))]
    assert [one.from_start for one in gathered(*notes).seen] == [True]
    assert [one.from_start for one in gathered(*notes, missed=["p1"]).seen] == [False]
    assert [one.from_start for one in gathered(at(2, opened(from_start=False))).seen] == [False]


def test_a_page_is_known_at_its_own_time_however_late_it_is_heard_of() -> None:
    found = gathered(at(1100, opened()), at(1101, asked(META)), at(1102, sent("r1")), begins=TOUCHED_AT)
    assert stages(found) == [Stage.ARRIVED]


def test_where_nothing_was_opened_nothing_is_said() -> None:
    assert gathered(at(5, asked(META))) == Gathered()
    assert gather(Heard(heard([]).timeline, ()), knowledge()) == Gathered()


def test_what_other_places_a_page_asked_is_counted_by_host() -> None:
    own = "https://static.example.police.uk/a.css"
    found = gathered(
        at(2, opened()), at(20, asked(META)), at(21, asked(META_BUTTON, "r2")), at(22, asked(own, "r3")),
        at(23, asked("https://cdn.example/x.js", "r4", count=3)),
    )  # fmt: skip
    assert [(one.requests, one.third_party_hosts) for one in found.seen] == [(6, 2)]


def test_events_and_hosts_of_one_company_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MAX_EVENTS", 2)
    monkeypatch.setattr(gathering, "MAX_HOSTS", 1)
    urls = [f"https://www.facebook.com/tr/?ev=Event{number}" for number in range(5)]
    found = gathered(at(2, opened()), *(at(20 + number, asked(url, f"r{number}")) for number, url in enumerate(urls)))
    only = look(found, Stage.ARRIVED)
    assert (only.requests, len(only.events), len(only.hosts)) == (5, 2, 1)


def test_two_runs_are_joined_by_company_and_in_the_order_of_the_stages() -> None:
    first = gathered(at(2, opened()), at(20, asked(META)), at(30, sent("r1")), at(1020, asked(GOOGLE, "r2", 1010)), begins=REFUSED_AT)
    second = gathered(
        at(2, opened()), at(20, asked(META)), at(1020, asked(META, "r3", 1010)), at(1021, asked(GOOGLE, "r4", 1011)),
        at(1022, asked("https://script.hotjar.com/modules.js", "r5", 1012)), begins={None: 0, Stage.ACCEPTED: 1000},
    )  # fmt: skip
    both = joined(first, second)
    assert [one.stage for one in both.seen] == [Stage.ARRIVED, Stage.REFUSED, Stage.ACCEPTED]
    assert [(one.name, [each.stage for each in one.looks]) for one in both.companies] == [
        (META_NAME, [Stage.ARRIVED, Stage.ACCEPTED]),
        ("Google", [Stage.REFUSED, Stage.ACCEPTED]),
        ("Hotjar", [Stage.ACCEPTED]),
    ]
    assert joined(first, Gathered()) == first
    assert joined(Gathered(), first) == first
    assert joined(first, first) == first
