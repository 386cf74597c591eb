from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from netcurtain.history.rows import Gap, VisitPage, VisitQuery, VisitRow
from netcurtain.ui.history import pages as pages_module
from netcurtain.ui.history.pages import PAGE, Pages, Question


def question(search: str = "", *, gaps: bool = False, anew: bool = True) -> Question:
    return Question(VisitQuery(search=search), gaps, anew)


class Asker(QObject):
    """What arrived, in words."""

    def __init__(self, app: Any) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.gaps: tuple[Gap, ...] = ()
        self.pages = Pages(app, self.arrived, self.more, self)

    def arrived(self, asked: Question, page: VisitPage, gaps: tuple[Gap, ...]) -> None:
        self.heard.append(f"{asked.query.search}: {len(page.rows)}")
        self.gaps = gaps

    def more(self, after: VisitRow, page: VisitPage) -> None:
        self.heard.append(f"after {after.visit}: {len(page.rows)}")


@pytest.fixture
def asker(kept: Any) -> Asker:
    return Asker(kept)


def answer_all(kept: Any) -> None:
    while kept.held:
        kept.held.pop(0)()


def test_an_answer_arrives_with_the_gaps_that_were_asked_for(asker: Asker, kept: Any) -> None:
    kept.gap_rows = [Gap(1.0, 2.0)]
    asker.pages.ask(question())
    assert (asker.heard, asker.gaps) == ([": 2"], ())
    asker.pages.ask(question(gaps=True))
    assert asker.gaps == (Gap(1.0, 2.0),)


def test_while_one_question_is_not_answered_only_the_newest_of_the_others_is_kept(asker: Asker, kept: Any) -> None:
    kept.hold = True
    for word in ("s", "si", "site"):
        asker.pages.ask(question(word))
    assert kept.searches == ["s"]
    answer_all(kept)
    assert kept.searches == ["s", "site"]
    assert asker.heard == ["site: 1"]


def test_a_renewal_is_answered_also_where_another_one_waits(asker: Asker, kept: Any) -> None:
    kept.hold = True
    for _ in range(3):
        asker.pages.ask(question(anew=False))
    answer_all(kept)
    assert asker.heard == [": 2", ": 2"]


def test_a_question_waits_no_longer_than_patience_lasts(qtbot: QtBot, kept: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_module, "PATIENCE_MS", 1)
    asker = Asker(kept)
    kept.hold = True
    asker.pages.ask(question("s"))
    asker.pages.ask(question("site"))
    qtbot.waitUntil(lambda: kept.searches == ["s", "site"])
    answer_all(kept)
    assert asker.heard == ["site: 1"]


def test_the_next_page_is_of_the_question_that_is_listed(asker: Asker, kept: Any) -> None:
    asker.pages.ask(question("example"))
    asker.pages.more(kept.rows[0])
    assert asker.heard == ["example: 2", "after v1: 1"]
    assert kept.searches == ["example", "example"]
    assert PAGE > 0


def asks_anew(pages: Pages) -> None:
    pages.ask(question("other"))


def forgets(pages: Pages) -> None:
    pages.forget()


@pytest.mark.parametrize("then", [asks_anew, forgets])
def test_a_page_of_what_is_no_longer_listed_is_dropped(asker: Asker, kept: Any, then: Callable[[Pages], None]) -> None:
    asker.pages.ask(question())
    kept.hold = True
    asker.pages.more(kept.rows[0])
    then(asker.pages)
    asker.heard.clear()
    answer_all(kept)
    assert [heard for heard in asker.heard if heard.startswith("after")] == []


def test_an_answer_that_comes_after_all_was_forgotten_is_dropped(asker: Asker, kept: Any) -> None:
    kept.hold = True
    asker.pages.ask(question())
    asker.pages.forget()
    answer_all(kept)
    assert asker.heard == []
    asker.pages.ask(question())
    answer_all(kept)
    assert asker.heard == [": 2"]
