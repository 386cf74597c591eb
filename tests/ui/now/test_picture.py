from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import CompanyView, FrontChanged, LinkChanged, PageKey, PageUpdated, PageView
from netcurtain.core.finding import What
from netcurtain.ui import wording
from netcurtain.ui.now import wording as now_wording
from netcurtain.ui.now.model import NowModel
from netcurtain.ui.now.picture import OpenedWords, Picture
from netcurtain.ui.now.picture_card import PictureCard
from netcurtain.ui.now.pictured import MOST_AROUND
from netcurtain.ui.now.view import NowView
from netcurtain.ui.theme import Colour, Theme

Show = Callable[..., None]
Seen = Callable[[QWidget], list[str]]


@pytest.fixture
def view(bring_up: Callable[[QWidget, int, int], None], theme: Theme) -> Iterator[NowView]:
    model = NowModel()
    view = NowView(theme, model, lambda: None, lambda: None)
    model.setParent(view)
    bring_up(view, 800, 700)
    yield view
    view.close()


@pytest.fixture
def show(view: NowView, make_page: Callable[..., PageView], key: PageKey) -> Show:
    def show(*companies: CompanyView, at: PageKey = key) -> None:
        for event in (LinkChanged(1), PageUpdated(make_page(*companies, key=at)), FrontChanged("browser", at)):
            view.model.hear(event)

    return show


@pytest.fixture
def picture(view: NowView) -> Picture:
    view.page.as_picture.click()
    return view.page.picture


def cards(picture: Picture) -> list[PictureCard]:
    return [card for card in picture.canvas.cards if card.isVisible()]


def opened(picture: Picture) -> OpenedWords | None:
    return picture.words


def test_the_list_is_shown_until_somebody_asks_for_the_picture_which_stays(
    view: NowView, show: Show, make_company: Callable[..., CompanyView]
) -> None:
    show(make_company("Meta", What.PAGE_ADDRESS))
    page = view.page
    assert (page.companies.isVisible(), page.picture.isVisible()) == (True, False)
    page.as_picture.click()
    assert (page.companies.isVisible(), page.picture.isVisible()) == (False, True)
    show(make_company("Google"), at=PageKey("browser", "another"))
    assert (page.companies.isVisible(), page.picture.isVisible()) == (False, True)
    view.model.cover(True)
    assert page.picture.canvas.cards == []
    view.model.cover(False)
    assert [card.company.name for card in cards(page.picture)] == ["Google"]
    page.as_list.click()
    assert (page.companies.isVisible(), page.picture.isVisible()) == (True, False)
    assert page.picture.canvas.cards == []


def test_list_and_picture_are_one_stop_of_the_keyboard_and_the_arrows_go_from_one_to_the_other(
    view: NowView, show: Show, make_company: Callable[..., CompanyView]
) -> None:
    show(make_company("Meta"))
    page = view.page
    assert [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in (page.as_list, page.as_picture)] == [True, False]
    page.as_list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.as_list, Qt.Key.Key_Right)
    assert page.as_picture.hasFocus()
    assert page.picture.isVisible()
    assert [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in (page.as_list, page.as_picture)] == [False, True]


def test_a_page_without_companies_offers_no_picture(view: NowView, show: Show) -> None:
    show()
    assert not view.page.segment.isVisible()


def test_each_company_is_a_button_that_says_everything(show: Show, picture: Picture, make_company: Callable[..., CompanyView]) -> None:
    show(make_company("Meta", What.PAGE_ADDRESS, What.BUTTON_TEXT), make_company("Hotjar", went_out=False))
    spoken = [QAccessible.queryAccessibleInterface(card) for card in cards(picture)]
    assert [one.text(QAccessible.Text.Name) for one in spoken] == [
        "Meta, told: address, what was pressed",
        "Hotjar, here; nothing seen going out",
    ]
    assert {one.text(QAccessible.Text.Description) for one in spoken} == {wording.SHOW_DETAILS}
    assert all(one.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox) for one in spoken)
    assert all(card.focusPolicy() & Qt.FocusPolicy.TabFocus for card in cards(picture))


def test_pressing_one_opens_its_words_and_pressing_it_again_closes_them(
    show: Show, picture: Picture, make_company: Callable[..., CompanyView], seen: Seen
) -> None:
    show(make_company("Meta", What.PAGE_ADDRESS), make_company("Google"))
    meta, google = cards(picture)
    QTest.keyClick(meta, Qt.Key.Key_Return)
    assert picture.words is not None
    words = seen(picture.words)
    assert {"Meta", "Meta was told something.", "EasyPrivacy has the filter ||t.example^", "sent: https://t.example/tr"} <= set(words)
    assert meta.isChecked()
    QTest.mouseClick(google, Qt.MouseButton.LeftButton)
    assert "Google was told something." in seen(picture.words)
    assert (meta.isChecked(), google.isChecked()) == (False, True)
    QTest.keyClick(google, Qt.Key.Key_Space)
    assert opened(picture) is None
    assert not google.isChecked()


