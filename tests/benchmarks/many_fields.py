"""A page with three hundred fields of all kinds, as a long application has them, and a browser to open it in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page

ADDRESS = "https://www.long-application.example/apply"


def html(fields: int = 300) -> str:
    """The page. Its fields are filled in already, which is the slow case: each text is compared with all of them."""
    questions = "".join(_question(number) for number in range(fields))
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long application</title></head><body>
<header><form action="/search"><input type="search" aria-label="Search"><button>Go</button></form></header>
<main><h1>Apply for support</h1><p>It takes an hour.</p><form action="/sent" method="post">{questions}<button>Send</button></form></main>
</body></html>"""


def _question(number: int) -> str:
    name = f'name="q{number}" id="q{number}"'
    match number % 5:
        case 0:
            label = f'<label for="q{number}">Question {number}</label>'
            return f'<section><h2>Part {number}</h2>{label}<input {name} value="filled in {number}"></section>'
        case 1:
            area = f"<textarea {name}>text of {number}</textarea>"
            return f'<div><label>What happened in {number}? {area}</label><p class="hint">Hint {number}</p></div>'
        case 2:
            options = "".join(f"<option>Choice {at} of {number}</option>" for at in range(12))
            return f'<div><span id="l{number}">Which of {number}?</span><select {name} aria-labelledby="l{number}">{options}</select></div>'
        case 3:
            choices = "".join(
                f'<label><input type="radio" name="q{number}" value="{at}"> Answer {at} to {number}</label>' for at in range(4)
            )
            return f"<fieldset><legend>Is {number} so?</legend>{choices}</fieldset>"
        case _:
            field = f'<input {name} aria-describedby="h{number}"><i id="h{number}">As in {number}</i>'
            return f"<table><tr><td>Row {number}</td><td>{field}</td></tr></table>"


@contextmanager
def opened(context: BrowserContext, fields: int = 300) -> Iterator[Page]:
    """A new tab that finds the page at its address."""
    page = context.new_page()
    page.route(f"{ADDRESS}*", lambda route: route.fulfill(body=html(fields), content_type="text/html"))
    yield page
    page.close()


class BesideThePage:
    """The world of the page's content scripts."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        worlds: list[int] = []
        self._session.on("Runtime.executionContextCreated", lambda e: worlds.extend(_ours(e["context"])))
        self._session.send("Runtime.enable")
        self._world = worlds[0]

    def run(self, expression: str) -> Any:
        """The value of an expression there."""
        asked = {"expression": expression, "contextId": self._world, "awaitPromise": True, "returnByValue": True}
        answer = self._session.send("Runtime.evaluate", asked)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")


def _ours(world: dict[str, Any]) -> list[int]:
    return [world["id"]] if world["name"] == "Netcurtain" else []
