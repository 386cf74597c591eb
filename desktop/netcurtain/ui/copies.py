"""What the windows put where others can paste it from, and how it is taken back: nothing of ours is left there once they are hidden."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

CLIPBOARD, SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection

NOT_TO_BE_KEPT = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
"""Tells KDE and Windows to keep no list of it, for there it would outlive its taking back."""


def copy(text: str) -> None:
    """Put a text where it can be pasted from."""
    data = QMimeData()
    data.setText(text)
    for kind, value in NOT_TO_BE_KEPT.items():
        data.setData(kind, value)
    QGuiApplication.clipboard().setMimeData(data)


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