def test_what_is_open_and_what_has_the_focus_stay_while_news_come_in(
    qtbot: QtBot, show: Show, picture: Picture, make_company: Callable[..., CompanyView], seen: Seen
) -> None:
    show(make_company("Meta", What.PAGE_ADDRESS))
    (meta,) = cards(picture)
    meta.setFocus(Qt.FocusReason.TabFocusReason)
    meta.click()
    words = picture.words
    show(make_company("Meta", What.PAGE_ADDRESS, What.PAGE_TITLE), make_company("Google"))
    assert cards(picture)[0] is meta
    assert meta.hasFocus()
    assert "address, title" in seen(meta)
    assert picture.words is words is not None
    qtbot.waitUntil(lambda: "title" in seen(words))


def test_the_words_of_one_page_do_not_stay_open_on_another(show: Show, picture: Picture, make_company: Callable[..., CompanyView]) -> None:
    show(make_company("Meta", What.PAGE_ADDRESS))
    cards(picture)[0].click()
    assert picture.words is not None
    show(make_company("Meta"), at=PageKey("browser", "another"))
    assert opened(picture) is None
    assert not cards(picture)[0].isChecked()


def test_what_there_is_no_room_for_is_counted_and_leads_to_the_list(
    view: NowView, show: Show, picture: Picture, make_company: Callable[..., CompanyView]
) -> None:
    show(*(make_company(f"Company {number}") for number in range(MOST_AROUND)))
    assert not picture.more.isVisible()
    show(*(make_company(f"Company {number}") for number in range(MOST_AROUND + 3)))
    assert len(cards(picture)) == MOST_AROUND
    assert picture.more.text() == "and 3 more, in the list"
    QTest.keyClick(picture.more, Qt.Key.Key_Return)
    assert view.page.companies.isVisible()
    assert view.page.as_list.hasFocus()


def test_a_window_that_is_too_narrow_says_to_use_the_list(
    qtbot: QtBot, view: NowView, show: Show, picture: Picture, make_company: Callable[..., CompanyView], seen: Seen
) -> None:
    show(make_company("Meta", What.PAGE_ADDRESS))
    view.resize(300, 400)
    qtbot.waitUntil(lambda: seen(picture) == [now_wording.NO_ROOM])
    view.resize(800, 700)
    qtbot.waitUntil(lambda: now_wording.NO_ROOM not in seen(picture))


@pytest.mark.parametrize("text_size", [100, 200])
def test_no_word_is_cut_off(
    qtbot: QtBot, theme: Theme, show: Show, picture: Picture, make_company: Callable[..., CompanyView], text_size: int
) -> None:
    show(make_company("A company with a very long name indeed", *What), make_company("Google", What.PAGE_ADDRESS), make_company("Third"))
    before = theme.look
    theme.choose(theme._choice, text_size)
    try:

        def cut_off() -> list[str]:
            return [
                card.company.name
                for card, box in zip(picture.canvas.cards, picture.canvas.placed.companies if picture.canvas.placed else (), strict=True)
                if card.height() < card.height_in(card.width()) or (card.x(), card.y()) != (round(box.x), round(box.y))
            ]

        qtbot.waitUntil(lambda: picture.canvas.placed is not None and not cut_off())
        qtbot.waitUntil(lambda: picture.canvas.height() >= round(picture.canvas.placed.height) if picture.canvas.placed else False)
    finally:
        theme.choose(theme._choice, before.text_size)


def test_a_line_has_its_colour_and_only_who_was_told_has_one(
    qtbot: QtBot, theme: Theme, show: Show, picture: Picture, make_company: Callable[..., CompanyView]
) -> None:
    show(make_company("Meta", What.TYPED), make_company("Hotjar", went_out=False))
    qtbot.waitUntil(lambda: picture.canvas.placed is not None and picture.canvas.placed.companies[0].x < 200)
    for card in picture.canvas.cards:
        card.hide()  # their words have the same colours
    image = picture.canvas.grab().toImage()
    middle = image.width() // 2

    def has(colour: Colour, columns: range) -> bool:
        wanted = QColor(theme.colour(colour))
        return any(image.pixelColor(x, y) == wanted for x in columns for y in range(image.height()))

    assert has(Colour.ROSE, range(middle))
    assert not any(has(colour, range(middle + 100, image.width())) for colour in (Colour.SKY, Colour.AMBER, Colour.ROSE, Colour.SOFT))


def test_the_line_of_what_was_only_tried_is_dashed(
    qtbot: QtBot, theme: Theme, show: Show, picture: Picture, make_company: Callable[..., CompanyView]
) -> None:
    def coloured(went_out: bool) -> int:
        show(make_company("Meta", What.TYPED, went_out=went_out))
        (card,) = picture.canvas.cards
        qtbot.waitUntil(lambda: picture.canvas.placed is not None and card.y() > 100)
        image = picture.canvas.grab(picture.canvas.rect().adjusted(0, 0, 0, -card.height() - 1)).toImage()
        wanted = QColor(theme.colour(Colour.ROSE))
        return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))

    whole, dashed = coloured(went_out=True), coloured(went_out=False)
    assert 0 < dashed < 0.8 * whole


def test_a_press_on_a_company_that_has_just_left_opens_nothing(
    show: Show, picture: Picture, make_company: Callable[..., CompanyView]
) -> None:
    show(make_company("Meta"))
    show(make_company("Google"))
    picture.canvas.pressed.emit("Meta")
    assert opened(picture) is None
