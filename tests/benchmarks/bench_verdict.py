"""How long a person waits: from the press on "Send" to the card, in Chromium, against the running app. `make bench` prints it.

Twice: where the verdict was there before the press, as nearly always, and where the form has only just come up, so that the press waits for
the whole way: description -> background -> link -> app -> verdict -> page. The first ten of those are not counted: the app is still busy
with the two hundred submissions before them, which no person makes.
"""

import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from tests.end_to_end import browser as chromium
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import police, server

ROUNDS = 200

_ROUNDS = """async (rounds) => {
  const known = document.forms[0];
  const realShow = netcurtainCard.show;
  let shown;
  netcurtainCard.show = (verdict, answered) => {
    realShow(verdict, answered);
    shown({ at: performance.now(), answered });
  };
  const round = async (form, since = performance.now()) => {
    const card = new Promise((resolve) => { shown = resolve; });
    form.requestSubmit();
    const { at, answered } = await card;
    answered('not_now');
    while (document.querySelector('html > div')) await new Promise(requestAnimationFrame);
    return at - since;
  };
  const ahead = [];
  const whole = [];
  for (let at = 0; at < rounds; at += 1) ahead.push(await round(known));
  for (let at = -10; at < rounds; at += 1) {
    const fresh = known.cloneNode(true);
    known.after(fresh);
    const since = performance.now();
    netcurtainForms.again();
    while (!netcurtainForms.idOf(fresh)) await new Promise((resolve) => setTimeout(resolve, 0));
    const took = await round(fresh, since);
    if (at >= 0) whole.push(took);
    fresh.remove();
  }
  netcurtainCard.show = realShow;
  return { ahead, whole };
}"""


def main() -> None:
    """Print median and 99th percentile of both."""
    path = chromium.find_chromium()
    if path is None:
        print("Chromium is not installed, so submission to verdict to page was not measured.")
        return
    with tempfile.TemporaryDirectory() as folder:
        times = _measure(path, Path(folder))
    print(f"submission to card, verdict known before: {_spoken(times['ahead'])}")
    print(f"submission to verdict to page, form just described: {_spoken(times['whole'])}")


def _measure(path: str, folder: Path) -> dict[str, list[float]]:
    app = RunningApp(folder / "home")
    with server.running() as (port, record), chromium.running(path, folder / "profile", port) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            browser.wait_for_link(up=True)
            page = browser.context.new_page()
            page.goto(f"https://{police.HOST}{police.START}")
            record.wait(police.HOST, "/settled")
            app.wait("verdict", level="warning")
            return _beside_the_page(page, _ROUNDS, ROUNDS)
        finally:
            app.stop()


def _beside_the_page(page: Page, function: str, argument: int) -> dict[str, list[float]]:
    """Run a function where the content script lives."""
    session = page.context.new_cdp_session(page)
    worlds: list[int] = []
    session.on("Runtime.executionContextCreated", lambda e: worlds.extend(_ours(e["context"])))
    session.send("Runtime.enable")
    asked = {"functionDeclaration": function, "executionContextId": worlds[0], "arguments": [{"value": argument}]}
    answer = session.send("Runtime.callFunctionOn", {**asked, "awaitPromise": True, "returnByValue": True})
    if "exceptionDetails" in answer:
        raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
    times: dict[str, list[float]] = answer["result"]["value"]
    return times


def _ours(world: dict[str, Any]) -> list[int]:
    return [world["id"]] if world["name"] == "Netcurtain" else []


def _spoken(times: list[float]) -> str:
    p99 = statistics.quantiles(times, n=100)[98]
    return f"median {statistics.median(times):.1f} ms, p99 {p99:.1f} ms of {len(times)}"


if __name__ == "__main__":
    main()
