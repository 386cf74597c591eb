"""A real Chromium with the extension in it, in a profile of its own. Every name on the web is the test website."""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Literal

from playwright.sync_api import BrowserContext, Error, Page, Playwright, Worker, sync_playwright
from tests.end_to_end.waiting import PATIENCE, until

EXTENSION = Path(__file__).parents[2] / "extension"
EXTENSION_ID = "pjbcfkkkfflobfgcokmbdaenjpaalikm"
OURS = f"chrome-extension://{EXTENSION_ID}"
Scheme = Literal["light", "dark"]


def find_chromium() -> str | None:
    """The system's Chromium, where there is one."""
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


LONGEST_CLOSING = 30_000
"""Milliseconds."""


def close(page: Page) -> None:
    """Close a tab, unless it closes by itself. Chromium now and then says nothing of it, and the driver would wait for ever; the next test
    has a tab of its own.
    """
    with suppress(Error), page.expect_event("close", timeout=LONGEST_CLOSING):
        page.close(run_before_unload=True)


class Browser:
    """The browser and what a person does with the extension outside of any page."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context

    def worker(self) -> Worker:
        """The extension's background, as it runs now; a website may have a worker of its own."""
        ours = [worker for worker in self.context.service_workers if worker.url.startswith(OURS)]
        return ours[-1] if ours else self.context.wait_for_event("serviceworker", lambda worker: worker.url.startswith(OURS))

    def pair(self, code: str, port: int) -> None:
        """Type the app's code into the options page, as a person does."""
        page = self.context.new_page()
        page.goto(f"{OURS}/options/options.html")
        page.fill("#code", code)
        page.fill("#port", str(port))
        page.click("#pair")
        # A code that has worked is gone from there.
        until(page, lambda: page.input_value("#code") == "", "the code to work")
        close(page)

    def wait_for_link(self, *, up: bool) -> None:
        """Until the button says that pages are, or are not, checked."""
        with self.looking_at_toolbar() as toolbar:
            until(toolbar, lambda: (badge_of(toolbar) != "?") is up, f"the link to be {'up' if up else 'down'}")

    @contextmanager
    def looking_at_toolbar(self) -> Iterator[Page]:
        """A page of the extension's own, from which its button can be asked."""
        page = self.context.new_page()
        page.goto(f"{OURS}/popup/popup.html")
        try:
            yield page
        finally:
            close(page)

    def stop_worker(self, page: Page) -> None:
        """Close the background's target, as the browser does when it is idle."""
        session = self.context.new_cdp_session(page)
        targets = session.send("Target.getTargets")["targetInfos"]
        (target,) = [one["targetId"] for one in targets if one["type"] == "service_worker" and one["url"].startswith(OURS)]
        session.send("Target.closeTarget", {"targetId": target})
        session.detach()


def badge_of(page: Page) -> str:
    """What stands on the extension's button, asked from one of its own pages."""
    return str(page.evaluate("chrome.action.getBadgeText({})"))


def title_of(page: Page) -> str:
    """What the extension's button says when pointed at."""
    return str(page.evaluate("chrome.action.getTitle({})"))


@contextmanager
def running(
    chromium: str,
    profile: Path,
    website_port: int,
    *,
    scheme: Scheme = "light",
    beside: Sequence[Path] = (),
    driver: Playwright | None = None,
    extension: Path | None = EXTENSION,
) -> Iterator[Browser]:
    """Chromium while the block runs, with its background up; ``beside`` are other extensions that a person may have.

    ``extension`` is ours, as it lies or as variants.py makes it; with None it is the same browser without.

    ``driver`` is the one that runs in this process already, where one does: there cannot be two.
    """
    flags = flags_for(website_port, [*([extension] if extension else []), *beside])
    _allow_cookies_of_others(profile)
    with nullcontext(driver) if driver else sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            headless=False,
            executable_path=chromium,
            # Pages are kept to go back to, as in every browser but one that is driven.
            ignore_default_args=["--disable-extensions", "--disable-back-forward-cache"],
            args=flags,
            color_scheme=scheme,
            viewport={"width": 1024, "height": 768},
        )
        context.set_default_timeout(PATIENCE * 1000)
        try:
            browser = Browser(context)
            if extension:
                browser.worker()
            yield browser
        finally:
            context.close()


def flags_for(website_port: int, extensions: Sequence[Path]) -> list[str]:
    """How Chromium is started: with these extensions, every name on the web the test website, and nothing of its own that would go out."""
    folders = ",".join(str(folder) for folder in extensions)
    return [
        "--headless=new",
        "--no-sandbox",
        "--no-first-run",
        "--disable-quic",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--ignore-certificate-errors",
        f"--host-resolver-rules=MAP * 127.0.0.1:{website_port}, EXCLUDE 127.0.0.1",
        *([f"--load-extension={folders}", f"--disable-extensions-except={folders}"] if folders else []),
    ]


def _allow_cookies_of_others(profile: Path) -> None:
    """As most people's browsers do; a fresh profile of today does not. One that was used before keeps all that it has."""
    settings = profile / "Default" / "Preferences"
    if settings.exists():
        return
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(json.dumps({"profile": {"cookie_controls_mode": 0, "block_third_party_cookies": False}}), encoding="utf-8")
