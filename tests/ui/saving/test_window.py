import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.everywhere import every_widget, texts_of

from netcurtain.core.evidence import Source
from netcurtain.core.saved_copy import CopyKind, CopyMade, CopyStep, CopyWish, Letters
from netcurtain.history.rows import VisitRow
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.application import Windows
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.letter_window import LetterWindow
from netcurtain.ui.saving.window import SaveCopyWindow
from netcurtain.ui.theme import Theme

Words = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]
NAME, PASSPHRASE = "A. Person", "net curtain linen"


@pytest.fixture
def window(theme: Theme, fake_app: Any, visit: VisitRow, shown: Callable[[SaveCopyWindow], SaveCopyWindow]) -> SaveCopyWindow:
    fake_app.source = Source.OPEN
    return shown(SaveCopyWindow(theme, fake_app, visit, None))


@pytest.fixture
def save(window: SaveCopyWindow, home: Path) -> Callable[..., None]:
    """All is answered, and a place is chosen."""

    def save(kind: CopyKind = CopyKind.ORGANISATION) -> None:
        window.asking.whom.cards[kind is CopyKind.SOLICITOR].click()
        for field in window.asking.solicitor.fields:
            field.line.setText(PASSPHRASE)
        window.files.chosen.emit(home / ("copy.pdf" if kind is CopyKind.SOLICITOR else "copy.zip"))

    return save


def test_it_says_what_a_copy_is_and_from_what_it_would_be_made(window: SaveCopyWindow, fake_app: Any, words: Words) -> None:
    assert fake_app.asked_about == ["v1"]
    assert {wording.WHAT_IT_IS, wording.SOURCES[Source.OPEN]} <= set(words(window))
    assert window.windowTitle() == ui_wording.APP


def test_while_it_works_it_says_the_step_and_then_what_came_of_it(
    window: SaveCopyWindow, save: Callable[..., None], fake_app: Any, words: Words, home: Path
) -> None:
    fake_app.hold, fake_app.copy_steps = True, [(CopyStep.GATHERING, 0.1), (CopyStep.DRAWING, 0.6)]
    save()
    assert fake_app.wishes == [CopyWish(CopyKind.ORGANISATION, home / "copy.zip", "v1")]
    assert set(words(window)) == {wording.SAVING, wording.STEPS[CopyStep.DRAWING]}
    assert window.running.bar.value() == 60
    fake_app.held.pop()()
    assert {wording.SAVED, fake_app.copy_made.sentence, str(home / "copy.zip")} <= set(words(window))


def test_an_answer_that_comes_at_once_is_shown_too(window: SaveCopyWindow, save: Callable[..., None], words: Words) -> None:
    save()
    assert wording.SAVED in words(window)


def test_stop_stops_it_once_and_says_that_nothing_was_written(
    window: SaveCopyWindow, save: Callable[..., None], fake_app: Any, words: Words, press: Press
) -> None:
    fake_app.hold, fake_app.copy_made = True, CopyMade(False, "", cancelled=True)
    save()
    press(window, wording.STOP)
    assert fake_app.cancelled == 1
    assert wording.STOPPING in words(window)
    fake_app.held.pop()()
    assert words(window) == [wording.STOPPED, wording.NOTHING_WRITTEN]
    window.close()
    assert fake_app.cancelled == 1


def test_closed_while_it_works_it_is_stopped_and_a_late_answer_finds_nobody(
    window: SaveCopyWindow, save: Callable[..., None], fake_app: Any
) -> None:
    fake_app.hold = True
    save()
    window.close()
    assert fake_app.cancelled == 1
    fake_app.held.pop()()
    assert window.outcome.place.text() == ""


def test_what_is_done_is_not_stopped_by_closing(window: SaveCopyWindow, save: Callable[..., None], fake_app: Any) -> None:
    save()
    window.close()
    assert fake_app.cancelled == 0


def test_back_asks_again_from_what_a_copy_would_be_made(
    window: SaveCopyWindow, save: Callable[..., None], fake_app: Any, words: Words, press: Press
) -> None:
    fake_app.copy_made = CopyMade(False, "There is no room.")
    save(CopyKind.SOLICITOR)
    assert {wording.NOT_SAVED, "There is no room."} <= set(words(window))
    fake_app.source = Source.KEPT
    press(window, wording.TRY_AGAIN)
    assert wording.SOURCES[Source.KEPT] in words(window)
    assert window.asking.kind is CopyKind.SOLICITOR
    assert window.asking.solicitor.passphrase == ""


@pytest.mark.parametrize(("kind", "offered"), [(CopyKind.ORGANISATION, True), (CopyKind.SOLICITOR, False)])
def test_a_letter_is_offered_with_a_copy_for_the_organisation(
    window: SaveCopyWindow, save: Callable[..., None], kind: CopyKind, offered: bool
) -> None:
    save(kind)
    assert window.outcome.letter_button.isVisible() is offered


