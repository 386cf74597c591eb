import os
from pathlib import Path

import pytest

from netcurtain.ui.saving.text_file import save_text


def test_the_text_is_there_whole_in_any_language(tmp_path: Path) -> None:
    place = tmp_path / "text.txt"
    place.write_text("something much longer that was there before")
    assert save_text(place, "T\u0175 b\u0175\n\ud800")
    assert place.read_text(encoding="utf-8") == "T\u0175 b\u0175\n?\n"


@pytest.mark.skipif(os.name != "posix", reason="only there do files say who may read them")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    assert save_text(tmp_path / "text.txt", "a")
    assert (tmp_path / "text.txt").stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_is_no_success(tmp_path: Path) -> None:
    assert not save_text(tmp_path / "not there" / "text.txt", "a")
    assert not save_text(tmp_path, "a")
