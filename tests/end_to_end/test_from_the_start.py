"""The answer "yes" to "from the start": the police case prevented, with the app closed too, and nothing else changed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from tests.end_to_end import browser as chromium
from tests.end_to_end import popup
from tests.end_to_end.browser import EXTENSION_ID, Browser
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.waiting import until
from tests.end_to_end.website import clinic, others, police, server
from tests.end_to_end.website.record import Record

pytestmark = pytest.mark.browser

LEFT_OUT = "If any of 13 known companies are here, this browser leaves them out from the start."
LET_IN, LEAVE_OUT = "Let them in for this visit", "Leave them out again"
_RULES = "chrome.declarativeNetRequest.getDynamicRules().then((rules) => rules.length)"


def answered(app: RunningApp, answer: str) -> None:
    """Write the answer as the app's own settings do; the app reads it when it starts."""
    (app.home / "data" / "netcurtain" / "settings.json").write_text(json.dumps({"from_the_start": answer}), encoding="utf-8")


def _hold(browser: Browser, *, some: bool) -> None:
    with browser.looking_at_toolbar() as page:
        until(page, lambda: bool(page.evaluate(_RULES)) is some, f"the rules to {'hold' if some else 'be lifted'}")


def _change(stage: Stage, answer: str) -> None:
    stage.app.stop()
    answered(stage.app, answer)
    stage.app.start()
    stage.browser.wait_for_link(up=True)
    _hold(stage.browser, some=answer == "always")


def told(record: Record) -> list[tuple[str, str]]:
    """What reached the trackers: both faces of Meta, and the one of Google's that advertises."""
    reached = [*record.of(*others.TRACKERS), *record.of(others.GOOGLE, path=others.CONVERSION)]
    return [(one.host, one.path) for one in reached]


@pytest.fixture
def always(stage: Stage) -> Iterator[None]:
    """The person has answered "Yes, always"."""
    _change(stage, "always")
    stage.record.clear()
    yield
    _change(stage, "ask")


@pytest.fixture
def app_is_away(always: None, stage: Stage) -> None:  # noqa: ARG001
    stage.app.stop()
    stage.browser.wait_for_link(up=False)


def _report(tab: Tab) -> None:
    """The whole report, as a person makes it."""
    tab.open(police.HOST, police.START)
    tab.page.check("[name=reporting_for][value=self]")
    tab.page.select_option("#offence", "assault")
    tab.page.fill("#when", "last night")
    tab.page.click("#go")
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    tab.page.fill("#what_happened", "It was dark.")
    tab.page.click("#go")
    tab.settled(police.HOST, police.ABOUT_YOU)
    tab.page.click("#go")
    tab.settled(police.HOST, police.CHECK)
    tab.page.click("#go")
    tab.settled(police.HOST, police.SENT)


@pytest.mark.usefixtures("app_is_away")
def test_with_the_app_closed_no_tracker_is_told_from_the_first_request_on_and_the_report_arrives(tab: Tab) -> None:
    _report(tab)

    assert told(tab.record) == []
    assert tab.record.of(police.HOST, path=police.START, method="POST")[0].fields["when"] == "last night"
    assert tab.record.of(police.HOST, path=police.WHAT_HAPPENED, method="POST")[0].fields["what_happened"] == "It was dark."
    assert tab.record.of(police.HOST, path=police.CHECK, method="POST")


@pytest.mark.usefixtures("app_is_away")
def test_what_the_report_needs_still_works(tab: Tab) -> None:
    tab.open(police.HOST, police.START)

    assert tab.page.get_attribute("body", "data-person") == "a-person"
    assert tab.record.of(police.HOST, path="/save", method="POST")


