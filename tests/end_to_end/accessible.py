"""Asks axe-core, in a page, what would keep somebody out: of everything in an element, with the shadow roots that are open to it."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page
from tests.end_to_end.variants import AXE

_RUN = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

STAGE = "() => [...document.documentElement.children].find((element) => element.shadowRoot)"
"""The card or the line, where its root is open."""
WHOLE_PAGE = "() => document.documentElement"


@dataclass(frozen=True, slots=True)
class Findings:
    """What it found, each with its rule and its element; and the controls that there are, by name."""

    violations: list[str]
    faint: list[str]
    """Texts whose contrast is below 4.5 : 1."""
    unsure: list[str]
    """What it leaves to a person to judge; but for contrast."""
    controls: list[str]
    passed_over: list[str]


def look(page: Page, find: str = WHOLE_PAGE) -> Findings:
    """What stands in the element that the function ``find`` of JavaScript gives."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return Findings(**page.evaluate(f"({_RUN})(({find})())"))
