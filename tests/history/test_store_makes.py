"""A passphrase takes its time to make a key. Whoever locks, erases or ends meanwhile finds that nothing was made."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from tests.history.conftest import PASSPHRASE

from netcurtain.core.keeping import Deletion, Kept, Unlocking
from netcurtain.history import wording
from netcurtain.history.passphrases import Passphrases
from netcurtain.history.vault import Vault

TIMEOUT = 20
Open = Callable[..., Any]


@pytest.fixture
def kept(open_on_disk: Open) -> Any:
    return open_on_disk()


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Making a key takes until this is set."""
    event = threading.Event()
    really = Vault.make

    def slowly(self: Vault, passphrase: str) -> bytes:
        event.wait(TIMEOUT)
        return really(self, passphrase)

    monkeypatch.setattr(Vault, "make", slowly)
    return event


def making(kept: Any) -> Future[Unlocking]:
    answer: Future[Unlocking] = Future()
    kept.store.make(PASSPHRASE, answer.set_result)
    return answer


@pytest.mark.parametrize("meanwhile", ["lock", "erase"])
def test_nothing_is_made_where_it_is_locked_or_erased_meanwhile_and_the_next_try_works(
    kept: Any, go_on: threading.Event, meanwhile: str
) -> None:
    answer = making(kept)
    assert getattr(kept, meanwhile)() in (None, Deletion(True))
    go_on.set()
    assert answer.result(TIMEOUT) == Unlocking(False, wording.NOTHING_MADE)
    assert (kept.store.kept, kept.files()) == (Kept.NONE, set())
    assert kept.make("linen on the line") == Unlocking(True)


def test_nor_where_it_is_erased_when_the_key_lies_there_already(kept: Any, make: Any) -> None:
    go_on = kept.hold()
    answer = making(kept)
    while kept.store._asking:
        pass  # until the key was made, and waits for its turn
    kept.store.lock()
    go_on.set()
    assert answer.result(TIMEOUT) == Unlocking(False, wording.NOTHING_MADE)
    kept.take(make.page())
    assert (kept.store.kept, kept.files(), kept.shown()) == (Kept.NONE, set(), {"v1"})


def test_nor_where_netcurtain_ends_meanwhile_which_waits_for_it(kept: Any, go_on: threading.Event) -> None:
    answer = making(kept)
    really = kept.store._worker.stop

    def stop() -> None:
        really()
        go_on.set()

    kept.store._worker.stop = stop
    kept.store.stop()
    assert answer.done()
    assert answer.result() == Unlocking(False, wording.HISTORY_CLOSED)
    assert (kept.store.kept, kept.files()) == (Kept.NONE, set())


def test_a_key_that_has_come_into_its_place_since_stays(kept: Any) -> None:
    passphrases = Passphrases(kept.folder)
    first = passphrases.make(PASSPHRASE)
    assert isinstance(first, bytes)
    Vault(kept.folder).destroy()
    assert passphrases.unmake(first) == Unlocking(False, wording.NOTHING_MADE)
    second = passphrases.make("linen on the line")
    assert passphrases.unmake(first) == Unlocking(False, wording.NOTHING_MADE)
    assert Vault(kept.folder).exists()
    assert isinstance(second, bytes)
    assert passphrases.unmake(second) == Unlocking(False, wording.NOTHING_MADE)
    assert not Vault(kept.folder).exists()
