"""How much of the screen a window may take: a small laptop at 200 % has 683 by 384, and less beside its panel."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

FRAME = QSize(8, 36)
"""What the system usually draws around a window: its title and its edges."""


def room() -> QRect:
    """The screen without panels and docks."""
    return QGuiApplication.primaryScreen().availableGeometry()


def fitting(size: QSize) -> QSize:
    """The same size, or what the screen has room for."""
    return size.boundedTo(room().size() - FRAME)
