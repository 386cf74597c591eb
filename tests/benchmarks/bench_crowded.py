"""A page that asks for 100,000 things a minute, beside another tab's submissions: how long those wait for their verdict, whether any is
lost, and what memory the app takes. Against the running app, over the real link:
``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_crowded.py``.

What the page asks for comes as if the extension held nothing back (it does: extension/background/allowance.js), ten times a second, with
two fates each. Every tenth of a second another tab opens a page with a tracker, describes a sensitive form and sends it.
"""

import argparse
import itertools
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
from tests.core.scenes import sensitive
from tests.end_to_end.running_app import RunningApp
from tests.link.browser import HELLO, ORIGIN, ScriptedBrowser
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from netcurtain.link.pairing import secret_of_code

APP = """
import sys
from netcurtain.app import App
app = App("serve", lambda events: None)
print(app.start(0, update_lists=False), app.link.open_code().text, flush=True)
sys.stdin.read()
app.stop()
"""
"""The app without a window that prints nothing: no person has ten thousand lines a second printed."""
TICK = 0.1
AIM = 100.0
"""Milliseconds that 99 of 100 verdicts may take."""
LIST = Path(__file__).resolve().parents[3] / "shared" / "data" / "easyprivacy.txt"
PIXEL = "https://www.facebook.com/tr/?id=1&ev=PageView&dl=https%3A%2F%2Fwww.example.org%2Freport"
FORM = msgspec.to_builtins(sensitive())
Address = Callable[[int], str]


def floods() -> dict[str, Address]:
    """What a page may ask for without end: each address by its number."""
    lines = LIST.read_text(encoding="utf-8").splitlines() if LIST.exists() else ["||facebook.com^$third-party"]
    hosts = [line[2:].partition("^")[0] for line in lines if line.startswith("||") and line.endswith("^$third-party") and "*" not in line]
    return {
        "nothing on a list": lambda n: f"https://h{n}.example/{n}",
        "one company": lambda n: (
            f"https://www.facebook.com/tr/?id=1&ev=PageView{n}&dl=https%3A%2F%2Fhostile.example%2F{n}&cd[buttonText]=Word{n}"
        ),
        "many companies": lambda n: f"https://{hosts[n % len(hosts)]}/{n}?x",
        "long addresses": lambda n: f"https://www.facebook.com/tr/?id=1&ev=X{n}&cd[x]=" + "a%20" * 2000,
    }


class Driven:
    """One browser on the link, driven from here. ``came``: when the verdict on a page, and the word about its submission, came."""

    def __init__(self, wire: ClientConnection, browser: ScriptedBrowser) -> None:
        self._wire = wire
        self._browser = browser
        self._turn = threading.Lock()
        self.verdicts: dict[str, float] = {}
        self.seen: dict[str, float] = {}
        self.stored: set[str] = set()

    def say(self, *messages: dict[str, Any]) -> None:
        with self._turn:
            for message in messages:
                self._wire.send(self._browser.seal(msgspec.json.encode(message)))

    def listen(self) -> None:
        with suppress(ConnectionClosed):
            while True:
                said = msgspec.json.decode(self._browser.unsealed(self._wire.recv()))
                if said["type"] == "verdict" and said["level"] == "warning":
                    self.verdicts.setdefault(said["page"], time.perf_counter())
                elif said["type"] == "submission_seen":
                    self.seen[said["submission"]] = time.perf_counter()
                    self.stored.add(said["stored"])


@contextmanager
def running(home: Path) -> Iterator[tuple[int, int, str]]:
    """The app while the block runs: its process, its port and a pairing code."""
    place = RunningApp(home)
    if LIST.exists():
        place.add_list(LIST)
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", APP], env=place.environment(), stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            port, code = process.stdout.readline().split()
            yield process.pid, int(port), code
        finally:
            process.stdin.close()


@contextmanager
def paired(port: int, code: str) -> Iterator[Driven]:
    """A new browser, joined with the code that the app shows."""
    browser = ScriptedBrowser(secret_of_code(code), "crowded", port=port)
    with connect(f"ws://127.0.0.1:{port}", origin=Origin(ORIGIN), compression=None, max_size=None, proxy=None) as wire:
        wire.send(browser.opening())
        wire.send(browser.proof(wire.recv()))
        browser.open(wire.recv())
        wire.send(browser.seal({"type": "paired_ack"}))
        wire.send(browser.seal(HELLO))
        driven = Driven(wire, browser)
        listener = threading.Thread(target=driven.listen)
        listener.start()
        try:
            yield driven
        finally:
            wire.close()
            listener.join()


