import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from netcurtain import log


@pytest.fixture(autouse=True)
def quiet_again() -> Iterator[None]:
    root = logging.getLogger("netcurtain")
    before = (root.handlers[:], root.propagate, root.level)
    yield
    for handler in root.handlers[:]:
        if handler not in before[0]:
            root.removeHandler(handler)
            handler.close()
    root.propagate = before[1]
    root.setLevel(before[2])


def test_warnings_are_written_to_a_file_that_only_this_person_can_read(tmp_path: Path) -> None:
    log.start(tmp_path)
    logging.getLogger("netcurtain.link").warning("a message was refused: %s", "malformed")
    logging.getLogger("netcurtain.link").info("not worth keeping")
    file = tmp_path / log.FILE
    assert file.stat().st_mode & 0o777 == 0o600
    assert "malformed" in file.read_text()
    assert "not worth" not in file.read_text()


def test_a_log_that_is_turned_over_stays_private(tmp_path: Path) -> None:
    log.start(tmp_path)
    for _ in range(3000):
        logging.getLogger("netcurtain").warning("x" * 100)
    files = sorted(tmp_path.iterdir())
    assert len(files) == 2
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in files)


def test_without_a_folder_nothing_is_written_anywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.start(None)
    logging.getLogger("netcurtain").error("unseen")
    log.start(tmp_path / "not there")
    assert capsys.readouterr() == ("", "")
