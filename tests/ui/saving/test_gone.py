from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.keeping import Deletion
from netcurtain.history.rows import VisitRow
from netcurtain.ui.saving.gone import close_what_is_gone
from netcurtain.ui.saving.letter_window import LetterWindow
from netcurtain.ui.theme import Theme


@pytest.fixture
def main(qtbot: QtBot) -> Iterator[QWidget]:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    yield main
    main.close()


@pytest.mark.parametrize(
    ("what", "closes"),
    [
        (Deletion(True), True),
        (Deletion(False, locked=True), True),
        (Deletion(False, stopped=True), True),
        (Deletion(False, ("history.db",), unreadable=True), True),
        (Deletion(False), False),
        (Deletion(False, ("history.db",)), False),
    ],
    ids=["gone", "locked", "stopped", "its key is gone", "not gone", "not gone, and found in a file"],
)
def test_a_letter_goes_where_its_visit_was_meant_and_something_went(
    main: QWidget, theme: Theme, fake_app: Any, visit: VisitRow, shown: Callable[[LetterWindow], LetterWindow], what: Deletion, closes: bool
) -> None:
    own, other = (shown(LetterWindow(theme, fake_app, row, main)) for row in (visit, replace(visit, visit="v2", site="other.example")))
    close_what_is_gone(main, what, lambda row: row.visit == "v1")
    assert (own.isVisible(), other.isVisible()) == (not closes, True)
