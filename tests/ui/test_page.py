"""A page of the main window: not there before somebody turns to it, and in front of the others then."""

import pytest
from PySide6.QtWidgets import QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.page import Page


@pytest.fixture
def pages(qtbot: QtBot) -> QStackedWidget:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    return stack


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def page(pages: QStackedWidget, done: list[str]) -> Page[QLabel]:
    def build() -> QLabel:
        done.append("built")
        return QLabel("words", pages)

    page = Page(
        pages,
        build,
        enter=lambda view: done.append(f"entered {view.text()}"),
        leave=lambda view: done.append(f"left {view.text()}"),
        hear=lambda view, event: done.append(f"{view.text()} heard {event}"),
    )
    page.built.connect(lambda view: done.append(f"joined {view.text()}"))
    page.entered.connect(lambda: done.append("followed"))
    return page


def test_a_page_that_nobody_turned_to_is_not_built_by_leaving_it_or_telling_it(page: Page[QLabel], done: list[str]) -> None:
    page.leave()
    page.hear("something")
    assert not page.in_front
    assert done == []


def test_turning_to_it_builds_it_once_and_brings_it_to_the_front(page: Page[QLabel], pages: QStackedWidget, done: list[str]) -> None:
    pages.addWidget(QLabel("another", pages))
    page.turn_to()
    page.turn_to()
    assert pages.currentWidget() is page.view
    assert page.in_front
    assert done == ["built", "joined words"]


def test_a_built_page_is_entered_left_and_told(page: Page[QLabel], done: list[str]) -> None:
    page.turn_to()
    page.enter()
    page.hear("something")
    page.leave()
    assert done[2:] == ["entered words", "followed", "words heard something", "left words"]
