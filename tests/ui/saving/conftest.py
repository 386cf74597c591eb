"""What the tests of this room share: a visit, words to read, buttons to press."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from shiboken6 import isValid

from netcurtain.history.rows import VisitRow
from netcurtain.ui.button import Button

T = TypeVar("T", bound=QDialog)
NOON = datetime(2026, 11, 24, 14, 2, 10).timestamp() * 1000


@pytest.fixture(autouse=True, scope="session")
def _settings_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Qt's own settings of a person are not the tests' to write."""
    folder = str(tmp_path_factory.mktemp("settings"))
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, folder)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's home folder, whose name says nothing of who else reads it."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr(Path, "home", lambda: folder)
    return folder


@pytest.fixture
def visit() -> VisitRow:
    return VisitRow("v1", "site.example", NOON, 2, True)


@pytest.fixture
def shown() -> Iterator[Callable[[T], T]]:
    """Shows a dialog that deletes itself once it is closed, and closes it after the test where it is still there."""
    dialogs: list[QDialog] = []

    def shown(dialog: T) -> T:
        dialogs.append(dialog)
        dialog.show()
        return dialog

    yield shown
    for dialog in dialogs:
        if isValid(dialog):
            dialog.close()


@pytest.fixture
def words() -> Callable[[QWidget], list[str]]:
    """What can be read in a window now."""
    return lambda window: [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.fixture
def press() -> Callable[[QWidget, str], None]:
    """Press the button with these words."""

    def press(window: QWidget, text: str) -> None:
        button = next(b for b in window.findChildren(Button) if b.text() == text and b.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press
