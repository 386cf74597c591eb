import stat
from pathlib import Path

from pytestqt.qtbot import QtBot

from netcurtain.ui.single_instance import SingleInstance


def test_the_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(folder=tmp_path), SingleInstance(folder=tmp_path)
    assert first.claim("nc")
    with qtbot.waitSignal(first.raised):
        assert not second.claim("nc")
    first.close()
    assert second.claim("nc")
    second.close()


def test_only_this_person_can_open_the_socket(qapp: object, tmp_path: Path) -> None:
    assert qapp is not None
    instance = SingleInstance(folder=tmp_path)
    assert instance.claim("nc")
    assert stat.S_IMODE((tmp_path / "nc").stat().st_mode) & 0o077 == 0
    instance.close()


def test_a_socket_left_behind_by_a_crash_is_no_hindrance(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "nc").write_bytes(b"")
    first, second = SingleInstance(folder=tmp_path), SingleInstance(folder=tmp_path)
    assert first.claim("nc")
    with qtbot.waitSignal(first.raised):
        assert not second.claim("nc")
    first.close()


def test_a_second_start_that_is_to_be_hidden_raises_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(folder=tmp_path)
    assert first.claim("nc")
    with qtbot.assertNotEmitted(first.raised, wait=50):
        assert not SingleInstance(folder=tmp_path).claim("nc", hidden=True)
    first.close()
