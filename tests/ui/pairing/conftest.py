from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from netcurtain.ui.button import Button


class Clock:
    """A time that goes on only when it is told to."""

    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def words() -> Callable[[QWidget], list[str]]:
    """What can be read in a window now."""
    return lambda window: [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def press() -> Callable[[QWidget, str], Any]:
    """Press the button with these words."""

    def press(window: QWidget, text: str) -> None:
        button = next(b for b in window.findChildren(Button) if b.text() == text and b.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press
