"""What the *Now* page shows: which page is in front, and the companies on it as rows."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from netcurtain.core import wording as core_wording
from netcurtain.core.event import BrowserLeft, CompanyView, FrontChanged, LinkChanged, PageGone, PageKey, PageUpdated, PageView
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.request import Fate
from netcurtain.core.translation import _
from netcurtain.ui import wording
from netcurtain.ui.plain import shown
from netcurtain.ui.theme import Colour

COMPANY_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class State(enum.Enum):
    """What there is to show."""

    NO_BROWSER = "no_browser"
    NO_PAGE = "no_page"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class KindTold:
    """A kind of fact as a mark."""

    icon: str
    word: str
    colour: Colour


_ADDRESS = KindTold("address", _("address"), Colour.SKY)
_TITLE = KindTold("title", _("title"), Colour.SKY)
_BEFORE = KindTold("before", _("the page before"), Colour.SKY)
_PRESSED = KindTold("button", _("what was pressed"), Colour.AMBER)
_QUESTIONS = KindTold("questions", _("which questions"), Colour.AMBER)
_PERSON = KindTold("person", _("who you are"), Colour.ROSE)
_ACCOUNT = KindTold("account", _("an account code"), Colour.ROSE)
_WRITTEN = KindTold("questions", _("what you wrote"), Colour.ROSE)

_KINDS: dict[What, KindTold] = {
    What.PAGE_ADDRESS: _ADDRESS,
    What.PAGE_TITLE: _TITLE,
    What.REFERRER: _BEFORE,
    What.BUTTON_TEXT: _PRESSED,
    What.LINK_ADDRESS: _PRESSED,
    What.FORM_ID: _QUESTIONS,
    What.FORM_FIELDS: _QUESTIONS,
    What.IDENTITY: _PERSON,
    What.ACCOUNT: _ACCOUNT,
    What.TYPED: _WRITTEN,
}
"""Which facts get a mark, in the order of the marks; the others stand in the details only, so that no mark does not mean nothing told."""


def kinds_told(told: Sequence[DecodedField]) -> tuple[KindTold, ...]:
    """The marks of what was told, each once."""
    present = {fact.what for fact in told}
    return tuple(dict.fromkeys(kind for what, kind in _KINDS.items() if what in present))


def told_lead(company: CompanyView) -> str:
    """The words before the marks, or instead of them."""
    if kinds_told(company.told):
        return wording.TOLD if company.went_out else wording.TRIED
    if company.went_out:
        return wording.NOTHING_READ if _nothing_read(company) else wording.CONTACTED
    stopped = any(seen.fate is Fate.STOPPED_BY_US for seen in company.seen)
    return wording.FATES[Fate.STOPPED_BY_US] if stopped else wording.HERE


def _nothing_read(company: CompanyView) -> bool:
    """Whether neither a fact nor a sentence says more of it than that it was contacted. An event may be known by its name alone."""
    return not company.told and core_wording.contacted(company.name, went_out=True) in company.sentences


def spoken(company: CompanyView) -> str:
    """A company's row for who listens to it."""
    words = ", ".join(kind.word for kind in kinds_told(company.told))
    return wording.company_row(shown(company.name), f"{told_lead(company)} {words}".strip())


def caveats(view: PageView) -> tuple[str, ...]:
    """What we did not see, without saying the headline twice; a page that was open before us says so in a line of its own."""
    rest = view.not_seen.removeprefix(view.headline).replace(core_wording.MISSED_THE_START, "").strip()
    missed = "" if view.from_start else core_wording.MISSED_THE_START
    return tuple(line for line in (rest, missed) if line)


class NowModel(QObject):
    """Follows the open pages and says which one is in front. Pages that are closed leave nothing behind."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.companies = CompanyModel(self)
        self.browsers = 0
        self._pages: dict[PageKey, PageView] = {}
        self._fronts: dict[str, PageKey] = {}
        self._covered = False

    @property
    def view(self) -> PageView | None:
        """The page in front, unless the window is hidden."""
        front = self._front
        return self._pages.get(front) if front is not None and self.browsers and not self._covered else None

    @property
    def state(self) -> State:
        """What there is to show."""
        if not self.browsers:
            return State.NO_BROWSER
        return State.PAGE if self.view else State.NO_PAGE

    def cover(self, covered: bool) -> None:
        """Show nothing while the window is hidden; what is still open comes back with it."""
        self._covered = covered
        self._show()

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event; all but a few kinds change nothing here."""
        match event:
            case PageUpdated(view=view):
                self._pages[view.key] = view
                touched = view.key == self._front
            case PageGone(key=key):
                self._pages.pop(key, None)
                touched = key == self._front
            case FrontChanged(browser=browser, key=key):
                before = self._front
                self._fronts.pop(browser, None)
                if key is not None:
                    self._fronts[browser] = key
                touched = self._front != before
            case BrowserLeft(browser=browser):
                before = self._front
                self._fronts.pop(browser, None)
                touched = self._front != before
            case LinkChanged(browsers=browsers):
                self.browsers, touched = browsers, True
            case _:
                return
        if touched and not self._covered:
            self._show()

    @property
    def _front(self) -> PageKey | None:
        """The front page of the browser that spoke last."""
        return next(reversed(self._fronts.values()), None)

    def _show(self) -> None:
        view = self.view
        self.companies.show(view.companies if view else ())
        self.changed.emit()


class CompanyModel(QAbstractListModel):
    """The companies of one page, in the order they were met."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._companies: tuple[CompanyView, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a company."""
        return 0 if parent is not None and parent.isValid() else len(self._companies)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the words for who listens, or the whole company."""
        if not index.isValid():
            return None
        company = self._companies[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(company.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(company)
            case _ if role == COMPANY_ROLE:
                return company
        return None

    def company(self, row: int) -> CompanyView:
        """The company of a row."""
        return self._companies[row]

    def show(self, companies: tuple[CompanyView, ...]) -> None:
        """Take on a new list, touching only the rows that differ: an open row stays open."""
        before, known = self._companies, len(self._companies)
        if [c.name for c in companies[:known]] != [c.name for c in before]:
            self.beginResetModel()
            self._companies = companies
            self.endResetModel()
            return
        self._companies = companies[:known]
        for row in range(known):
            if companies[row] != before[row]:
                self.dataChanged.emit(self.index(row), self.index(row))
        if len(companies) > known:
            self.beginInsertRows(QModelIndex(), known, len(companies) - 1)
            self._companies = companies
            self.endInsertRows()
