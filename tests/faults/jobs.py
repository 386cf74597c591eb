"""What a child of fork_server.py does. Each tells line by line what became true; the last words of a child that is killed still count."""

import itertools
import pickle
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.faults.careless import CarelessStore
from tests.faults.life import PASSPHRASE, TIMEOUT, Life
from tests.faults.recorder import Recorder
from tests.faults.sqlite_files import heard_by

from netcurtain.core.keeping import Deletion, Unlocking
from netcurtain.history.driver import dbapi2
from netcurtain.history.store import Store
from netcurtain.history.vault import Vault

Tell = Callable[[str], None]
FORGOTTEN = 100_000
"""Numbers from here on are visits that are forgotten again."""
NEW_PASSPHRASE = "a short walk in the rain"
LAST_RUN = 9_999_999

KINDS: dict[str, Callable[..., Store | CarelessStore]] = {
    "ours": Store,
    "hasty": partial(CarelessStore, every=1000),
    "repeating": partial(CarelessStore, unique=""),
    "not synced": partial(CarelessStore, synchronous="NORMAL"),
    "careful": CarelessStore,
}
"""Histories to try: ours, and some that break their promises in a known way."""


def stream(tell: Tell, kind: str, place: str, run: str, *again: str) -> None:
    """Tell what is there; send again what nobody answered; then send and forget without end."""
    life = Life(Path(place), tell, KINDS[kind])
    look(tell, life, Path(place))
    tell("ready")
    for name in again:
        life.send(name)
    for number in itertools.count():
        tell(f"sent {run}-{number}")
        life.send(f"{run}-{number}")
        if number % 3 == 1:
            life.keep_and_forget(f"{run}-{FORGOTTEN + number}")


def record(tell: Tell, kind: str, place: str, steps: str, run: str, count: str) -> None:
    """The same for so many submissions, on a disk that is written down: two pickled lists of steps, what was there and what was done."""
    recorder = Recorder(Path(place))
    with heard_by(recorder):
        life = Life(Path(place), recorder.told, KINDS[kind])
        life.open()
        for number in range(int(count)):
            life.send(f"{run}-{number}")
            if number % 3 == 1:
                life.keep_and_forget(f"{run}-{FORGOTTEN + number}")
        life.wait()
        life.store.stop()
    Path(steps).write_bytes(pickle.dumps((recorder.there, recorder.steps)))
    tell(f"recorded {len(recorder.steps)}")


def record_key(tell: Tell, place: str, steps: str) -> None:
    """Write down the disk of a life that changes its passphrase, then erases everything."""
    recorder = Recorder(Path(place))
    with heard_by(recorder):
        life = Life(Path(place), recorder.told)
        assert isinstance(life.store, Store)
        life.open()
        life.send("0-0")
        life.wait()
        recorder.told("changing")
        changed: Future[Unlocking] = Future()
        life.store.change_passphrase(PASSPHRASE, NEW_PASSPHRASE, changed.set_result)
        if changed.result(TIMEOUT).opened:
            recorder.told("changed")
        life.send("0-1")
        life.wait()
        recorder.told("erasing")
        erased: Future[Deletion] = Future()
        life.store.erase(erased.set_result)
        if erased.result(TIMEOUT).gone:
            recorder.told("erased")
        life.store.stop()
    Path(steps).write_bytes(pickle.dumps((recorder.there, recorder.steps)))
    tell(f"recorded {len(recorder.steps)}")


def open_and_look(tell: Tell, kind: str, place: str) -> None:
    """Tell what is there, forget a new visit and tell ``forgotten VISIT``, keep one more, and end."""
    life = Life(Path(place), tell, KINDS[kind])
    look(tell, life, Path(place))
    shown = [row.visit for row in life.visits()]
    # not one that begins as another does: a number that follows the other in the file may look like a letter
    if newest := next((visit for visit in shown if not any(visit != other and visit.startswith(other) for other in shown)), ""):
        life.forget(newest.removeprefix("visit-"), "forgotten")
    life.send(f"{LAST_RUN}-0")
    life.wait()
    life.store.stop()
    with closing(_connect(Path(place))) as connection:  # now that all is written back from the log
        _check(tell, connection, "cipher_integrity_check")


def look(tell: Tell, life: Life, place: Path) -> None:
    """Open, and tell ``shown VISIT`` by the store, ``found SUBMISSION`` and ``damaged WHAT`` by a connection of ours, ``aside FILE``."""
    tell_opened(tell, life.open())
    for row in life.visits():
        tell(f"shown {row.visit}")
    with closing(_connect(place)) as connection:
        for (name,) in connection.execute("SELECT s.name FROM submissions s JOIN pages p ON p.id = s.page"):
            tell(f"found {name}")
        _check(tell, connection, "quick_check", "foreign_key_check")
    for file in place.glob("history-damaged*"):
        tell(f"aside {file.name}")


def _connect(place: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(place / "history.db", timeout=10)
    connection.execute(f"PRAGMA key = \"x'{Vault(place).open(PASSPHRASE).hex()}'\"")
    return connection


def _check(tell: Tell, connection: dbapi2.Connection, *checks: str) -> None:
    for check in checks:
        for row in connection.execute(f"PRAGMA {check}"):
            if row != ("ok",):
                tell(f"damaged {check}: {row}")


def tell_opened(tell: Tell, opened: Unlocking) -> None:
    tell(f"opened {opened.sentence}" if opened.opened else f"refused {opened.sentence}")


JOBS: dict[str, Callable[..., None]] = {job.__name__: job for job in (stream, record, record_key, open_and_look)}
