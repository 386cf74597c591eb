"""Every colour that means something comes with an icon and a word, and no two meanings look the same to who sees no colours."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.accessible import story

from netcurtain.core.event import CompanyView
from netcurtain.core.finding import DecodedField, What
from netcurtain.history.rows import MomentKind
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.moment_delegate import LOOKS
from netcurtain.ui.mark import Mark
from netcurtain.ui.now.model import KindTold, kinds_told
from netcurtain.ui.now.picture import Picture
from netcurtain.ui.now.pictured import pictured
from netcurtain.ui.theme import Colour, Theme

KINDS: list[KindTold] = list(dict.fromkeys(kind for what in What for kind in kinds_told([DecodedField(what, "words", "p")])))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_every_kind_that_is_told_has_an_icon_and_a_word(kind: KindTold) -> None:
    assert kind.icon
    assert kind.word


def test_no_two_kinds_have_the_same_word() -> None:
    assert len({kind.word for kind in KINDS}) == len(KINDS) >= 8


def test_every_moment_has_an_icon_of_its_own_and_a_word_of_its_own() -> None:
    assert set(LOOKS) == set(MomentKind) == set(history_wording.MOMENTS)
    assert len({icon for icon, _ in LOOKS.values()}) == len({*history_wording.MOMENTS.values()}) == len(MomentKind)


def test_a_mark_draws_both(qtbot: QtBot, theme: Theme) -> None:
    from tests.ui.accessible.drawn import in_window

    mark = Mark(theme, "person", "who you are", Colour.ROSE)
    qtbot.addWidget(mark)
    mark.show()
    (seen,) = in_window(mark)
    assert [icon.name for icon in seen.icons] == ["person"]
    assert [text.words for text in seen.texts] == ["who you are"]
    assert seen.texts[0].colour == theme.colour(Colour.ROSE)


@pytest.mark.parametrize("company", story.COMPANIES, ids=lambda company: company.name)
def test_a_line_in_the_picture_says_nothing_that_its_card_does_not_say_in_words(qtbot: QtBot, theme: Theme, company: CompanyView) -> None:
    view = pictured(company)
    marks = {(mark.icon, mark.colour) for mark in view.marks}
    assert {(line.icon, line.colour) for line in view.lines if line.colour is not Colour.SOFT} <= marks  # a quiet one is said in the lead
    assert view.lead
    parent = QWidget()
    qtbot.addWidget(parent)
    picture = Picture(theme, parent)
    picture.show_page(story.SITE, [company])
    (card,) = picture.canvas.cards
    words = {label.text() for label in card.findChildren(QLabel)}
    assert {mark.word for mark in view.marks} <= words
