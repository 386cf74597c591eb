"""Whether pages come up later with the extension than without, in Chromium: `make bench-browser`.

Two browsers, alike but for the extension, load the same twenty pages of two hundred requests in turns; the app runs, and has
EasyPrivacy where it is there. Nobody drives them: each page measures itself (`loadEventEnd`) and asks the server what is next.
"""

import argparse
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from tests.benchmarks import heavy_pages
from tests.benchmarks.heavy_pages import PAGES, Turns
from tests.benchmarks.processor import Used
from tests.end_to_end import browser as chromium
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import server
from tests.end_to_end.website.record import Record

_START = 30.0
_STOP = 20.0
_AGAIN = 0.1


def main() -> None:
    """Print the medians, the quartiles of the ratios, and what each process used of the processor."""
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
            _prepare(path, folder / name, port, app, extension)
            since = app.mark()
            used[name] = Used(stack.enter_context(_undriven(path, folder / name, port, extension)))
            turns[name].wait_until_ready()
            if extension:
                app.wait("page", since=since, url=f"https://{heavy_pages.HOST}/")
        for turn in turns.values():
            for number in range(chosen.pages):  # What only a first visit takes is not measured.
                turn.load(number)
        for part in used.values():
            part.begin()
        times: dict[str, list[float]] = {name: [] for name in extensions}
        for run in range(chosen.runs):
            for number in range(chosen.pages):
                names = list(extensions) if (run + number) % 2 else list(extensions)[::-1]
                for name in names:
                    times[name].append(turns[name].load(number))
                    used[name].look()
            for record in records:
                record.clear()
        print(f"the app has EasyPrivacy: {'yes' if EASYPRIVACY.exists() else 'no, our own starter list alone'}")
        requests = {name: turn.requests for name, turn in turns.items()}
        _print(times, {name: part.since() for name, part in used.items()}, requests["with"])
        assert requests["with"] == requests["without"], f"not the same pages: {requests}"


def _print(times: dict[str, list[float]], used: dict[str, dict[str, float]], requests: int) -> None:
    loads = len(times["with"])
    ratios = [one / other for one, other in zip(times["with"], times["without"], strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4)
    with_it, without = (statistics.median(times[name]) for name in ("with", "without"))
    print(f"a page of {requests} requests, {loads} loads each: {with_it:.0f} ms with the extension, {without:.0f} ms without (medians)")
    print(
        f"ratio of the medians {with_it / without:.3f}; of the pairs: median {middle:.3f}, quartiles {low:.3f} and {high:.3f} (aim: 1.03)"
    )
    for name, by_part in used.items():
        parts = ", ".join(
            f"{part} {seconds * 1000 / loads:.0f}" for part, seconds in sorted(by_part.items()) if seconds * 1000 / loads >= 0.5
        )
        print(f"processor time a load, ms, {name}: {parts}")


def _prepare(path: str, profile: Path, port: int, app: RunningApp, extension: Path | None) -> None:
    """A profile that has been used before; where the extension is there, it knows the app."""
    with chromium.running(path, profile, port, extension=extension) as browser:
        if extension:
            browser.pair(app.wait("pairing_code")["code"], app.port)
        page = browser.context.new_page()
        page.goto("about:blank")


@contextmanager
def _undriven(path: str, profile: Path, port: int, extension: Path | None) -> Iterator[int]:
    """The browser while the block runs, told to open one page and then left alone: the number of its process."""
    told = profile / "DevToolsActivePort"
    while (profile / "SingletonLock").is_symlink():  # The one before is still on its way out, and would take this one's page.
        time.sleep(_AGAIN)
    told.unlink(missing_ok=True)
    flags = chromium.flags_for(port, [extension] if extension else [])
    command = [path, f"--user-data-dir={profile}", *flags, "--remote-debugging-port=0", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        ends = time.monotonic() + _START
        while not told.exists() or "\n" not in told.read_text():
            assert time.monotonic() < ends, "Chromium did not come up"
            time.sleep(_AGAIN)
        opening = f"http://127.0.0.1:{told.read_text().split()[0]}/json/new?https://{heavy_pages.HOST}/"
        urlopen(Request(opening, method="PUT"), timeout=_START).close()
        yield process.pid
    finally:
        process.terminate()
        process.wait(_STOP)


if __name__ == "__main__":
    main()
