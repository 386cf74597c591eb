"""A real Firefox with the extension in it, in a profile of its own. Every name on the web is the test website."""

import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

from tests.end_to_end.browser import EXTENSION
from tests.end_to_end.firefox.bidi import Bidi, Facts, session
from tests.end_to_end.firefox.page import Page

ADDON = "netcurtain@netcurtain.example"
OURS = "moz-extension://5f1b6a52-2f0c-4b52-9a3e-0c1d2e3f4a5b"
"""Firefox draws a number for each install; a pref says it beforehand."""
_START = 60.0
"""Seconds that Firefox has to come up."""
_STOP = 20.0

Prefs = Mapping[str, str | int | bool]

_QUIET = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
"""Nothing of Firefox's own that would go out, or stand in front of a page."""


def find_firefox() -> str | None:
    """The system's Firefox, where there is one."""
    return next((path for name in ("firefox-esr", "firefox") if (path := shutil.which(name))), None)


class Browser:
    """The browser and what a person does with the extension outside of any page."""

    def __init__(self, bidi: Bidi) -> None:
        self.bidi = bidi
        (window,) = bidi.do("browsingContext.getTree", maxDepth=0, **{"moz:scope": "chrome"})["contexts"]
        self.window = Page(bidi, window["context"])
        """Firefox's own window, around the tabs."""

    def new_page(self) -> Page:
        return Page(self.bidi, self.bidi.do("browsingContext.create", type="tab")["context"])

    def opened_by(self, opener: Page, script: str) -> Page:
        """The tab that a script of a page, or of Firefox's own window, opens."""
        before = self._tabs()
        opener.evaluate(f"void ({script})")
        (tab,) = self.bidi.until(lambda: self._tabs() - before, "a tab")
        return Page(self.bidi, tab)

    def private_window(self) -> Page:
        """The tab of a new private window."""
        page = self.opened_by(self.window, "OpenBrowserWindow({ private: true })")
        self.bidi.until(
            lambda: page.url == "about:privatebrowsing" and page.evaluate("document.readyState") == "complete", "its first page"
        )
        return page

    @contextmanager
    def ours(self, path: str) -> Iterator[Page]:
        """A page of the extension's own while the block runs. BiDi itself does not go there."""
        url = f"{OURS}/{path}"
        page = self.opened_by(self.window, f"gBrowser.selectedTab = gBrowser.addTrustedTab({json.dumps(url)})")
        self.bidi.until(lambda: page.url == url and page.evaluate("document.readyState") == "complete", url)
        try:
            yield page
        finally:
            page.close()

    def pair(self, code: str, port: int) -> str:
        """Type the app's code into the options page, as a person does; what it says then."""
        with self.ours("options/options.html") as page:
            page.fill("#code", code)
            page.evaluate("document.querySelector('#port').value = ''")
            page.fill("#port", str(port))
            page.click("#pair")
            done = "!document.querySelector('#pair').disabled && document.querySelector('#said').textContent"
            return str(self.bidi.until(lambda: page.evaluate(done), "the options page to say what came of the code"))

    def wait_for_link(self) -> None:
        """Until the button says that pages are checked."""
        with self.ours("popup/popup.html") as page:
            self.bidi.until(lambda: page.evaluate("browser.action.getBadgeText({})") != "?", "the link to be up")

    def stop_background(self) -> None:
        """As Firefox does when the extension is idle."""
        self.window.evaluate(f"WebExtensionPolicy.getByID({json.dumps(ADDON)}).extension.terminateBackground()")

    def popup_words(self, url: str) -> Facts:
        """What the popup would say over the tab that shows this address."""
        ask = f"""browser.tabs.query({{}})
            .then((tabs) => tabs.find((tab) => tab.url === {json.dumps(url)}))
            .then((tab) => browser.runtime.sendMessage({{ kind: 'words', tab: tab.id }}))"""
        with self.ours("popup/popup.html") as page:
            return json.loads(page.evaluate(f"{ask}.then(JSON.stringify)"))  # type: ignore[no-any-return]

    def _tabs(self) -> set[str]:
        return {one["context"] for one in self.bidi.do("browsingContext.getTree", maxDepth=0)["contexts"]}


@contextmanager
def running(
    firefox: str,
    profile: Path,
    website_port: int,
    *,
    private: bool = True,
    prefs: Prefs | None = None,
    extension: Path | None = EXTENSION,
    beside: Sequence[Path] = (),
) -> Iterator[Browser]:
    """Firefox while the block runs, with the extension in it; ``private``: it may look at private windows.

    ``extension`` is ours; with None it is the same browser without. ``beside`` are other extensions that a person may have.
    """
    names = {
        "extensions.webextensions.uuids": json.dumps({ADDON: OURS.removeprefix("moz-extension://")}),
        "network.dns.forceResolve": "127.0.0.1",
        "network.socket.forcePort": f"443={website_port}",
    }
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in {**_QUIET, **names, **(prefs or {})}.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [
        firefox,
        "--headless",
        "--no-remote",
        "--remote-allow-system-access",
        "--profile",
        str(profile),
        "--remote-debugging-port=0",
        "about:blank",
    ]
    process = subprocess.Popen(
        command, env={**os.environ, "HOME": str(profile)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        with session(_address(process)) as bidi:
            for folder in (*beside, *([extension] if extension else [])):
                source = {"type": "path", "path": str(folder)}
                bidi.do("webExtension.install", extensionData=source, **{"moz:allowPrivateBrowsing": private})
            yield Browser(bidi)
    finally:
        process.terminate()
        process.wait(_STOP)


def _address(process: subprocess.Popen[str]) -> str:
    """Where it listens, as it says itself. What else it says is read and passed over, so that it never has to wait."""
    found: Queue[str] = Queue()

    def read() -> None:
        with process.stderr as lines:  # type: ignore[union-attr]
            for line in lines:
                if match := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                    found.put(match[1])

    threading.Thread(target=read, name="what Firefox says", daemon=True).start()
    try:
        return found.get(timeout=_START)
    except Empty:
        raise AssertionError("Firefox did not come up") from None
