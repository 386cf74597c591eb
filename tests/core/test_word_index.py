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
    return {record[0] for record in index.find(text) if record[0] in text}


@pytest.mark.parametrize(
    ("name", "limit"), [("FEW", 10_000), ("MAX_LITERALS", 0), ("MEMORY", 1), ("FEW", 0)], ids=["few", "too many", "no memory", "one pass"]
)
def test_every_way_finds_the_same(monkeypatch: pytest.MonkeyPatch, name: str, limit: int) -> None:
    monkeypatch.setattr(word_index, name, limit)
    if name == "MEMORY":
        monkeypatch.setattr(word_index, "MEMORY_A_CHARACTER", 0)
    index = index_of(*LITERALS, "wordless")
    assert found(index, "https://t.example" + LITERALS[7] + "wordless" + LITERALS[250]) == {LITERALS[7], "wordless", LITERALS[250]}
    assert found(index, "https://t.example/nothing") == set()


def test_a_search_that_has_too_little_memory_is_not_trusted() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_index, "MEMORY", 200_000)
        patch.setattr(word_index, "MEMORY_A_CHARACTER", 0)
        index = index_of(*LITERALS)
        index.make_ready()
    assert found(index, "https://t.example" + LITERALS[0]) == {LITERALS[0]}


def test_no_filters_find_nothing() -> None:
    assert not index_of("||t.example^").find("https://t.example/")
