"""Whether typing in a page of three hundred fields is slower with the extension than without, in Chromium.

Two browsers, one with the extension, take turns. A key's time is from the press to the end of the next frame, which can show it.
"""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from tests.benchmarks.many_fields import ADDRESS, html
from tests.end_to_end import browser as chromium

TURNS = 8
TEXT = "It happened late at night. "
FIELDS = ("#q0", "#q101", "#q299")

_WATCH = """() => {
  window.times = [];
  addEventListener('keydown', () => {
    const since = performance.now();
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - since), 0));
  }, true);
}"""


def main() -> None:
    """Print the medians and their ratio."""
    path = chromium.find_chromium()
    if path is None:
        print("Chromium is not installed, so typing was not measured.")
        return
    times: dict[bool, list[float]] = {True: [], False: []}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = {}
        for extension in (True, False):
            loaded = [f"--load-extension={chromium.EXTENSION}", f"--disable-extensions-except={chromium.EXTENSION}"] if extension else []
            context = playwright.chromium.launch_persistent_context(
                Path(folder) / str(extension),
                headless=False,
                executable_path=path,
                ignore_default_args=["--disable-extensions"],
                args=["--headless=new", "--no-sandbox", "--no-first-run", "--disable-background-networking", *loaded],
            )
            pages[extension] = context.new_page()
        for turn in range(TURNS):
            for extension in (True, False) if turn % 2 else (False, True):
                times[extension] += _typed(pages[extension])
        for page in pages.values():
            page.context.close()
    with_it, without = (statistics.median(times[extension]) for extension in (True, False))
    print(
        f"a key to the next frame, 300 fields: {with_it:.2f} ms with the extension, {without:.2f} ms without, ratio {with_it / without:.3f}"
    )
    slow, slow_without = (statistics.quantiles(times[extension], n=20)[18] for extension in (True, False))
    print(f"95th percentile: {slow:.2f} ms and {slow_without:.2f} ms, ratio {slow / slow_without:.3f}; {len(times[True])} keys each")


def _typed(page: Page) -> list[float]:
    page.route(f"{ADDRESS}*", lambda route: route.fulfill(body=html(), content_type="text/html"))
    page.goto(ADDRESS)
    page.evaluate(_WATCH)
    for field in FIELDS:
        page.focus(field)
        page.keyboard.type(TEXT, delay=25)
    page.wait_for_function(f"() => times.length >= {len(TEXT) * len(FIELDS)}")
    times: list[float] = page.evaluate("() => times")
    return times


if __name__ == "__main__":
    main()
