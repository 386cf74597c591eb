from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.consent import Consent
from netcurtain.core.settings import ThemeChoice
from netcurtain.history.rows import Gap, MomentKind, StoryLine, VisitStory
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.button import AROUND, TAB_AROUND, Button
from netcurtain.ui.history import wording
from netcurtain.ui.history.story_card import StoryCard
from netcurtain.ui.theme import STEP, Theme

Seen = Callable[[QWidget], list[str]]


@contextmanager
def shown(qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection) -> Iterator[StoryCard]:
    """While the block runs, a card whose reader reads in this direction."""
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayoutDirection(direction)
    card = StoryCard(theme, host)
    host.resize(560, 900)
    card.resize(560, 900)
    host.show()
    yield card
    host.close()


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> Iterator[StoryCard]:
    with shown(qtbot, theme, Qt.LayoutDirection.LeftToRight) as card:
        yield card


@pytest.fixture
def story(kept: Any) -> VisitStory:
    told: VisitStory = kept.stories["v1"]
    gap = Gap(told.row.started + 1000, told.row.started + 61_000)
    return replace(told, more_moments=12, more_requests=1, lists=("EasyPrivacy of 13 August 2026",), gaps=(gap,), not_seen=("Its start.",))


def test_what_is_left_out_and_what_it_was_checked_with_is_said(card: StoryCard, story: VisitStory, seen: Seen) -> None:
    card.show_story(story, can_keep=True)
    assert "12 more moments are not listed here." in seen(card)
    assert "Checked with EasyPrivacy of 13 August 2026" in seen(card)
    card.tabs[1].click()
    assert "1 more request is not listed here." in seen(card)


def test_what_we_could_not_see_is_said_with_its_gaps(card: StoryCard, story: VisitStory, seen: Seen) -> None:
    card.show_story(story, can_keep=False)
    card.tabs[2].click()
    gap = wording.gap_within(story.gaps[0].since, story.gaps[0].until)
    assert card.not_seen.sentences == (gap, "Its start.", ui_wording.STORY_NOT_SEEN)
    for sentence in card.not_seen.sentences:
        assert sentence in seen(card)
        assert sentence in card.not_seen.accessibleDescription()


def test_where_nothing_is_left_out_nothing_is_said_of_it(card: StoryCard, kept: Any, seen: Seen) -> None:
    card.show_story(kept.stories["v2"], can_keep=False)
    assert not any("more" in words or "Checked" in words for words in seen(card))


def test_emptied_it_holds_no_word_of_the_visit(card: StoryCard, story: VisitStory) -> None:
    card.show_story(story, can_keep=True)
    card.tabs[2].click()
    card.empty()
    words = [label.text() for label in card.findChildren(QLabel)]
    assert not any("example" in word or "EasyPrivacy" in word or "12 more" in word for word in words)
    assert card.not_seen.accessibleDescription() == ""
    assert card.moments.rowCount() == card.requests.rowCount() == 0


def test_a_line_and_room_part_the_moments_from_what_is_said_below_them(card: StoryCard, story: VisitStory) -> None:
    card.show_story(replace(story, more_moments=0), can_keep=False)
    note = next(label for label in card.findChildren(QLabel) if label.text() == ui_wording.STORY_NOT_SEEN and label.isVisible())
    below = card.list.geometry().bottom()
    (line,) = (part for part in card.findChildren(QFrame, "hairline") if part.isVisible() and part.parentWidget() is note.parentWidget())
    assert below < line.y()
    assert note.y() - line.geometry().bottom() > 8


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_tabs_and_buttons_begin_where_the_heading_begins(
    qtbot: QtBot, theme: Theme, story: VisitStory, direction: Qt.LayoutDirection
) -> None:
    with shown(qtbot, theme, direction) as card:
        card.show_story(story, can_keep=True)
        tab, button, heading = (part.geometry() for part in (card.tabs[0], card.save_button, card.site))
        if direction == Qt.LayoutDirection.LeftToRight:
            assert tab.left() + TAB_AROUND == button.left() + AROUND == heading.left()
        else:
            assert tab.right() - TAB_AROUND == button.right() - AROUND == heading.right()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_of_every_part_begin_where_the_heading_begins(
    qtbot: QtBot, theme: Theme, story: VisitStory, direction: Qt.LayoutDirection
) -> None:
    with shown(qtbot, theme, direction) as card:
        card.show_story(story, can_keep=True)

        def begins(part: QWidget) -> int:
            """How far from the card's side where one begins to read."""
            left = part.mapTo(card, QPoint()).x()
            return left if direction == Qt.LayoutDirection.LeftToRight else card.width() - left - part.width()

        heading = begins(card.site)
        for place, part in enumerate((card.list, card.request_list)):
            card.turn_to(place)
            assert begins(part) + STEP == heading
            note = next(label for label in card.findChildren(QLabel) if label.text() == ui_wording.STORY_NOT_SEEN and label.isVisible())
            assert begins(note) == heading
        card.turn_to(2)
        words = next(label for label in card.not_seen.findChildren(QLabel) if label.text() == "Its start.")
        assert begins(words) == heading


KINDS = tuple(StoryLine(float(n), "It happened. " * 9, kind, consent=Consent.ACCEPTED) for n, kind in enumerate(MomentKind))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_moments_stand_on_a_line_at_the_side_where_reading_begins(
    card: StoryCard, story: VisitStory, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    card.setLayoutDirection(direction)
    card.show_story(replace(story, lines=KINDS), can_keep=True)
    picture = card.list.viewport().grab().toImage()
    at = 8 + 14 if direction == Qt.LayoutDirection.LeftToRight else picture.width() - 8 - 14
    line = theme.tokens.line
    assert any(picture.pixelColor(x, y).name().upper() == line for x in (at - 1, at) for y in range(picture.height()))


def test_with_larger_text_moments_are_higher_and_no_button_is_cut_off(
    qtbot: QtBot, card: StoryCard, story: VisitStory, theme: Theme
) -> None:
    card.show_story(replace(story, lines=KINDS), can_keep=True)
    usual = card.list.visualRect(card.moments.index(0)).height()
    theme.choose(ThemeChoice.SYSTEM, 200)
    try:
        qtbot.waitUntil(lambda: card.list.visualRect(card.moments.index(0)).height() > 1.8 * usual)
        buttons = [button for button in card.findChildren(Button) if button.isVisible()]
        qtbot.waitUntil(lambda: all(button.geometry().right() < card.width() and button.geometry().left() >= 0 for button in buttons))
        assert len(buttons) == 8
    finally:
        theme.choose(ThemeChoice.SYSTEM, 100)
