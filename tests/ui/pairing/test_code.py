import pytest
from PySide6.QtGui import QClipboard, QGuiApplication

from netcurtain.ui.pairing import code as pairing_code

CODE = "ABCDE-FGHIJ-KLMNO-PQRST"
CLIPBOARD, SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


class FakeClipboard:
    """The desktop's, which here can paste by a middle click as well."""

    def __init__(self, selects: bool) -> None:
        self.texts = {CLIPBOARD: "", SELECTION: ""}
        self.selects = selects

    def supportsSelection(self) -> bool:
        return self.selects

    def text(self, mode: QClipboard.Mode) -> str:
        assert self.selects or mode is CLIPBOARD
        return self.texts[mode]

    def clear(self, mode: QClipboard.Mode) -> None:
        self.texts[mode] = ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((CODE, ""), ("", "")),
        (("", CODE), ("", "")),
        ((CODE, CODE), ("", "")),
        ((f" {CODE}\n", ""), ("", "")),
        (("a shopping list", CODE), ("a shopping list", "")),
        ((CODE, "a shopping list"), ("", "a shopping list")),
        ((f"my code: {CODE}", "a shopping list"), (f"my code: {CODE}", "a shopping list")),
    ],
    ids=["copied", "selected", "both", "with space around", "something else copied since", "something else selected", "words of one's own"],
)
def test_only_the_code_is_cleared_and_wherever_it_is(
    monkeypatch: pytest.MonkeyPatch, before: tuple[str, str], after: tuple[str, str]
) -> None:
    clipboard = FakeClipboard(selects=True)
    clipboard.texts[CLIPBOARD], clipboard.texts[SELECTION] = before
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    pairing_code.clear_copies(CODE)
    assert (clipboard.texts[CLIPBOARD], clipboard.texts[SELECTION]) == after


def test_a_desktop_without_a_second_clipboard_is_not_asked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard = FakeClipboard(selects=False)
    clipboard.texts[CLIPBOARD] = CODE
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    pairing_code.clear_copies(CODE)
    assert clipboard.texts[CLIPBOARD] == ""


def test_no_code_clears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard = FakeClipboard(selects=True)
    clipboard.clear = lambda _mode: pytest.fail("cleared")  # type: ignore[assignment, method-assign]
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    pairing_code.clear_copies("")
