"""With the app stopped a form goes to its site at once, and the browser's button says that nothing is checked."""

import pytest
from tests.end_to_end import browser, card
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.website import forms, police

pytestmark = pytest.mark.browser


@pytest.fixture
def app_is_away(stage: Stage) -> None:
    stage.app.stop()
    stage.browser.wait_for_link(up=False)


@pytest.mark.usefixtures("app_is_away")
def test_a_form_arrives_at_once_and_no_card_comes(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.page.fill("#when", "last night")

    tab.page.click("#go")

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
    assert not tab.card.is_up()


@pytest.mark.usefixtures("app_is_away")
def test_the_button_and_its_popup_say_not_checked(stage: Stage) -> None:
    with stage.browser.looking_at_toolbar() as toolbar:
        assert browser.badge_of(toolbar) == "?"
        assert browser.title_of(toolbar) == "Not checked. Netcurtain is not running."
        toolbar.get_by_role("heading", name="Not checked").wait_for()


@pytest.mark.usefixtures("app_is_away")
def test_a_page_that_was_open_while_the_app_was_away_is_checked_when_it_is_back(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)

    stage.app.start()
    stage.browser.wait_for_link(up=True)

    tab.judged("warning")
    tab.page.click("#go")
    tab.card.wait()


@pytest.mark.usefixtures("app_is_away")
def test_a_page_that_was_left_while_the_app_was_away_is_not_told_when_it_is_back(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.open(police.QUIET_HOST, police.START)

    stage.app.start()
    stage.browser.wait_for_link(up=True)

    tab.app.wait("page", since=tab.since, url=f"https://{police.QUIET_HOST}{police.START}")
    assert police.HOST not in {event["url"].split("/")[2] for event in tab.app.events[tab.since :] if event["event"] == "page"}


@pytest.mark.parametrize("answer", [card.AS_IT_IS, card.WITHOUT])
def test_a_form_that_is_held_when_the_app_ends_waits_and_then_goes_as_it_was_answered(stage: Stage, tab: Tab, answer: str) -> None:
    tab.open(forms.HOST, forms.ELSEWHERE)
    tab.judged("warning")
    tab.page.fill("#diagnosis", "zq77typed")
    tab.page.click("#go")
    tab.card.wait()

    stage.app.stop()
    stage.browser.wait_for_link(up=False)
    tab.page.bring_to_front()
    tab.card.press(answer)

    assert tab.arrived(forms.TAKER, forms.TAKE, then=forms.TAKE)["diagnosis"] == "zq77typed"