def test_the_letter_opens_in_its_place(qtbot: QtBot, theme: Theme, fake_app: Any, visit: VisitRow, press: Press, home: Path) -> None:
    main = QWidget()
    qtbot.addWidget(main)
    window = SaveCopyWindow(theme, fake_app, visit, main)
    window.show()
    window.asking.whom.cards[0].click()
    window.files.chosen.emit(home / "copy.zip")
    press(window, wording.WRITE_A_LETTER)
    assert not window.isVisible()
    (letter,) = main.findChildren(LetterWindow)
    assert letter.isVisible()
    assert letter.letter.text == fake_app.words.complaint
    letter.close()


@pytest.mark.parametrize("kind", [SaveCopyWindow, LetterWindow])
@pytest.mark.parametrize("whom", [0, 1])
def test_all_that_the_keyboard_comes_to_has_a_name_and_comes_from_top_to_bottom(
    theme: Theme, fake_app: Any, visit: VisitRow, shown: Callable[[QDialog], QDialog], kind: type[QDialog], whom: int
) -> None:
    fake_app.words = Letters("To [whom]", "A statement", "Another statement")
    window = shown(kind(theme, fake_app, visit, None))  # type: ignore[call-arg, arg-type]
    if isinstance(window, SaveCopyWindow):
        window.asking.whom.cards[whom].click()
    elif isinstance(window, LetterWindow):
        window.asked.cards[whom].click()
    QApplication.processEvents()
    stops: list[QWidget] = [window.findChildren(QPushButton)[0]]
    while (after := stops[-1].nextInFocusChain()) is not None and after is not stops[0]:
        stops.append(after)
    stops = [stop for stop in stops if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus and not stop.isWindow()]
    assert len(stops) > 6
    interfaces = [QAccessible.queryAccessibleInterface(stop) for stop in stops]
    assert [stop for stop, one in zip(stops, interfaces, strict=True) if not one.text(QAccessible.Text.Name)] == []
    assert QAccessible.Role.NoRole not in [one.role() for one in interfaces]
    tops = [stop.mapTo(window, QPoint(0, 0)).y() for stop in stops]
    start = tops.index(min(tops))
    assert tops[start:] + tops[:start] == sorted(tops)


def held(*secrets: str) -> list[str]:
    """Every text of every widget, even of one that is about to go, that has one of these words in it."""
    return [text for widget in every_widget() for text in texts_of(widget) if any(secret in text for secret in secrets)]


def fill(window: SaveCopyWindow) -> None:
    window.asking.whom.cards[0].click()
    window.asking.organisation.with_name.click()
    QTest.keyClicks(window.asking.organisation.line, NAME)
    window.asking.whom.cards[1].click()
    for field in window.asking.solicitor.fields:
        QTest.keyClicks(field.line, PASSPHRASE)


def test_closed_no_widget_holds_the_site_the_name_or_the_passphrase(window: SaveCopyWindow) -> None:
    fill(window)
    assert len(held("site.example", NAME, PASSPHRASE)) > 3
    window.close()
    assert held("site.example", NAME, PASSPHRASE) == []


@pytest.mark.parametrize("kind", [SaveCopyWindow, LetterWindow])
@pytest.mark.parametrize("way", ["hide_at_once", "close"])
def test_it_goes_with_the_main_window_whatever_was_begun(
    windows: Windows, theme: Theme, kept: Any, visit: VisitRow, kind: type[QDialog], way: str
) -> None:
    window = kind(theme, kept, visit, windows.main)  # type: ignore[call-arg, arg-type]
    window.show()
    if isinstance(window, SaveCopyWindow):
        fill(window)
        window.asking.choose_place()
        assert window.files.dialog is not None
    else:
        assert isinstance(window, LetterWindow)
        QTest.keyClicks(window.letter.field, "Words of a letter")
    getattr(windows.main, way)()
    assert [other for other in QApplication.topLevelWidgets() if other.isVisible() and other.windowTitle()] == []
    assert held(NAME, PASSPHRASE, "Words of a letter") == []


@pytest.mark.parametrize("begun", [False, True], ids=["nothing written", "something written"])
@pytest.mark.parametrize("kind", [SaveCopyWindow, LetterWindow])
def test_esc_three_times_hides_everything_from_here_too(
    windows: Windows, qtbot: QtBot, theme: Theme, kept: Any, visit: VisitRow, kind: type[QDialog], begun: bool
) -> None:
    window = kind(theme, kept, visit, windows.main)  # type: ignore[call-arg, arg-type]
    window.show()
    if begun and isinstance(window, LetterWindow):
        QTest.keyClicks(window.letter.field, "x")
    for _ in range(3):
        front = QApplication.activeWindow() or windows.main
        front.activateWindow()
        qtbot.waitUntil(lambda front=front: QApplication.focusWindow() is front.windowHandle())  # type: ignore[misc]
        QTest.keyClick(front.windowHandle(), Qt.Key.Key_Escape)
    assert not windows.main.findChildren(kind)
    assert not windows.main.isVisible()


def test_a_window_that_is_gone_is_deleted(qtbot: QtBot, theme: Theme, fake_app: Any, visit: VisitRow) -> None:
    main = QWidget()
    qtbot.addWidget(main)
    SaveCopyWindow(theme, fake_app, visit, main).show()
    (window,) = main.findChildren(SaveCopyWindow)
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone == [True]
