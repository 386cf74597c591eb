"""What is made of our own files: the same, whether it is made or read back from the cache, and made anew of anything else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netcurtain import shipped
from netcurtain.shipped import FILE, Tables, tables


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Of this test alone; what was made before in this process is not taken."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    tables.cache_clear()
    yield tmp_path / "cache" / "netcurtain"
    tables.cache_clear()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Tables]:
    """What was made, each time that it was."""
    done: list[Tables] = []
    make = shipped._make

    def noted() -> Tables:
        done.append(make())
        return done[-1]

    monkeypatch.setattr(shipped, "_make", noted)
    return done


def next_start() -> Tables:
    tables.cache_clear()
    return tables()


def test_the_next_start_reads_back_the_very_same(made: list[Tables]) -> None:
    first = tables()
    again = next_start()
    assert len(made) == 1
    assert again is not first
    assert again == first
    assert again.lexicon.terms.single
    assert again.companies
    assert again.contacts


def test_within_one_run_they_are_made_once(made: list[Tables]) -> None:
    assert tables() is tables()
    assert len(made) == 1


@pytest.mark.parametrize("content", [b"", b"not ours at all"], ids=["empty", "another's"])
def test_a_file_that_cannot_be_read_is_made_again(cache: Path, made: list[Tables], content: bytes) -> None:
    first = tables()
    (cache / FILE).write_bytes(content)
    assert next_start() == first
    assert len(made) == 2
    next_start()
    assert len(made) == 2


def test_a_changed_byte_is_found(cache: Path, made: list[Tables]) -> None:
    first = tables()
    whole = (cache / FILE).read_bytes()
    (cache / FILE).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert next_start() == first
    assert len(made) == 2


def test_other_words_in_our_files_are_read(made: list[Tables], monkeypatch: pytest.MonkeyPatch) -> None:
    first = tables()
    text = shipped.text
    monkeypatch.setattr(shipped, "text", lambda name: text(name).replace('name = "Google', 'name = "Gaggle'))
    changed = next_start()
    assert len(made) == 2
    assert changed.companies != first.companies


@pytest.mark.parametrize(
    ("name", "value"), [("FORMAT", 0), ("__version__", "0.0"), ("code_of", lambda _makers: b"other")], ids=["format", "version", "code"]
)
def test_what_another_version_wrote_is_not_read(made: list[Tables], monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    tables()
    monkeypatch.setattr(shipped, name, value)
    next_start()
    assert len(made) == 2


def test_without_a_cache_folder_they_are_made(tmp_path: Path, made: list[Tables], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert tables().companies
    assert len(made) == 1
