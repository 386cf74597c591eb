"""How it looks, and where a waiting form asks: chosen here, seen at once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from netcurtain.core.settings import AlertPlace, Language, Settings, ThemeChoice
from netcurtain.ui.choice import ChoiceCard
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.view import SettingsView
from netcurtain.ui.theme import DARK, LIGHT, STRONG_LIGHT, USUAL, Size, Theme, Tokens

Seen = Callable[[QWidget], list[str]]


@pytest.fixture(autouse=True)
def _as_before(theme: Theme) -> Iterator[None]:
    """The theme is everybody's."""
    yield
    theme.choose(ThemeChoice.SYSTEM, USUAL)


def card(view: QWidget, words: str) -> ChoiceCard:
    return next(one for one in view.findChildren(ChoiceCard) if one.accessibleName() == words)


@pytest.mark.parametrize("size", [125, 150, 200])
def test_larger_words_are_seen_at_once(view: SettingsView, fake_app: Any, theme: Theme, qapp: QApplication, size: int) -> None:
    heading = view.appearance.heading
    before = heading.sizeHint()
    card(view.appearance, wording.percent(size)).click()
    assert fake_app.answers == Settings(introduced=True, text_size=size)
    assert heading.font().pixelSize() == round(Size.LARGE * size / 100)
    assert heading.sizeHint().height() > before.height()
    assert view.again.fontMetrics().height() > 0
    assert view.again.font().pixelSize() == theme.size(Size.BODY) == qapp.font().pixelSize()
    card(view.appearance, wording.percent(100)).click()
    assert heading.sizeHint() == before


@pytest.mark.parametrize(
    ("words", "choice", "tokens"),
    [
        (wording.LIGHT, ThemeChoice.LIGHT, LIGHT),
        (wording.DARK, ThemeChoice.DARK, DARK),
        (wording.CONTRAST, ThemeChoice.CONTRAST, STRONG_LIGHT),
    ],
    ids=["light", "dark", "contrast"],
)
def test_other_colours_are_seen_at_once(
    view: SettingsView, fake_app: Any, theme: Theme, words: str, choice: ThemeChoice, tokens: Tokens
) -> None:
    card(view.appearance, words).click()
    assert fake_app.answers.theme is choice
    assert theme.tokens == tokens


def test_another_language_says_when_it_is_spoken(view: SettingsView, fake_app: Any, seen: Seen) -> None:
    card(view.appearance, "Cymraeg").click()
    assert fake_app.answers.language is Language.WELSH
    assert wording.THEN_LANGUAGE in seen(view.appearance)


@pytest.mark.parametrize(
    ("words", "place", "then"),
    [
        (wording.ALERT_BOTH, AlertPlace.BOTH, wording.THEN_ALERT_BOTH),
        (wording.ALERT_PAGE, AlertPlace.PAGE, wording.THEN_ALERT_PAGE),
        (wording.ALERT_WINDOW, AlertPlace.WINDOW, wording.THEN_ALERT_WINDOW),
    ],
    ids=list(AlertPlace),
)
def test_where_a_waiting_form_asks(view: SettingsView, fake_app: Any, seen: Seen, words: str, place: AlertPlace, then: str) -> None:
    card(view.asking, words).click()
    assert fake_app.answers.alert is place
    assert then in seen(view.asking)


def test_what_holds_is_shown(view: SettingsView, fake_app: Any) -> None:
    fake_app.answers = Settings(introduced=True, text_size=150, theme=ThemeChoice.DARK, language=Language.WELSH, alert=AlertPlace.PAGE)
    view.enter()
    chosen = [
        one.accessibleName() for section in (view.asking, view.appearance) for one in section.findChildren(ChoiceCard) if one.isChecked()
    ]
    assert chosen == [wording.ALERT_PAGE, wording.percent(150), wording.DARK, "Cymraeg"]
