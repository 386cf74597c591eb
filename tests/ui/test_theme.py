from collections.abc import Iterator
from dataclasses import astuple
from importlib.resources import files
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from netcurtain.core.settings import ThemeChoice
from netcurtain.ui.theme import DARK, LIGHT, STRONG_DARK, STRONG_LIGHT, Colour, Look, Size, Theme, Tokens, app_icon, style_sheet

ICONS = [icon for icon in (files("netcurtain.ui") / "icons").iterdir() if icon.name.endswith(".svg")]


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (colour.redF(), colour.greenF(), colour.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("ground", [Colour.PAPER, Colour.CARD])
@pytest.mark.parametrize("words", [Colour.INK, Colour.SOFT, Colour.TEAL, Colour.SKY, Colour.AMBER, Colour.ROSE])
def test_words_are_easy_to_read(tokens: Tokens, ground: Colour, words: Colour) -> None:
    low, high = sorted((luminance(tokens.colour(ground)), luminance(tokens.colour(words))))
    assert (high + 0.05) / (low + 0.05) >= 5.5


@pytest.mark.parametrize("tokens", [STRONG_LIGHT, STRONG_DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", [Colour.PAPER, Colour.CARD])
@pytest.mark.parametrize("words", [Colour.INK, Colour.SOFT, Colour.TEAL, Colour.SKY, Colour.AMBER, Colour.ROSE, Colour.LINE])
def test_with_the_strongest_contrast_words_and_lines_are_seven_to_one(tokens: Tokens, ground: Colour, words: Colour) -> None:
    low, high = sorted((luminance(tokens.colour(ground)), luminance(tokens.colour(words))))
    assert (high + 0.05) / (low + 0.05) >= 7


@pytest.mark.parametrize("tokens", [STRONG_LIGHT, STRONG_DARK], ids=["light", "dark"])
def test_with_the_strongest_contrast_words_on_a_filled_button_are_seven_to_one_under_the_pointer_too(tokens: Tokens) -> None:
    for fill in (tokens.colour(Colour.TEAL), tokens.colour(Colour.TEAL).darker(112)):
        low, high = sorted((luminance(fill), luminance(tokens.colour(Colour.CARD))))
        assert (high + 0.05) / (low + 0.05) >= 7


def test_with_the_strongest_contrast_lines_are_thicker() -> None:
    assert (Look(STRONG_DARK).line, Look(STRONG_DARK).ring) > (Look(DARK).line, Look(DARK).ring)
    assert "border: 2px solid" in style_sheet(Look(STRONG_DARK))


@pytest.fixture
def alone(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Theme]:
    """A theme that no widget follows; what it does to the app is taken back."""
    monkeypatch.setattr(qapp, "setStyleSheet", lambda _sheet: None)
    font, palette = qapp.font(), qapp.palette()
    theme = Theme(qapp)
    yield theme
    qapp.styleHints().colorSchemeChanged.disconnect(theme.follow)
    theme.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.mark.parametrize(
    ("choice", "scheme", "tokens"),
    [
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
        (ThemeChoice.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (ThemeChoice.DARK, Qt.ColorScheme.Light, DARK),
        (ThemeChoice.CONTRAST, Qt.ColorScheme.Light, STRONG_LIGHT),
        (ThemeChoice.CONTRAST, Qt.ColorScheme.Dark, STRONG_DARK),
    ],
)
def test_the_persons_choice_goes_before_the_systems(alone: Theme, choice: ThemeChoice, scheme: Qt.ColorScheme, tokens: Tokens) -> None:
    alone.choose(choice, 100)
    alone.follow(scheme)
    assert alone.tokens == tokens


@pytest.mark.parametrize(("choice", "tokens"), [(ThemeChoice.SYSTEM, STRONG_DARK), (ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)])
def test_the_systems_wish_for_contrast_is_followed_where_the_colours_are_left_to_it(
    alone: Theme, monkeypatch: pytest.MonkeyPatch, choice: ThemeChoice, tokens: Tokens
) -> None:
    monkeypatch.setattr(alone, "_wants_contrast", lambda: True)
    alone.choose(choice, 100)
    alone.follow(Qt.ColorScheme.Dark)
    assert alone.tokens == tokens


def test_where_qt_knows_of_no_contrast_none_is_wished_for(alone: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alone, "_app", SimpleNamespace(styleHints=SimpleNamespace))
    assert not alone._wants_contrast()


@pytest.mark.parametrize(
    ("text_size", "small", "body", "target"), [(100, 13, 15, 44), (125, 16, 19, 44), (150, 20, 22, 50), (200, 26, 30, 61)]
)
def test_words_and_what_holds_them_grow(alone: Theme, qapp: QApplication, text_size: int, small: int, body: int, target: int) -> None:
    told: list[bool] = []
    alone.changed.connect(lambda: told.append(True))
    alone.choose(ThemeChoice.SYSTEM, text_size)
    assert (alone.size(Size.SMALL), alone.size(Size.BODY), alone.target, alone.scaled(100)) == (small, body, target, text_size)
    assert qapp.font().pixelSize() == body
    assert alone.font(Size.SMALL).pixelSize() == small
    assert len(told) == (text_size != 100), "nothing is drawn anew where nothing changed"


@pytest.mark.usefixtures("alone")
def test_nothing_glides_or_fades(qapp: QApplication) -> None:
    assert not [effect for effect in Qt.UIEffect if effect is not Qt.UIEffect.UI_General and qapp.isEffectEnabled(effect)]


def test_it_follows_the_system_and_tells_the_windows(qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    # The themes of all tests before hear the system too, and each would have every widget drawn anew.
    monkeypatch.setattr(qapp, "setStyleSheet", lambda _sheet: None)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens == DARK
    assert qapp.palette().window().color() == DARK.colour(Colour.PAPER)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens == LIGHT
    assert len(told) == 2


def test_what_is_chosen_in_a_list_of_qts_own_such_as_one_of_files_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    listed = QListView()
    qtbot.addWidget(listed)
    listed.ensurePolished()
    assert listed.palette().highlight().color() == theme.colour(Colour.TEAL)
    assert listed.palette().highlightedText().color() == theme.colour(Colour.CARD)


def test_the_style_sheet_uses_no_colour_but_the_tokens() -> None:
    sheet = style_sheet(Look(LIGHT))
    for token in astuple(LIGHT)[:-1]:
        sheet = sheet.replace(token, "")
    assert not [word for word in sheet.split() if word.startswith("#") and len(word.rstrip(";")) == 7]


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.name)
def test_every_icon_can_be_drawn(icon: object) -> None:
    assert QSvgRenderer(QByteArray(icon.read_bytes())).isValid()  # type: ignore[attr-defined]


def test_the_app_has_an_icon(qapp: QApplication) -> None:
    assert qapp is not None
    assert app_icon().availableSizes()
