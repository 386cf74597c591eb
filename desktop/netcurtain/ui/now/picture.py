"""The picture: the page in the middle, companies around it, and a line for each colour of what was told. Nothing in it moves by itself.

Where everything stands is worked out in picture_layout.py. Companies are buttons, and the lines say nothing that those do not say in words.
"""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from netcurtain.core.event import CompanyView
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.mark import Glyph
from netcurtain.ui.now import picture_layout as layout
from netcurtain.ui.now import wording
from netcurtain.ui.now.details import Details
from netcurtain.ui.now.picture_card import PictureCard
from netcurtain.ui.now.pictured import around, pictured
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.theme import STEP, Colour, Size, Theme

BADGE = 20
BADGE_ICON = 14
PAGE_ICON = 24
HOST_LONGEST = 80
MAY_BREAK = "\u200b"
"""A name that is too long for a line goes on behind one of its dots."""
DASHES = (3.0, 3.0)
"""Of what was only tried; in widths of the line."""


class Picture(QWidget):
    """Picture, what it leaves out, and the words of the company that is open. ``list_wanted``: the person asks for the list instead."""

    list_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._companies: dict[str, CompanyView] = {}
        self._opened = ""
        self._words: OpenedWords | None = None
        self.canvas = Canvas(theme, self)
        self.canvas.pressed.connect(self._press)
        self.more = Button(theme, "", Kind.PLAIN, parent=self)
        self.more.setAccessibleName(wording.LIST)
        self.more.setAccessibleDescription(wording.LIST_HOW)
        self.more.clicked.connect(self.list_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self._column.addWidget(self.canvas)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def words(self) -> "OpenedWords | None":
        """What is open."""
        return self._words

    def show_page(self, host: str, companies: Sequence[CompanyView]) -> None:
        """Show a page; with an empty host and no companies, nothing is left of any. ``close_words`` first where it is another page."""
        self._companies = {company.name: company for company in companies}
        if self._words is not None:
            if self._opened in self._companies:
                self._words.show_company(self._companies[self._opened])
            else:
                self.close_words()
        near = around(companies)
        self.canvas.show_page(host, near)
        left_out = len(companies) - len(near)
        if left_out:
            self._name_more(wording.more_in_list(left_out))
        self.more.setVisible(left_out > 0)

    def _name_more(self, words: str) -> None:
        if words != self.more.text():
            self.more.setText(words)
            self.more.setAccessibleName(words)

    def _press(self, name: str) -> None:
        again, company = name == self._opened, self._companies.get(name)  # it may have left just now
        self.close_words()
        if company is not None and not again:
            self._opened = name
            self._words = OpenedWords(self._theme, company, self)
            self._column.addWidget(self._words)
            self._words.show()
            reveal(self._words)
        self.canvas.show_opened(self._opened)

    def close_words(self) -> None:
        """Nobody's words are open."""
        words, self._words, self._opened = self._words, None, ""
        if words is not None:
            self._column.removeWidget(words)
            words.hide()
            words.deleteLater()
            self.canvas.show_opened("")


class OpenedWords(QFrame):
    """A company's words, below the picture."""

    def __init__(self, theme: Theme, company: CompanyView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(shown(company.name))
        self._details = Details(theme, company, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(STEP)
        column.addWidget(Prose(theme, shown(company.name), Size.LARGE, wide=True, parent=self))
        column.addWidget(self._details)

    def show_company(self, company: CompanyView) -> None:
        """Show a newer state of the same company."""
        self._details.show_company(company)


class Canvas(QWidget):
    """The page, the companies' buttons, and the lines behind them. ``pressed`` says the name of a company whose button was pressed."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[PictureCard] = []
        self.placed: layout.Placed | None = None
        self._known: dict[int, layout.Placed | None] = {}
        self._page = PageCard(theme, self)
        self._no_room = Prose(theme, wording.NO_ROOM, Size.BODY, Colour.SOFT, parent=self)
        self._no_room.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._forget_places)

    def show_page(self, host: str, companies: Sequence[CompanyView]) -> None:
        """Show these companies around the page. The button of one that stays is the same one, so that it keeps the focus."""
        before = {card.company.name: card for card in self.cards}
        cards: list[PictureCard] = []
        moved = self._page.show_host(host)
        for company in map(pictured, companies):
            card = before.pop(company.name, None)
            if card is None:
                card = PictureCard(self._theme, company, self)
                card.clicked.connect(lambda _checked, card=card: self.pressed.emit(card.company.name))
                moved = True
            else:
                moved |= card.show_company(company)
            cards.append(card)
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        moved |= bool(before)
        if cards != self.cards:
            self.cards = cards
            for first, second in itertools.pairwise(cards):
                QWidget.setTabOrder(first, second)
            moved = True
        if moved:
            self._forget_places()

    def show_opened(self, name: str) -> None:
        """Show whose words are open; "" for nobody's."""
        for card in self.cards:
            card.setChecked(card.company.name == name)

    def hasHeightForWidth(self) -> bool:
        """The narrower it is, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the picture is in this width, or the words that there is no room for it."""
        placed = self._place(width)
        return round(placed.height) if placed else self._no_room.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._least(), self.heightForWidth(max(self.width(), self._least())))

    def minimumSizeHint(self) -> QSize:
        """It says so where it has too little room."""
        return QSize(1, 1)

    def event(self, event: QEvent) -> bool:
        """Where something in it needs another height, all of it may stand elsewhere."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._forget_places()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines, each with the icon of what it means."""
        if self.placed is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card, box, side in zip(self.cards, self.placed.companies, self.placed.sides, strict=True):
            kinds = card.company.lines
            for number, kind in enumerate(kinds):
                line = layout.line(self.placed.page, box, side, number, len(kinds), self._letter)
                pen = QPen(self._theme.colour(kind.colour), 1 + self._theme.line)
                if card.company.tried:
                    pen.setDashPattern(DASHES)
                painter.setPen(pen)
                painter.drawLine(QPointF(*line.start), QPointF(*line.end))
                self._paint_badge(painter, kind.icon, kind.colour, QPointF(*line.icon))
        painter.end()

    def _paint_badge(self, painter: QPainter, icon: str, colour: Colour, middle: QPointF) -> None:
        around, size = self._theme.scaled(BADGE) / 2, self._theme.scaled(BADGE_ICON)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Colour.PAPER))
        painter.drawEllipse(middle, around, around)
        self._theme.draw_icon(painter, icon, colour, QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size))

    @property
    def _letter(self) -> int:
        """The height of letters, which everything is measured by."""
        return self._theme.size(Size.BODY)

    def _least(self) -> int:
        return round(2 * layout.LEAST_CARD * self._letter) + layout.GAP

    def _forget_places(self) -> None:
        self._known.clear()
        self.updateGeometry()
        self._arrange()

    def _place(self, width: int) -> layout.Placed | None:
        """Where everything stands in a width; None where there is no room. A layout asks often, so it is worked out once."""
        if width not in self._known:
            form = layout.shape(width, self._letter)
            if form is None:
                self._known[width] = None
            else:
                card = layout.card_width(form, width, self._letter)
                heights = [one.height_in(card) for one in self.cards]
                self._known[width] = layout.place(
                    form, width, card, self._page.height_in(card), heights, rightwards=not self.isRightToLeft()
                )
        return self._known[width]

    def _arrange(self) -> None:
        self.placed = self._place(self.width())
        self._no_room.setVisible(self.placed is None)
        self._no_room.setGeometry(0, 0, self.width(), self._no_room.heightForWidth(self.width()))
        self._page.setVisible(self.placed is not None)
        for card in self.cards:
            card.setVisible(self.placed is not None)
        if self.placed is not None:
            self._page.setGeometry(_rect(self.placed.page).toRect())
            for card, box in zip(self.cards, self.placed.companies, strict=True):
                card.setGeometry(_rect(box).toRect())
        self.update()


class PageCard(QFrame):
    """The page in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(STEP, 2 * STEP, STEP, 2 * STEP)
        self._inside.setSpacing(STEP // 2)
        self._inside.addWidget(Glyph(theme, "browser", Colour.TEAL, PAGE_ICON, self), 0, Qt.AlignmentFlag.AlignHCenter)
        self._host = Prose(theme, "", Size.BODY, bold=True, wide=True, parent=self)
        what = Prose(theme, wording.THIS_PAGE, Size.SMALL, Colour.SOFT, wide=True, parent=self)
        for line in (what, self._host):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._inside.addWidget(line)

    def show_host(self, host: str) -> bool:
        """Show whose page it is; whether that is news."""
        words = shown(host, HOST_LONGEST)
        if words == self._host.accessibleName():
            return False
        self._host.setAccessibleName(words)
        self._host.setText(words.replace(".", f".{MAY_BREAK}"))
        return True

    def height_in(self, width: int) -> int:
        """How high it is in this width."""
        return self._inside.totalHeightForWidth(width)


def _rect(box: layout.Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
