"""What describing a page of three hundred fields takes of the page's own thread, in Chromium: all slices together, and the longest.

Cold: the first look at a new page, whose code has not run yet. Warm: the same page described again to an app that has not heard of it, and
after a change that touches no name (a class, as pages set it while somebody types). The times are the thread's own, from a trace, so that
what else the computer does at the moment is not in them; "by the clock" is what they were with it.
"""

import statistics
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page
from tests.benchmarks.many_fields import ADDRESS, BesideThePage, opened
from tests.end_to_end import browser as chromium
from tests.end_to_end.waiting import until
from tests.end_to_end.website import server

ROUNDS = 10
QUIET_MS = 1500
"""By then every look has come to its end."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds of one look: all slices, the longest, and the longest by the clock; and how many slices there were."""

    total: float
    longest: float
    by_the_clock: float
    slices: int


def main() -> None:
    """Print the three."""
    path = chromium.find_chromium()
    if path is None:
        print("Chromium is not installed, so describing a page was not measured.")
        return
    with tempfile.TemporaryDirectory() as folder, server.running() as (port, _), chromium.running(path, Path(folder), port) as browser:
        rounds = [_round(browser.context) for _ in range(ROUNDS)]
    for number, name in enumerate(("cold", "warm, described again", "warm, a class changed")):
        _print(name, [one[number] for one in rounds])


def _round(context: BrowserContext) -> tuple[Spent, Spent, Spent]:
    with opened(context) as page:
        cold = _traced(page, lambda: page.goto(ADDRESS))
        beside = BesideThePage(page)
        again = _traced(page, lambda: beside.run("netcurtainForms.again()"))
        changed = _traced(page, lambda: beside.run("document.querySelector('#q0').className = 'dirty'; 0"))
        return cold, again, changed


def _traced(page: Page, do: Callable[[], object]) -> Spent:
    """Every call of a slice while something is done."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    ended: set[str] = set()
    session.on("Tracing.dataCollected", lambda message: events.extend(message["value"]))
    session.on("Tracing.tracingComplete", lambda _: ended.add("ended"))
    session.send("Tracing.start", {"categories": "devtools.timeline", "transferMode": "ReportEvents"})
    do()
    page.wait_for_timeout(QUIET_MS)
    session.send("Tracing.end")
    until(page, lambda: ended, "the trace to end")
    session.detach()
    calls = [event for event in events if event["name"] in ("FunctionCall", "EvaluateScript") and "tdur" in event and _is_ours(event)]
    times = [call["tdur"] / 1000 for call in calls] or [0.0]
    return Spent(sum(times), max(times), max((call["dur"] / 1000 for call in calls), default=0.0), len(times))


def _is_ours(event: dict[str, Any]) -> bool:
    return "/content/" in str(event.get("args", {}).get("data", {}).get("url", ""))


def _print(name: str, spent: list[Spent]) -> None:
    totals, longest, clock = [one.total for one in spent], [one.longest for one in spent], [one.by_the_clock for one in spent]
    print(f"300 fields, {name}: {statistics.median(one.slices for one in spent):.0f} calls")
    for what, times in (("total", totals), ("longest", longest), ("longest, by the clock", clock)):
        print(f"    {what}: median {statistics.median(times):.1f} ms, worst {max(times):.1f} ms")


if __name__ == "__main__":
    main()
