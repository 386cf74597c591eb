"""What a tab is told: words, and the rules that leave the companies out."""

from dataclasses import replace

import pytest
from tests.core.scenes import EXCEPTED, GOOGLE, META, META_BUTTON, Scene, got_to, harmless, opened, requested, sensitive, shipped

from netcurtain.core import verdict as verdict_file
from netcurtain.core.event import FormJudged
from netcurtain.core.instruction import CardWords
from netcurtain.core.level import Level
from netcurtain.core.request import Fate
from netcurtain.core.settings import Settings
from netcurtain.core.support import Nation, parse_contacts
from netcurtain.core.support_card import CardWays


def a_warning() -> Scene:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), requested(META_BUTTON, "r2"), requested(GOOGLE, "r3"))
    scene.reports(got_to(Fate.SENT, "r1", "r2"))
    return scene


def test_the_words_of_a_warning() -> None:
    words = a_warning().verdict.words
    assert words == CardWords(
        arrival="This page has told one company that it was opened.",
        told=["This page told Meta (Facebook) its address and which button was pressed.", "It also tried to contact Google."],
        not_seen="We have not seen what you wrote go to them, but we cannot see everything.",
        details=[
            "Meta (Facebook) is a tracker in EasyPrivacy (||www.facebook.com^).",
            "Google is a tracker in EasyPrivacy (||stats.g.doubleclick.net^).",
        ],
        unstoppable="",
    )


def test_a_warning_offers_other_ways_for_what_the_form_is_about() -> None:
    ways = CardWays(parse_contacts(shipped("support.toml")))
    scene = Scene()
    scene.session.knowledge = replace(scene.session.knowledge, ways=ways)
    scene.session.follow(Settings(nation=Nation.SCOTLAND))
    scene.reports(opened(), sensitive(), requested(META))
    categories = scene.last(FormJudged).categories
    assert categories
    assert scene.verdict.words.ways == list(ways.lines(categories, Nation.SCOTLAND)) != []


def test_the_card_never_quotes_the_page() -> None:
    assert "Report it" not in repr(a_warning().verdict)


def test_below_a_warning_there_are_no_words_and_no_rules() -> None:
    scene = Scene()
    scene.reports(opened(), harmless(), requested(META))
    assert (scene.verdict.level, scene.verdict.words, scene.verdict.rules) == (Level.NOTICE, CardWords(), [])


def test_one_rule_a_filter_for_its_company() -> None:
    rules = a_warning().verdict.rules
    assert [(rule.domains, rule.allow) for rule in rules] == [
        (["www.facebook.com"], False),
        (["stats.g.doubleclick.net"], False),
    ]


def test_the_host_that_a_form_goes_to_is_never_stopped_and_that_is_said() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(action="https://www.facebook.com/save"), requested(META), requested(GOOGLE, "r2"))
    assert [rule.domains for rule in scene.verdict.rules] == [["stats.g.doubleclick.net"]]
    assert scene.verdict.words.unstoppable == "Meta (Facebook) may still be told something. We cannot stop all of it here."


def test_the_hosts_of_all_sensitive_forms_are_spared() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(id="one", action="https://www.facebook.com/a"))
    scene.reports(sensitive(id="two", action="https://stats.g.doubleclick.net/b"), requested(META), requested(GOOGLE, "r2"))
    assert scene.verdict.rules == []


def test_at_the_limit_exceptions_stay_and_what_is_not_left_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict_file, "MAX_RULES", 2)
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), requested(GOOGLE, "r2"), requested(EXCEPTED, "r3"))
    scene.reports(requested("https://pixel.one.example/", "r4"))
    assert [(rule.allow, rule.domains) for rule in scene.verdict.rules if not rule.allow] == [(False, ["www.facebook.com"])]
    assert [rule.allow for rule in scene.verdict.rules] == [True, False]
    assert scene.verdict.words.unstoppable == "Google and one.example may still be told something. We cannot stop all of it here."


def test_a_company_with_an_open_websocket_is_named_as_not_left_out() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META, type="websocket"), requested(GOOGLE, "r2"), got_to(Fate.ANSWERED, "r2"))
    scene.reports(got_to(Fate.SENT))
    assert scene.verdict.words.unstoppable == ""
    scene.reports(got_to(Fate.ANSWERED))
    assert scene.verdict.words.unstoppable == "Meta (Facebook) may still be told something. We cannot stop all of it here."


STARTER = {
    "Meta (Facebook)": ("||www.facebook.com^", "||connect.facebook.net^"),
    "Google": ("||google-analytics.com/collect",),
    "TikTok": ("||analytics.tiktok.com^",),
}


def test_a_flagged_company_is_left_out_by_the_other_ways_that_our_own_list_knows() -> None:
    scene = Scene(STARTER)
    scene.reports(opened(), sensitive(), requested(META), requested(GOOGLE, "r2"))
    assert [(rule.domains, rule.url_filter) for rule in scene.verdict.rules] == [
        (["www.facebook.com"], ""),
        (["stats.g.doubleclick.net"], ""),
        (["connect.facebook.net"], ""),
        ([], "||google-analytics.com/collect"),
    ]


def test_the_other_ways_give_way_to_what_was_flagged_and_are_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict_file, "MAX_RULES", 2)
    scene = Scene(STARTER)
    scene.reports(opened(), sensitive(), requested(META), requested(GOOGLE, "r2"))
    assert [rule.domains for rule in scene.verdict.rules] == [["www.facebook.com"], ["stats.g.doubleclick.net"]]
    assert scene.verdict.words.unstoppable == ""
