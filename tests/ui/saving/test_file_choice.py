from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui import wording as ui_wording
from netcurtain.ui.quick_hide import QuickHide
from netcurtain.ui.saving.file_choice import FileChoice


class Main(QMainWindow):
    """A main window that only counts how often it is to be hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.quick_hide = QuickHide(self, clock=lambda: 1.0)
        self.asked = 0
        self.quick_hide.asked.connect(self._count)

    def _count(self) -> None:
        self.asked += 1


@pytest.fixture
def main(qtbot: QtBot) -> Main:
    main = Main()
    qtbot.addWidget(main)
    main.show()
    return main


@pytest.fixture
def choice(main: Main) -> Iterator[FileChoice]:
    above = QDialog(main)
    above.show()
    choice = FileChoice(above, today=lambda: date(2026, 11, 26))
    yield choice
    choice.close()


@pytest.fixture
def open_dialog(choice: FileChoice) -> Callable[[], QFileDialog]:
    def open_dialog() -> QFileDialog:
        choice.ask("copy", "zip", "ZIP files")
        assert choice.dialog is not None
        return choice.dialog

    return open_dialog


def test_it_begins_in_the_home_folder_with_a_neutral_name_under_a_neutral_title(open_dialog: Callable[[], QFileDialog], home: Path) -> None:
    dialog = open_dialog()
    assert Path(dialog.directory().absolutePath()) == home
    assert dialog.selectedFiles() == [str(home / "copy-2026-11-26.zip")]
    assert dialog.windowTitle() == ui_wording.APP
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave


def test_the_windows_behind_it_can_still_be_pressed(open_dialog: Callable[[], QFileDialog]) -> None:
    assert open_dialog().windowModality() is Qt.WindowModality.NonModal


def test_what_is_chosen_is_told_once_and_it_is_gone(choice: FileChoice, open_dialog: Callable[[], QFileDialog], home: Path) -> None:
    told: list[Path] = []
    choice.chosen.connect(told.append)
    open_dialog().accept()
    assert told == [home / "copy-2026-11-26.zip"]
    assert choice.dialog is None


def test_asked_again_while_it_is_open_there_is_still_one(open_dialog: Callable[[], QFileDialog]) -> None:
    assert open_dialog() is open_dialog()


def test_left_or_closed_by_the_app_nothing_is_told(choice: FileChoice, open_dialog: Callable[[], QFileDialog]) -> None:
    told: list[Path] = []
    choice.chosen.connect(told.append)
    open_dialog().reject()
    open_dialog()
    choice.close()
    assert choice.dialog is None
    assert told == []


@pytest.mark.parametrize("before", [None, "file:///somewhere"], ids=["nothing was there", "another program's was there"])
def test_qt_is_left_with_what_it_remembered_before(open_dialog: Callable[[], QFileDialog], before: str | None, home: Path) -> None:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog/lastVisited") if before is None else settings.setValue("FileDialog/lastVisited", before)
    settings.sync()
    dialog = open_dialog()
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone
    after = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert after.value("FileDialog/lastVisited") == before
    assert str(home) not in Path(after.fileName()).read_text()


def test_leaving_a_window_that_the_system_draws_counts_as_one_press_of_esc(main: Main, open_dialog: Callable[[], QFileDialog]) -> None:
    dialog = open_dialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # as Qt does where the system draws it
    dialog.reject()
    assert main.asked == 0
    main.quick_hide.press()
    main.quick_hide.press()
    assert main.asked == 1


def test_one_that_qt_draws_is_not_counted_twice(main: Main, open_dialog: Callable[[], QFileDialog]) -> None:
    open_dialog().reject()
    main.quick_hide.press()
    main.quick_hide.press()
    assert main.asked == 0


def test_without_a_main_window_it_works_all_the_same(qtbot: QtBot) -> None:
    above = QWidget()
    qtbot.addWidget(above)
    choice = FileChoice(above)
    choice.ask("text", "txt", "Text files")
    assert choice.dialog is not None
    choice.dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    choice.dialog.reject()
    assert choice.dialog is None
