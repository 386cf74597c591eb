from dataclasses import astuple
from importlib.resources import files

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from netcurtain.ui.theme import DARK, LIGHT, Colour, Theme, Tokens, app_icon, style_sheet

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


def test_it_follows_the_system_and_tells_the_windows(qapp: QApplication, theme: Theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens == DARK
    assert qapp.palette().window().color() == DARK.colour(Colour.PAPER)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens == LIGHT
    assert len(told) == 2


def test_the_style_sheet_uses_no_colour_but_the_tokens() -> None:
    sheet = style_sheet(LIGHT)
    for token in astuple(LIGHT):
        sheet = sheet.replace(token, "")
    assert not [word for word in sheet.split() if word.startswith("#") and len(word.rstrip(";")) == 7]


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.name)
def test_every_icon_can_be_drawn(icon: object) -> None:
    assert QSvgRenderer(QByteArray(icon.read_bytes())).isValid()  # type: ignore[attr-defined]


def test_the_app_has_an_icon(qapp: QApplication) -> None:
    assert qapp is not None
    assert app_icon().availableSizes()
