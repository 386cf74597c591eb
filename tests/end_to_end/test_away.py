"""With the app stopped a form goes to its site at once, and the browser's button says that nothing is checked."""

import pytest
from tests.end_to_end import browser
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.website import police

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
