"""The composition root: builds everything behind the windows, joins it, starts and stops it. No logic.

browser -> link/server.py -> core/session.py -> events (windows, printer) and records (history/store.py)
"""

import logging
import secrets
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from netcurtain import __version__, knowledge, log, paths, wording
from netcurtain.core.event import Event, HistoryChanged, Trouble
from netcurtain.core.session import Knowledge, Session
from netcurtain.core.settings import Settings
from netcurtain.freshness import Freshness
from netcurtain.history.store import Store
from netcurtain.link import keyring
from netcurtain.link.connection import AppIdentity
from netcurtain.link.pairing import PairedBrowser, Pairings
from netcurtain.link.server import DEFAULT_PORT, LinkServer, Listeners
from netcurtain.settings import SettingsFile, SettingsUnreadableError

KEYRING = "browsers.json"
SETTINGS = "settings.json"

_log = logging.getLogger(__name__)


class App:
    """Everything but the windows. ``mode`` is "desktop" or "serve"; ``events`` is called from any of its threads and returns at once."""

    def __init__(self, mode: str, events: Callable[[Sequence[Event]], None]) -> None:
        self._events = events
        self._makeshift: tempfile.TemporaryDirectory[str] | None = None
        self._troubles: list[str] = []
        self._log = log.start(self._folder(paths.log_folder))
        folder = self._data_folder()
        self.shelf = knowledge.shelf_in(folder)
        self._settings_file = SettingsFile(folder / SETTINGS)
        self.settings = self._load_settings()
        self.history = Store(trouble=self.tell_trouble, changed=lambda: events((HistoryChanged(),)))
        self._keyring = folder / KEYRING
        self._session = Session(knowledge.first(self.shelf), self.settings)
        self.freshness = Freshness(self.shelf, self._judge_by, events)
        self.link = LinkServer(
            self._session,
            Pairings(self._load_pairings(), secrets.token_bytes),
            AppIdentity(__version__, secrets.token_hex(8), mode),
            Listeners(events, self.history.keep, self._save_pairings),
        )

    def start(self, port: int = DEFAULT_PORT, *, update_lists: bool = True) -> int:
        """Start every thread, and say which port the link has. Raises link.server.PortError, and all but the link works then."""
        self.history.follow(self.settings.keeps)
        self.history.start()
        self.freshness.start(look_for_newer=update_lists)
        for sentence in self._troubles:
            self.tell_trouble(sentence)
        return self.link.start(port)

    def stop(self) -> None:
        """Stop the link and the history, which takes in what was waiting. A list that is still being fetched is let go of."""
        self.freshness.stop()
        self.link.stop()
        self.history.stop()
        if self._makeshift is not None:
            self._makeshift.cleanup()
        logging.getLogger("netcurtain").removeHandler(self._log)
        self._log.close()

    def change_settings(self, settings: Settings) -> None:
        """Follow these answers from now on, and keep them; that they could not be kept is told."""
        self.settings = settings
        self.history.follow(settings.keeps)
        if self.link.running:
            self.link.call(lambda session: session.follow(settings))
        else:
            self._session.follow(settings)
        try:
            self._settings_file.save(settings)
        except OSError:
            _log.warning("the settings could not be written")
            self.tell_trouble(wording.SETTINGS_NOT_KEPT)

    def tell_trouble(self, sentence: str) -> None:
        """Say in the windows what is wrong and what to do."""
        self._events((Trouble(sentence),))

    def _judge_by(self, whole: Knowledge) -> None:
        """A new knowledge takes the place of the old one in one assignment."""
        self._session.knowledge = whole

    def _folder(self, find: Callable[[], Path]) -> Path | None:
        try:
            return find()
        except paths.FolderError as error:
            self._troubles.append(str(error))
            return None

    def _data_folder(self) -> Path:
        """Where things are kept; where that cannot be, a folder for this run, so that pages are checked all the same."""
        if (folder := self._folder(paths.data_folder)) is not None:
            return folder
        self._makeshift = tempfile.TemporaryDirectory(prefix="netcurtain-")
        return Path(self._makeshift.name)

    def _load_settings(self) -> Settings:
        try:
            return self._settings_file.load()
        except SettingsUnreadableError as error:
            self._troubles.append(str(error))
            return Settings()

    def _load_pairings(self) -> dict[str, PairedBrowser]:
        try:
            return keyring.load(self._keyring)
        except keyring.KeyringUnreadableError as error:
            self._troubles.append(str(error))
            return {}

    def _save_pairings(self, pairings: Pairings) -> None:
        try:
            keyring.save(self._keyring, pairings.browsers)
        except OSError:
            _log.warning("the paired browsers could not be written")
            self.tell_trouble(wording.PAIRINGS_NOT_KEPT)
