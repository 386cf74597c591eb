from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import CompanyView
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.request import Fate
from netcurtain.ui.now.details import MOST_REQUESTS, RENEWED_MS, Details, fact_row
from netcurtain.ui.theme import Theme


def open_details(qtbot: QtBot, theme: Theme, company: CompanyView) -> Details:
    opened = Details(theme, company)
    qtbot.addWidget(opened)
    opened.resize(600, 600)
    opened.show()
    return opened


def placed(details: Details, words: str) -> int:
    """How far from the left these words begin."""
    (label,) = (label for label in details.findChildren(QLabel) if label.text() == words and label.isVisible())
    return label.x()


def test_it_says_filter_list_and_what_became_of_each_request(
    qtbot: QtBot, theme: Theme, make_company: Callable[..., CompanyView], seen: Callable[[QWidget], list[str]]
) -> None:
    company = make_company("Meta", What.PAGE_ADDRESS)
    stopped = structs.replace(company.seen[0], fate=Fate.STOPPED_BY_US, url="https://t.example/two")
    words = seen(open_details(qtbot, theme, replace(company, seen=(*company.seen, stopped), requests=2)))
    assert "EasyPrivacy has the filter ||t.example^" in words
    assert [line for line in words if "t.example/" in line] == [
        "stopped by Netcurtain: https://t.example/two",
        "sent: https://t.example/tr",
    ]


def test_news_change_words_in_place_a_few_times_a_second(
    qtbot: QtBot, theme: Theme, make_company: Callable[..., CompanyView], seen: Callable[[QWidget], list[str]]
) -> None:
    company = make_company("Meta", What.PAGE_ADDRESS)
    details = open_details(qtbot, theme, company)
    before = details.findChildren(QLabel)
    renewals: list[int] = []
    details._pause.timeout.connect(lambda: renewals.append(1))
    for number in range(1, 101):
        details.show_company(replace(company, requests=number))
        assert "Requests: 100" not in seen(details)
    assert details._pause.interval() == RENEWED_MS
    qtbot.waitUntil(lambda: "Requests: 100" in seen(details))
    assert renewals == [1]
    assert details.findChildren(QLabel) == before


@pytest.mark.parametrize(
    ("fact", "row"),
    [
        (DecodedField(What.VISITOR_ID, "fbp", "fbp"), ("number for this browser", "called fbp")),
        (DecodedField(What.VISITOR_ID, "", "fbp"), ("", "number for this browser")),
        (DecodedField(What.ACCOUNT, "c_user", "c_user"), ("account code", "in the cookie c_user; we do not keep the code")),
        (DecodedField(What.OTHER, "tag 123456", "id"), ("which site this is", "the site’s own number: 123456")),
        (DecodedField(What.OTHER, "tag", "id"), ("", "which site this is")),
        (DecodedField(What.OTHER, "Test kit", "cd"), ("what this page is about", "Test kit")),
        (DecodedField(What.OTHER, "", "cd"), ("", "something else about this page")),
        (DecodedField(What.PAGE_TITLE, "Help", "dt"), ("title", "Help")),
    ],
    ids=lambda value: str(value[1]) if isinstance(value, tuple) else value.what,
)
def test_a_row_says_what_its_words_are(fact: DecodedField, row: tuple[str, str]) -> None:
    assert fact_row(fact) == row


def test_rows_that_are_gone_leave_nothing_and_a_row_may_lose_its_left_side(
    qtbot: QtBot, theme: Theme, make_company: Callable[..., CompanyView], seen: Callable[[QWidget], list[str]]
) -> None:
    company = make_company("Meta", What.PAGE_ADDRESS, What.BUTTON_TEXT)
    many = replace(company, seen=company.seen * (MOST_REQUESTS + 2), requests=MOST_REQUESTS + 2)
    details = open_details(qtbot, theme, many)
    assert "and 2 more" in seen(details)
    details.show_company(make_company("Meta", What.BUTTON_TEXT, value=""))
    qtbot.waitUntil(lambda: "and 2 more" not in seen(details))
    words = seen(details)
    assert [words.count(word) for word in ("button", "address", "sent: https://t.example/tr")] == [1, 0, 1]
    alone = make_company("Meta", What.BUTTON_TEXT, value="").told
    details.show_company(company)
    qtbot.waitUntil(lambda: "address" in seen(details))
    details.show_company(replace(company, told=(company.told[0], *alone)))
    qtbot.waitUntil(lambda: seen(details).count("https://site.example/") == 1)
    qtbot.waitUntil(lambda: placed(details, "button") == placed(details, "address"))
