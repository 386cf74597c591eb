from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.first_run.view import FirstRunView
from netcurtain.ui.theme import Theme


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, fake_app: Any) -> Iterator[FirstRunView]:
    view = FirstRunView(theme, fake_app, other_ways=True)
    qtbot.addWidget(view)
    view.resize(1040, 700)
    view.show()
    with qtbot.waitActive(view):
        view.activateWindow()
    view.begin()
    yield view
    view.close()


@pytest.fixture
def seen() -> Callable[[QWidget], list[str]]:
    """The words that stand on a widget now."""
    return lambda widget: [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
