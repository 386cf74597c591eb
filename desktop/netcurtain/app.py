"""The composition root: builds everything behind the windows, joins it, starts and stops it. No logic.

browser -> link/server.py -> core/session.py -> events (windows, printer) and records (history/store.py)
                                    history/store.py -> what became of a submission, how the history on disk stands -> session -> browser
"""

import logging
import secrets
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from netcurtain import __version__, knowledge, log, paths, wording
from netcurtain import settings as settings_file
from netcurtain.core.event import EraseAsked, Event, HistoryChanged, KeptChanged, Trouble
from netcurtain.core.keeping import Acknowledged, Deleted, Kept
from netcurtain.core.session import Knowledge, Outcome, Session
from netcurtain.core.settings import Retention, Settings
from netcurtain.freshness import Freshness
from netcurtain.history import clock
from netcurtain.history.store import Store
from netcurtain.link.connection import AppIdentity
from netcurtain.link.kept_pairings import KeptPairings, NotKept
from netcurtain.link.keyring import KeyringNotReadError, KeyringUnreadableError
from netcurtain.link.pairing import PairedBrowser, Pairings
from netcurtain.link.port import DEFAULT_PORT
from netcurtain.link.server import LinkServer, Listeners
from netcurtain.partner.shelf import Partners
from netcurtain.saving import Found, Saving
from netcurtain.settings import SettingsFile, SettingsUnreadableError

KEYRING = "browsers.json"
SETTINGS = settings_file.NAME
HISTORY = "history"
PARTNERS = "partners"

PAIRINGS_NOT_KEPT = {
    NotKept.CONNECTED: wording.CONNECTED_NOT_KEPT,
    NotKept.DISCONNECTED: wording.DISCONNECTED_NOT_KEPT,
    NotKept.NAMED: wording.SETTINGS_NOT_KEPT,
}

_log = logging.getLogger(__name__)


