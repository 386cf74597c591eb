"""What a widget draws itself, in a language that is read from the right: Qt turns its layouts around, but not what we paint."""

from PySide6.QtCore import QMargins, QRectF
from PySide6.QtWidgets import QWidget


def placed(widget: QWidget, rect: QRectF) -> QRectF:
    """Where a part goes that is given as for a language read from the left."""
    return QRectF(widget.width() - rect.right(), rect.top(), rect.width(), rect.height()) if widget.isRightToLeft() else rect


def margins(widget: QWidget, left: int, top: int, right: int, bottom: int) -> QMargins:
    """The room around what is in it; Qt takes margins as they are given, whichever way one reads."""
    return QMargins(right, top, left, bottom) if widget.isRightToLeft() else QMargins(left, top, right, bottom)
