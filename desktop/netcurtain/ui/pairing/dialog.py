"""Joining a browser: a code to type or paste into the extension, for two minutes."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFontDatabase, QFontMetrics, QGuiApplication, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.core.event import BrowserPaired
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions, PairingCode
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.mark import Glyph
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import CORNER, STEP, Colour, Size, Theme

CLOSES_AFTER_MS = 2500
SECOND_MS = 1000
WIDTH = 640


class PairingDialog(QDialog):
    """Shows a fresh code. ``hear`` every event: a browser that used the code turns it to "Connected", and it closes itself."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.APP)
        self.setAccessibleName(wording.CONNECT)
        self._actions = actions
        self._code: PairingCode | None = None
        self._left = 0
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)
        self.setMinimumWidth(WIDTH)
        self._stack = QStackedWidget(self)
        self._asking = self._build_asking(theme)
        self._done = self._build_done(theme)
        self._stack.addWidget(self._asking)
        self._stack.addWidget(self._done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP - AROUND, 4 * STEP, 4 * STEP - AROUND, 3 * STEP)
        layout.addWidget(self._stack)
        self.renew()

    @property
    def connected(self) -> bool:
        """Whether a browser used a code while this was open."""
        return self._stack.currentWidget() is self._done

    @Slot()
    def renew(self) -> None:
        """Ask for a fresh code and start its time again."""
        self._code = self._actions.new_pairing_code()
        self._left = self._code.seconds
        self.code.setText(self._code.text)
        self.code.setAccessibleName(f"{wording.PAIRING_CODE}: {' '.join(self._code.text)}")
        self._port.setText(wording.port(self._code.port))
        self._copy.setText(wording.COPY)
        self._copy.setAccessibleName(wording.COPY)
        self._show_time()
        self._second.stop()
        if self._left > 0:
            self._second.start()

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        if isinstance(event, BrowserPaired) and not self.connected:
            self._forget_code()
            self._stack.setCurrentWidget(self._done)
            QTimer.singleShot(CLOSES_AFTER_MS, self, self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the words need, which is known only now."""
        self.resize(WIDTH, self.heightForWidth(WIDTH))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A code that nobody sees any more must not work any more."""
        self._forget_code()
        super().hideEvent(event)

    def _forget_code(self) -> None:
        self._second.stop()
        if self._code is not None:
            self._actions.forget_pairing_code()
        self._code = None
        self.code.setText("")
        self.code.setAccessibleName(wording.PAIRING_CODE)

    def tick(self) -> None:
        """One second has gone."""
        self._left -= 1
        self._show_time()
        if self._left <= 0:
            self._forget_code()

    def _show_time(self) -> None:
        over = self._left <= 0
        self._time.setText(self._why_none() if over else wording.seconds_left(self._left))
        self._copy.setVisible(not over)
        self._new.setVisible(over)

    def _why_none(self) -> str:
        return wording.PAIRING_NOT_NOW if self._code is not None and not self._code.text else wording.PAIRING_OVER

    def _copy_code(self) -> None:
        if self._code is not None:
            QGuiApplication.clipboard().setText(self._code.text)
            self._copy.setText(wording.COPIED)
            self._copy.setAccessibleName(wording.COPIED)

    def _build_asking(self, theme: Theme) -> QWidget:
        part = QWidget(self)
        self.code = CodeLabel(theme, part)
        self._time = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=part)
        self._port = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=part)
        self._copy = Button(theme, wording.COPY, Kind.FILLED, parent=part)
        self._copy.clicked.connect(self._copy_code)
        self._new = Button(theme, wording.NEW_CODE, Kind.FILLED, parent=part)
        self._new.clicked.connect(self.renew)
        close = Button(theme, wording.CLOSE, Kind.OUTLINED, parent=part)
        close.clicked.connect(self.reject)

        column = QVBoxLayout()
        column.setContentsMargins(AROUND, 0, AROUND, 0)
        column.setSpacing(STEP)
        column.addWidget(Prose(theme, wording.CONNECT, Size.HEADLINE, parent=part))
        column.addSpacing(STEP)
        for number, step in enumerate(wording.PAIRING_STEPS, 1):
            line = QHBoxLayout()
            line.setSpacing(STEP)
            figure = Prose(theme, f"{number}.", Size.BODY, Colour.TEAL, bold=True, parent=part)
            figure.setFixedWidth(3 * STEP)
            line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Prose(theme, step, parent=part), 1)
            column.addLayout(line)
        column.addSpacing(2 * STEP)
        column.addWidget(self.code)
        under = QHBoxLayout()
        under.addWidget(self._time, 1)
        under.addWidget(self._port)
        column.addLayout(under)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._new)
        buttons.addWidget(close)
        buttons.addStretch(1)
        all_of_it = QVBoxLayout(part)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.addLayout(column)
        all_of_it.addSpacing(2 * STEP)
        all_of_it.addStretch(1)
        all_of_it.addLayout(buttons)
        return part

    def _build_done(self, theme: Theme) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.addStretch(1)
        column.addWidget(Glyph(theme, "tick", Colour.TEAL, 56, part), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, size, colour in (
            (wording.CONNECTED, Size.HEADLINE, Colour.INK),
            (wording.CONNECTED_MORE, Size.BODY, Colour.SOFT),
        ):
            line = Prose(theme, text, size, colour, parent=part)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2 * STEP)
        close = Button(theme, wording.CLOSE, parent=part)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return part


class CodeLabel(QLabel):
    """The code in large letters that all have the same width, on a card."""

    LETTERS = 30
    GROUPS = 23
    """Cells that four groups of five and their hyphens take."""
    NONE = "·····-·····-·····-·····"
    """Stands where a code was or will be."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self.LETTERS)
        self.setFont(font)
        self._cell = QFontMetrics(font).horizontalAdvance("M") + 2
        self.setMinimumSize(self._cell * self.GROUPS + 6 * STEP, 10 * STEP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each letter in the middle of its cell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour(Colour.LINE))
        painter.setBrush(self._theme.colour(Colour.CARD))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), CORNER, CORNER)
        letters = self.text() or self.NONE
        left = (self.width() - len(letters) * self._cell) // 2
        for place, letter in enumerate(letters):
            painter.setPen(self._theme.colour(Colour.INK if letter.isalnum() else Colour.SOFT))
            painter.drawText(left + place * self._cell, 0, self._cell, self.height(), Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()
