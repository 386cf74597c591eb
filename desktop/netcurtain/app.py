"""The composition root: builds everything behind the windows, joins it, starts and stops it. No logic.

browser -> link/server.py -> core/session.py -> events (windows, printer) and records (history/store.py)
"""

import logging
import secrets
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from netcurtain import __version__, knowledge, log, paths, wording
from netcurtain.core.event import Event, ListsChanged, Trouble
from netcurtain.core.session import Session
from netcurtain.history.store import Store
from netcurtain.link import keyring
from netcurtain.link.connection import AppIdentity
from netcurtain.link.pairing import PairedBrowser, Pairings
from netcurtain.link.server import DEFAULT_PORT, LinkServer, Listeners
from netcurtain.lists.update import Change, update

KEYRING = "browsers.json"

_log = logging.getLogger(__name__)


class App:
    """Everything but the windows. ``mode`` is "desktop" or "serve"; ``events`` is called from any of its threads and returns at once."""

    def __init__(self, mode: str, events: Callable[[Sequence[Event]], None]) -> None:
        self._events = events
        self._stopped = threading.Event()
        self._makeshift: tempfile.TemporaryDirectory[str] | None = None
        self._troubles: list[str] = []
        self._log = log.start(self._folder(paths.log_folder))
        folder = self._data_folder()
        self.shelf = knowledge.shelf_in(folder)
        self.history = Store(trouble=self.tell_trouble)
        self._keyring = folder / KEYRING
        self._session = Session(knowledge.first(self.shelf))
        self.link = LinkServer(
            self._session,
            Pairings(self._load_pairings(), secrets.token_bytes),
            AppIdentity(__version__, secrets.token_hex(8), mode),
            Listeners(events, self.history.keep, self._save_pairings),
        )

    def start(self, port: int = DEFAULT_PORT, *, update_lists: bool = True) -> int:
        """Start every thread, and say which port the link has. Raises link.server.PortError, and all but the link works then."""
        self.history.start()
        threading.Thread(target=self._bring_lists, args=(update_lists,), name="lists", daemon=True).start()
        for sentence in self._troubles:
            self.tell_trouble(sentence)
        return self.link.start(port)

    def stop(self) -> None:
        """Stop the link and the history, which takes in what was waiting. A list that is still being fetched is let go of."""
        self._stopped.set()
        self.link.stop()
        self.history.stop()
        if self._makeshift is not None:
            self._makeshift.cleanup()
        logging.getLogger("netcurtain").removeHandler(self._log)
        self._log.close()

    def tell_trouble(self, sentence: str) -> None:
        """Say in the windows what is wrong and what to do."""
        self._events((Trouble(sentence),))

    def _bring_lists(self, look_for_newer: bool) -> None:
        """Every list in use, first as it lies on this computer, then as new as it can be had."""
        self._judge_by_shelf()
        if not (look_for_newer and self.shelf.due(time.time())):
            return
        results = list(update(self.shelf, time.time(), due_only=True))
        if self._stopped.is_set():
            return
        if any(result.change is Change.UPDATED for result in results):
            self._judge_by_shelf()
        for result in results:
            if result.change is Change.FAILED:
                self.tell_trouble(result.sentence)

    def _judge_by_shelf(self) -> None:
        """A list that is parsed in full takes the place of the old one in one assignment."""
        whole = knowledge.from_shelf(self.shelf)
        if not self._stopped.is_set():
            self._session.knowledge = whole
            self._events((ListsChanged(whole.lists),))

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
