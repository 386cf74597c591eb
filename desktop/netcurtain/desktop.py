"""Joins the app to its windows: what a window asks for is done here, by the link, the history and the practice site."""

import gc
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from netcurtain import knowledge, wording
from netcurtain.app import App
from netcurtain.core.event import BrowserPaired, Event, PairingCodeEnded
from netcurtain.core.evidence import Source
from netcurtain.core.keeping import Deletion, Kept, Unlocking
from netcurtain.core.observation import Choice
from netcurtain.core.partner import Partner
from netcurtain.core.saved_copy import CopyMade, CopyStep, CopyWish, Letters
from netcurtain.core.settings import Retention, Settings
from netcurtain.history import clock
from netcurtain.history.rows import Gap, SiteChange, VisitPage, VisitQuery, VisitRow, VisitStory
from netcurtain.link.pairing import CODE_SECONDS, Code
from netcurtain.link.port import PortError
from netcurtain.practice.browser import TrialBrowser
from netcurtain.practice.site import PracticeSite
from netcurtain.ui import application
from netcurtain.ui.actions import BrowserRow, Cancel, ListRow, PairingCode, Progress, no_progress
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.later import Later


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
        self._later = Later()
        self.app = App("desktop", self._hear)
        self._practice = PracticeSite()
        self._trial = trial
        self._port = port
        self._update_lists = update_lists
        self._started = False
        self._trial_code: Code | None = None
        self._trial_id = ""
        self._making = 0

    def start(self) -> None:
        """The windows are there: start everything else."""
        self._started = True
        gc.freeze()
        gc.enable()  # cli.py put it off
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
        return code if code is not None and clock.seconds() < code.expires else None

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

    def visits(self, query: VisitQuery, after: VisitRow | None, limit: int, done: Callable[[VisitPage], None]) -> None:
        """The newest visits that fit."""
        self.app.history.visits(query, after, limit, done)

    def companies(self, done: Callable[[tuple[str, ...]], None]) -> None:
        """The names of the companies in the history."""
        self.app.history.companies(done)

    def changes(self, older: str, newer: str, done: Callable[[SiteChange | None], None]) -> None:
        """What changed between two visits."""
        self.app.history.changes(older, newer, done)

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        """One visit, explained."""
        self.app.history.story(visit, done)

    def gaps(self, done: Callable[[tuple[Gap, ...]], None]) -> None:
        """When nothing was taken in."""
        self.app.history.gaps(done)

    def keep_visit(self, visit: str, done: Callable[[bool], None]) -> None:
        """Keep one visit behind the passphrase."""
        self.app.history.keep_visit(visit, done)

    def forget_visit(self, visit: str, done: Callable[[Deletion], None]) -> None:
        """Delete one visit."""
        self.app.history.forget_visit(visit, done)

    def forget_site(self, site: str, done: Callable[[Deletion], None], progress: Progress = no_progress) -> Cancel:
        """Delete every visit to a site."""
        return self.app.history.forget_site(site, done, progress)

    def forget_between(self, since: float, until: float, done: Callable[[Deletion], None], progress: Progress = no_progress) -> Cancel:
        """Delete what was between two moments."""
        return self.app.history.forget_between(since, until, done, progress)

    def erase_everything(self, done: Callable[[Deletion], None]) -> None:
        """Delete all there is."""
        self.app.history.erase(done)

    def kept(self) -> Kept:
        """How the history on disk stands."""
        return self.app.history.kept

    def make_history(self, passphrase: str, retention: Retention, done: Callable[[Unlocking], None]) -> None:
        """Make a history, and only once it is there keep pages in it: the answer is followed on the windows' own thread.

        Where it was to be locked meanwhile, whoever asked has gone: it is locked, and the answer before it holds.
        """
        self._making += 1
        mine = self._making

        def made(unlocking: Unlocking) -> None:
            if unlocking.opened and mine != self._making:
                self.app.history.lock()
                unlocking = Unlocking(False)
            elif unlocking.opened:
                self.change_settings(msgspec.structs.replace(self.settings(), retention=retention))
            done(unlocking)

        self.app.history.make(passphrase, self._later.here(made))

    def open_history(self, passphrase: str, done: Callable[[Unlocking], None]) -> None:
        """Open the history."""
        self.app.history.unlock(passphrase, done)

    def lock_history(self) -> None:
        """Lock it at once; one that is just being made is given up."""
        self._making += 1
        self.app.history.lock()

    def change_passphrase(self, old: str, new: str, done: Callable[[Unlocking], None]) -> None:
        """Give the history another passphrase."""
        self.app.history.change_passphrase(old, new, done)

    def new_pairing_code(self) -> PairingCode:
        """A fresh code; none where the port is still another program's. A trial browser that has not paired yet shares its own."""
        if waiting := self._code_of_trial():
            return PairingCode(waiting.text, int(waiting.expires - clock.seconds()), self.app.link.port)
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
            import webbrowser  # takes a moment to load, and few need it

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

    def update_lists(self, done: Callable[[tuple[str, ...]], None], progress: Progress = no_progress) -> Cancel:
        """Look for newer lists now."""
        return self.app.freshness.update_now(done, progress)

    def save_copy(self, wish: CopyWish, progress: Callable[[CopyStep, float], None], done: Callable[[CopyMade], None]) -> Cancel:
        """Save a copy of a visit or a site."""
        return self.app.saving.save(wish, progress, done)

    def copy_source(self, visit: str, done: Callable[[Source | None], None]) -> None:
        """Which facts a copy would be made from."""

        def opened(is_open: bool | None) -> None:
            if is_open:
                done(Source.OPEN)
            else:
                self.app.history.story(visit, lambda story: done(Source.KEPT if story else None))

        self.app.link.ask(lambda session: session.has_open(visit), opened)

    def letters(self, visit: str, done: Callable[[Letters | None], None]) -> None:
        """Words for a complaint."""
        self.app.saving.letters(visit, done)

    def partners(self) -> tuple[Partner, ...]:
        """Whose file is in use."""
        return self.app.partners.in_use()

    def kept_partners(self) -> tuple[Partner, ...]:
        """Whose file is kept."""
        return self.app.partners.kept()

    def read_partner(self, place: Path) -> Partner | str:
        """What a partner's file would add."""
        return self.app.partners.read(place)

    def add_partner(self, place: Path) -> str:
        """Use a partner's file."""
        return self.app.partners.add(place)

    def remove_partner(self, name: str) -> None:
        """Use a partner's file no longer."""
        self.app.partners.remove(name)

    def settings(self) -> Settings:
        """The person's answers."""
        return self.app.settings

    def change_settings(self, settings: Settings) -> None:
        """Follow and keep new answers."""
        self.app.change_settings(settings)

    def starts_at_login(self) -> bool | None:
        """Whether the app starts at log-in. A trial's program may be gone tomorrow, so there it cannot be arranged."""
        from netcurtain import start_at_login  # takes a moment to load, and only an answer in the settings needs it

        return start_at_login.is_on() if start_at_login.possible() and self._trial is None else None

    def start_at_login(self, on: bool) -> bool:
        """Arrange that, or undo it."""
        from netcurtain import start_at_login

        return start_at_login.turn(on)
