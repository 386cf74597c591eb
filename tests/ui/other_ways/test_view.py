import inspect
from collections.abc import Iterator
from importlib.resources import files

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core import support_wording
from netcurtain.core.settings import ThemeChoice
from netcurtain.core.support import Nation, parse_contacts
from netcurtain.ui.button import AROUND, Button
from netcurtain.ui.other_ways import contact as contact_module
from netcurtain.ui.other_ways import view as view_module
from netcurtain.ui.other_ways import wording
from netcurtain.ui.other_ways.contact import ContactRow
from netcurtain.ui.other_ways.model import Wanted
from netcurtain.ui.other_ways.picker import Picker
from netcurtain.ui.other_ways.view import OtherWaysView
from netcurtain.ui.theme import Theme

CONTACTS = parse_contacts(files("netcurtain.filters").joinpath("support.toml").read_text(encoding="utf-8"))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[OtherWaysView]:
    view = OtherWaysView(theme, CONTACTS)
    qtbot.addWidget(view)
    view.resize(800, 600)
    QGuiApplication.clipboard().clear()
    view.show()
    yield view
    view.close()


def seen(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def keys(view: OtherWaysView) -> list[str]:
    return [row.contact.key for row in view.rows if row.isVisible()]


def row(view: OtherWaysView, key: str) -> ContactRow:
    return next(row for row in view.rows if row.contact.key == key)


def pick(picker: Picker, words: str) -> None:
    """As a person does it by keyboard."""
    picker.box.setFocus()
    while picker.box.currentText() != words:
        before = picker.box.currentIndex()
        QTest.keyClick(picker.box, Qt.Key.Key_Down)
        assert picker.box.currentIndex() > before, "there is no such answer"


def test_it_opens_with_anything_in_all_of_the_uk(view: OtherWaysView) -> None:
    assert view.subject.box.currentText() == wording.ANYTHING
    assert view.nation.box.currentText() == wording.ALL_NATIONS
    assert not view.quiet.isChecked()
    assert keys(view)[:4] == ["emergency_999", "nhs_111", "samaritans", "police_101"]
    assert len(view.rows) == len(CONTACTS)
    assert {wording.TITLE, wording.LEAD, wording.EMERGENCY, wording.NOT_RUNG, wording.WEBSITES} <= set(seen(view))
    assert seen(view).count(support_wording.BILL_UNKNOWN) == 1


def test_subject_and_nation_are_picked_by_keyboard(view: OtherWaysView) -> None:
    pick(view.nation, "Scotland")
    pick(view.subject, wording.SUBJECTS["domestic_abuse"])
    assert view.wanted == Wanted(("domestic_abuse",), Nation.SCOTLAND)
    assert keys(view)[:3] == ["emergency_999", "sdafmh", "mens_advice_line"]
    assert "refuge_ndah" not in keys(view)
    assert wording.SUBJECTS["domestic_abuse"] in seen(view)


def test_only_ways_without_speaking(view: OtherWaysView) -> None:
    view.show_for(("sexual_offence",))
    assert "sarc_england" in keys(view)
    view.quiet.click()
    assert "sarc_england" not in keys(view)
    assert "rape_crisis_ew" in keys(view)
    assert "The 999 button in the Relay UK app" in seen(row(view, "emergency_999"))
    view.quiet.click()
    assert "sarc_england" in keys(view)


def test_the_other_ways_to_999_open_and_close(view: OtherWaysView) -> None:
    button = next(b for b in view.findChildren(Button) if b.text() == "Four more ways to reach 999, without speaking")
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert keys(view)[:5] == ["emergency_999", "silent_55", "emergency_sms", "relay_18000", "bsl_999"]
    assert "Call 999 on a mobile, listen, then press 55 when the recording asks" in seen(row(view, "silent_55"))
    assert button.accessibleName() == wording.FEWER_WAYS
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert "silent_55" not in keys(view)


def test_a_contact_says_what_is_known_and_where_from(view: OtherWaysView) -> None:
    assert seen(row(view, "samaritans")) == [
        "116 123",
        "Samaritans",
        "24 hours, every day, free. It does not show on a phone bill.",
        support_wording.WITHOUT_SPEAKING,
        "Email jo@samaritans.org (replies take longer)",
        "Seen at samaritans.org, undated.",
    ]
    assert seen(row(view, "galop"))[2:4] == ["For LGBT+ people. We do not know in which nations.", "Check the opening hours."]
    assert wording.NO_NUMBER in seen(row(view, "shout"))
    assert not row(view, "shout").copy.isVisible()


def test_what_is_said_of_a_call_stands_with_the_number_and_not_below_the_ways_without_speaking(view: OtherWaysView) -> None:
    words = seen(row(view, "nspcc"))
    assert "Check the opening hours. Free from landlines and most mobiles." in words[: words.index(support_wording.WITHOUT_SPEAKING)]
    words = seen(row(view, "revenge_porn"))
    ways = words.index(support_wording.WITHOUT_SPEAKING)
    assert words[ways - 1].endswith("The advice is free. We do not know what the call costs.")
    assert words[ways + 2] == "There is a form to ask for a call, too."


def test_the_arrow_of_a_list_grows_with_the_words(theme: Theme, view: OtherWaysView) -> None:
    def arrow() -> int:
        """How wide the painted arrow is, in pixels: what differs from the field beside the words."""
        picture = view.nation.box.grab().toImage()
        field = picture.pixelColor(picture.width() // 2, picture.height() - AROUND - 4)
        columns = range(picture.width() * 3 // 4, picture.width() - 2 * AROUND)
        rows = range(picture.height() // 3, picture.height() * 2 // 3)
        return sum(any(picture.pixelColor(column, line) != field for line in rows) for column in columns)

    usual = arrow()
    theme.choose(ThemeChoice.SYSTEM, 200)
    try:
        assert usual > 0
        assert arrow() >= 2 * usual - 2
    finally:
        theme.choose(ThemeChoice.SYSTEM, 100)


def test_a_number_is_copied_and_can_be_marked(view: OtherWaysView) -> None:
    contact = row(view, "childline")
    assert contact.copy.accessibleName() == "Copy the number of Childline"
    QTest.keyClick(contact.copy, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "0800 1111"
    assert contact.copy.text() == wording.COPIED
    assert contact.copy.accessibleName() == "Copied the number of Childline"
    number = next(label for label in contact.findChildren(QLabel) if label.text() == "0800 1111")
    assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_show_for_starts_at_the_top_with_the_primary_subject(qtbot: QtBot, view: OtherWaysView) -> None:
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() >= 100)
    view.verticalScrollBar().setValue(100)
    view.show_for(("mental_health", "health"), Nation.WALES)
    assert view.verticalScrollBar().value() == 0
    assert view.subject.box.currentText() == wording.SUBJECTS["mental_health"]
    assert view.nation.box.currentText() == "Wales"
    assert keys(view)[:2] == ["emergency_999", "samaritans"]


def test_an_unknown_subject_is_no_reason_to_show_nothing(view: OtherWaysView) -> None:
    view.show_for(("something_new",))
    assert view.subject.box.currentText() == wording.ANYTHING
    assert keys(view) == ["emergency_999", "nhs_111", "samaritans", "police_101"]


def test_empty_leaves_nothing_of_a_choice(qtbot: QtBot, view: OtherWaysView) -> None:
    view.show_for(("sexual_offence",))
    pick(view.nation, "Wales")
    view.quiet.click()
    row(view, "rape_crisis_ew").copy.click()
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() >= 100)
    view.verticalScrollBar().setValue(100)
    view.subject.box.showPopup()
    view.empty()
    assert view.wanted == Wanted()
    assert view.subject.box.currentText() == wording.ANYTHING
    assert view.nation.box.currentText() == wording.ALL_NATIONS
    assert not view.quiet.isChecked()
    assert not view.subject.box.view().isVisible()
    assert view.verticalScrollBar().value() == 0
    assert QGuiApplication.clipboard().text() == ""
    assert all(contact.copy.text() == wording.COPY for contact in view.rows)


def test_empty_leaves_alone_what_somebody_else_copied(view: OtherWaysView) -> None:
    row(view, "samaritans").copy.click()
    QGuiApplication.clipboard().setText("a shopping list")
    view.empty()
    assert QGuiApplication.clipboard().text() == "a shopping list"


def test_while_nobody_looks_nothing_is_made(view: OtherWaysView) -> None:
    view.show_for(("sexual_offence",))
    view.hide()
    view.empty()
    assert view.rows == []
    assert not [label for label in view.findChildren(QLabel) if label.text() == wording.SUBJECTS["sexual_offence"]]
    view.show()
    assert len(view.rows) == len(CONTACTS)


def test_the_wheel_over_a_list_changes_nothing(view: OtherWaysView) -> None:
    box = view.subject.box
    box.setFocus()
    at = QPointF(5, 5)
    wheel = QWheelEvent(
        at,
        at,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentText() == wording.ANYTHING


def test_nothing_in_it_can_open_anything(view: OtherWaysView) -> None:
    for label in view.findChildren(QLabel):
        assert not label.openExternalLinks()
        assert label.textFormat() is Qt.TextFormat.PlainText
    for module in (view_module, contact_module):
        assert "QDesktopServices" not in inspect.getsource(module)


@pytest.mark.parametrize("width", [420, 900])
def test_words_get_the_room_they_need(qtbot: QtBot, view: OtherWaysView, width: int) -> None:
    view.resize(width, 600)

    def cut_off() -> list[str]:
        labels = [label for label in view.findChildren(QLabel) if label.isVisible() and label.hasHeightForWidth()]
        return [label.text()[:40] for label in labels if label.height() < label.heightForWidth(label.width())]

    qtbot.waitUntil(lambda: not cut_off())
    for contact in view.rows:
        for label in contact.findChildren(QLabel):
            if label.isVisible() and label.text() == contact.contact.call:
                assert label.width() >= label.sizeHint().width()
