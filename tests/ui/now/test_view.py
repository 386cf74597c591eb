from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core import wording as core_wording
from netcurtain.core.event import CompanyView, FrontChanged, LinkChanged, PageKey, PageUpdated, PageView
from netcurtain.core.finding import DecodedField, FlaggedBy, Typed, What, Written
from netcurtain.core.settings import ThemeChoice
from netcurtain.ui import wording
from netcurtain.ui.button import TAB_AROUND, Button
from netcurtain.ui.now.model import NowModel
from netcurtain.ui.now.view import MOST_ROWS, NowView
from netcurtain.ui.theme import Theme


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, asked: list[str]) -> Iterator[NowView]:
    model = NowModel()
    view = NowView(theme, model, lambda: asked.append("connect"), lambda: asked.append("practise"))
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    yield view
    view.close()


def seen(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_empty_states_are_calm_and_offer_one_thing(view: NowView, asked: list[str]) -> None:
    assert seen(view) == [wording.NO_BROWSER, wording.NO_BROWSER_MORE]
    QTest.mouseClick(next(b for b in view.findChildren(Button) if b.isVisible()), Qt.MouseButton.LeftButton)
    view.model.hear(LinkChanged(1))
    assert seen(view) == [wording.NO_PAGE, wording.NO_PAGE_MORE]
    QTest.mouseClick(next(b for b in view.findChildren(Button) if b.isVisible()), Qt.MouseButton.LeftButton)
    assert asked == ["connect", "practise"]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_list_and_picture_begin_where_the_sentence_begins(
    view: NowView,
    key: PageKey,
    make_page: Callable[..., PageView],
    make_company: Callable[..., CompanyView],
    direction: Qt.LayoutDirection,
) -> None:
    view.setLayoutDirection(direction)
    for event in (LinkChanged(1), PageUpdated(make_page(make_company()), True), FrontChanged("browser", key)):
        view.model.hear(event)
    page = view.page
    tab, headline = (QRect(part.mapTo(page, QPoint()), part.size()) for part in (page.as_list, page._headline))
    if direction == Qt.LayoutDirection.LeftToRight:
        assert tab.left() + TAB_AROUND == headline.left()
    else:
        assert tab.right() - TAB_AROUND == headline.right()


@pytest.mark.parametrize("browsers", [0, 1], ids=["no browser", "no page"])
def test_where_nothing_is_to_be_told_there_is_nothing_to_scroll_to(qtbot: QtBot, view: NowView, theme: Theme, browsers: int) -> None:
    theme.choose(ThemeChoice.SYSTEM, 200)
    try:
        view.resize(1320, 684)
        view.model.hear(LinkChanged(browsers))
        qtbot.waitUntil(lambda: view.viewport().width() == 1320)
        assert view.verticalScrollBar().maximum() == 0
    finally:
        theme.choose(ThemeChoice.SYSTEM, 100)


def test_a_private_page_that_was_missed_at_its_start_says_both(view: NowView, key: PageKey, make_page: Callable[..., PageView]) -> None:
    view.model.hear(LinkChanged(1))
    nothing = core_wording.NOTHING_SEEN
    view.model.hear(PageUpdated(make_page(headline=nothing, not_seen=nothing, private=True, from_start=False), True))
    view.model.hear(FrontChanged("browser", key))
    assert seen(view) == [wording.PRIVATE, "site.example", nothing, core_wording.MISSED_THE_START]


def test_a_row_opens_by_keyboard_and_stays_open_while_news_come_in(
    qtbot: QtBot, view: NowView, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    view.model.hear(LinkChanged(1))
    view.model.hear(PageUpdated(make_page(make_company("Meta", What.PAGE_ADDRESS)), True))
    view.model.hear(FrontChanged("browser", key))
    row = view.rows[0]
    assert row.header.accessibleName() == "Meta, told: address"
    assert "Meta was told something." not in seen(view)
    QTest.keyClick(row.header, Qt.Key.Key_Space)
    assert "Meta was told something." in seen(view)
    assert "EasyPrivacy has the filter ||t.example^" in seen(view)

    view.model.hear(PageUpdated(make_page(make_company("Meta", What.PAGE_ADDRESS, What.BUTTON_TEXT), make_company("Google"))))
    assert view.rows[0] is row
    qtbot.waitUntil(lambda: "what was pressed" in seen(row))
    assert seen(row).count("Meta was told something.") == 1
    QTest.keyClick(row.header, Qt.Key.Key_Space)
    assert "Meta was told something." not in seen(view)


def test_what_a_company_was_told_since_is_there_at_once(
    qtbot: QtBot, view: NowView, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    view.model.hear(LinkChanged(1))
    view.model.hear(PageUpdated(make_page(make_company("Meta", What.PAGE_ADDRESS)), True))
    view.model.hear(FrontChanged("browser", key))
    qtbot.waitUntil(lambda: "address" in seen(view.rows[0]))
    view.model.hear(PageUpdated(make_page(make_company("Meta", What.PAGE_ADDRESS, What.PAGE_TITLE))))
    assert seen(view.rows[0]) == ["Meta", "told:", "address", "title"]


def test_of_very_many_companies_the_first_have_a_row_and_the_rest_are_counted(
    view: NowView, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    companies = [make_company(f"Company {number}") for number in range(MOST_ROWS + 3)]
    for event in (LinkChanged(1), PageUpdated(make_page(*companies[:MOST_ROWS]), True), FrontChanged("browser", key)):
        view.model.hear(event)
    assert not [words for words in seen(view) if words.startswith("and ")]
    first_row = view.rows[0]
    view.model.hear(PageUpdated(make_page(*companies[:-1]), False))
    assert "and 2 more" in seen(view)
    told_more = make_company(companies[-1].name, What.PAGE_ADDRESS)
    view.model.hear(PageUpdated(make_page(*companies), False))
    view.model.hear(PageUpdated(make_page(*companies[:-1], told_more), False))
    assert "and 3 more" in seen(view)
    assert len(view.rows) == MOST_ROWS
    assert view.rows[0] is first_row
    view.model.hear(PageUpdated(make_page(companies[0]), False))
    assert not [words for words in seen(view) if words.startswith("and ")]


def test_a_fact_without_words_is_named_alone(
    view: NowView, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    view.model.hear(LinkChanged(1))
    view.model.hear(PageUpdated(make_page(make_company("Meta", What.BUTTON_TEXT, value="")), True))
    view.model.hear(FrontChanged("browser", key))
    view.rows[0].header.click()
    assert wording.FACTS[What.BUTTON_TEXT] in seen(view)
    assert [label for label in view.rows[0].findChildren(QLabel) if label.isVisible() and not label.text()] == []


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (FlaggedBy.KNOWN_VENDOR, "Our table of companies knows requests like this one"),
        (FlaggedBy.TYPED, "What you wrote in a field was in a request to it"),
    ],
)
def test_where_no_filter_says_so_it_is_said_what_does(
    view: NowView, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView], why: FlaggedBy, words: str
) -> None:
    made = make_company("Meta", What.TYPED)
    fact = DecodedField(What.TYPED, Typed("Email", Written.SHA256), "")
    unlisted = tuple(structs.replace(one, filter="", filter_list="", flagged_by=why) for one in made.seen)
    view.model.hear(LinkChanged(1))
    view.model.hear(PageUpdated(make_page(replace(made, told=(fact,), seen=unlisted)), True))
    view.model.hear(FrontChanged("browser", key))
    assert view.rows[0].header.accessibleName() == "Meta, told: what you wrote"
    view.rows[0].header.click()
    assert words in seen(view)
    assert "a scrambled copy of what you wrote in \u201cEmail\u201d" in seen(view)


@pytest.mark.parametrize("width", [420, 900])
def test_words_get_the_room_they_need(
    qtbot: QtBot, view: NowView, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView], width: int
) -> None:
    view.resize(width, 600)
    view.model.hear(LinkChanged(1))
    view.model.hear(
        PageUpdated(
            make_page(make_company("Meta", *What, value="https://site.example/" + "long-" * 60), not_seen="Many words. " * 20), True
        )
    )
    view.model.hear(FrontChanged("browser", key))
    view.rows[0].header.click()

    def cut_off() -> list[str]:
        labels = [label for label in view.findChildren(QLabel) if label.isVisible() and label.hasHeightForWidth()]
        return [label.text()[:40] for label in labels if label.height() < label.heightForWidth(label.width())]

    qtbot.waitUntil(lambda: not cut_off())


def test_the_newest_sentences_come_first_and_an_account_is_told_without_its_code(
    view: NowView, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    account = DecodedField(What.ACCOUNT, "c_user", "c_user")
    company = replace(make_company("Meta"), told=(account,), sentences=tuple(f"Sentence {number}." for number in range(20)))
    for event in (LinkChanged(1), PageUpdated(make_page(company), True), FrontChanged("browser", key)):
        view.model.hear(event)
    QTest.keyClick(view.rows[0].header, Qt.Key.Key_Space)
    said = [text for text in seen(view.rows[0]) if text.startswith("Sentence")]
    assert said == [f"Sentence {number}." for number in range(19, 7, -1)]
    assert "in the cookie c_user; we do not keep the code" in seen(view.rows[0])
