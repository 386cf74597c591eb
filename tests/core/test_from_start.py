"""From the start: the rules, and who hears of them."""

from dataclasses import replace

import msgspec
import pytest
from tests.core.scenes import META, SITE, Scene, got_to, opened, organisations, requested, sensitive, shipped

from netcurtain.core.blocking import BlockRule
from netcurtain.core.filter_list import parse_list
from netcurtain.core.from_start import MAX_RULES, FromTheStart, from_the_start
from netcurtain.core.instruction import Standing
from netcurtain.core.level import Level
from netcurtain.core.report_hosts import parse_report_hosts
from netcurtain.core.request import Fate
from netcurtain.core.session import Session
from netcurtain.core.settings import FromTheStart as Answer
from netcurtain.core.settings import Retention, Settings
from netcurtain.core.starter import for_every_page
from netcurtain.core.wording import NOT_SEEN_TYPED

HOSTS = ("police.uk", "www.help.example")
REPORTING = [host for place in parse_report_hosts(shipped("report_hosts.toml")) for host in place.hosts]


def rules(*lines: str) -> list[BlockRule]:
    return from_the_start(lines, (), HOSTS).rules


def whole() -> FromTheStart:
    lines, companies = for_every_page(parse_list(shipped("starter.txt"), None), organisations())
    return from_the_start(lines, companies, REPORTING)


def test_filters_that_are_no_more_than_a_host_are_one_rule_and_every_other_is_one() -> None:
    assert rules("||a.example^", "||b.example/tr^", "||c.example^$third-party", "||d.example^$image") == [
        BlockRule(domains=["a.example", "c.example"]),
        BlockRule(url_filter="||b.example/tr^"),
        BlockRule(domains=["d.example"], types=["image"]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "||www.north.police.uk^",
        "||help.example^",
        "||stats.help.example/x",
        "@@||a.example^",
        "||a.example^$domain=b.example",
        "||a.example^$~third-party",
    ],
)
def test_no_rule_is_for_one_of_these_sites_or_for_certain_pages(line: str) -> None:
    assert rules(line) == []


def test_a_filter_without_a_host_spares_all_of_these_sites() -> None:
    assert rules("/g/collect?v=2") == [BlockRule(url_filter="/g/collect?v=2", excluded_domains=["help.example", "police.uk"])]


def test_there_is_an_end_to_the_rules() -> None:
    assert len(rules(*(f"||a.example/{number}" for number in range(MAX_RULES + 1)))) == MAX_RULES


def test_the_shipped_tables_make_few_rules_that_are_small_enough_to_keep() -> None:
    made = whole()
    assert len(made.rules) < 60
    assert len(msgspec.json.encode(made)) < 64 * 1024
    assert {"Meta (Facebook)", "Google", "TikTok", "Hotjar"} <= set(made.companies)
    assert not any("Practice" in company for company in made.companies)
    assert not any("localhost" in host for rule in made.rules for host in rule.domains)


def test_no_shipped_rule_is_for_a_host_that_people_report_at_and_google_itself_stays() -> None:
    for rule in whole().rules:
        assert not any(host == page or host.endswith("." + page) for host in rule.domains for page in REPORTING)
        assert not {"google.com", "www.google.com", "facebook.com"} & set(rule.domains)
        assert not rule.allow


def session(answer: Answer | None) -> Session:
    scene = Scene()
    made = FromTheStart(["Tee"], ["police.uk"], [BlockRule(domains=["t.example"])])
    return Session(replace(scene.session.knowledge, from_the_start=made), Settings(from_the_start=answer))


@pytest.mark.parametrize(("answer", "told"), [(None, False), (Answer.ASK, False), (Answer.ALWAYS, True)])
def test_a_browser_hears_of_the_rules_when_it_comes_if_the_answer_is_yes(answer: Answer | None, told: bool) -> None:
    talk = session(answer)
    made = talk.knowledge.from_the_start if told else None
    assert talk.greet("b", frozenset()).instructions == [("b", Standing(Retention.UNTIL_CLOSE, made))]


def test_every_browser_hears_when_the_answer_changes() -> None:
    talk = session(None)
    talk.greet("b", frozenset())
    yes, no = Settings(from_the_start=Answer.ALWAYS), Settings(from_the_start=Answer.ASK)
    assert talk.follow(yes).instructions == [("b", Standing(Retention.UNTIL_CLOSE, talk.knowledge.from_the_start))]
    assert talk.follow(yes).instructions == []
    assert talk.follow(no).instructions == [("b", Standing(Retention.UNTIL_CLOSE))]


def test_where_we_stop_every_company_a_sensitive_form_is_not_held_and_the_page_says_so() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.STOPPED_BY_US))
    verdict = scene.verdict
    assert (verdict.level, verdict.forms[0].level) == (Level.NOTICE, Level.NOTICE)
    assert scene.view.headline == "This page tried to contact one company, and we stopped it."
    assert scene.view.not_seen == NOT_SEEN_TYPED


def test_that_we_stopped_it_is_said_of_this_page_whatever_went_out_from_one_before() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), got_to(Fate.SENT), opened("p2"), requested(META, "r2", page="p2"))
    scene.reports(got_to(Fate.STOPPED_BY_US, "r2", page="p2"))
    assert scene.view.headline == "This page tried to contact one company, and we stopped it."


@pytest.mark.parametrize("fate", [Fate.SENT, Fate.STOPPED_BY_ANOTHER, None])
def test_a_company_that_we_did_not_stop_still_warns(fate: Fate | None) -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.STOPPED_BY_US))
    scene.reports(requested("https://script.hotjar.com/modules.js", "r2"), *([got_to(fate, "r2")] if fate else []))
    assert scene.verdict.level is Level.WARNING


def test_one_that_got_through_once_still_warns() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.STOPPED_BY_US), requested(META, "r2"), got_to(Fate.SENT, "r2"))
    assert scene.verdict.level is Level.WARNING


def test_a_page_without_a_form_whose_companies_we_stopped_is_a_notice() -> None:
    scene = Scene()
    scene.reports(opened(url=SITE), requested(META), got_to(Fate.STOPPED_BY_US))
    assert scene.verdict.level is Level.NOTICE
