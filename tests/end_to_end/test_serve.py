"""`netcurtain serve --json` tells the whole path, without a part of Qt in the process."""

import pytest
from tests.end_to_end import card
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.website import others, police

pytestmark = pytest.mark.browser


def test_the_path_of_one_report_is_told_and_qt_is_never_imported(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.click("#go")
    tab.card.press(card.AS_IT_IS)
    tab.settled(police.HOST, police.WHAT_HAPPENED)

    page = tab.app.wait("page", since=tab.since, url=f"https://{police.HOST}{police.START}")["page"]
    match = tab.app.wait("match", since=tab.since, page=page, url=f"https://{others.META}/tr/")
    assert match["organisation"] == "Meta (Facebook)"
    assert match["filter"].startswith("||facebook.com/tr")
    form = tab.app.wait("form", since=tab.since, page=page)
    assert form["sensitive"]
    assert form["categories"][0] == "sexual_offence"
    submission = tab.app.wait("submission", since=tab.since, page=page)["submission"]
    assert tab.app.wait("choice", since=tab.since, submission=submission)["choice"] == "as_it_is"

    stage.app.stop()
    assert [line.strip() for line in stage.app.printed if line.startswith("qt:")][-1] == "qt:"


def test_no_address_it_prints_has_a_query(tab: Tab) -> None:
    tab.page.goto(f"https://{police.HOST}{police.START}?from=search")
    tab.settled(police.HOST, police.START)
    tab.app.wait("finding", since=tab.since, organisation="Meta (Facebook)")
    tab.judged("warning")

    printed = tab.app.events[tab.since :]
    addresses = [event["url"] for event in printed if "url" in event]
    told = [fact["value"] for event in printed if event["event"] == "finding" for fact in event["told"] if fact["what"] == "page_address"]
    assert f"https://{police.HOST}{police.START}" in told
    assert [address for address in (*addresses, *told) if "?" in address] == []
