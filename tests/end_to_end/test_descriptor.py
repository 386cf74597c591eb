"""Pages of seven kinds give the description that a person would write of them, field by field: what the app gets is compared."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Page, Worker
from tests.end_to_end import sealed
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import shapes

pytestmark = pytest.mark.browser


@pytest.fixture
def listening(stage: Stage, tab: Tab) -> Iterator[Worker]:
    """The background, with every frame noted before it is sealed."""
    assert tab.page
    with sealed.noted(stage.browser.worker()) as worker:
        yield worker


def descriptors(worker: Worker) -> list[dict[str, Any]]:
    return [message["descriptor"] for message in sealed.forms(worker)]


def soon(page: Page, worker: Worker, expected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The descriptions, as soon as they are as expected; the newest where they never are, so that the difference is shown."""
    with suppress(AssertionError):
        until(page, lambda: descriptors(worker) == expected, "the descriptions")
    return descriptors(worker)


def differences(found: Any, expected: Any, at: str = "") -> list[str]:
    """Where two descriptions differ, value by value."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return [d for key in found | expected for d in differences(found.get(key), expected.get(key), f"{at}.{key}")]
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [d for number, pair in enumerate(zip(found, expected, strict=True)) for d in differences(*pair, f"{at}[{number}]")]
    return [] if found == expected else [f"{at}: {found!r} and not {expected!r}"]


@pytest.mark.parametrize("name", shapes.NAMES)
def test_a_page_is_described_as_a_person_would(tab: Tab, listening: Worker, name: str) -> None:
    expected = shapes.expected(name)
    tab.page.goto(shapes.address(name))

    assert differences(soon(tab.page, listening, expected), expected) == []


def test_a_frame_describes_its_own_forms_on_the_page_at_the_top(tab: Tab, listening: Worker) -> None:
    expected = shapes.expected("welsh_bare") + shapes.expected("aria_labelledby", shapes.FRAMED_HOST)
    tab.page.goto(shapes.address("frames"))

    def found() -> list[dict[str, Any]]:
        return sorted(descriptors(listening), key=lambda descriptor: expected.index(descriptor) if descriptor in expected else -1)

    until(tab.page, lambda: len(found()) == 2, "two forms")
    assert differences(found(), expected) == []
    assert len({message["page"] for message in sealed.forms(listening)}) == 1


def labels(worker: Worker) -> list[str]:
    return [field["label"] for descriptor in descriptors(worker) for field in descriptor["form"]["fields"]]


def test_a_page_that_swaps_its_form_tells_the_new_one_and_that_the_old_one_is_gone(tab: Tab, listening: Worker) -> None:
    tab.page.goto(shapes.address("swapping"))
    until(tab.page, lambda: labels(listening) == ["Your name"], "the first step")
    tab.page.click("#next")

    until(tab.page, lambda: labels(listening) == ["What happened?"], "the second step")
    assert descriptors(listening)[0]["headings"] == ["Step 2"]


def test_a_closed_root_that_comes_late_and_changes_is_told(tab: Tab, listening: Worker) -> None:
    tab.page.goto(shapes.address("late"))
    tab.page.click("#go")
    until(tab.page, lambda: labels(listening) == ["Who was it?"], "the form in the root")
    tab.page.click("#go")

    until(tab.page, lambda: labels(listening) == ["Who hurt you?"], "the change in the root")


def test_the_same_form_is_not_told_twice(tab: Tab, listening: Worker) -> None:
    tab.page.goto(shapes.address("wrapped_contact"))
    until(tab.page, lambda: descriptors(listening), "the form")
    tab.page.evaluate("document.querySelector('form').className = 'touched'")
    tab.page.evaluate("document.querySelector('h1').textContent = 'Talk to us now'")

    until(tab.page, lambda: descriptors(listening)[0]["headings"] == ["Talk to us now"], "the new heading")
    assert sum('"type":"form"' in frame for frame in sealed.frames(listening)) == 2