@pytest.mark.usefixtures("always")
def test_with_the_app_there_nothing_is_asked_since_nobody_was_told(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("notice")
    tab.page.fill("#when", "last night")

    tab.page.click("#go")

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
    assert not tab.card.is_up()
    assert told(tab.record) == []


@pytest.mark.usefixtures("always")
def test_the_popup_says_that_they_were_stopped_and_who_left_them_out(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("notice")

    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for("This page tried to contact two companies, and we stopped it.")
        shown.wait_for(LEFT_OUT)


@pytest.mark.usefixtures("app_is_away")
def test_a_frame_of_another_site_in_such_a_page_tells_nobody_either(tab: Tab) -> None:
    tab.page.goto(f"https://{police.HOST}{police.FRAMING}")
    tab.settled(police.HOST, police.FRAMING)
    tab.settled(police.FRAMED_HOST, "/")

    assert told(tab.record) == []


@pytest.mark.usefixtures("always")
def test_a_site_that_is_not_listed_is_untouched(stage: Stage, tab: Tab) -> None:
    def visited() -> list[tuple[str, str, str]]:
        stage.record.clear()
        tab.open(clinic.LIBRARY_HOST, "/")
        tab.record.wait(others.META, "/tr/")
        return sorted((one.method, one.host, one.path) for one in stage.record.of())

    left_out = visited()
    _change(stage, "ask")

    assert left_out == visited()


@pytest.mark.usefixtures("app_is_away")
def test_they_can_be_let_in_for_a_visit_in_one_tab(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for("Not checked")
        shown.wait_for(LEFT_OUT)
        shown.press(LET_IN)
        shown.wait_for("You let these 13 companies in until you leave this site.")
    tab.record.clear()

    tab.open(police.HOST, police.START)
    assert {host for host, _ in told(tab.record)} == {*others.TRACKERS, others.GOOGLE}

    tab.record.clear()
    other = tab.page.context.new_page()
    other.goto(f"https://{police.HOST}{police.START}")
    tab.settled(police.HOST, police.START)
    other.close()
    assert told(tab.record) == []


@pytest.mark.usefixtures("app_is_away")
def test_letting_them_in_can_be_taken_back_and_ends_with_the_visit(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    with popup.over(stage.browser, tab.page) as shown:
        shown.press(LET_IN)
        shown.press(LEAVE_OUT)
        shown.wait_for(LEFT_OUT)
        shown.press(LET_IN)
        shown.wait_for(LEAVE_OUT)
    tab.open(clinic.LIBRARY_HOST, "/")
    tab.record.clear()
    tab.open(clinic.LIBRARY_HOST, "/search")
    tab.record.clear()

    tab.open(police.HOST, police.START)

    assert told(tab.record) == []


@pytest.mark.usefixtures("always")
def test_another_answer_lets_everybody_in_again(stage: Stage, tab: Tab) -> None:
    _change(stage, "ask")
    stage.record.clear()

    tab.open(police.HOST, police.START)
    tab.record.wait(others.META, "/tr/")

    assert stage.browser.worker().evaluate("chrome.storage.local.get('from_the_start')") == {}


@pytest.fixture
def told_before(chromium_path: str, driver: Playwright, tmp_path: Path) -> Iterator[tuple[Browser, Record]]:
    """A browser that is started anew, after the app had told it the answer and was closed."""
    app, profile = RunningApp(tmp_path / "home"), tmp_path / "profile"
    (app.home / "data" / "netcurtain").mkdir(parents=True)
    answered(app, "always")
    with server.running() as (port, record):
        with chromium.running(chromium_path, profile, port, driver=driver) as browser:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            _hold(browser, some=True)
            app.stop()
        with chromium.running(chromium_path, profile, port, driver=driver) as browser:
            yield browser, record


def test_a_browser_that_starts_without_the_app_leaves_them_out_in_its_first_page(told_before: tuple[Browser, Record]) -> None:
    browser, record = told_before

    browser.context.new_page().goto(f"https://{police.HOST}{police.START}")

    record.wait(police.HOST, "/settled")
    assert told(record) == []


def test_a_private_window_where_the_extension_is_allowed_leaves_them_out(told_before: tuple[Browser, Record]) -> None:
    browser, record = told_before
    extensions = browser.context.new_page()
    extensions.goto("chrome://extensions")
    extensions.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })")
    extensions.evaluate(f"chrome.developerPrivate.updateExtensionConfiguration({{ extensionId: '{EXTENSION_ID}', incognitoAccess: true }})")
    state = (
        f"chrome.developerPrivate.getExtensionInfo('{EXTENSION_ID}').then((it) => it.state === 'ENABLED' && it.incognitoAccess.isActive)"
    )
    until(extensions, lambda: extensions.evaluate(state), "the extension to come back")
    with browser.looking_at_toolbar() as ours:
        assert ours.evaluate("chrome.extension.isAllowedIncognitoAccess()")
        ours.evaluate(f"chrome.windows.create({{ url: 'https://{police.HOST}{police.DOOR}', incognito: true }})")

        record.wait(police.HOST, "/settled", where=lambda r: r.body == police.DOOR)
        assert told(record) == []
