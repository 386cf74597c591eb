"""The small window that says a form waits. It names companies, never the site or its subject, and never takes the keyboard.

A page can cover the card that the extension draws in it; it cannot cover this.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from netcurtain.core.event import BrowserLeft, FrontChanged, PageGone, PageKey, SubmissionAnswered, SubmissionMade, WarningChanged
from netcurtain.core.observation import Choice
from netcurtain.core.settings import AlertPlace
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, Button, Kind, in_line
from netcurtain.ui.mark import Flow
from netcurtain.ui.mirrored import margins
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.screen import FRAME, room
from netcurtain.ui.theme import STEP, Colour, Size, Theme

WIDTH = 520
MARGIN = 24
MOST_TEXT = 240
LEAST_TEXT = 64
"""Pixels of sentences before they scroll, and how many there are on the smallest screen."""
MOST_LINES = 6
"""Sentences with a line of their own; what is more shares the last one."""
MOST_WAITING = 100
"""Held forms remembered; the oldest is let go of first. Its card in the page stays."""


class AlertWindow(QWidget):
    """Give it every event; it knows itself when to be there: while a page with a held form is in front."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.CustomizeWindowHint
            | Qt.WindowType.WindowTitleHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)  # else it goes away there while the browser is in front
        self.setObjectName("window")
        self.setWindowTitle(wording.APP)
        self.setAccessibleName(wording.ALERT_HEADING)
        self._theme, self._actions = theme, actions
        self._waiting: dict[str, SubmissionMade] = {}
        self._front: dict[str, PageKey | None] = {}
        self._asked: SubmissionMade | None = None
        self._build()
        theme.changed.connect(self._fit)

    @property
    def submission(self) -> str:
        """The submission that is asked about now, "" for none."""
        return self._asked.submission if self._asked else ""

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        match event:
            case SubmissionMade(held=True):
                while len(self._waiting) >= MOST_WAITING:
                    self._waiting.pop(next(iter(self._waiting)))
                self._waiting[event.submission] = event
            case WarningChanged(submission=submission) if submission in self._waiting:
                self._waiting[submission] = replace(self._waiting[submission], told=event.told, not_seen=event.not_seen)
            case SubmissionAnswered(submission=submission):
                self._waiting.pop(submission, None)
            case PageGone(key=gone):
                self._waiting = {name: made for name, made in self._waiting.items() if made.key != gone}
            case FrontChanged(browser=browser, key=key):
                self._front[browser] = key
            case BrowserLeft(browser=browser):
                self._waiting = {name: made for name, made in self._waiting.items() if made.key.browser != browser}
                self._front.pop(browser, None)
            case _:
                return
        self.settle()

    def show_for(self, made: SubmissionMade) -> None:
        """Ask about one submission, without taking the focus."""
        if made == self._asked:
            return
        self._asked = made
        rest = " ".join(made.told[MOST_LINES - 1 :])
        told = [*made.told[: MOST_LINES - 1], *([rest] if rest else [])]
        for place, line in enumerate(self._told):
            line.setText(shown(told[place]) if place < len(told) else "")
            line.setVisible(place < len(told))
        self._not_seen.setText(shown(made.not_seen))
        self._fit()
        self.show()
        self.raise_()

    def dismiss(self, submission: str) -> None:
        """Ask no more about one submission: it was answered, here or elsewhere."""
        self._waiting.pop(submission, None)
        self.settle()

    def empty(self) -> None:
        """Go away at once and leave no words behind. The card in the page still asks."""
        self._waiting.clear()
        self.settle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window manager: the card in the page still asks."""
        self.empty()
        super().closeEvent(event)

    @Slot()
    def settle(self) -> None:
        """Show the newest held form of a page in front, or nothing; nothing where the person wants to be asked in the page alone."""
        made = next((m for m in reversed(self._waiting.values()) if self._front.get(m.key.browser) == m.key), None)
        if self._actions.settings().alert is AlertPlace.PAGE:
            made = None
        if made is not None:
            self.show_for(made)
            return
        self._asked = None
        self.hide()
        for line in (*self._told, self._not_seen):
            line.setText("")

    def _answer(self, choice: Choice) -> None:
        if submission := self.submission:
            self.dismiss(submission)
            self._actions.choose(submission, choice)

    def _build(self) -> None:
        theme = self._theme
        leave = self._button(wording.LEAVE, Kind.PLAIN, Choice.LEAVE)
        top = QHBoxLayout()
        top.setContentsMargins(margins(self, AROUND, 0, 0, 0))
        top.addWidget(Prose(theme, wording.ALERT_HEADING, Size.LARGE, bold=True, wide=True, parent=self), 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(leave)
        words = QWidget()
        words.setObjectName("page")
        lines = QVBoxLayout(words)
        lines.setContentsMargins(AROUND, 0, AROUND, 0)
        lines.setSpacing(STEP)
        lines.addWidget(Prose(theme, wording.ALERT_STILL_HERE, parent=words))
        self._told = [Prose(theme, "", parent=words) for _ in range(MOST_LINES)]
        self._not_seen = Prose(theme, "", Size.BODY, Colour.SOFT, parent=words)
        for line in (*self._told, self._not_seen):
            lines.addWidget(line)
        self._words = words
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(words)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(wording.ALERT_HEADING)
        choices = Flow(between=STEP // 2)
        choices.addWidget(self._button(wording.WITHOUT_COMPANIES, Kind.FILLED, Choice.WITHOUT_COMPANIES))
        choices.addWidget(self._button(wording.NOT_NOW, Kind.OUTLINED, Choice.NOT_NOW))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP - AROUND, STEP, 3 * STEP - AROUND, 2 * STEP)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addWidget(self._scroll)
        column.addSpacing(STEP)
        column.addLayout(choices)
        column.addLayout(in_line(self._button(wording.AS_IT_IS, Kind.PLAIN, Choice.AS_IT_IS)))

    def _button(self, text: str, kind: Kind, choice: Choice) -> Button:
        button = Button(self._theme, text, kind, parent=self)
        button.clicked.connect(lambda: self._answer(choice))
        return button

    def _fit(self) -> None:
        """As high as the words need, in the lower right corner of the screen."""
        screen = room()
        width = max(self.minimumSizeHint().width(), min(self._theme.scaled(WIDTH), screen.width() - 2 * MARGIN))
        layout = self._words.layout()
        needed = layout.heightForWidth(width - 6 * STEP + 2 * AROUND) if layout is not None else MOST_TEXT
        self._scroll.setFixedHeight(0)
        around = self.sizeHint().height() + FRAME.height() + 2 * MARGIN
        self._scroll.setFixedHeight(max(LEAST_TEXT, min(self._theme.scaled(MOST_TEXT), needed, screen.height() - around)))
        self.setFixedWidth(width)
        self.adjustSize()
        top = screen.bottom() - self.height() - 2 * MARGIN
        self.move(screen.right() - self.width() - MARGIN, max(screen.top(), top))
