"""Files from others: looked at, agreed to or not, taken away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.partner import Partner, PartnerWay
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.partners import PartnersSection
from netcurtain.ui.settings.view import SettingsView

Seen = Callable[[QWidget], list[str]]
FILE = Path("/centre.netcurtain")
DIGITS = "3f2a 91bc 0d77 4e10 aa52 9c1f 6b30 e8d4"
PARTNER = Partner("Example Centre", (PartnerWay("Helpline", "0000 000 0000", "Every day."),), "2999-06-30", DIGITS, "We listen.")


@pytest.fixture
def section(view: SettingsView, fake_app: Any) -> PartnersSection:
    fake_app.partner_files[FILE] = PARTNER
    assert view.partners is not None
    return view.partners


def test_what_a_file_would_add_and_its_fingerprint_are_shown_before_anything_is_added(
    section: PartnersSection, fake_app: Any, seen: Seen
) -> None:
    section.look_at(FILE)
    for words in ("Example Centre", "We listen.", "Helpline: 0000 000 0000", "Every day.", wording.COMPARE, DIGITS, "Until 30 June 2999"):
        assert words in seen(section)
    assert section.offer.leave.hasFocus()
    assert fake_app.in_use == []


def test_a_file_of_a_charity_that_is_there_already_is_told_from_it(section: PartnersSection, fake_app: Any, seen: Seen) -> None:
    section.look_at(FILE)
    assert wording.TAKES_ITS_PLACE not in seen(section)
    section.offer.leave.click()
    fake_app.in_use = [PARTNER]
    section.refresh()
    section.look_at(FILE)
    assert wording.TAKES_ITS_PLACE in seen(section)


def test_yes_adds_it(section: PartnersSection, fake_app: Any, seen: Seen) -> None:
    section.look_at(FILE)
    section.offer.add.click()
    assert fake_app.in_use == [PARTNER]
    assert list(section.lines) == ["Example Centre"]
    assert section.said.text() == wording.ADDED
    assert DIGITS not in seen(section)
    assert section.add_button.hasFocus()


def test_no_adds_nothing(section: PartnersSection, fake_app: Any, seen: Seen) -> None:
    section.look_at(FILE)
    QTest.keyClick(section.offer.leave, Qt.Key.Key_Return)
    assert fake_app.in_use == []
    assert section.said.text() == wording.NOT_ADDED
    assert "Helpline: 0000 000 0000" not in seen(section)


def test_what_is_wrong_with_a_file_is_said(section: PartnersSection) -> None:
    section.look_at(Path("/letter"))
    assert section.said.text() == "This is no partner's file."
    assert not section.offer.isVisible()


def test_it_is_removed(section: PartnersSection, fake_app: Any) -> None:
    fake_app.in_use = [PARTNER]
    section.refresh()
    remove = section.lines["Example Centre"].remove
    assert remove.accessibleName() == "Remove what is from Example Centre"
    remove.click()
    assert (fake_app.in_use, section.lines) == ([], {})
    assert section.said.text() == wording.REMOVED


def test_one_that_has_run_out_says_so(section: PartnersSection, fake_app: Any, seen: Seen) -> None:
    fake_app.in_use = [Partner("Old Centre", PARTNER.ways, "2020-01-31", DIGITS)]
    section.refresh()
    assert any("ran out on 31 January 2020" in words for words in seen(section))


def test_leaving_the_page_adds_nothing(view: SettingsView, section: PartnersSection, fake_app: Any, seen: Seen) -> None:
    section.look_at(FILE)
    view.leave()
    section.offer.add.click()
    assert fake_app.in_use == []
    assert DIGITS not in seen(section)


def test_the_file_is_chosen_in_a_window_that_goes_with_the_page(qtbot: QtBot, view: SettingsView, section: PartnersSection) -> None:
    section.add_button.click()
    dialog = section.choice.dialog
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit(str(FILE))
    assert section.offer.isVisible()
    view.leave()
    qtbot.waitUntil(lambda: section.choice.dialog is None)
