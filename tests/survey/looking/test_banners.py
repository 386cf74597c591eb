"""The table of banners is whole, and says of each row where it comes from and what was tried."""

import re
import tomllib

import pytest

from netcurtain import shipped
from netcurtain.survey.looking.banners import Banner, Press, known_banners, parse_banners

ROWS = tomllib.loads(shipped.text("banners.toml"))["banner"]
HEAD = 'checked = "today"\n'
ROW = """[[banner]]
name = "One"
shown = ["#one"]
refuse = [["#no"], ["#settings", { press = "#save", unless = ".on" }]]
accept = []
source = "known"
seen = 2026-11-26
"""


def test_a_row_is_read_with_its_ways_and_what_keeps_from_pressing() -> None:
    (banner,) = parse_banners(HEAD + ROW)
    assert banner == Banner("One", ("#one",), ((Press("#no"),), (Press("#settings"), Press("#save", unless=".on"))), ())


@pytest.mark.parametrize(
    "text",
    [
        "no table",
        "",
        HEAD + ROW.replace('"#one"', ""),
        HEAD + ROW.replace('"#one"', '""'),
        HEAD + ROW.replace('["#no"]', "[]"),
        HEAD + ROW.replace('["#no"]', '[""]'),
        HEAD + ROW.replace('source = "known"\n', ""),
        HEAD + ROW + 'rejct = "x"\n',
        HEAD + ROW.replace("unless", "unles"),
    ],
    ids=[
        "no toml",
        "empty",
        "nothing shown",
        "shown by nothing",
        "empty way",
        "empty press",
        "no source",
        "a word too many",
        "a wrong word in a press",
    ],
)
def test_what_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"banners\.toml"):
        parse_banners(text)


def test_every_row_is_named_once() -> None:
    names = [banner.name for banner in known_banners()]
    assert len(names) == len(set(names)) >= 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_every_row_says_where_it_is_from_and_what_was_tried(row: dict[str, str]) -> None:
    assert re.fullmatch(r"(known|public code|[\w.-]+/[\w.-]+ \S+)(; (known|public code))?", row["source"])
    assert row["tried"] == "a page of ours"


@pytest.mark.parametrize("banner", known_banners(), ids=lambda banner: banner.name)
def test_every_banner_can_be_refused_and_accepted(banner: Banner) -> None:
    assert banner.refuse
    assert banner.accept


@pytest.mark.parametrize("banner", known_banners(), ids=lambda banner: banner.name)
def test_what_saves_settings_is_pressed_only_where_nothing_is_on(banner: Banner) -> None:
    saves = [press for way in banner.refuse for press in way if re.search(r"save|selection|dismiss-button", press.press, re.IGNORECASE)]
    # Didomi's is behind a press that turned everything off; Cookie Information's is named to be left out.
    assert all(press.unless for press in saves if not re.search(r"#btn-toggle-save|:not\(#savePreferencesButton\)", press.press))
