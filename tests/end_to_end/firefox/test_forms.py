"""Forms of every kind are described in Firefox as in Chromium, though its content scripts see a page in another way."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.firefox.page import Page
from tests.end_to_end.test_descriptor import differences
from tests.end_to_end.website import clinic, others, shapes

pytestmark = pytest.mark.browser

_LISTEN = "void (globalThis.told = [], browser.runtime.onMessage.addListener((message) => void told.push(message)))"


@pytest.fixture
def listening(tab: FirefoxTab) -> Iterator[Page]:
    """A page of the extension's own: it hears what content scripts tell the background."""
    with tab.browser.ours("popup/popup.html") as page:
        page.evaluate(_LISTEN)
        tab.page.to_front()
        yield page


def _descriptors(listening: Page) -> list[dict[str, Any]]:
    """The newest of each form that is still there."""
    forms: dict[str, dict[str, Any]] = {}
    for message in json.loads(listening.evaluate("JSON.stringify(told)")):
        if message["kind"] in ("form", "form_gone"):
            forms.pop(message["form"], None)
        if message["kind"] == "form":
            forms[message["form"]] = message["descriptor"]
    return list(forms.values())


def test_forty_pages_are_described_as_a_person_would(tab: FirefoxTab, listening: Page) -> None:
    for name in shapes.NAMES:
        expected = shapes.expected(name)
        listening.evaluate("void (told.length = 0)")
        tab.page.goto(shapes.address(name))

        found = tab.page.bidi.soon(lambda: _descriptors(listening), expected)

        assert (name, differences(found, expected)) == (name, [])


def test_a_scrambled_copy_of_what_was_typed_is_seen_going_out(tab: FirefoxTab) -> None:
    tab.open(clinic.HOST, clinic.CALL_BACK)
    tab.page.fill("#email", "somebody@example.org")
    tab.page.press_key("Tab")

    tab.record.wait(others.LISTENER_API, "/heard", method="POST")
    finding = tab.app.wait("finding", since=tab.since, organisation="keenear.example")
    assert finding["told"] == [{"what": "typed", "value": {"field": "Your email address", "written": "sha256"}, "parameter": ""}]