def opened(page: str, tab: int) -> dict[str, Any]:
    """A page comes up."""
    return {"type": "page", "page": page, "tab": tab, "url": "https://www.example.org/report", "private": False, "time": time.time() * 1000}


def flood(driven: Driven, page: str, address: Address, rate: float, stop: threading.Event) -> None:
    """Ask without end, so often a minute, however late it is."""
    numbers = itertools.count()
    began, sent = time.perf_counter(), 0
    driven.say(opened(page, 1))
    while not stop.wait(TICK):
        due = int((time.perf_counter() - began) * rate / 60) - sent
        sent += due
        for some in _batches(numbers, due):
            ids = [f"{page} {n}" for n in some]
            requests = [{"id": one, "page": page, "url": address(n), "type": "image"} for one, n in zip(ids, some, strict=True)]
            fates = [{"request": one, "page": page, "fate": fate} for one in ids for fate in ("sent", "answered")]
            driven.say({"type": "requests", "requests": requests}, {"type": "fates", "fates": fates})


def _batches(numbers: Iterator[int], due: int, most: int = 100) -> Iterator[list[int]]:
    while due > 0:
        yield list(itertools.islice(numbers, min(due, most)))
        due -= most


def submit(driven: Driven, name: str, tab: int) -> float:
    """Another tab's page, tracker, form and submission; when the form was told."""
    request = {"id": f"{name} r", "page": name, "url": PIXEL, "type": "image"}
    driven.say(opened(name, tab), {"type": "requests", "requests": [request]})
    driven.say({"type": "fates", "fates": [{"request": f"{name} r", "page": name, "fate": "sent"}]})
    told = time.perf_counter()
    driven.say(
        {**FORM, "page": name},
        {"type": "submission", "submission": name, "page": name, "form": "f1", "held": False, "time": time.time() * 1000},
        {"type": "page_closed", "page": name},
    )
    return told


def memory(pid: int) -> float:
    """Resident memory of the app, in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def measure(pid: int, driven: Driven, name: str, address: Address | None, wish: argparse.Namespace) -> bool:
    """One kind of flood, or none; whether it kept to the aim."""
    stop = threading.Event()
    before = memory(pid)
    flooding = threading.Thread(target=flood, args=(driven, f"flood {name}", address, wish.rate, stop)) if address else None
    if flooding is not None:
        flooding.start()
        time.sleep(1)
    told: dict[str, float] = {}
    for n in range(int(wish.seconds / TICK)):
        told[f"{name} {n}"] = submit(driven, f"{name} {n}", 10 + n)
        time.sleep(TICK)
    stop.set()
    if flooding is not None:
        flooding.join()
    driven.say({"type": "page_closed", "page": f"flood {name}"})
    ends = time.monotonic() + 10
    while not told.keys() <= driven.seen.keys() and time.monotonic() < ends:
        time.sleep(0.05)
    verdicts, seen = waited(told, driven.verdicts), waited(told, driven.seen)
    columns = [len(told), len(told) - len(verdicts), len(told) - len(seen), statistics.median(verdicts), p99(verdicts), max(verdicts)]
    print(f"{name:<20}" + "".join(f"{value:>12.0f}" for value in (*columns, p99(seen), before, memory(pid))), flush=True)
    return p99(verdicts) < AIM and len(verdicts) == len(seen) == len(told)


def waited(told: dict[str, float], came: dict[str, float]) -> list[float]:
    """Milliseconds from when each was told to when its answer came."""
    return [(came[name] - at) * 1000 for name, at in told.items() if name in came]


def p99(times: list[float]) -> float:
    """What 99 of 100 stay below."""
    return statistics.quantiles(times, n=100)[98]


def main() -> None:
    """Print a line for each kind of flood."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rate", type=float, default=100_000, help="how often a minute the page asks; the extension tells 42,000 at most")
    wish = parser.parse_args()
    print(f"One tab asks for {wish.rate:,.0f} things a minute. Times of the others' in ms, from the form to its verdict; memory in MB")
    names = ("forms", "unanswered", "lost", "median", "p99", "slowest", "p99 to ack", "MB before", "MB after")
    print(f"{'what it asks for':<20}" + "".join(f"{name:>12}" for name in names))
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home") as (pid, port, code), paired(port, code) as driven:
        time.sleep(5)  # until the lists are there
        kept = [measure(pid, driven, name, address, wish) for name, address in [("none", None), *floods().items()]]
    print(f"\np99 under {AIM:.0f} ms with nothing lost: {'yes' if all(kept) else 'no'}")


if __name__ == "__main__":
    main()
