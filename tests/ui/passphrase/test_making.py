from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.keeping import Unlocking
from netcurtain.ui.passphrase import wording
from netcurtain.ui.passphrase.form import PassphraseForm
from netcurtain.ui.passphrase.making import MakingPanel, changing_form, opening_form
from netcurtain.ui.theme import Theme

Done = Callable[[Unlocking], None]
WORDS, OTHER = "net curtain linen", "another few words"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def submit(form: PassphraseForm, *words: str) -> None:
    for field, typed in zip(form.fields, words, strict=True):
        field.line.setText(typed)
    form.submit()


def test_making_one_says_that_nobody_can_open_it_without_it(theme: Theme, parent: QWidget) -> None:
    panel = MakingPanel(theme, lambda _passphrase, _done: None, parent)
    said = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert wording.NOBODY_CAN_OPEN in said
    assert wording.MAY_ASK in said


@pytest.mark.parametrize(
    ("typed", "made"), [((WORDS, WORDS), [WORDS]), ((WORDS, OTHER), []), (("short", "short"), [])], ids=["alike", "not alike", "too short"]
)
def test_only_one_that_was_typed_twice_alike_is_made(theme: Theme, parent: QWidget, typed: tuple[str, str], made: list[str]) -> None:
    sent: list[str] = []
    panel = MakingPanel(theme, lambda passphrase, _done: sent.append(passphrase), parent)
    submit(panel.form, *typed)
    assert sent == made


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        (("old", WORDS, WORDS), [("old", WORDS)]),
        (("", WORDS, WORDS), []),
        (("old", WORDS, OTHER), []),
        (("old", "short", "short"), []),
    ],
    ids=["all is well", "without the old one", "not alike", "too short"],
)
def test_it_is_changed_with_the_old_one_and_the_new_one_twice(
    theme: Theme, parent: QWidget, typed: tuple[str, str, str], changed: list[tuple[str, str]]
) -> None:
    sent: list[tuple[str, str]] = []
    submit(changing_form(theme, lambda old, new, _done: sent.append((old, new)), parent), *typed)
    assert sent == changed


@pytest.mark.parametrize(("typed", "tried"), [("x", ["x"]), ("", [])])
def test_whatever_was_typed_is_tried_but_nothing_is_not(theme: Theme, parent: QWidget, typed: str, tried: list[str]) -> None:
    sent: list[str] = []
    submit(opening_form(theme, lambda passphrase, _done: sent.append(passphrase), parent), typed)
    assert sent == tried
