"""A person at a browser, as far as a row needs one. in_chromium.py and in_firefox.py are two of them."""

from typing import Protocol

from tests.end_to_end.matrix.way import Step

FIND_VALUE = "(() => { const field = q('#what'); return field.value ?? field.textContent; })()"
_SEALED = """document.querySelector('[data-sealed]') && Object.assign(globalThis,
  { root: document, ready: () => typeof take === 'undefined', q: (selector) => root.querySelector(selector) })"""
"""In a document that may run no script of its own, and has run none, whoever drives the browser puts there what place.py gives a script."""
READY = f"{_SEALED}, typeof root !== 'undefined' && root !== null && ready() && q('#what') !== null"


class Person(Protocol):
    """One tab, from its opening to its end."""

    def open(self, url: str) -> None:
        """Go there, and wait until the form stands and its page is ready."""

    def find_form(self) -> None:
        """Wait for the form of the document that stands there now."""

    def do(self, step: Step) -> None: ...

    def run(self, script: str) -> None:
        """What the page's own code does in the form's document."""

    def value(self) -> str:
        """What stands in the field."""

    def card_is_up(self) -> bool:
        """In the page, or in the frame that has the form."""

    def answer(self, name: str) -> None:
        """Press this choice as soon as the card takes it."""

    def says(self, text: str) -> bool:
        """Whether Netcurtain says this in the tab."""

    def ask_for(self, url: str) -> None:
        """The page asks for this; not where the page is just going."""

    def opened(self) -> list[str]:
        """The addresses of the tabs and windows that came since."""

    def pause(self) -> None:
        """Let the browser's own events in, for a moment, between two looks."""

    def rest(self) -> None:
        """Do nothing more. What is open stays open until ``close``, and others may sit down beside it."""

    def close(self) -> None:
        """The tab, and whatever was opened from it."""
