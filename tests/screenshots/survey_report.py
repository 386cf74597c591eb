"""Draws a survey's report of invented sites: ``python -m tests.screenshots.survey_report [SITES]`` -> build/screenshots/survey.

The report itself, and pictures of it in light and dark, wide and narrow, with a site open, and printed.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.end_to_end.browser import Scheme, find_chromium
from tests.screenshots.folders import EVERY
from tests.survey.report.example import sites

from netcurtain.survey.report.report import write

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 390)


def main(count: int) -> None:
    """Every picture."""
    path = find_chromium()
    if path is None:
        raise SystemExit("Chromium is not installed.")
    folder = EVERY / "survey"
    folder.mkdir(parents=True, exist_ok=True)
    report, *_parts = write(sites(count), folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for scheme in SCHEMES:
            for width in WIDTHS:
                _draw(browser, report, folder, scheme, width)
        browser.close()
    print(f"Look at {folder}")


def _draw(browser: Browser, report: Path, folder: Path, scheme: Scheme, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(report.as_uri())
    page.screenshot(path=folder / f"{scheme}-{width}.png")
    page.locator("details.site").nth(2).evaluate("site => { site.open = true }")
    page.screenshot(path=folder / f"{scheme}-{width}-whole.png", full_page=True)
    if scheme == "light" and width == WIDTHS[0]:
        page.pdf(path=folder / "printed.pdf", format="A4", margin={"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"})
    page.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 24)
