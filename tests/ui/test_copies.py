import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from netcurtain.ui import copies
from netcurtain.ui.copies import CLIPBOARD, SELECTION

CODE = "ABCDE-FGHIJ-KLMNO-PQRST"


class FakeClipboard:
    """The desktop's, which here can paste by a middle click as well."""

    def __init__(self, selects: bool, ours: set[QClipboard.Mode] | None = None) -> None:
        self.ours = ours or set()
        self.texts = {CLIPBOARD: "", SELECTION: ""}
        self.selects = selects

    def ownsClipboard(self) -> bool:
        return CLIPBOARD in self.ours

    def ownsSelection(self) -> bool:
        return SELECTION in self.ours

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
    copies.clear_copies(CODE)
    assert (clipboard.texts[CLIPBOARD], clipboard.texts[SELECTION]) == after


def test_a_desktop_without_a_second_clipboard_is_not_asked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard = FakeClipboard(selects=False)
    clipboard.texts[CLIPBOARD] = CODE
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    copies.clear_copies(CODE)
    assert clipboard.texts[CLIPBOARD] == ""


def test_no_code_clears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard = FakeClipboard(selects=True)
    clipboard.clear = lambda _mode: pytest.fail("cleared")  # type: ignore[assignment, method-assign]
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    copies.clear_copies("")


@pytest.mark.parametrize(
    ("ours", "left"),
    [
        (set(), ("a site", "a part of it")),
        ({CLIPBOARD}, ("", "a part of it")),
        ({SELECTION}, ("a site", "")),
        ({CLIPBOARD, SELECTION}, ("", "")),
    ],
    ids=["from elsewhere", "copied here", "marked here", "both"],
)
def test_only_what_came_from_our_own_windows_is_taken_back_and_nothing_is_read(
    monkeypatch: pytest.MonkeyPatch, ours: set[QClipboard.Mode], left: tuple[str, str]
) -> None:
    clipboard = FakeClipboard(selects=True, ours=ours)
    clipboard.texts = {CLIPBOARD: "a site", SELECTION: "a part of it"}
    clipboard.text = lambda _mode: pytest.fail("read")  # type: ignore[assignment, method-assign]
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    copies.take_back()
    assert (clipboard.texts[CLIPBOARD], clipboard.texts[SELECTION]) == left


def test_a_copy_asks_not_to_be_kept_in_any_list(qapp: QApplication) -> None:
    assert qapp
    copies.copy("0808 500 2222")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "0808 500 2222"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    copies.clear_copies("0808 500 2222")
    assert QGuiApplication.clipboard().text() == ""