class App:
    """Everything but the windows. ``mode`` is "desktop" or "serve"; ``events`` is called from any of its threads and returns at once."""

    def __init__(self, mode: str, events: Callable[[Sequence[Event]], None]) -> None:
        self._events = events
        self._makeshift: tempfile.TemporaryDirectory[str] | None = None
        self._troubles: list[str] = []
        log_folder = self._folder(paths.log_folder)
        self._log = log.start(log_folder)
        folder = self._data_folder()
        self.shelf = knowledge.shelf_in(folder)
        self._settings_file = SettingsFile(folder / SETTINGS)
        self._answering = threading.Lock()
        self.settings = self._load_settings()
        self.history = Store(
            folder / HISTORY if self._makeshift is None else None,
            trouble=self.tell_trouble,
            changed=lambda: events((HistoryChanged(),)),
            kept_changed=self._follow_kept,
            acknowledged=self._acknowledge,
            deleted=self._forget_choices,
            searched=_searched(folder, log_folder),
        )
        self._kept_is_gone = self.settings.keeps.on_disk and self.history.kept is Kept.NONE
        if self._kept_is_gone:
            self.settings = self._possible(self.settings)
            self._troubles.append(wording.KEPT_IS_GONE)
        self._kept_pairings = KeptPairings(folder / KEYRING)
        self._pairings = Pairings(self._load_pairings(), secrets.token_bytes)
        self._session = Session(knowledge.first(self.shelf), self.settings)
        self.freshness = Freshness(self.shelf, self._judge_by, events)
        self.link = LinkServer(
            self._session,
            self._pairings,
            AppIdentity(__version__, secrets.token_hex(8), mode),
            Listeners(self._hear, self.history.keep, self._save_pairings),
            clock.seconds,
        )
        self.saving = Saving(self._opened_evidence, self.history.evidence)
        self.partners = Partners(folder / PARTNERS, knowledge.contact_names)

    def start(self, port: int = DEFAULT_PORT, *, update_lists: bool = True) -> int:
        """Start every thread, and say which port the link has. Raises link.server.PortError, and all but the link works then."""
        self.history.follow(self.settings.keeps)
        self.history.start()
        self._stand(self.history.kept)
        if self._kept_is_gone:
            self.change_settings(self.settings)
        self.freshness.start(look_for_newer=update_lists)
        for sentence in self._troubles:
            self.tell_trouble(sentence)
        return self.link.start(port)

    def stop(self) -> None:
        """Stop the link and the history, which takes in what was waiting. A list that is still being fetched is let go of."""
        self.saving.stop()
        self.freshness.stop()
        self.link.stop()
        self._kept_pairings.finish(self._pairings)
        self.history.stop()
        if self._makeshift is not None:
            self._makeshift.cleanup()
        logging.getLogger("netcurtain").removeHandler(self._log)
        self._log.close()

    def change_settings(self, settings: Settings) -> None:
        """Follow these answers from now on, and keep them; that they could not be kept is told. From any thread."""
        with self._answering:
            self._change_settings(self._possible(settings))

    def _possible(self, settings: Settings) -> Settings:
        """Where there is no history on disk, nothing is kept there until one is made: a window may not know yet that it is gone."""
        if self.history.kept is Kept.NONE and settings.keeps.on_disk:
            return msgspec.structs.replace(settings, retention=Retention.UNTIL_CLOSE)
        return settings

    def _change_settings(self, settings: Settings) -> None:
        self.settings = settings
        self.history.follow(settings.keeps)
        self._tell_session(lambda session: session.follow(settings))
        try:
            self._settings_file.save(settings)
        except OSError:
            _log.warning("the settings could not be written")
            self.tell_trouble(wording.SETTINGS_NOT_KEPT)

    def _tell_session(self, work: Callable[[Session], Outcome]) -> None:
        """On the link's thread; where the link is not running, nobody else is at the session, and no browser is there to be told."""
        if self.link.running:
            self.link.call(work)
        else:
            work(self._session)

    def _hear(self, events: Sequence[Event]) -> None:
        """What follows from the browsers' reports. To erase everything needs no passphrase and no window."""
        self._events(events)
        for event in events:
            if isinstance(event, EraseAsked):
                self._erase_for(event.browser)

    def _erase_for(self, browser: str) -> None:
        self.history.erase(lambda done: self.link.call(lambda session: session.erased(browser, gone=done.gone)))

    def _opened_evidence(self, visit: str, site: str, now: float, done: Callable[[Found], None]) -> None:
        """The facts of pages that are open."""
        self.link.ask(lambda session: session.evidence(visit, site, now), done)

    def _acknowledge(self, submissions: Sequence[Acknowledged]) -> None:
        self._tell_session(lambda session: session.acknowledge(submissions))

    def _forget_choices(self, deleted: Deleted) -> None:
        """What is said of a site in the popup goes with what was kept of it."""
        self._tell_session(lambda session: session.forget_choices(deleted))

    def _follow_kept(self, kept: Kept) -> None:
        """The history on disk stands otherwise than before; the windows find the answers as they are from then on."""
        self._stand(kept)
        self._events((KeptChanged(kept),))

    def _stand(self, kept: Kept) -> None:
        """Tell the browsers how the history on disk stands. Where it is gone, so is the answer that keeps pages there."""
        self._tell_session(lambda session: session.set_kept(kept))
        with self._answering:
            if (settings := self._possible(self.settings)) != self.settings:
                self._change_settings(settings)

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
            return self._kept_pairings.load()
        except (KeyringUnreadableError, KeyringNotReadError) as error:
            self._troubles.append(str(error))
            return {}

    def _save_pairings(self, pairings: Pairings) -> None:
        if (missed := self._kept_pairings.save(pairings)) is not None:
            self.tell_trouble(PAIRINGS_NOT_KEPT[missed])


def _searched(folder: Path, log_folder: Path | None) -> list[Path]:
    """What else Netcurtain writes, but for lists and caches: nothing of what was deleted may be left there."""
    logs = [log_folder / name for name in (log.FILE, f"{log.FILE}.1")] if log_folder is not None else []
    return [folder / SETTINGS, folder / KEYRING, *logs]
