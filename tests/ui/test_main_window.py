from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import (
    CompanyView,
    FrontChanged,
    LinkChanged,
    ListsChanged,
    PageKey,
    PageUpdated,
    PageView,
    SubmissionAnswered,
    Trouble,
)
from netcurtain.core.finding import What
from netcurtain.core.observation import Choice
from netcurtain.core.settings import Settings
from netcurtain.ui import wording
from netcurtain.ui.main_window import MainWindow
from netcurtain.ui.now import wording as now_wording
from netcurtain.ui.now.model import State
from netcurtain.ui.theme import TARGET, Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, kept: Any) -> Iterator[MainWindow]:
    kept.answers = Settings(introduced=True)
    window = MainWindow(theme, kept)
    qtbot.addWidget(window)
    window.bring_back()
    yield window
    window.close()


def words_in(window: QWidget) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as Qt's loop does when it turns next
    labels = [label.text() for label in window.findChildren(QLabel)]
    fields = [field.text() for field in window.findChildren(QLineEdit)]
    spoken = [widget.accessibleName() for widget in window.findChildren(QWidget)]
    rows = [
        str(view.model().index(row, column).data())
        for view in window.findChildren(QAbstractItemView)
        if view.model() is not None
        for row in range(view.model().rowCount())
        for column in (range(6) if isinstance(view.model(), QAbstractTableModel) else (0,))
    ]
    return "\n".join([*labels, *fields, *spoken, *rows])


def show_a_page(window: MainWindow, key: PageKey, view: PageView) -> None:
    for event in (LinkChanged(1), PageUpdated(view, True), FrontChanged(key.browser, key)):
        window.hear(event)


def test_esc_three_times_hides_and_empties_every_view(
    window: MainWindow, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    show_a_page(window, key, make_page(make_company("Meta (Facebook)", What.PAGE_ADDRESS)))
    assert "site.example" in words_in(window)
    window.turn_to(1)
    window.history_view.reading.list.setCurrentIndex(window.history_view.reading.model.index(0))
    window.history_view.reading.finder.search.setText("site")
    assert "Meta was told its address." in words_in(window)

    for _ in range(3):
        QTest.keyClick(window.history_view.reading.finder.search, Qt.Key.Key_Escape)

    assert not window.isVisible()
    said = words_in(window)
    for word in ("example", "Meta", "told its", "opened"):
        assert word not in said.replace(wording.NO_PAGE_MORE, "")


def test_answers_that_come_after_hiding_change_nothing(window: MainWindow, kept: Any) -> None:
    kept.hold = True
    window.turn_to(1)
    window.hide_at_once()
    for answer in kept.held:
        answer()
    assert "example" not in words_in(window)


def test_an_event_that_comes_after_hiding_changes_nothing_but_the_page_is_back_with_the_window(
    window: MainWindow, key: PageKey, make_page: Callable[..., PageView]
) -> None:
    window.hide_at_once()
    show_a_page(window, key, make_page())
    assert "site.example" not in words_in(window)
    window.bring_back()
    assert window.now.state is State.PAGE
    assert "site.example" in words_in(window)


def test_the_title_never_names_a_site(window: MainWindow, key: PageKey, make_page: Callable[..., PageView]) -> None:
    show_a_page(window, key, make_page())
    window.turn_to(1)
    assert window.windowTitle() == "Netcurtain"


def test_the_status_line_counts_browsers(window: MainWindow) -> None:
    assert window.status.text() == "No browsers connected"
    window.hear(LinkChanged(1))
    assert window.status.text() == "One browser connected"


@pytest.mark.parametrize(
    ("lists", "line"),
    [
        (("Netcurtain starter of 24 November 2026",), "Checked with Netcurtain starter of 24 November 2026"),
        (("Netcurtain starter of 24 November 2026", "EasyPrivacy of 13 August 2026"), "Checked with EasyPrivacy of 13 August 2026"),
    ],
)
def test_the_bottom_line_tells_what_pages_are_checked_with(window: MainWindow, lists: tuple[str, ...], line: str) -> None:
    assert window.lists.text() == ""
    window.hear(ListsChanged(lists))
    assert window.lists.text() == line


def test_a_trouble_is_said_at_the_top_until_it_is_closed(window: MainWindow) -> None:
    assert not window.notice.isVisible()
    window.hear(Trouble("is using port 47823."))
    assert window.notice.isVisible()
    assert "is using port 47823." in words_in(window)
    QTest.keyClick(window.notice.close_button, Qt.Key.Key_Return)
    assert not window.notice.isVisible()
    assert "47823" not in words_in(window)


@pytest.mark.parametrize("choice", [*Choice, None])
def test_only_who_leaves_a_page_with_its_card_up_has_this_window_hidden_and_emptied_too(
    window: MainWindow, key: PageKey, make_page: Callable[..., PageView], choice: Choice | None
) -> None:
    show_a_page(window, key, make_page())
    window.hear(SubmissionAnswered(key, "s1", choice))
    gone = choice in (Choice.LEAVE, None)
    assert window.isVisible() is not gone
    assert ("site.example" in words_in(window)) is not gone


def test_esc_in_the_pairing_dialog_is_the_first_of_three(qtbot: QtBot, window: MainWindow) -> None:
    window.connect_browser()
    dialog = window.pairing
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    assert window.pairing is None
    for _ in range(2):
        assert window.isVisible()
        window.quick_hide.press()
    assert not window.isVisible()


def test_tab_walks_from_the_top_to_the_rows_and_enter_opens_one(
    qtbot: QtBot, window: MainWindow, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    show_a_page(window, key, make_page(make_company("Meta", What.PAGE_ADDRESS), make_company("Google")))
    window.say("is using port 47823.")
    window.tabs[0].setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    for _ in range(7):
        focused = window.focusWidget()
        assert focused is not None
        walked.append(focused.accessibleName().partition(",")[0])
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    around = [wording.NOW, wording.CONNECT, wording.HIDE, wording.CLOSE]
    assert walked == [*around, now_wording.LIST, "Meta", "Google"]

    meta, google = window.now_view.rows
    meta.header.setFocus()
    QTest.keyClick(meta.header, Qt.Key.Key_Down)
    assert google.header.hasFocus()
    QTest.keyClick(google.header, Qt.Key.Key_Return)
    assert google.header.isChecked()


def test_every_control_has_a_name_and_is_large_enough(
    qtbot: QtBot, window: MainWindow, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    show_a_page(window, key, make_page(make_company()))
    window.connect_browser()
    assert window.pairing is not None
    qtbot.waitExposed(window.pairing)
    controls = [
        control
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView)
        for control in window.findChildren(kind)
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus and type(control).__name__ not in ("QHeaderView", "QTableCornerButton")
    ]
    assert len(controls) >= 12
    for control in controls:
        assert control.accessibleName(), control
        if isinstance(control, QAbstractButton):
            assert control.minimumSizeHint().height() >= TARGET, control


def test_no_label_reads_html(
    window: MainWindow, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    hostile = "<img src='file:///etc/passwd'>\u202e"
    company = make_company(hostile, What.BUTTON_TEXT, value=hostile)
    show_a_page(window, key, make_page(company, host=hostile, headline=hostile, not_seen=hostile))
    for row in window.now_view.rows:
        row.header.click()
    labels = [label for label in window.findChildren(QLabel) if "passwd" in label.text()]
    assert len(labels) >= 4
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert "\u202e" not in label.text()
