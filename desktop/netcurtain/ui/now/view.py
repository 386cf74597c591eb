"""The *Now* page: one sentence, then who was told what, as a list or as a picture. Calm words where there is nothing to tell."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.core.event import PageKey, PageView
from netcurtain.ui import wording
from netcurtain.ui.button import TAB_AROUND, Button, Kind
from netcurtain.ui.centred import centred
from netcurtain.ui.mark import Glyph, Mark, hairline
from netcurtain.ui.mirrored import margins
from netcurtain.ui.now import wording as words
from netcurtain.ui.now.company import CompanyRow, indent
from netcurtain.ui.now.model import CompanyModel, NowModel, State, caveats
from netcurtain.ui.now.picture import Picture
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

PICTURE = 72
MOST_ROWS = 100
"""Companies with a row of their own, those met first: more than nearly any page has, and few enough to empty at once."""


class NowView(QScrollArea):
    """Shows a NowModel. ``connect_browser`` and ``practise`` are what the empty states offer."""

    def __init__(
        self,
        theme: Theme,
        model: NowModel,
        connect_browser: Callable[[], None],
        practise: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(wording.NOW)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = model
        self._shown: tuple[State, PageKey | None] | None = None
        self._page = PagePart(theme, model.companies)
        self._stack = QStackedWidget()
        self._stack.setObjectName("page")
        self._parts = {
            State.NO_BROWSER: empty_part(theme, wording.NO_BROWSER, wording.NO_BROWSER_MORE, wording.CONNECT, connect_browser),
            State.NO_PAGE: empty_part(theme, wording.NO_PAGE, wording.NO_PAGE_MORE, wording.PRACTISE, practise),
            State.PAGE: self._page,
        }
        for part in self._parts.values():
            self._stack.addWidget(part)
        self.setWidget(self._stack)
        model.changed.connect(self._show)
        self._show()

    @property
    def page(self) -> "PagePart":
        """The page that is shown."""
        return self._page

    @property
    def rows(self) -> list[CompanyRow]:
        """The companies' rows."""
        return self._page.companies.rows

    def _show(self) -> None:
        state, view = self.model.state, self.model.view
        self._page.show_page(view)
        if self._stack.currentWidget() is not self._parts[state]:
            self._stack.setCurrentWidget(self._parts[state])
        before, self._shown = self._shown, (state, view.key if view else None)
        if self._shown != before:  # another page is read from its top
            self.verticalScrollBar().setValue(0)


