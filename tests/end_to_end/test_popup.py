"""The popup over a real page: who is here in words, a pause for a visit, and the app's window."""

import pytest
from tests.end_to_end import browser, card, popup
from tests.end_to_end.behind_windows import behind_windows
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import clinic, others, police

from netcurtain.core import wording
from netcurtain.core.event import AppAsked

pytestmark = pytest.mark.browser

PAUSE, LOOK_AGAIN, OPEN = "Pause here for this visit", "Look again", "Open Netcurtain"
NOT_PRIVATE, ASK_HERE, TAKE_BACK = "It is not personal", "It is personal: ask me here", "Take that back"
SAID_NOT = "You said no."
LOOKING = {"match", "finding", "form", "submission"}


def _pause(stage: Stage, tab: Tab) -> None:
    """Once this is over, the app has said all that it says of the time before."""
    since = tab.app.mark()
    with popup.over(stage.browser, tab.page) as shown:
        shown.press(PAUSE)
        shown.wait_for(wording.PAUSED)
    tab.app.wait("verdict", since=since, level="nothing_seen")


def test_it_names_the_companies_and_says_what_they_were_told(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for("This page has told two companies that it was opened.")
        shown.wait_for("Meta (Facebook) was told this page's address")
        shown.wait_for(wording.NOT_SEEN_TYPED)
        shown.wait_for("Pages are remembered until Netcurtain closes, in memory only.")


def test_of_a_site_without_companies_it_says_what_that_means(stage: Stage, tab: Tab) -> None:
    tab.open(police.QUIET_HOST, police.START)
    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for(wording.NOTHING_SEEN)


def test_the_app_without_a_window_is_not_offered(stage: Stage, tab: Tab) -> None:
    tab.open(police.QUIET_HOST, police.START)
    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for(PAUSE)
        assert shown.page.get_by_role("button", name=OPEN).count() == 0


def test_a_pause_lets_a_form_go_without_a_card_and_nothing_more_is_seen_or_told(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    _pause(stage, tab)
    since = tab.app.mark()

    tab.page.fill("#when", "last night")
    tab.page.click("#go")

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
    assert tab.record.of(others.META, path="/tr/")
    assert not tab.card.is_up()
    # The app goes through what it is told in order: what it says of a page that is opened after this one it says last.
    other = tab.page.context.new_page()
    other.goto(f"https://{clinic.LIBRARY_HOST}/")
    page = tab.app.wait("page", since=since, url=f"https://{clinic.LIBRARY_HOST}/")["page"]
    tab.app.wait("match", since=since, page=page)
    other.close()
    assert [event for event in tab.app.events[since:] if event["event"] in LOOKING and event.get("page") != page] == []


def test_the_button_says_that_it_is_paused(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    _pause(stage, tab)
    with stage.browser.looking_at_toolbar() as toolbar:
        badges = "chrome.tabs.query({}).then((tabs) => Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id }))))"
        until(toolbar, lambda: "II" in toolbar.evaluate(badges), "the button to say so")
        assert browser.badge_of(toolbar) != "?"


def test_a_pause_can_be_taken_back_on_the_same_page(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    _pause(stage, tab)
    since = tab.app.mark()
    with popup.over(stage.browser, tab.page) as shown:
        shown.press(LOOK_AGAIN)
        shown.wait_for(wording.MISSED_THE_START)
    tab.app.wait("verdict", since=since, level="warning")

    tab.page.click("#go")

    tab.card.wait()


def test_a_pause_outlives_the_app_and_its_pages_are_not_told(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    _pause(stage, tab)
    stage.app.stop()
    stage.browser.wait_for_link(up=False)
    since = stage.app.mark()
    stage.app.start()
    stage.browser.wait_for_link(up=True)
    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for(wording.PAUSED)

    tab.page.click("#go")

    tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)
    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for(wording.PAUSED)
    assert [event for event in stage.app.events[since:] if event["event"] in LOOKING | {"page"}] == []


def test_after_the_visit_the_site_is_looked_at_again(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    _pause(stage, tab)
    since = tab.app.mark()

    later = tab.page.context.new_page()
    again = Tab(later, type(tab.card)(later), tab.record, tab.app, since)
    tab.record.clear()
    again.open(police.HOST, police.START)
    again.judged("warning")
    later.click("#go")
    again.card.wait()
    later.close()


def test_a_warning_that_is_up_stays_until_it_is_answered(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.click("#go")
    tab.card.wait()
    _pause(stage, tab)

    assert tab.card.is_up()
    tab.card.press(card.WITHOUT)

    tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)
    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for(wording.PAUSED_LEFT_OUT)


def _says(stage: Stage, tab: Tab, button: str, then: str, level: str) -> None:
    """Say it of the form in the popup. Once this is over, the app has judged the page anew."""
    since = tab.app.mark()
    with popup.over(stage.browser, tab.page) as shown:
        shown.press(button)
        shown.wait_for(then)
    tab.app.wait("verdict", since=since, level=level)


def test_a_form_that_is_said_not_to_be_personal_goes_without_a_card_and_the_line_goes_too(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.card.wait_for_text("This page has told")
    _says(stage, tab, NOT_PRIVATE, SAID_NOT, "notice")
    until(tab.page, lambda: "This page has told" not in tab.card.text(), "the line to go")

    tab.page.fill("#when", "last night")
    tab.page.click("#go")

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
    assert not tab.card.is_up()


def test_that_is_taken_back_on_a_later_page_of_the_visit(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    _says(stage, tab, NOT_PRIVATE, SAID_NOT, "notice")
    tab.open(police.HOST, police.WHAT_HAPPENED)
    _says(stage, tab, TAKE_BACK, "We think so.", "warning")
    tab.page.click("#go")
    tab.card.wait()


def test_who_says_ask_me_here_is_asked_at_an_ordinary_form_as_well(stage: Stage, tab: Tab) -> None:
    tab.open(clinic.LIBRARY_HOST, "/")
    tab.judged("notice")
    _says(stage, tab, ASK_HERE, "You said yes.", "warning")
    tab.page.get_by_role("button", name="Search").click()
    tab.card.wait()


def test_the_apps_window_is_asked_for(stage: Stage, tab: Tab) -> None:
    with behind_windows(stage.app) as events:
        stage.browser.wait_for_link(up=True)
        tab.open(police.QUIET_HOST, police.START)
        with popup.over(stage.browser, tab.page) as shown:
            shown.press(OPEN)
            until(tab.page, lambda: AppAsked() in events, "the app to be asked for")
