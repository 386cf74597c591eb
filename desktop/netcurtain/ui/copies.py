"""What the windows put where others can paste it from, and how it is taken back: nothing of ours is left there once they are hidden."""

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

CLIPBOARD, SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection

NOT_TO_BE_KEPT = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
"""Tells KDE and Windows to keep no list of it, for there it would outlive its taking back."""


def marked(text: str) -> QMimeData:
    """A text as it goes into the clipboard."""
    data = QMimeData()
    data.setText(text)
    for kind, value in NOT_TO_BE_KEPT.items():
        data.setData(kind, value)
    return data


def copy(text: str) -> None:
    """Put a text where it can be pasted from."""
    QGuiApplication.clipboard().setMimeData(marked(text))


class MarkedCopies(QObject):
    """Ctrl+C in a list or a table: the words of its current line go as ``copy`` puts them, which Qt would do without the marks."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        view.installEventFilter(self)

    def eventFilter(self, view: QObject, event: QEvent) -> bool:
        """Only this one key is taken."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Copy)):
            return False
        if isinstance(view, QAbstractItemView) and isinstance(words := view.currentIndex().data(), str):
            copy(words)
        return True


def clear_copies(text: str) -> None:
    """Take a text out of the clipboard, and out of what a middle click pastes. Whatever else was copied since stays there."""
    clipboard = QGuiApplication.clipboard()
    modes = [CLIPBOARD] + ([SELECTION] if clipboard.supportsSelection() else [])
    for mode in modes:
        if text and clipboard.text(mode).strip() == text:
            clipboard.clear(mode)


def take_back() -> None:
    """Take out whatever came from our own windows, even words that were only marked. What came from elsewhere stays, and is not read."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(CLIPBOARD)
    if clipboard.ownsSelection():
        clipboard.clear(SELECTION)
