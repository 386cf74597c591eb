"""Opens the kept history for a command, with its passphrase: which folder, how long visits are kept, and the wait after wrong ones."""

import contextlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click
import msgspec

from netcurtain import log, paths
from netcurtain.app import HISTORY, KEYRING, SETTINGS
from netcurtain.commands import wording
from netcurtain.commands.failure import CommandError
from netcurtain.core.keeping import Deletion, Unlocking
from netcurtain.core.settings import Retention, Settings
from netcurtain.history import beside, clock
from netcurtain.history import wording as history_wording
from netcurtain.history.beside import Beside
from netcurtain.history.passphrases import Passphrases
from netcurtain.history.retention import kept_since
from netcurtain.history.trouble import StoreError
from netcurtain.settings import SettingsFile, SettingsUnreadableError


class KeptPlace:
    """Where a history may be kept: its folder, the person's answers, and other files of ours, in which a deletion is looked for.

    ``now`` is in seconds and goes on while the computer sleeps; ``sleep`` waits for seconds.
    """

    def __init__(
        self,
        folder: Path,
        settings: SettingsFile,
        searched: Sequence[Path],
        now: Callable[[], float] = clock.seconds,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._folder = folder
        self._settings = settings
        self._searched = tuple(searched)

    def use(self, do: Callable[[Beside], bool], ask: Callable[[], str], *, may_be_none: bool = False) -> bool:
        """Open it with the passphrase that is asked for, and do something with it; whether that was done. Where nothing is kept that is
        said, and is an answer where there ``may_be_none``. Raises CommandError.
        """
        if not beside.exists(self._folder):
            click.echo(wording.NOTHING_KEPT, err=not may_be_none)
            return may_be_none
        try:
            with self._open(ask) as history:
                return do(history)
        except StoreError as error:
            raise CommandError(str(error)) from error

    def _open(self, ask: Callable[[], str]) -> Beside:
        """After wrong passphrases this one is tried after a wait, which is told."""
        passphrases = Passphrases(self._folder, self._now)
        passphrase = ask()
        answer = passphrases.open(passphrase)
        while isinstance(answer, Unlocking) and answer.sentence == history_wording.WAIT:
            click.echo(wording.wait(answer.wait), err=True)
            self._sleep(answer.wait)
            answer = passphrases.open(passphrase)
        if isinstance(answer, Unlocking):
            raise CommandError(answer.sentence)
        return Beside(self._folder, answer, kept_since(self._answers().keeps, clock.milliseconds()), self._searched)

    def erase(self) -> Deletion | None:
        """Everything that is kept, without a passphrase; None where nothing was. No answer tells afterwards that something was kept."""
        deletion = beside.erase(self._folder)
        answers = self._answers()
        if answers.keeps.on_disk:
            with contextlib.suppress(OSError):  # without a key this answer keeps nothing
                self._settings.save(msgspec.structs.replace(answers, retention=Retention.UNTIL_CLOSE))
        return deletion

    def _answers(self) -> Settings:
        try:
            return self._settings.load()
        except SettingsUnreadableError:
            return Settings()


def kept_place() -> KeptPlace:
    """Where this person's history may be kept."""
    folder, log_file = paths.data_place(), paths.log_place() / log.FILE
    searched = (folder / SETTINGS, folder / KEYRING, log_file, log_file.with_name(f"{log.FILE}.1"))
    return KeptPlace(folder / HISTORY, SettingsFile(folder / SETTINGS), searched)
