from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from netcurtain.core.event import BrowserLeft, FrontChanged, PageGone, PageKey, SubmissionAnswered, SubmissionMade, WarningChanged
from netcurtain.core.observation import Choice
from netcurtain.core.settings import AlertPlace, Settings, ThemeChoice
from netcurtain.ui import wording
from netcurtain.ui.alert.window import AlertWindow
from netcurtain.ui.button import Button
from netcurtain.ui.theme import TARGET, USUAL, Theme

OTHER = PageKey("browser", "other")


@pytest.fixture
def alert(qtbot: QtBot, theme: Theme, fake_app: Any) -> Iterator[AlertWindow]:
    alert = AlertWindow(theme, fake_app)
    qtbot.addWidget(alert)
    yield alert
    alert.close()


def test_it_is_there_only_while_the_page_is_in_front(
    alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade]
) -> None:
    alert.hear(FrontChanged("browser", OTHER))
    alert.hear(make_submission())
    assert not alert.isVisible()
    alert.hear(FrontChanged("browser", key))
    assert alert.isVisible()
    alert.hear(FrontChanged("browser", None))
    assert not alert.isVisible()
    alert.hear(FrontChanged("browser", key))
    assert alert.isVisible()
    alert.hear(FrontChanged("another browser", None))
    assert alert.isVisible()


@pytest.mark.parametrize("place", AlertPlace, ids=list(AlertPlace))
def test_it_is_there_only_where_the_person_wants_a_window(
    alert: AlertWindow, fake_app: Any, key: PageKey, make_submission: Callable[..., SubmissionMade], place: AlertPlace
) -> None:
    fake_app.answers = Settings(alert=place)
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission())
    assert alert.isVisible() is (place is not AlertPlace.PAGE)


def test_larger_words_fit_at_once(alert: AlertWindow, theme: Theme, key: PageKey, make_submission: Callable[..., SubmissionMade]) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission())
    width = alert.width()
    theme.choose(ThemeChoice.SYSTEM, 150)
    try:
        assert alert.width() > width
        for button in alert.findChildren(Button):
            assert button.width() >= button.sizeHint().width()
    finally:
        theme.choose(ThemeChoice.SYSTEM, USUAL)


@pytest.mark.parametrize("choice", [Choice.NOT_NOW, None])
def test_it_is_gone_when_it_was_answered_elsewhere(
    alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade], choice: Choice | None
) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission())
    assert alert.isVisible()
    alert.hear(SubmissionAnswered(key, "s1", choice))
    assert not alert.isVisible()


@pytest.mark.parametrize("ended", [PageGone(PageKey("browser", "page")), BrowserLeft("browser")])
def test_it_is_gone_with_its_page_or_the_link(
    alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade], ended: object
) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission())
    alert.hear(ended)
    assert not alert.isVisible()
    alert.hear(FrontChanged("browser", key))
    assert not alert.isVisible()


def test_a_form_that_is_not_held_is_not_asked_about(
    alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade]
) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission(held=False))
    assert not alert.isVisible()


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        (wording.WITHOUT_COMPANIES, Choice.WITHOUT_COMPANIES),
        (wording.NOT_NOW, Choice.NOT_NOW),
        (wording.AS_IT_IS, Choice.AS_IT_IS),
        (wording.LEAVE, Choice.LEAVE),
    ],
)
def test_each_button_answers_once_and_the_window_goes(
    alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade], fake_app: Any, text: str, choice: Choice
) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission())
    QTest.mouseClick(next(b for b in alert.findChildren(Button) if b.text() == text), Qt.MouseButton.LeftButton)
    assert fake_app.chosen == [("s1", choice)]
    assert not alert.isVisible()


def test_it_never_takes_the_keyboard(
    qtbot: QtBot, alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade]
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission())
    assert alert.isVisible()
    assert alert.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    flags = alert.windowFlags()
    for flag in (Qt.WindowType.WindowStaysOnTopHint, Qt.WindowType.WindowDoesNotAcceptFocus, Qt.WindowType.Tool):
        assert flags & flag == flag
    assert not alert.isActiveWindow()
    assert field.isActiveWindow()
    field.close()


def test_it_names_no_site_and_forgets_its_words(alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade]) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission())
    said = [label.text() for label in alert.findChildren(QLabel)]
    assert "This page told Meta (Facebook) its address." in said
    assert all("site.example" not in words for words in [*said, alert.windowTitle(), alert.accessibleName()])
    assert alert.windowTitle() == "Netcurtain"
    alert.empty()
    assert not alert.isVisible()
    assert all("Meta" not in label.text() for label in alert.findChildren(QLabel))


def test_no_sentence_is_lost_however_many_there_are(
    alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade]
) -> None:
    told = tuple(f"This page told company {number} its address." for number in range(9))
    alert.hear(FrontChanged("browser", key))
    alert.hear(replace(make_submission(), told=told))
    said = " ".join(label.text() for label in alert.findChildren(QLabel) if label.isVisible())
    assert all(sentence in said for sentence in told)


def test_what_is_seen_meanwhile_is_said_as_well(alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade]) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission("s1"))
    alert.hear(WarningChanged(key, "s1", ("This page told Meta (Facebook) which button was pressed.",), "More may have gone."))
    said = [label.text() for label in alert.findChildren(QLabel)]
    assert "This page told Meta (Facebook) which button was pressed." in said
    assert "More may have gone." in said
    alert.hear(WarningChanged(key, "another", ("Not asked about.",), ""))
    assert alert.submission == "s1"


def test_another_browser_that_leaves_changes_nothing(
    alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade]
) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission())
    alert.hear(BrowserLeft("another browser"))
    assert alert.isVisible()


def test_the_newest_held_form_is_asked_about_and_the_older_one_after_it(
    alert: AlertWindow, key: PageKey, make_submission: Callable[..., SubmissionMade]
) -> None:
    alert.hear(FrontChanged("browser", key))
    alert.hear(make_submission("s1"))
    alert.hear(make_submission("s2"))
    assert alert.submission == "s2"
    alert.dismiss("s2")
    assert alert.submission == "s1"
    assert alert.isVisible()


def test_every_choice_has_a_name_and_is_large_enough(alert: AlertWindow) -> None:
    buttons = alert.findChildren(Button)
    assert len(buttons) == len(Choice)
    for button in buttons:
        assert button.accessibleName() == button.text()
        assert button.sizeHint().height() >= TARGET
