"""Whoever plays the attacks is not easily deceived: pages without a browser, of which each does one thing that must be noticed."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from tests.end_to_end.attacks.attack import Aim, Attack, Browser, End, Win
from tests.end_to_end.attacks.attempt import PAGE_CHANGED, attempt, otherwise
from tests.end_to_end.attacks.hands import ANSWER, Hands
from tests.end_to_end.attacks.picture import TEAL
from tests.end_to_end.card import AS_IT_IS, WITHOUT

ATTACK = Attack("popover", Aim.COVER, "something")
BOXES = {WITHOUT: [10.0, 10.0, 300.0, 44.0], AS_IT_IS: [10.0, 70.0, 120.0, 44.0]}
NEVER = 10**9


@dataclass
class Page:
    """When, in milliseconds, what happens on it."""

    covered_from: int = NEVER
    covered_to: int = NEVER
    is_covered_under_the_mouse: bool = False
    sends: int = NEVER
    sends_again: int = NEVER
    vanishes: int = NEVER
    arrives_after: int = 50
    takes_presses: bool = True
    says: str = ""
    answer: str = ANSWER
    expects: int = 0
    is_tried: bool = True


class Staged(Hands):
    """One such page. Its clock goes as far as whoever plays waits."""

    def __init__(self, page: Page) -> None:
        self._staged = page
        self._now = 0
        self._pressed: int | None = None
        self._is_pointing = False

    def open(self, name: str) -> None: ...
    def fill_in(self) -> None: ...
    def press_send(self, clicks: int = 1) -> None: ...
    def keys(self, name: str, times: int = 1, *, held: bool = False) -> None: ...
    def tidy(self) -> None: ...
    def press_outside(self, name: str) -> None: ...
    def _go(self, url: str) -> None: ...

    def _told(self) -> str | None:
        raise NotImplementedError

    def _shown(self) -> tuple[dict[str, list[float]], str]:
        is_up = self._pressed is None and self._now < min(self._staged.vanishes, self._staged.sends)
        return (BOXES if is_up else {}), self._staged.says

    def picture(self) -> bytes:
        page = self._staged
        is_covered = page.covered_from <= self._now < page.covered_to or (page.is_covered_under_the_mouse and self._is_pointing)
        return _picture(is_covered=is_covered)

    def point(self, place: tuple[float, float]) -> None:
        del place
        self._is_pointing = True

    def press(self) -> None:
        if self._staged.takes_presses and self._pressed is None:
            self._pressed = self._now

    def wait(self, ms: int) -> None:
        self._now += ms

    def soon(self, ask: object, ms: int) -> bool:
        ends = self._now + ms
        assert callable(ask)
        while not (answer := ask()) and self._now < ends:
            self.wait(20)
        return bool(answer)

    def is_asked_outside(self) -> bool:
        return False

    def arrivals(self) -> list[dict[str, str]]:
        goes = [self._staged.sends, self._staged.sends_again]
        if self._pressed is not None:
            goes.append(self._pressed + self._staged.arrives_after)
        return [{"when": self._staged.answer} for when in goes if when <= self._now]

    def is_at(self, path: str) -> bool:
        return path == "/popover"

    def loads(self, path: str) -> int:
        del path
        return 1

    def expected(self) -> int | None:
        return self._staged.expects if self._staged.is_tried else None

    def happened(self) -> int:
        return 0

    def learned(self) -> list[str]:
        return []


def _picture(*, is_covered: bool) -> bytes:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("orange" if is_covered else "white"))
    if not is_covered:
        painter = QPainter(image)
        painter.fillRect(QRect(10, 10, 250, 44), QColor(*TEAL))
        painter.fillRect(QRect(10, 100, 120, 2), QColor(*TEAL))
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.mark.parametrize(
    ("page", "won", "end"),
    [
        pytest.param(Page(), [], End.CARD, id="an honest page"),
        pytest.param(Page(arrives_after=1500), [], End.CARD, id="a slow site"),
        pytest.param(Page(covered_from=0), [Win.COVERED], End.CARD, id="covered all the time"),
        pytest.param(Page(is_covered_under_the_mouse=True), [Win.COVERED], End.CARD, id="covered as soon as the mouse is there"),
        pytest.param(Page(covered_from=0, covered_to=700), [Win.COVERED], End.CARD, id="covered until just after the press"),
        pytest.param(Page(covered_from=0, arrives_after=1500), [Win.COVERED], End.CARD, id="covered, and a slow site"),
        pytest.param(Page(sends=100), [Win.UNANSWERED], End.BY_ITSELF, id="sent before the press"),
        pytest.param(Page(takes_presses=False, sends=2000), [Win.UNANSWERED], End.BY_ITSELF, id="sent after presses that did not count"),
        pytest.param(Page(sends_again=1500), [Win.TWICE], End.CARD, id="sent twice"),
        pytest.param(Page(answer="another"), [Win.CHANGED], End.CARD, id="sent changed"),
        pytest.param(Page(vanishes=100), [], End.SILENT, id="gone without a word"),
        pytest.param(Page(vanishes=100, says=f"Not sent: {PAGE_CHANGED}."), [], End.CHANGED, id="gone, and it is said"),
        pytest.param(
            Page(vanishes=100, says=PAGE_CHANGED, sends_again=1500), [Win.UNANSWERED], End.CHANGED, id="gone, and sent a second later"
        ),
        pytest.param(Page(takes_presses=False), [], End.STUCK, id="no press counts"),
        pytest.param(Page(takes_presses=False, covered_from=0), [], End.UNSEEN, id="no press counts, and it is covered"),
    ],
)
def test_what_a_page_does_is_noticed(page: Page, won: list[Win], end: End) -> None:
    outcome = attempt(Staged(page), ATTACK)
    assert (outcome.won, outcome.end) == (won, end)


@pytest.mark.parametrize("page", [Page(is_tried=False), Page(expects=1)], ids=["not done to its end", "what it expects does not happen"])
def test_an_attack_that_was_not_made_is_no_success(page: Page) -> None:
    assert otherwise(attempt(Staged(page), ATTACK), ATTACK, Browser.CHROMIUM) == ["it did not happen"]


def test_an_attack_that_does_something_else_than_its_row_says_is_told() -> None:
    attack = Attack("popover", Aim.COVER, "something", succeeds_in=(Browser.CHROMIUM,), win=Win.LEARNED, left="Words.")
    assert otherwise(attempt(Staged(Page(sends_again=1500)), attack), attack, Browser.CHROMIUM) == ["won ['it arrived more than once']"]
    assert otherwise(attempt(Staged(Page()), attack), attack, Browser.FIREFOX) == []