class PagePart(QWidget):
    """A page: its host, the sentence, the companies, and what we did not see."""

    def __init__(self, theme: Theme, companies: CompanyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._view: PageView | None = None
        self._private = Mark(theme, "private", wording.PRIVATE, Colour.SOFT, self)
        self._host = Prose(theme, "", Size.BODY, Colour.SOFT, wide=True, parent=self)
        self._host.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._headline = Prose(theme, "", Size.HEADLINE, wide=True, parent=self)
        self._calm = Prose(theme, "", Size.LARGE, wide=True, parent=self)
        self._form = Prose(theme, "", Size.BODY, Colour.SOFT, parent=self)
        self.as_list = Button(theme, words.LIST, Kind.TAB, parent=self)
        self.as_picture = Button(theme, words.PICTURE, Kind.TAB, parent=self)
        self.segment = self._build_segment()
        self.companies = CompanyList(theme, companies, self)
        self.picture = Picture(theme, self)
        self.picture.list_wanted.connect(self._turn_to_list)
        self._caveats = [Prose(theme, "", Size.BODY, Colour.SOFT, parent=self) for _ in range(2)]

        top = QHBoxLayout()
        top.addWidget(self._private)
        top.addWidget(self._host, 1)
        column = QVBoxLayout()
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(4 * STEP)
        for widget, after in ((self._headline, STEP), (self._calm, STEP), (self._form, 0)):
            column.addWidget(widget)
            column.addSpacing(after)
        column.addSpacing(STEP)
        row = QHBoxLayout()
        row.addSpacing(-TAB_AROUND)
        row.addWidget(self.segment)
        column.addLayout(row)
        column.addSpacing(STEP)
        column.addWidget(self.companies)
        column.addWidget(self.picture)
        column.addSpacing(3 * STEP)
        for caveat in self._caveats:
            column.addWidget(caveat)
            column.addSpacing(STEP)
        column.addStretch(1)
        centred(theme, self, column)
        self._fill(None)  # what is empty takes no room before the first page either: the view is as high as the highest of its parts

    def show_page(self, view: PageView | None) -> None:
        """Show a page; None empties every word of it."""
        if view is self._view:
            return
        if view is None or self._view is None or view.key != self._view.key:
            self.picture.close_words()
        self._fill(view)

    def _fill(self, view: PageView | None) -> None:
        self._view = view
        quiet = view is not None and not view.companies
        self._private.setVisible(view is not None and view.private)
        self._host.setText(shown(view.host) if view else "")
        _say(self._headline, view.headline if view and not quiet else "")
        _say(self._calm, view.headline if view and quiet else "")
        _say(self._form, wording.FORM[view.form_level] if view else "")
        lines = caveats(view) if view else ()
        for place, caveat in enumerate(self._caveats):
            _say(caveat, lines[place] if place < len(lines) else "")
        self.segment.setVisible(view is not None and not quiet)
        self._show_companies()

    def _build_segment(self) -> QWidget:
        """List or picture: the list until somebody asks for the picture, which then stays as long as the window lives."""
        segment = QWidget(self)
        row = QHBoxLayout(segment)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        group = QButtonGroup(segment)
        for button, how in ((self.as_list, words.LIST_HOW), (self.as_picture, words.PICTURE_HOW)):
            button.setAccessibleDescription(how)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.as_list.setChecked(True)
        group.buttonToggled.connect(self._show_companies)
        return segment

    def _turn_to_list(self) -> None:
        self.as_list.setChecked(True)
        self.as_list.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_companies(self) -> None:
        """The picture holds nothing while the list is shown."""
        companies = self._view.companies if self._view else ()
        pictured = self.as_picture.isChecked() and bool(companies)
        self.companies.setVisible(self.as_list.isChecked() and bool(companies))
        self.picture.setVisible(pictured)
        self.picture.show_page(self._view.host if self._view and pictured else "", companies if pictured else ())


class CompanyList(QFrame):
    """The first rows of a CompanyModel, in a card, and a line that counts those it leaves out."""

    def __init__(self, theme: Theme, model: CompanyModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(wording.COMPANIES)
        self._theme, self.model = theme, model
        self.rows: list[CompanyRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._part, self._column = self._new_part()
        self._under = QWidget(self)
        self.more = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self._under)
        self._layout.addWidget(self._under)
        under = QVBoxLayout(self._under)
        under.setContentsMargins(margins(self, indent(theme), 2 * STEP, 2 * STEP, 2 * STEP))
        under.addWidget(self.more)
        model.modelReset.connect(self._rebuild)
        model.rowsInserted.connect(lambda _parent, first, last: self._add(first, last))
        model.dataChanged.connect(lambda first, last: self._renew(first.row(), last.row()))
        self._add(0, self.model.rowCount() - 1)

    def _rebuild(self) -> None:
        """All rows go at once with the part that they stand in: one after another, a thousand of them take a second."""
        self.rows = []
        self._part.hide()
        self._part.deleteLater()
        self._part, self._column = self._new_part()
        self._add(0, self.model.rowCount() - 1)

    def _new_part(self) -> tuple[QWidget, QVBoxLayout]:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._layout.insertWidget(0, part)
        return part, column

    def _add(self, first: int, last: int) -> None:
        for row in range(first, min(last + 1, MOST_ROWS)):
            if row:
                self._column.addWidget(hairline(self._part))
            widget = CompanyRow(self._theme, self.model.company(row), self._part)
            self.rows.append(widget)
            self._column.addWidget(widget)
        left_out = self.model.rowCount() - len(self.rows)
        self.more.setText(wording.and_more(left_out) if left_out else "")
        self._under.setVisible(left_out > 0)

    def _renew(self, first: int, last: int) -> None:
        for row in range(first, min(last + 1, len(self.rows))):
            self.rows[row].show_company(self.model.company(row))


def empty_part(theme: Theme, words: str, more: str, offer: str, act: Callable[[], None]) -> QWidget:
    """A calm picture, a sentence, and the one thing to do."""
    part = QWidget()
    part.setObjectName("page")
    column = QVBoxLayout()
    column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 8 * STEP)
    column.addStretch(1)
    column.addWidget(Glyph(theme, "curtain", Colour.TEAL, PICTURE, part), 0, Qt.AlignmentFlag.AlignHCenter)
    column.addSpacing(3 * STEP)
    for text, size, colour in ((words, Size.HEADLINE, Colour.INK), (more, Size.BODY, Colour.SOFT)):
        line = Prose(theme, text, size, colour, parent=part)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(STEP)
    column.addSpacing(2 * STEP)
    button = Button(theme, offer, Kind.FILLED, parent=part)
    button.clicked.connect(lambda _checked: act())
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    centred(theme, part, column)
    return part


def _say(line: Prose, text: str) -> None:
    line.setText(shown(text))
    line.setVisible(bool(text))
