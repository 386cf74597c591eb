"""Whether pages come up later with the extension than without, in Chromium: `make bench-browser`.

Two browsers, alike but for the extension, load the same twenty pages of two hundred requests in turns; the app runs, and has
EasyPrivacy where it is there. Nobody drives them: each page measures itself (`loadEventEnd`) and asks the server what is next.
"""

import argparse
import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks import heavy_pages, undriven
from tests.benchmarks.heavy_pages import PAGES, Turns
from tests.benchmarks.processor import Used
from tests.end_to_end import browser as chromium
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import server
from tests.end_to_end.website.record import Record


def main() -> None:
    """Print the medians, the quartiles of the ratios, and the same for the processor's time, by part."""
    parser = argparse.ArgumentParser(description="Page loads with the extension and without.")
    parser.add_argument("--runs", type=int, default=20, help="how often each page is loaded in each browser")
    parser.add_argument("--pages", type=int, default=PAGES, help=f"how many pages, at most {PAGES}")
    parser.add_argument("--extension", type=Path, default=chromium.EXTENSION, help="another copy of the extension")
    parser.add_argument("--same", action="store_true", help="without the extension in both: what chance alone makes of it")
    chosen = parser.parse_args()
    path = chromium.find_chromium()
    if path is None:
        print("Chromium is not installed, so page loads were not measured.")
        return
    with tempfile.TemporaryDirectory() as folder:
        _measure(path, Path(folder), chosen)


def _measure(path: str, folder: Path, chosen: argparse.Namespace) -> None:
    extensions = {"with": None if chosen.same else chosen.extension, "without": None}
    with ExitStack() as stack:
        app = RunningApp(folder / "home")
        stack.callback(app.stop)
        if EASYPRIVACY.exists():
            app.add_list(EASYPRIVACY)
        app.start("--pair")
        turns: dict[str, Turns] = {}
        used = {"the app": Used(app.pid)}
        records: list[Record] = []
        for name, extension in extensions.items():
            turns[name] = Turns()
            port, record = stack.enter_context(server.running(heavy_pages.hosts(turns[name])))
            records.append(record)
            undriven.prepare(path, folder / name, port, app, extension)
            since = app.mark()
            browser = stack.enter_context(undriven.running(path, folder / name, port, extension))
            browser.open(f"https://{heavy_pages.HOST}/")
            used[name] = Used(browser.pid)
            turns[name].wait_until_ready()
            if extension:
                app.wait("page", since=since, url=f"https://{heavy_pages.HOST}/")
        for turn in turns.values():
            for number in range(chosen.pages):  # What only a first visit takes is not measured.
                turn.load(number)
        for part in used.values():
            part.begin()
        times: dict[str, list[float]] = {name: [] for name in extensions}
        worked: dict[str, list[float]] = {name: [] for name in extensions}
        for run in range(chosen.runs):
            for number in range(chosen.pages):
                names = list(extensions) if (run + number) % 2 else list(extensions)[::-1]
                for name in names:
                    before = used[name].total()
                    times[name].append(turns[name].load(number))
                    worked[name].append(used[name].total() - before)
            for record in records:
                record.clear()
        print(f"the app has EasyPrivacy: {'yes' if EASYPRIVACY.exists() else 'no, our own starter list alone'}")
        requests = {name: turn.requests for name, turn in turns.items()}
        _print(times, requests["with"])
        _print_worked(worked, {name: part.since() for name, part in used.items()})
        assert requests["with"] == requests["without"], f"not the same pages: {requests}"


def _print(times: dict[str, list[float]], requests: int) -> None:
    loads = len(times["with"])
    with_it, without = (statistics.median(times[name]) for name in ("with", "without"))
    print(f"a page of {requests} requests, {loads} loads each: {with_it:.0f} ms with the extension, {without:.0f} ms without (medians)")
    ratios = [one / other for one, other in zip(times["with"], times["without"], strict=True)]
    print(f"ratio of the medians {with_it / without:.3f}; of the pairs: {_spread(ratios)} (aim: 1.03)")


def _print_worked(worked: dict[str, list[float]], used: dict[str, dict[str, float]]) -> None:
    """The computer's other work lengthens a load much more than it lengthens this."""
    with_it, without = (statistics.median(worked[name]) * 1000 for name in ("with", "without"))
    ratios = [one / other for one, other in zip(worked["with"], worked["without"], strict=True) if other]
    print(f"processor time of the browser a load: {with_it:.0f} ms with the extension, {without:.0f} ms without (medians)")
    print(f"ratio of the medians {with_it / without:.3f}; of the pairs: {_spread(ratios)}")
    loads = len(worked["with"])
    for name, by_part in used.items():
        parts = {part: seconds * 1000 / loads for part, seconds in sorted(by_part.items())}
        print(f"  by part, ms, {name}: {', '.join(f'{part} {took:.0f}' for part, took in parts.items() if took >= 0.5)}")


def _spread(ratios: list[float]) -> str:
    low, middle, high = statistics.quantiles(ratios, n=4)
    return f"median {middle:.3f}, quartiles {low:.3f} and {high:.3f}"


if __name__ == "__main__":
    main()
