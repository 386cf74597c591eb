from dataclasses import replace
from pathlib import Path

import pytest

from netcurtain.link import keyring
from netcurtain.link.kept_pairings import KeptPairings, NotKept
from netcurtain.link.keyring import KeyringNotReadError, KeyringUnreadableError
from netcurtain.link.pairing import MAX_BROWSERS, PairedBrowser, Pairings

ONE = PairedBrowser("browser-1", bytes(range(32)), "chrome-extension://abc", "Chrome 156", 1_795_000_000.0, 1_795_000_009.5)
TWO = PairedBrowser("browser-2", bytes(32), "moz-extension://5c0e", "Firefox 153", 1_795_000_001.0, 1_795_000_002.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "browsers.json"


@pytest.fixture
def kept(path: Path) -> KeptPairings:
    """One browser is written down."""
    keyring.save(path, {ONE.id: ONE})
    return KeptPairings(path)


@pytest.fixture
def pairings(kept: KeptPairings) -> Pairings:
    return Pairings(kept.load(), bytes)


def no_room(path: Path) -> None:
    """From now on nothing can be written."""
    path.with_suffix(".new").mkdir()


def room(path: Path) -> None:
    path.with_suffix(".new").rmdir()


def test_what_could_not_be_written_is_said_by_what_the_person_did_and_once(path: Path, kept: KeptPairings, pairings: Pairings) -> None:
    no_room(path)
    pairings.add(TWO)
    assert kept.save(pairings) is NotKept.CONNECTED
    pairings.rename(ONE.id, "Laptop")
    assert kept.save(pairings) is NotKept.NAMED
    pairings.saw(ONE.id, "Chrome 157", 1_795_000_020.0)
    assert kept.save(pairings) is None
    pairings.remove(ONE.id)
    assert kept.save(pairings) is NotKept.DISCONNECTED
    assert kept.save(pairings) is None


def test_one_that_was_never_written_down_cannot_come_back_so_nothing_is_said_of_its_end(
    path: Path, kept: KeptPairings, pairings: Pairings
) -> None:
    no_room(path)
    pairings.add(TWO)
    kept.save(pairings)
    pairings.remove(TWO.id)
    assert kept.save(pairings) is None


def test_what_could_not_be_written_is_written_with_the_next_change(path: Path, kept: KeptPairings, pairings: Pairings) -> None:
    no_room(path)
    pairings.remove(ONE.id)
    kept.save(pairings)
    room(path)
    pairings.add(TWO)
    assert kept.save(pairings) is None
    assert keyring.load(path) == {TWO.id: TWO}


def test_or_at_the_end_and_only_where_there_is_something_to_write(path: Path, kept: KeptPairings, pairings: Pairings) -> None:
    no_room(path)
    pairings.remove(ONE.id)
    kept.save(pairings)
    room(path)
    kept.finish(pairings)
    assert keyring.load(path) == {}
    path.unlink()
    kept.finish(pairings)
    assert not path.exists()


def read_late(path: Path, kept: KeptPairings) -> None:
    """The list cannot be read at the start, and can later."""
    aside = path.rename(path.with_name("meanwhile"))
    path.mkdir()
    with pytest.raises(KeyringNotReadError):
        kept.load()
    path.rmdir()
    aside.rename(path)


def test_a_list_that_could_not_be_read_is_not_overwritten_but_read_once_more(path: Path, kept: KeptPairings) -> None:
    read_late(path, kept)
    pairings = Pairings({}, bytes)
    pairings.add(replace(TWO, id="browser-3"))
    assert kept.save(pairings) is None
    assert pairings.browsers.keys() == {ONE.id, "browser-3"}
    assert keyring.load(path) == pairings.browsers


def test_one_that_can_still_not_be_read_is_put_aside(path: Path) -> None:
    path.mkdir()
    kept = KeptPairings(path)
    with pytest.raises(KeyringNotReadError):
        kept.load()
    pairings = Pairings({}, bytes)
    pairings.add(TWO)
    assert kept.save(pairings) is None
    assert keyring.load(path) == {TWO.id: TWO}
    assert path.with_suffix(".broken").is_dir()


def test_a_damaged_list_is_put_aside_too(path: Path) -> None:
    path.write_bytes(b"damaged")
    kept = KeptPairings(path)
    with pytest.raises(KeyringUnreadableError):
        kept.load()
    pairings = Pairings({}, bytes)
    kept.finish(pairings)
    assert path.read_bytes() == b"damaged"
    pairings.add(TWO)
    assert kept.save(pairings) is None
    assert keyring.load(path) == {TWO.id: TWO}
    assert path.with_suffix(".broken").read_bytes() == b"damaged"


def test_what_was_read_late_and_could_not_be_written_is_said_once_and_by_what_the_person_does(path: Path, kept: KeptPairings) -> None:
    read_late(path, kept)
    no_room(path)
    pairings = Pairings({}, bytes)
    pairings.add(TWO)
    assert kept.save(pairings) is NotKept.CONNECTED
    pairings.saw(TWO.id, "Firefox 154", 1_795_000_020.0)
    assert kept.save(pairings) is None
    pairings.remove(ONE.id)
    assert kept.save(pairings) is NotKept.DISCONNECTED  # the file still has its key


def test_at_the_end_what_another_netcurtain_has_paired_meanwhile_stays_and_what_was_removed_here_does_not_come_back(
    path: Path, kept: KeptPairings, pairings: Pairings
) -> None:
    no_room(path)
    pairings.add(replace(ONE, id="browser-3"))
    pairings.remove(ONE.id)
    kept.save(pairings)
    room(path)
    keyring.save(path, {ONE.id: ONE, TWO.id: TWO})
    kept.finish(pairings)
    assert keyring.load(path).keys() == {"browser-3", TWO.id}


def test_no_more_are_remembered_than_may_be(path: Path) -> None:
    path.mkdir()
    kept = KeptPairings(path)
    with pytest.raises(KeyringNotReadError):
        kept.load()
    path.rmdir()
    many = {f"old-{n}": replace(ONE, id=f"old-{n}", last_seen=float(n)) for n in range(MAX_BROWSERS)}
    keyring.save(path, many)
    pairings = Pairings({}, bytes)
    pairings.add(TWO)
    kept.save(pairings)
    assert len(keyring.load(path)) == MAX_BROWSERS
    assert TWO.id in keyring.load(path)
