"""What each company was told, as the app says it while it happens."""

import pytest
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.website import clinic, others, police

pytestmark = pytest.mark.browser

BUTTON = "Report rape or sexual assault"
ACCOUNT = {"name": "c_user", "value": "100000000000001", "domain": ".facebook.com", "path": "/", "secure": True, "sameSite": "None"}


def test_the_police_case_is_told_in_one_sentence_with_button_page_and_account(stage: Stage, tab: Tab) -> None:
    stage.browser.context.add_cookies([ACCOUNT])  # type: ignore[list-item]
    try:
        tab.open(police.HOST, police.DOOR)
        tab.page.click("#assault")
        tab.record.wait(others.META, "/tr/", method="GET", where=lambda r: r.asked["ev"] == "SubscribedButtonClick")
        finding = tab.app.wait("finding", since=tab.since, organisation="Meta (Facebook)", saying=f"\u201c{BUTTON}\u201d")
    finally:
        stage.browser.context.clear_cookies(name="c_user")

    assert "this page's address" in finding["sentence"]
    assert "the Facebook account signed in on this browser" in finding["sentence"]
    assert {"what": "account", "value": "c_user", "parameter": "c_user"} in finding["told"]
    assert str(ACCOUNT["value"]) not in "".join(stage.app.printed)


def test_nobody_signed_in_is_told_of_no_account(tab: Tab) -> None:
    tab.open(police.HOST, police.DOOR)
    tab.page.click("#assault")

    finding = tab.app.wait("finding", since=tab.since, organisation="Meta (Facebook)", saying=f"\u201c{BUTTON}\u201d")

    assert "account" not in finding["sentence"]


def test_a_scrambled_e_mail_address_is_told_before_the_form_is_sent(tab: Tab) -> None:
    tab.open(clinic.HOST, clinic.CALL_BACK)
    tab.judged("notice")
    tab.page.fill("#email", "somebody@example.org")
    tab.page.press("#email", "Tab")

    tab.record.wait(others.LISTENER_API, "/heard", method="POST")
    told = {"what": "typed", "value": {"field": "Your email address", "written": "sha256"}, "parameter": ""}
    finding = tab.app.wait("finding", since=tab.since, organisation="keenear.example", told=[told])
    tab.judged("warning")

    assert "a scrambled copy of what you wrote in \u201cYour email address\u201d" in finding["sentence"]
    tab.page.click("#go")
    tab.card.wait()
    assert "what you wrote" in tab.card.text()
    assert "We have not seen what you wrote go to them" not in tab.card.text()
    assert tab.record.of(clinic.HOST, method="POST", path=clinic.THANKS) == []
