"""The app is there but says nothing: a form is not kept waiting, and the browser's button says that it went unchecked."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import police

pytestmark = pytest.mark.browser

STOP = 20
"""Seconds that the app has to end."""
UNCHECKED = ["?", "A form was sent here before it could be checked. It went as usual."]
_BUTTON = """async (address) => {
    const { id: tabId } = (await chrome.tabs.query({})).find((tab) => tab.url === address);
    return [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })];
}"""


@pytest.fixture
def with_windows(stage: Stage) -> Iterator[subprocess.Popen[bytes]]:
    """The app with windows, as a program of its own, in the place of the one without; hidden, where nobody sees it."""
    stage.app.stop()
    environment = {**stage.app.environment(), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "netcurtain", "--hidden", "--no-update", "--port", str(stage.app.port)]
    app = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        stage.browser.wait_for_link(up=True)
        yield app
    finally:
        app.send_signal(signal.SIGCONT)
        app.terminate()
        app.wait(STOP)


def test_a_form_goes_once_where_no_word_comes_and_the_button_says_so(stage: Stage, tab: Tab, with_windows: subprocess.Popen[bytes]) -> None:
    os.kill(with_windows.pid, signal.SIGSTOP)
    tab.open(police.HOST, police.START)
    tab.page.fill("#when", "last night")
    tab.page.click("#go")

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"

    tab.caught_up()
    assert len(tab.record.of(police.HOST, path=police.START, method="POST")) == 1
    assert not tab.card.is_up()
    until(tab.page, lambda: stage.browser.worker().evaluate(_BUTTON, tab.page.url) == UNCHECKED, "the button to say so")
