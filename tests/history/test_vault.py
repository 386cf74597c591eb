import json
import stat
import unicodedata
from pathlib import Path

import msgspec
import pytest

from netcurtain.history import kept_folder, vault, wording
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.vault import PassphraseError, Vault, VaultUnreadableError, WrongPassphraseError

PASSPHRASE = "the heron on the weir"
NEW = "a kettle on the stove"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "history"


FULL_COST = (vault.MEMORY_KIB, vault.PASSES, vault.LANES)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MEMORY_KIB", 8 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)


def key_file(folder: Path) -> Path:
    return KeptFolder(folder).key


def test_the_key_comes_back_for_the_passphrase_it_was_made_with(folder: Path) -> None:
    made = Vault(folder).make(PASSPHRASE)
    assert Vault(folder).exists()
    assert len(made) == 32
    assert Vault(folder).open(PASSPHRASE) == made


@pytest.mark.parametrize("wrong", ["", PASSPHRASE[:-1], PASSPHRASE.upper(), PASSPHRASE + " ", "x" * 5000])
def test_no_other_passphrase_opens_it(folder: Path, wrong: str) -> None:
    Vault(folder).make(PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        Vault(folder).open(wrong)


def test_two_histories_have_nothing_in_common_though_the_passphrase_is_one(tmp_path: Path) -> None:
    first, second = (Vault(tmp_path / name).make(PASSPHRASE) for name in ("one", "two"))
    assert first != second
    one, two = (json.loads(key_file(tmp_path / name).read_bytes()) for name in ("one", "two"))
    assert all(one[secret] != two[secret] for secret in ("salt", "nonce", "key"))


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_one_passphrase_typed_in_two_ways_is_one(folder: Path, form: str) -> None:
    made = Vault(folder).make("\ufb01ne caf\u00e9 \u2460 \u1e9b\u0323")
    assert Vault(folder).open(unicodedata.normalize(form, "\ufb01ne caf\u00e9 \u2460 \u1e9b\u0323")) == made  # type: ignore[arg-type]


def test_letters_that_no_encoding_has_can_still_be_tried(folder: Path) -> None:
    made = Vault(folder).make("\udcff\ud800 half letters")
    assert Vault(folder).open("\udcff\ud800 half letters") == made


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [("", wording.TOO_SHORT), ("sevenxx", wording.TOO_SHORT), ("x" * 1025, wording.TOO_LONG)],
    ids=["empty", "seven", "1025"],
)
def test_nothing_is_locked_with_one_that_is_too_short_or_too_long(folder: Path, passphrase: str, why: str) -> None:
    with pytest.raises(PassphraseError, match=f"^{why}$"):
        Vault(folder).make(passphrase)
    assert not Vault(folder).exists()


@pytest.mark.parametrize("passphrase", ["x" * 8, "x" * 1024], ids=["eight", "1024"])
def test_the_shortest_and_the_longest_do(folder: Path, passphrase: str) -> None:
    made = Vault(folder).make(passphrase)
    assert Vault(folder).open(passphrase) == made


def test_a_second_key_is_never_made_over_the_first(folder: Path) -> None:
    made = Vault(folder).make(PASSPHRASE)
    with pytest.raises(VaultUnreadableError):
        Vault(folder).make(NEW)
    assert Vault(folder).open(PASSPHRASE) == made


def test_a_changed_passphrase_opens_the_same_key_and_the_old_one_nothing(folder: Path) -> None:
    made = Vault(folder).make(PASSPHRASE)
    Vault(folder).change(PASSPHRASE, NEW)
    assert Vault(folder).open(NEW) == made
    with pytest.raises(WrongPassphraseError):
        Vault(folder).open(PASSPHRASE)


def test_a_change_writes_over_the_key_that_the_old_passphrase_opens(folder: Path, tmp_path: Path) -> None:
    Vault(folder).make(PASSPHRASE)
    still_there = tmp_path / "the same bytes on the disk"
    still_there.hardlink_to(key_file(folder))
    Vault(folder).change(PASSPHRASE, NEW)
    assert set(still_there.read_bytes()) == {0}


def test_where_a_power_cut_may_bring_back_the_old_key_it_is_left_whole(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Vault(folder).make(PASSPHRASE)
    still_there = tmp_path / "the same bytes on the disk"
    still_there.hardlink_to(key_file(folder))
    monkeypatch.setattr(kept_folder, "sync_folder", lambda _folder: False)
    Vault(folder).change(PASSPHRASE, NEW)
    still_there.replace(key_file(folder))
    assert Vault(folder).open(PASSPHRASE) == made


def test_a_change_holds_although_the_old_key_could_not_be_written_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: object) -> None:
        raise OSError

    made = Vault(folder).make(PASSPHRASE)
    monkeypatch.setattr(vault, "_blot_out", refuse)
    Vault(folder).change(PASSPHRASE, NEW)
    assert Vault(folder).open(NEW) == made


