"""How soon the app says what a company was told: from the press on a button of the police page to the sentence, in Chromium, against the
running app. The request leaves at the press; its cookie, its fate and its body are all in the sentence. `make bench` prints it.
"""

import statistics
import tempfile
import time
from pathlib import Path

from tests.end_to_end import browser as chromium
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import others, police, server

ROUNDS = 30
ACCOUNT = {"name": "c_user", "value": "1000001", "domain": ".facebook.com", "path": "/", "secure": True, "sameSite": "None"}


def main() -> None:
    """Print the median and the slowest of all rounds."""
    path = chromium.find_chromium()
    if path is None:
        print("Chromium is not installed, so press to sentence was not measured.")
        return
    with tempfile.TemporaryDirectory() as folder:
        times = _measure(path, Path(folder))
    print(f"press to sentence, {ROUNDS} rounds: median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms")


def _measure(path: str, folder: Path) -> list[float]:
    app = RunningApp(folder / "home")
    with server.running() as (port, record), chromium.running(path, folder / "profile", port) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            browser.context.add_cookies([ACCOUNT])  # type: ignore[list-item]
            page = browser.context.new_page()
            times = []
            for _ in range(ROUNDS):
                record.clear()
                page.goto(f"https://{police.HOST}{police.DOOR}")
                record.wait(police.HOST, "/settled")
                since, began = app.mark(), time.perf_counter()
                page.click("#assault")
                app.wait("finding", since=since, organisation="Meta (Facebook)", saying="account signed in on this browser")
                times.append((time.perf_counter() - began) * 1000)
                record.wait(others.META, "/tr/", method="POST")
        finally:
            app.stop()
    return times


if __name__ == "__main__":
    main()
