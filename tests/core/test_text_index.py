import pytest
from hypothesis import given
from hypothesis import strategies as st

from netcurtain.core import filter_tables, text_index
from netcurtain.core.filter_list import parse_list
from netcurtain.core.filter_record import line_of
from netcurtain.core.filter_tables import LONGEST, SHORTEST, Tables, packed
from netcurtain.core.layout import layout_of
from netcurtain.core.text_index import TextIndex

START = "https://t.example"
LITERALS = [f"/pixel-{n}-{'x' * 20}?" for n in range(300)]
PIECES = st.text("ab/", min_size=SHORTEST, max_size=LONGEST + 2)


def tables_of(*lines: str) -> Tables:
    return layout_of([parse_list("\n".join(lines), "")]).blocking


def index_of(*lines: str) -> TextIndex:
    return TextIndex(tables_of(*lines).by_text)


def found(index: TextIndex, text: str) -> list[str]:
    return [line_of(record) for record in index.find(text)]


@pytest.mark.parametrize("more", ["", "/x" * 30_000], ids=["short", "long"])
def test_the_texts_that_stand_in_an_address_are_found_in_its_order(more: str) -> None:
    index = index_of(*LITERALS, "wordless")
    assert found(index, f"{START}{LITERALS[7]}awordlessb{LITERALS[250]}{LITERALS[7]}{more}") == [LITERALS[7], "wordless", LITERALS[250]]
    assert found(index, f"{START}/nothing{more}") == []


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (("/abcd/", "/abcd/efgh/", "d/ef"), "/abcd/efgh/"),
        (("abcd", "xabcd", "yxabcd", "bcd/"), "/yxabcd/"),
        (("abcabc", "bcab"), "/abcabcabc"),
        (("x" * 40, "y" + "x" * 40), "/y" + "x" * 40),
    ],
    ids=["one begins another", "one ends another", "they overlap", "longer than what is gone by"],
)
def test_of_texts_that_share_letters_each_is_found(lines: tuple[str, ...], address: str) -> None:
    assert sorted(found(index_of(*lines), START + address)) == sorted(lines)


def test_a_filter_is_found_whatever_case_its_line_has() -> None:
    assert found(index_of("/Pixel.GIF", "/Beacon$match-case"), f"{START}/pixel.gif/beacon") == ["/Pixel.GIF", "/Beacon$match-case"]


@given(literals=st.lists(PIECES, max_size=20), address=st.text("ab/", max_size=200))
def test_what_stands_in_an_address_is_found_and_no_text_ends_in_another(literals: list[str], address: str) -> None:
    tables = tables_of(*(f"*{literal}" for literal in literals))
    texts = list(tables.by_text)
    assert not [text for text in texts for other in texts if text != other and text.endswith(other)]
    met = {record[0] for record in TextIndex(tables.by_text).find(START + address)}
    laid_out = {record[0] for packed_ones in tables.by_text.values() for record in filter_tables.unpacked(packed_ones)}
    assert {literal for literal in laid_out if literal in START + address} <= met


def test_a_text_of_few_letters_is_none_to_find_filters_by() -> None:
    tables = tables_of("/x?", "/x?a$domain=a.example|b.example", "/y?$domain=a.example")
    assert [line_of(record) for record in tables.rest] == ["/x?"]
    assert set(tables.by_page) == {"a.example"}
    assert set(tables.by_text) == {"/x?a"}


def test_of_very_many_filters_at_one_text_only_the_first_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filter_tables, "MAX_AT_TEXT", 3)
    assert found(index_of(*(f"/pixel/*{n}z" for n in range(9))), f"{START}/pixel/") == ["/pixel/*0z", "/pixel/*1z", "/pixel/*2z"]


def test_of_very_many_texts_in_one_address_only_the_first_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(*LITERALS)
    address = START + "".join(LITERALS)
    assert found(index, address) == LITERALS
    monkeypatch.setattr(text_index, "ENOUGH", 40)
    assert len(found(index, address)) == 40


def test_an_address_full_of_texts_within_texts_has_no_more_of_them_than_letters() -> None:
    tables = tables_of(*("a" * n for n in range(SHORTEST, 200)))
    assert list(tables.by_text) == ["a" * SHORTEST]
    assert len(TextIndex(tables.by_text).find(START + "a" * 60_000)) == 196


def test_what_lies_at_a_text_is_unpacked_when_it_is_met() -> None:
    index = TextIndex({"/pixel": packed(()), "/never": b"not msgpack"})
    assert index.find(f"{START}/pixel") == []


def test_no_filters_find_nothing() -> None:
    assert index_of("||t.example^").find("https://t.example/") == []
