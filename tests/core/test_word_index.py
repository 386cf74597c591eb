import pytest

from netcurtain.core import word_index
from netcurtain.core.filter_list import parse_list
from netcurtain.core.layout import layout_of
from netcurtain.core.word_index import WordIndex

LITERALS = [f"/pixel-{n}-{'x' * 20}?" for n in range(300)]


def index_of(*lines: str) -> WordIndex:
    tables = layout_of([parse_list("\n".join(lines), "")]).blocking
    return WordIndex(tables.by_word, tuple(record for record in tables.rest if record[0]))


def found(index: WordIndex, text: str) -> set[str]:
    return {record[0] for record in index.find(text)}


@pytest.mark.parametrize("crowd", [10_000, 0], ids=["in a short address", "where many lie at one word"])
@pytest.mark.parametrize("more", ["", "/x" * 1_000], ids=["short", "long"])
def test_every_way_finds_the_literals_that_stand_in_the_address(monkeypatch: pytest.MonkeyPatch, crowd: int, more: str) -> None:
    monkeypatch.setattr(word_index, "CROWD", crowd)
    index = index_of(*LITERALS, "wordless")
    text = f"https://t.example{LITERALS[7]}wordless{LITERALS[250]}{more}"
    assert found(index, text) == {LITERALS[7], "wordless", LITERALS[250]}
    assert found(index, f"https://t.example/nothing{more}") == set()


def test_of_very_many_filters_at_the_words_of_an_address_only_some_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(*(f"/pixel/*{n}z" for n in range(300)))
    text = "https://t.example/pixel/"
    assert len(index.find(text)) == 300
    monkeypatch.setattr(word_index, "MAX_LOOKED", 200 * len(text))
    assert len(index.find(text)) == 200
    monkeypatch.setattr(word_index, "MAX_LOOKED", 1)
    assert len(index.find(text)) == word_index.MANY


def test_no_filters_find_nothing() -> None:
    assert not index_of("||t.example^").find("https://t.example/")
