from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from netcurtain.ui.passphrase.field import PassphraseField
from netcurtain.ui.theme import Theme

WORDS = "net curtain linen"
ELSEWHERE = "from elsewhere"


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> Iterator[PassphraseField]:
    field = PassphraseField(theme, "Passphrase", None)  # type: ignore[arg-type]
    qtbot.addWidget(field)
    field.show()
    field.cover(False)
    QTest.keyClicks(field.line, WORDS)
    QApplication.clipboard().setText(ELSEWHERE)
    yield field
    QApplication.clipboard().clear()


@pytest.mark.parametrize(
    "keys",
    [
        QKeySequence.StandardKey.Copy,
        QKeySequence.StandardKey.Cut,
        QKeySequence.StandardKey.DeleteEndOfLine,
        QKeySequence.StandardKey.DeleteCompleteLine,
    ],
    ids=lambda keys: keys.name,
)
def test_no_keys_copy_it_even_while_it_is_shown(field: PassphraseField, keys: QKeySequence.StandardKey) -> None:
    for sequence in QKeySequence.keyBindings(keys):
        combination = sequence[0]  # type: ignore[index]
        field.line.setText(WORDS)
        field.line.selectAll()
        if keys is QKeySequence.StandardKey.DeleteEndOfLine:
            field.line.home(False)
        event = QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())
        QApplication.sendEvent(field.line, event)
        assert QApplication.clipboard().text() == ELSEWHERE
        assert field.line.text() == WORDS
        assert event.isAccepted()


def test_what_is_marked_with_the_mouse_goes_nowhere(field: PassphraseField, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go: list[str] = []
    monkeypatch.setattr(QLineEdit, "mouseReleaseEvent", lambda line, _event: let_go.append(line.selectedText()))
    QTest.mouseClick(field.line, Qt.MouseButton.LeftButton)
    field.line.selectAll()
    QTest.mouseRelease(field.line, Qt.MouseButton.LeftButton)
    assert let_go == [""]


def test_emptied_it_takes_back_what_was_copied_to_be_pasted_here_and_nothing_else(field: PassphraseField) -> None:
    field.empty()
    assert QApplication.clipboard().text() == ELSEWHERE
    field.line.setText(WORDS)
    QApplication.clipboard().setText(WORDS)
    field.empty()
    assert QApplication.clipboard().text() == ""


def test_it_has_no_menu_and_is_not_dragged(field: PassphraseField) -> None:
    QApplication.sendEvent(field.line, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    assert QApplication.activePopupWidget() is None
    assert not field.line.dragEnabled()


@pytest.mark.parametrize(("held", "times"), [(False, 1), (True, 0)])
def test_enter_held_down_counts_once(field: PassphraseField, held: bool, times: int) -> None:
    entered: list[None] = []
    field.line.returnPressed.connect(lambda: entered.append(None))
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", held)
    QApplication.sendEvent(field.line, press)
    assert len(entered) == times
    assert press.isAccepted()
