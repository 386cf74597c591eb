"""What a charity's file adds stands below our own ways, under whose it is, and takes nothing away."""

from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.partner import Partner, PartnerWay
from netcurtain.core.support import parse_contacts
from netcurtain.ui.other_ways import wording
from netcurtain.ui.other_ways.view import OtherWaysView
from netcurtain.ui.theme import Theme

Seen = Callable[[QWidget], list[str]]
CONTACTS = parse_contacts(files("netcurtain.filters").joinpath("support.toml").read_text(encoding="utf-8"))
HELPLINE = PartnerWay("Helpline", "0000 000 0000", "Every day.")
CHAT = PartnerWay("Chat", "https://chat.example", without_speaking=True)
CENTRE = Partner("Example Centre", (HELPLINE, CHAT), "2999-06-30", "3f2a", "We listen.")


@pytest.fixture
def in_use() -> list[Partner]:
    return [CENTRE]


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, in_use: list[Partner]) -> Iterator[OtherWaysView]:
    view = OtherWaysView(theme, CONTACTS, partners=lambda: tuple(in_use))
    qtbot.addWidget(view)
    view.resize(800, 600)
    QGuiApplication.clipboard().clear()
    view.show()
    yield view
    view.close()


def test_it_stands_below_all_of_ours_under_whose_it_is(view: OtherWaysView, seen: Seen, in_use: list[Partner]) -> None:
    words = seen(view)
    ours = [contact.contact.key for contact in view.rows]
    assert words.index("From Example Centre") > max(place for place, text in enumerate(words) if text == view.rows[-1].contact.name)
    for text in ("We listen.", wording.PARTNER_NOT_OURS, "Helpline", "0000 000 0000", "Every day.", "Chat", "https://chat.example"):
        assert text in words
    in_use.clear()
    view.show_for(())
    assert [contact.contact.key for contact in view.rows] == ours
    assert "From Example Centre" not in seen(view)


def test_whatever_is_looked_for_it_is_there(view: OtherWaysView, seen: Seen) -> None:
    view.show_for(("health",))
    assert "From Example Centre" in seen(view)


def test_only_ways_without_speaking_where_that_is_wanted(view: OtherWaysView, seen: Seen, in_use: list[Partner]) -> None:
    view.quiet.click()
    assert "https://chat.example" in seen(view)
    assert "0000 000 0000" not in seen(view)
    in_use[:] = [Partner("Example Centre", (HELPLINE,), "2999-06-30", "3f2a")]
    view.show_for(())
    assert "From Example Centre" not in seen(view)


def test_how_to_reach_it_is_copied_and_taken_back(view: OtherWaysView) -> None:
    row = view.parts[0].rows[0]
    assert row.copy.accessibleName() == wording.copy_way("Helpline")
    row.copy.click()
    assert QGuiApplication.clipboard().text() == "0000 000 0000"
    assert row.copy.accessibleName() == wording.copied_way("Helpline")
    view.empty()
    assert QGuiApplication.clipboard().text() == ""


def test_words_that_would_turn_text_around_are_shown_as_such(view: OtherWaysView, seen: Seen, in_use: list[Partner]) -> None:
    in_use[:] = [Partner("A\u202eB", (PartnerWay("x", "y\u200b"),), "2999-06-30", "3f2a")]
    view.show_for(())
    assert "From A<U+202E>B" in seen(view)
    assert "y<U+200B>" in seen(view)
