"""Joins the app to its windows: what a window asks for is done here, by the link, the history and the practice site."""

import time
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path

from netcurtain import knowledge, start_at_login, wording
from netcurtain.app import App
from netcurtain.core.event import BrowserPaired, Event, PairingCodeEnded
from netcurtain.core.observation import Choice
from netcurtain.core.settings import Settings
from netcurtain.history.rows import VisitRow, VisitStory
from netcurtain.link.pairing import CODE_SECONDS, Code
from netcurtain.link.server import PortError
from netcurtain.practice.browser import TrialBrowser
from netcurtain.practice.site import PracticeSite
from netcurtain.ui import application
from netcurtain.ui.actions import BrowserRow, ListRow, PairingCode
from netcurtain.ui.bridge import Bridge


def run(port: int, *, update_lists: bool, hidden: bool, trial: Path | None) -> int:
    """Show the windows until the person ends the app; the exit status."""
    application.make_application()
    desktop = Desktop(port, update_lists=update_lists, trial=TrialBrowser(trial) if trial else None)
    try:
        return application.run(
            desktop.bridge,
            desktop,
            contacts=knowledge.support(),
            started_hidden=hidden,
            started=desktop.start,
        )
    finally:
        desktop.stop()


class Desktop:
    """The windows' Actions."""

    def __init__(self, port: int, *, update_lists: bool, trial: TrialBrowser | None) -> None:
        self.bridge = Bridge()
        self.app = App("desktop", self._hear)
        self._practice = PracticeSite()
        self._trial = trial
        self._port = port
        self._update_lists = update_lists
        self._started = False
        self._trial_code: Code | None = None
        self._trial_id = ""

    def start(self) -> None:
        """The windows are there: start everything else."""
        self._started = True
        try:
            self.app.start(self._port, update_lists=self._update_lists)
        except PortError as error:
            self.app.tell_trouble(str(error))
            return
        if self._trial is not None:
            self._start_trial(self._trial)

    def _start_trial(self, trial: TrialBrowser) -> None:
        if page := self._practice_page():
            self._trial_code = self.app.link.open_code()
            if not trial.start(self._trial_code.text, self.app.link.port, page):
                self._trial_code = None
                self.app.tell_trouble(wording.NO_TRIAL_BROWSER)

    def _code_of_trial(self) -> Code | None:
        """While the trial browser is on its way to pair, its code is the only one: a new one would shut it out."""
        code = self._trial_code
        return code if code is not None and time.time() < code.expires else None

    def _practice_page(self) -> str:
        """Its address; empty, and told, where it cannot be served."""
        try:
            return self._practice.start()
        except OSError:
            self.app.tell_trouble(wording.NO_PRACTICE)
            return ""

    def stop(self) -> None:
        """Stop everything but the windows."""
        if self._trial is not None:
            self._trial.close()
            self.app.link.unpair(self._trial_id)
        if self._started:
            self._practice.stop()
            self.app.stop()

    def _hear(self, events: Sequence[Event]) -> None:
        """Every event goes to the windows. Who pairs with the trial's code is the trial browser, forgotten at the end."""
        self.bridge.post(events)
        for event in events:
            if isinstance(event, PairingCodeEnded):
                self._trial_code = None
            elif isinstance(event, BrowserPaired) and self._trial is not None and self._trial_code is not None:
                self._trial_code, self._trial_id = None, event.browser
                self._trial.forget_code()

    def choose(self, submission: str, choice: Choice) -> None:
        """Answer a warning."""
        self.app.link.call(lambda session: session.choose(submission, choice))

    def visits(self, search: str, limit: int, done: Callable[[tuple[VisitRow, ...]], None]) -> None:
        """The newest visits."""
        self.app.history.visits(search, limit, done)

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        """One visit, explained."""
        self.app.history.story(visit, done)

    def forget_visit(self, visit: str, done: Callable[[bool], None]) -> None:
        """Delete one visit."""
        self.app.history.forget_visit(visit, done)

    def forget_site(self, site: str, done: Callable[[bool], None]) -> None:
        """Delete every visit to a site."""
        self.app.history.forget_site(site, done)

    def new_pairing_code(self) -> PairingCode:
        """A fresh code; none where the port is still another program's. A trial browser that has not paired yet shares its own."""
        if waiting := self._code_of_trial():
            return PairingCode(waiting.text, int(waiting.expires - time.time()), self.app.link.port)
        self._trial_code = None
        try:
            if not self.app.link.running:
                self.app.link.start(self._port)
        except PortError as error:
            self.app.tell_trouble(str(error))
            return PairingCode("", 0, self._port)
        return PairingCode(self.app.link.open_code().text, int(CODE_SECONDS), self.app.link.port)

    def forget_pairing_code(self) -> None:
        """The code that was shown stops working, but for the one that the trial browser is about to use."""
        if self._code_of_trial() is None:
            self.app.link.close_code()

    def open_practice(self) -> None:
        """Open the practice page in the browser that is connected: the trial's where there is one, else the person's own."""
        if (page := self._practice_page()) and not (self._trial is not None and self._trial.show(page)):
            webbrowser.open(page)

    def browsers(self) -> tuple[BrowserRow, ...]:
        """The paired browsers."""
        return tuple(BrowserRow(row.id, row.name, row.paired, row.last_seen, row.connected) for row in self.app.link.browsers())

    def rename_browser(self, browser: str, name: str) -> None:
        """Call a browser by a name of the person's own."""
        self.app.link.rename(browser, name)

    def forget_browser(self, browser: str) -> None:
        """End a pairing."""
        self.app.link.unpair(browser)

    def lists(self, done: Callable[[tuple[ListRow, ...]], None]) -> None:
        """Every filter list."""
        self.app.freshness.rows(
            lambda rows: done(tuple(ListRow(row.name, row.title, row.in_use, row.always_on, row.sentence) for row in rows))
        )

    def use_list(self, name: str, on: bool, done: Callable[[str], None]) -> None:
        """Turn a list on or off."""
        self.app.freshness.use(name, on, done)

    def update_lists(self, done: Callable[[tuple[str, ...]], None]) -> None:
        """Look for newer lists now."""
        self.app.freshness.update_now(done)

    def settings(self) -> Settings:
        """The person's answers."""
        return self.app.settings

    def change_settings(self, settings: Settings) -> None:
        """Follow and keep new answers."""
        self.app.change_settings(settings)

    def starts_at_login(self) -> bool | None:
        """Whether the app starts at log-in. A trial's program may be gone tomorrow, so there it cannot be arranged."""
        return start_at_login.is_on() if start_at_login.possible() and self._trial is None else None

    def start_at_login(self, on: bool) -> bool:
        """Arrange that, or undo it."""
        return start_at_login.turn(on)
