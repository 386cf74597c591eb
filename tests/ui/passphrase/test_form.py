from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.keeping import Unlocking
from netcurtain.ui.button import AROUND
from netcurtain.ui.passphrase import wording
from netcurtain.ui.passphrase.form import PassphraseForm
from netcurtain.ui.theme import Theme

WORDS = "net curtain linen"


class Vault:
    """Takes what is sent, and answers when it is told to."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, ...]] = []
        self.done: list[Callable[[Unlocking], None]] = []
        self.time = 100.0

    def send(self, *typed: object) -> None:
        *words, done = typed
        self.sent.append(tuple(str(word) for word in words))
        self.done.append(done)  # type: ignore[arg-type]

    def answer(self, opened: bool, sentence: str = "", wait: float = 0.0) -> None:
        self.done.pop()(Unlocking(opened, sentence, wait))


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, vault: Vault) -> Iterator[PassphraseForm]:
    window = QWidget()
    qtbot.addWidget(window)
    form = PassphraseForm(
        theme,
        (wording.NEW, wording.AGAIN),
        wording.MAKE,
        lambda one, two: "" if one == two else wording.NOT_THE_SAME,
        vault.send,
        window,
        clock=lambda: vault.time,
    )
    window.resize(600, 400)
    form.resize(600, 400)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    form.begin()
    yield form
    window.close()


def fill(form: PassphraseForm, *words: str) -> None:
    for field, typed in zip(form.fields, words, strict=True):
        field.line.setText(typed)


def typed(form: PassphraseForm) -> list[str]:
    return [field.line.text() for field in form.fields]


def test_by_keyboard_alone_enter_goes_to_the_next_line_and_from_the_last_one_sends(form: PassphraseForm, vault: Vault) -> None:
    for field in form.fields:
        assert field.line.hasFocus()
        QTest.keyClicks(field.line, WORDS)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert vault.sent == [(WORDS, WORDS)]


def test_enter_in_a_line_goes_no_further(form: PassphraseForm, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[int] = []
    monkeypatch.setattr(QWidget, "keyPressEvent", lambda _self, event: heard.append(event.key()))
    QTest.keyClick(form.fields[0].line, Qt.Key.Key_Return)
    QTest.keyClick(form.fields[1].line, Qt.Key.Key_Enter)
    assert heard == []


def test_a_fault_is_said_and_nothing_is_sent(form: PassphraseForm, vault: Vault) -> None:
    fill(form, WORDS, "other")
    form.submit()
    assert form.said.text() == wording.NOT_THE_SAME
    assert vault.sent == []
    assert form.fields[0].line.hasFocus()


@pytest.mark.parametrize("opened", [True, False])
def test_with_the_answer_what_was_typed_is_gone_and_cannot_be_undone(
    qtbot: QtBot, form: PassphraseForm, vault: Vault, opened: bool
) -> None:
    for field in form.fields:
        QTest.keyClicks(field.line, WORDS)
    form.submit()
    vault.answer(opened)
    qtbot.waitUntil(lambda: typed(form) == ["", ""])
    form.show_button.click()  # what is covered is undone as a whole
    for field in form.fields:
        field.line.undo()
    assert typed(form) == ["", ""]


def test_what_the_history_says_goes_on_with_opened(qtbot: QtBot, form: PassphraseForm, vault: Vault) -> None:
    fill(form, WORDS, WORDS)
    form.submit()
    with qtbot.waitSignal(form.opened) as signal:
        vault.answer(True, "It is as new.")
    assert signal.args == ["It is as new."]


def test_one_try_at_a_time(form: PassphraseForm, vault: Vault) -> None:
    fill(form, WORDS, WORDS)
    form.submit()
    form.submit()
    assert form.busy
    assert len(vault.sent) == 1
    assert form.said.text() == wording.ONE_MOMENT


def test_after_a_wrong_one_the_wait_is_counted_down_in_words_and_until_then_nothing_is_sent(
    qtbot: QtBot, form: PassphraseForm, vault: Vault
) -> None:
    fill(form, WORDS, WORDS)
    form.submit()
    vault.answer(False, "That is not the passphrase.", 2.0)
    qtbot.waitUntil(lambda: form.said.text() == "That is not the passphrase. You can try again in two seconds.")
    assert form.fields[0].line.hasFocus()
    vault.time += 1.5
    form.tick()
    assert form.said.text() == "That is not the passphrase. You can try again in one second."
    fill(form, WORDS, WORDS)
    form.submit()
    assert len(vault.sent) == 1
    vault.time += 0.5
    form.tick()
    assert form.said.text() == wording.TRY_AGAIN
    form.submit()
    assert len(vault.sent) == 2


def test_a_wait_goes_on_while_the_form_is_out_of_sight(qtbot: QtBot, form: PassphraseForm, vault: Vault) -> None:
    fill(form, WORDS, WORDS)
    form.submit()
    vault.answer(False, "", 60.0)
    qtbot.waitUntil(lambda: wording.wait(60) in form.said.text())
    form.hide()
    form.show()
    fill(form, WORDS, WORDS)
    form.submit()
    assert len(vault.sent) == 1
    assert form.said.text() == wording.wait(60)


def test_out_of_sight_nothing_stays_in_it_and_an_answer_on_its_way_says_nothing(qtbot: QtBot, form: PassphraseForm, vault: Vault) -> None:
    fill(form, WORDS, WORDS)
    form.submit()
    form.window().hide()
    assert typed(form) == ["", ""]
    assert form.said.text() == ""
    with qtbot.assertNotEmitted(form.opened, wait=50):
        vault.answer(True)


def test_letters_are_covered_until_the_person_wants_to_see_them_and_again_after_the_answer(
    qtbot: QtBot, form: PassphraseForm, vault: Vault
) -> None:
    def modes() -> set[QLineEdit.EchoMode]:
        return {field.line.echoMode() for field in form.fields}

    assert modes() == {QLineEdit.EchoMode.Password}
    QTest.keyClick(form.show_button, Qt.Key.Key_Return)
    assert modes() == {QLineEdit.EchoMode.Normal}
    assert form.show_button.accessibleName() == wording.COVER
    QTest.keyClick(form.show_button, Qt.Key.Key_Return)
    assert modes() == {QLineEdit.EchoMode.Password}
    form.show_button.click()
    fill(form, WORDS, WORDS)
    form.submit()
    vault.answer(False)
    qtbot.waitUntil(lambda: modes() == {QLineEdit.EchoMode.Password})
    assert form.show_button.accessibleName() == wording.SHOW


def test_what_is_said_of_it_is_in_sight(qtbot: QtBot, form: PassphraseForm) -> None:
    window = QScrollArea()
    qtbot.addWidget(window)
    window.setWidgetResizable(True)
    window.setWidget(form)
    window.resize(600, 120)
    window.show()
    form.show()
    fill(form, WORDS, "other")
    form.submit()
    qtbot.waitUntil(lambda: form.said.visibleRegion().boundingRect() == form.said.rect())


def test_no_keyboard_of_the_system_learns_the_words_even_while_they_are_shown(form: PassphraseForm) -> None:
    form.show_button.click()
    for field in form.fields:
        hints = field.line.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText
        assert field.line.maxLength() == 1024
        assert field.line.accessibleName() in (wording.NEW, wording.AGAIN)


@pytest.mark.parametrize(("seconds", "words"), [(1, "in one second."), (2, "in two seconds."), (60, "in 60 seconds.")])
def test_waits_in_words(seconds: int, words: str) -> None:
    assert wording.wait(seconds).endswith(words)


def test_in_a_narrow_window_the_buttons_go_on_to_the_next_line_and_the_lines_are_as_wide_as_there_is_room(
    qtbot: QtBot, form: PassphraseForm
) -> None:
    narrow = form.go.width() + form.show_button.width() - 20
    form.resize(narrow, 400)
    qtbot.waitUntil(lambda: form.show_button.y() > form.go.y())
    assert form.show_button.x() == form.go.x()
    assert form.show_button.geometry().right() < narrow
    assert {field.line.width() for field in form.fields} == {narrow - 2 * AROUND}