@pytest.mark.parametrize(("old", "new", "refused"), [(NEW, NEW, WrongPassphraseError), (PASSPHRASE, "short", PassphraseError)])
def test_a_change_that_is_refused_changes_nothing(folder: Path, old: str, new: str, refused: type[Exception]) -> None:
    Vault(folder).make(PASSPHRASE)
    before = key_file(folder).read_bytes()
    with pytest.raises(refused):
        Vault(folder).change(old, new)
    assert key_file(folder).read_bytes() == before


def test_a_destroyed_key_is_written_over_and_gone(folder: Path, tmp_path: Path) -> None:
    Vault(folder).make(PASSPHRASE)
    still_there = tmp_path / "the same bytes on the disk"
    still_there.hardlink_to(key_file(folder))
    Vault(folder).destroy()
    assert not Vault(folder).exists()
    assert set(still_there.read_bytes()) == {0}
    with pytest.raises(VaultUnreadableError):
        Vault(folder).open(PASSPHRASE)


def test_a_key_that_was_half_written_is_destroyed_too(folder: Path) -> None:
    Vault(folder).make(PASSPHRASE)
    key_file(folder).rename(KeptFolder(folder).new_key)
    Vault(folder).destroy()
    assert not list(folder.iterdir())


def test_to_destroy_a_key_that_is_not_there_does_nothing(folder: Path) -> None:
    Vault(folder).destroy()
    assert not folder.exists()


@pytest.fixture
def immovable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key that the system does not let go."""
    Vault(folder).make(PASSPHRASE)
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == key_file(folder):
            raise PermissionError
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    return key_file(folder)


def test_a_key_that_cannot_be_removed_is_written_over_all_the_same(folder: Path, immovable: Path) -> None:
    Vault(folder).destroy()
    assert set(immovable.read_bytes()) == {0}


def test_a_key_that_stays_as_it_is_is_not_told_as_destroyed(folder: Path, immovable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    before = immovable.read_bytes()
    with monkeypatch.context() as no_writing:
        no_writing.setattr(Path, "open", refuse)
        with pytest.raises(PermissionError):
            Vault(folder).destroy()
    assert immovable.read_bytes() == before


def test_only_this_person_can_read_the_key(folder: Path) -> None:
    Vault(folder).make(PASSPHRASE)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(key_file(folder).stat().st_mode) == 0o600


def damage_each_byte(content: bytes) -> list[bytes]:
    return [content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :] for place in range(0, len(content), 11)]


def test_a_damaged_key_is_told_from_a_wrong_passphrase(folder: Path) -> None:
    Vault(folder).make(PASSPHRASE)
    whole = key_file(folder).read_bytes()
    for damaged in (b"", b"\0" * 300, b"{}", whole[:-5], b"\xff" + whole, *damage_each_byte(whole)):
        key_file(folder).write_bytes(damaged)
        with pytest.raises(VaultUnreadableError):
            Vault(folder).open(PASSPHRASE)


@pytest.mark.parametrize(
    ("name", "value"), [("memory_kib", 4_000_000), ("memory_kib", 8), ("passes", 100_000), ("passes", 0), ("lanes", 200), ("salt", b"")]
)
def test_a_key_that_was_edited_cannot_fill_the_memory_or_take_for_ever(folder: Path, name: str, value: object) -> None:
    Vault(folder).make(PASSPHRASE)
    made = msgspec.json.decode(key_file(folder).read_bytes(), type=vault._Wrapped)
    edited = msgspec.structs.replace(made, **{name: value})
    key_file(folder).write_bytes(msgspec.json.encode(msgspec.structs.replace(edited, check=edited.sum)))
    with pytest.raises(VaultUnreadableError):
        Vault(folder).open(PASSPHRASE)


def test_a_key_of_a_shape_that_we_do_not_know_is_not_guessed_at(folder: Path) -> None:
    Vault(folder).make(PASSPHRASE)
    key_file(folder).write_text(json.dumps({**json.loads(key_file(folder).read_bytes()), "more": 1}))
    with pytest.raises(VaultUnreadableError):
        Vault(folder).open(PASSPHRASE)


def test_no_error_holds_the_passphrase(folder: Path) -> None:
    Vault(folder).make(PASSPHRASE)
    with pytest.raises(WrongPassphraseError) as wrong:
        Vault(folder).open(NEW)
    told = wrong.value
    assert NEW not in f"{told!r} {told} {told.__cause__!r} {told.__context__!r} {vars(told)} {Vault(folder)!r}"
    assert told.__suppress_context__


def test_a_guess_costs_what_was_measured() -> None:
    assert FULL_COST == (64 * 1024, 3, 4)


def test_the_key_says_what_a_guess_costs(folder: Path) -> None:
    Vault(folder).make(PASSPHRASE)
    made = json.loads(key_file(folder).read_bytes())
    assert (made["memory_kib"], made["passes"], made["lanes"]) == (8 * 1024, 1, 4)


def test_an_old_key_opens_by_the_costs_it_was_made_with(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Vault(folder).make(PASSPHRASE)
    monkeypatch.setattr(vault, "PASSES", 2)
    assert Vault(folder).open(PASSPHRASE) == made
