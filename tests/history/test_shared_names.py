import pytest

from netcurtain.history import shared_names
from netcurtain.history.database import in_memory, ready
from netcurtain.history.driver import Database


@pytest.fixture
def db() -> Database:
    return ready(in_memory)


def test_a_name_has_one_number_however_often_it_is_used(db: Database) -> None:
    asked = [
        (shared_names.site(db, "police.example"), shared_names.sentence(db, "Meta was told."), shared_names.tracker(db, "h", "o", "f", "l"))
        for _ in range(3)
    ]
    assert len(set(asked)) == 1


@pytest.mark.parametrize(
    "other", [("x", "o", "f", "l"), ("h", "x", "f", "l"), ("h", "o", "x", "l"), ("h", "o", "f", "x"), ("h", "o", "", "")]
)
def test_a_tracker_is_another_one_when_any_of_its_words_is(db: Database, other: tuple[str, str, str, str]) -> None:
    assert shared_names.tracker(db, "h", "o", "f", "l") != shared_names.tracker(db, *other)
