"""Asks with the system's own window where a file is to go, or which one is meant: from the home folder on, with nothing remembered."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from netcurtain.ui import wording as ui_wording
from netcurtain.ui.quick_hide import QuickHide

_REMEMBERED = ("FileDialog/history", "FileDialog/lastVisited")
"""Where Qt keeps, for all its programs, the folders in which files were saved."""


class FileChoice(QObject):
    """``ask`` opens the window, ``chosen`` carries the file. Asked again while it is open, it comes to the front."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._above, self._today = parent, today
        self._dialog: QFileDialog | None = None

    @property
    def dialog(self) -> QFileDialog | None:
        """The window that asks just now."""
        return self._dialog

    def ask(self, stem: str, suffix: str, kind: str) -> None:
        """``kind`` is the files' kind in words. The name is the stem and today's date: it says nothing of what is in the file."""
        if (dialog := self._new(f"{kind} (*.{suffix})")) is not None:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            dialog.setDefaultSuffix(suffix)
            dialog.selectFile(f"{stem}-{self._today():%Y-%m-%d}.{suffix}")
            dialog.show()  # open() or exec() would keep the main window's "Hide" from being pressed

    def find(self, suffix: str, kind: str, any_kind: str) -> None:
        """Which file is meant, one that is there; both kinds are in words."""
        if (dialog := self._new(f"{kind} (*.{suffix});;{any_kind} (*)")) is not None:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.show()

    def _new(self, filters: str) -> QFileDialog | None:
        """A window that is not shown yet; None where one is there already, which is in front now."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return None
        before = {key: QSettings(QSettings.Scope.UserScope, "QtProject").value(key) for key in _REMEMBERED}
        dialog = QFileDialog(self._above, ui_wording.APP, str(Path.home()), filters)
        dialog.fileSelected.connect(lambda file: self.chosen.emit(Path(file)) if file else None)
        dialog.finished.connect(self._finished)
        dialog.destroyed.connect(lambda: _put_back(before))
        self._dialog = dialog
        return dialog

    def close(self) -> None:
        """Ask no more."""
        if self._dialog is not None:
            self._dialog.close()

    def _finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        if result == QFileDialog.DialogCode.Rejected and dialog.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            _count_as_esc(self._above)
        dialog.deleteLater()


def _count_as_esc(above: QWidget) -> None:
    """Keys in a window that the system draws never reach us: leaving it may have been the first of three presses of Esc."""
    main = above.parentWidget()
    hide = main.window().findChild(QuickHide) if main is not None else None
    if hide is not None:
        hide.press()


def _put_back(before: dict[str, object]) -> None:
    """Qt has just written down where the person looked; what stood there before stands there again."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key, value in before.items():
        if value is None:
            settings.remove(key)
        else:
            settings.setValue(key, value)
    settings.sync()
