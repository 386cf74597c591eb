"""Joining a browser, from the main window: first the code, then "Connected" and a name for the browser."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.history import clock as clocks
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.pairing.connected import ConnectedPanel
from netcurtain.ui.pairing.panel import PairingPanel
from netcurtain.ui.prose import Prose
from netcurtain.ui.screen import fitting
from netcurtain.ui.theme import STEP, Size, Theme

WIDTH = 640


class PairingDialog(QDialog):
    """Shows a fresh code. ``hear`` every event: a browser that used the code turns it to "Connected"."""

    def __init__(
        self, theme: Theme, actions: Actions, parent: QWidget | None = None, *, clock: Callable[[], float] = clocks.seconds
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(wording.APP)
        self.setAccessibleName(wording.CONNECT)
        self._stack = QStackedWidget(self)
        self.panel = PairingPanel(theme, actions, self, clock=clock)
        self.panel.connected.connect(self._connected)
        self.welcomed = ConnectedPanel(theme, actions, self)
        self.welcomed.done.connect(self.accept)
        self._asking = self._build_asking(theme)
        self._stack.addWidget(self._asking)
        self._stack.addWidget(self.welcomed)
        self._page = QWidget()
        self._page.setObjectName("page")
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(4 * STEP - AROUND, 4 * STEP, 4 * STEP - AROUND, 3 * STEP)
        inside.addWidget(self._stack)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.panel.renew()

    @property
    def connected(self) -> bool:
        """Whether a browser used a code while this was open."""
        return self._stack.currentWidget() is self.welcomed

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        self.panel.hear(event)
        self._fit()

    @Slot(str, str)
    def _connected(self, browser: str, name: str) -> None:
        self._stack.setCurrentWidget(self.welcomed)
        self.welcomed.welcome(browser, name)

    def showEvent(self, event: QShowEvent) -> None:
        """How high it has to be is known only now."""
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """As high as the words need, or as the screen is; then they scroll. A bar that is there needs its room, or it would stay."""
        width = max(WIDTH, min(self._theme.scaled(WIDTH), self._page.sizeHint().width()))
        beside_bar = width - self._scroll.verticalScrollBar().sizeHint().width()
        self.resize(fitting(QSize(width, max(self.height(), self._page.heightForWidth(beside_bar)))))

    def _build_asking(self, theme: Theme) -> QWidget:
        part = QWidget(self)
        close = Button(theme, wording.CLOSE, Kind.OUTLINED, parent=part)
        close.clicked.connect(self.reject)
        self.panel.buttons.addWidget(close)
        self.panel.buttons.addStretch(1)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        heading = QVBoxLayout()
        heading.setContentsMargins(AROUND, 0, AROUND, 0)
        heading.addWidget(Prose(theme, wording.CONNECT, Size.HEADLINE, parent=part))
        column.addLayout(heading)
        column.addWidget(self.panel, 1)
        return part
