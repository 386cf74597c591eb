"""A database that cannot be read is put aside unchanged, and what should have been there is told."""

from collections.abc import Callable

import pytest
from tests.history.kept_file.states import (
    DAMAGES,
    LAST_PAGE,
    PAGE,
    SITES,
    contents,
    names,
    no_history,
    not_encrypted,
    opened,
    sites,
    without_its_sentinel,
    zero_bytes,
    zeroed_page,
)

from netcurtain.history import wal, wording
from netcurtain.history.database import transaction
from netcurtain.history.kept_folder import KeptFolder


@pytest.mark.parametrize(
    ("state", "damage"), [*(("kept", damage) for damage in (*DAMAGES, *LAST_PAGE)), *(("crashed", damage) for damage in DAMAGES)]
)
def test_what_cannot_be_read_is_put_aside_unchanged_and_a_new_one_is_begun(
    request: pytest.FixtureRequest, state: str, damage: Callable[[KeptFolder], None]
) -> None:
    folder: KeptFolder = request.getfixturevalue(state)
    damage(folder)
    if damage in (no_history, without_its_sentinel):
        folder.wal.unlink(missing_ok=True)
        folder.shm.unlink(missing_ok=True)
    before = folder.database.read_bytes()
    log = folder.wal.read_bytes() if folder.wal.exists() else None
    with opened(folder) as found:
        assert found.sentence == wording.PUT_ASIDE
        assert names(found.db) == set()
        with transaction(found.db):
            found.db.execute("INSERT INTO sites (name) VALUES ('from now on')")
    assert before in contents(folder.damaged())
    if log:
        assert log in contents(folder.damaged())
    assert sites(folder) == {"from now on"}


@pytest.mark.parametrize("damage", LAST_PAGE)
def test_a_page_that_was_torn_as_it_was_written_back_comes_from_the_log(crashed: KeptFolder, damage: Callable[[KeptFolder], None]) -> None:
    with crashed.wal.open("rb") as log:
        assert crashed.database.stat().st_size // PAGE in wal.read(log).pages
    damage(crashed)
    assert sites(crashed) == SITES | {"first", "second", "third"}
    assert not crashed.damaged()


def test_what_was_put_aside_before_is_never_written_over(kept: KeptFolder) -> None:
    aside = set()
    for damage in (zeroed_page, zero_bytes, not_encrypted):
        damage(kept)
        aside.add(kept.database.read_bytes())
        with opened(kept) as found:
            assert found.sentence == wording.PUT_ASIDE
    assert contents(kept.damaged()) >= aside
    assert [file.name for file in kept.damaged() if file.suffix == ".db"] == [f"history-damaged-{number}.db" for number in (1, 2, 3)]


def test_a_database_that_is_gone_is_told_and_what_is_left_of_it_is_put_aside(crashed: KeptFolder) -> None:
    log = crashed.wal.read_bytes()
    crashed.database.unlink()
    with opened(crashed) as found:
        assert found.sentence == wording.BEGUN_ANEW
        assert names(found.db) == set()
    assert contents(crashed.damaged()) == {log}


def test_a_database_that_is_gone_without_a_trace_but_for_the_ballast_is_told(kept: KeptFolder) -> None:
    kept.database.unlink()
    with opened(kept) as found:
        assert found.sentence == wording.BEGUN_ANEW
