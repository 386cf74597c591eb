"""What the person asks of a visit in the popup: to stand aside, to be asked or not, to keep nothing of it. Only its tabs hear of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netcurtain.core import filing
from netcurtain.core.level import Asks
from netcurtain.core.observation import Corrected, NotToBeKept, Paused, PopupOpened
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Page

Wish = PopupOpened | Paused | Corrected | NotToBeKept

_ASKS = {None: Asks.USUAL, False: Asks.NEVER, True: Asks.ALWAYS}
"""What a correction asks for, by what it says of the forms."""


def heed(page: Page, pages: Sequence[Page], wish: Wish, out: Outcome) -> Sequence[Page]:
    """Do what is wished on a page for its visit, which has these pages open; those of them about which something has changed."""
    return pages if _HEEDING[type(wish)](page, pages, wish, out) else ()


def _look(_page: Page, _pages: Sequence[Page], _popup: PopupOpened, _out: Outcome) -> bool:
    return False


def _pause(page: Page, pages: Sequence[Page], wish: Paused, out: Outcome) -> bool:
    """Stand aside for a visit, or look at it again, as at a page that was open before: what went out meanwhile nobody has seen."""
    if page.visit.paused == wish.paused:
        return False
    page.visit.paused = wish.paused
    for one in pages:
        one.from_start = False
        one.recall()
        out.records.extend(filing.resumed_records(one))
    return True


def _correct(page: Page, _pages: Sequence[Page], said: Corrected, _out: Outcome) -> bool:
    """The person says of a visit that its forms are not sensitive, or that they want to be asked.

    Who asks for a question is asked, even where an answer was given before.
    """
    asks = _ASKS[said.sensitive]
    if page.visit.paused or page.visit.asks is asks:
        return False
    page.visit.asks = asks
    if asks is Asks.ALWAYS:
        page.visit.answered = False
    return True


def _keep_nothing(page: Page, _pages: Sequence[Page], _wish: NotToBeKept, out: Outcome) -> bool:
    """Keep nothing more of a visit, and let go of what there is. It is looked at as before. Asked again, the history hears it again."""
    out.records.extend(filing.unkept_records(page))
    before, page.visit.unkept = page.visit.unkept, True
    return not before


_HEEDING: Mapping[type, Callable[[Page, Sequence[Page], Any, Outcome], bool]] = {
    PopupOpened: _look,
    Paused: _pause,
    Corrected: _correct,
    NotToBeKept: _keep_nothing,
}
