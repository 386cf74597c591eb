"""Joins the app to its windows: what a window asks for is done here, by the link, the history and the practice site."""

import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path

from netcurtain import wording
from netcurtain.app import App
from netcurtain.core.event import BrowserPaired, Event
from netcurtain.core.observation import Choice
from netcurtain.history.rows import VisitRow, VisitStory
from netcurtain.link.pairing import CODE_SECONDS
from netcurtain.link.server import PortError
from netcurtain.practice.browser import TrialBrowser
from netcurtain.practice.site import PracticeSite
from netcurtain.ui import application
from netcurtain.ui.actions import PairingCode
from netcurtain.ui.bridge import Bridge


def run(port: int, *, update_lists: bool, hidden: bool, trial: Path | None) -> int:
    """Show the windows until the person ends the app; the exit status."""
    application.make_application()
    desktop = Desktop(port, update_lists=update_lists, trial=TrialBrowser(trial) if trial else None)
    try:
        return application.run(
            desktop.bridge,
            desktop,
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
        page = self._practice_page()
        if page and not trial.start(self.app.link.open_code().text, self.app.link.port, page):
            self.app.tell_trouble(wording.NO_TRIAL_BROWSER)

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
        """Every event goes to the windows. The first browser that pairs after the trial browser was started is that one."""
        self.bridge.post(events)
        for event in events:
            if isinstance(event, BrowserPaired) and self._trial is not None and not self._trial_id:
                self._trial_id = event.browser
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
        """A fresh code; none where the port is still another program's."""
        try:
            if not self.app.link.running:
                self.app.link.start(self._port)
        except PortError as error:
            self.app.tell_trouble(str(error))
            return PairingCode("", 0, self._port)
        return PairingCode(self.app.link.open_code().text, int(CODE_SECONDS), self.app.link.port)

    def forget_pairing_code(self) -> None:
        """The code that was shown stops working."""
        self.app.link.close_code()

    def open_practice(self) -> None:
        """Open the practice page in the person's browser."""
        if page := self._practice_page():
            webbrowser.open(page)
