"""A column of words in the middle of a page, no wider than is easy to read: with larger text it is wider."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netcurtain.ui.theme import Theme

COLUMN = 720
"""Pixels at the usual text size."""


def centred(theme: Theme, widget: QWidget, column: QVBoxLayout) -> None:
    """Put a column in the middle of a widget."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(Inner(theme, widget, column), 100)
    row.addStretch(1)


class Inner(QWidget):
    """What holds the column."""

    def __init__(self, theme: Theme, widget: QWidget, column: QVBoxLayout) -> None:
        super().__init__(widget)
        self._theme = theme
        self.setObjectName("page")
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setMaximumWidth(self._theme.scaled(COLUMN))
