"""The cache of what the lists mean: only a file that is theirs to the last byte is read."""

import hashlib
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from netcurtain.core.filter_list import FilterList, parse_list
from netcurtain.core.layout import Layout
from netcurtain.core.matcher import Excepted, Match, Matcher
from netcurtain.core.request import ResourceType
from netcurtain.lists import compiled
from netcurtain.lists.compiled import layout_from
from netcurtain.lists.shelf import ListText

TEXTS = (
    ListText("One", "", "||a.example^\n||b.example^$third-party\n/pixel?\n/x*y$domain=~b.example\n@@||a.example/needed\n"),
    ListText("Two", "", "||c.example/x$script,method=get\n||a.example^$badfilter,third-party\n"),
)
PAGE = "https://www.shop.example/"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "matcher"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the lists that were parsed."""
    parsed: list[str] = []

    def parse(text: str, name: str) -> FilterList:
        parsed.append(name)
        return parse_list(text, name)

    monkeypatch.setattr(compiled, "parse_list", parse)
    return parsed


def decisions(layout: Layout) -> list[Match | Excepted | None]:
    asked = Matcher(layout)
    paths = ("a.example/", "a.example/needed", "b.example/", "d.example/pixel?", "d.example/xzy", "c.example/x", "d.example/")
    return [asked.decide(f"https://{path}", PAGE, ResourceType.SCRIPT) for path in paths]


def test_the_second_time_nothing_is_parsed_and_all_is_the_same(file: Path, reads: list[str]) -> None:
    first = layout_from(TEXTS, file)
    assert reads == ["One", "Two"]
    again = layout_from(TEXTS, file)
    assert reads == ["One", "Two"]
    assert again == first
    assert decisions(again) == decisions(first)
    assert [type(decision) for decision in decisions(again)] == [Match, Excepted, Match, Match, Match, Match, type(None)]


def test_the_file_is_for_this_person_alone(file: Path) -> None:
    layout_from(TEXTS, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [kept.name for kept in file.parent.iterdir()] == ["matcher"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[:40],
        lambda content: content[:-1],
        lambda content: content + b"\0",
        lambda content: content[:70] + bytes([content[70] ^ 1]) + content[71:],
        lambda content: content.replace(b"pixel", b"pixie"),
        lambda content: content[:32] + bytes(32) + content[64:],
        lambda content: bytes(32) + content[32:],
        lambda _: b"not ours at all",
    ],
)
def test_a_damaged_file_is_made_again_without_a_word(file: Path, reads: list[str], damage: Callable[[bytes], bytes]) -> None:
    first = layout_from(TEXTS, file)
    content = file.read_bytes()
    file.write_bytes(damage(content))
    assert layout_from(TEXTS, file) == first
    assert len(reads) == 4
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "payload", [b"\xc1", msgspec.msgpack.encode([1, 2]), msgspec.msgpack.encode({"titles": "x"}), b"\xdd\xff\xff\xff\xff"]
)
def test_a_payload_of_another_kind_is_never_taken_even_with_a_right_hash(file: Path, reads: list[str], payload: bytes) -> None:
    first = layout_from(TEXTS, file)
    sha256 = hashlib.sha256(payload).digest()
    file.write_bytes(file.read_bytes()[:32] + sha256 + payload)
    assert layout_from(TEXTS, file) == first
    assert len(reads) == 4


@pytest.mark.parametrize(
    "texts",
    [
        TEXTS[:1],
        TEXTS[::-1],
        (TEXTS[0], ListText("Two", "", TEXTS[1].text + "||new.example^\n")),
        (TEXTS[0], ListText("Another title", "", TEXTS[1].text)),
    ],
    ids=["fewer", "another order", "another text", "another title"],
)
def test_other_lists_are_parsed(file: Path, reads: list[str], texts: tuple[ListText, ...]) -> None:
    layout_from(TEXTS, file)
    reads.clear()
    assert layout_from(texts, file) == layout_from(texts, None)
    assert reads == [text.title for text in texts] * 2


@pytest.mark.parametrize(
    ("name", "value"), [("FORMAT", 0), ("__version__", "0.0"), ("_code", lambda: b"other")], ids=["format", "version", "code"]
)
def test_what_another_version_wrote_is_not_read(
    file: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    layout_from(TEXTS, file)
    monkeypatch.setattr(compiled, name, value)
    layout_from(TEXTS, file)
    assert len(reads) == 4


def test_what_another_python_wrote_is_not_read(file: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    layout_from(TEXTS, file)
    monkeypatch.setattr(sys, "version_info", (2, 7))
    layout_from(TEXTS, file)
    assert len(reads) == 4


def test_without_a_place_to_write_it_goes_on(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, where a folder should be")
    assert decisions(layout_from(TEXTS, tmp_path / "cache" / "matcher")) == decisions(layout_from(TEXTS, None))


def test_the_folder_can_be_deleted_at_any_time(file: Path) -> None:
    first = layout_from(TEXTS, file)
    file.unlink()
    file.parent.rmdir()
    assert layout_from(TEXTS, file) == first
    assert file.exists()
