"""What a partner may say: every limit is a limit, and nothing but ways to be heard goes through."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from tests.partner.conftest import TODAY, WORDS

from netcurtain.core.partner import Partner, PartnerWay
from netcurtain.core.settings import Settings
from netcurtain.partner import wording
from netcurtain.partner.words import LONGEST, MOST, MOST_WAYS, Words, WordsError, usable, words_from


def said(words: object) -> str:
    """Why these words are refused."""
    with pytest.raises(WordsError) as refused:
        words_from(msgspec.json.encode(words))
    return str(refused.value)


def with_way(**changes: object) -> dict[str, Any]:
    return WORDS | {"ways": [WORDS["ways"][0] | changes]}


def test_words_that_keep_to_the_limits_are_taken_as_they_are() -> None:
    words = words_from(msgspec.json.encode(WORDS))
    assert (words.name, words.about, words.expires) == ("Example Centre", "We listen.", date(2027, 6, 30))
    assert words.ways == (
        PartnerWay("Helpline", "0000 000 0000", "Every day."),
        PartnerWay("Chat", "https://chat.example", without_speaking=True),
    )


UNKNOWN = ["replaces", "emergency", "lists", "level", "settings", *Settings.__struct_fields__]


@pytest.mark.parametrize("key", UNKNOWN)
def test_a_file_that_asks_for_anything_else_is_refused(key: str) -> None:
    assert "does not do for others" in said(WORDS | {key: True})
    assert "does not do for others" in said(with_way(**{key: True}))


def test_there_is_no_field_that_could_change_a_warning_or_what_is_kept() -> None:
    assert set(Partner.__struct_fields__) == {"name", "ways", "expires", "fingerprint", "about"}
    assert set(PartnerWay.__struct_fields__) == {"name", "call", "note", "without_speaking"}
    assert set(Words.__struct_fields__) == {"name", "ways", "expires", "about"}


@pytest.mark.parametrize("missing", ["name", "expires", "ways"])
def test_what_is_needed_must_be_there(missing: str) -> None:
    assert said({key: value for key, value in WORDS.items() if key != missing})


PLACES = [("name", "name"), ("about", "about"), ("way", "name"), ("call", "call"), ("note", "note")]


def words_with(field: str, key: str, text: str) -> dict[str, Any]:
    return WORDS | {key: text} if field in ("name", "about") else with_way(**{key: text})


@pytest.mark.parametrize(("field", "key"), PLACES)
def test_each_field_has_its_limit(field: str, key: str) -> None:
    long = ("letters " * MOST[field])[: MOST[field] - 1] + "s"
    words_from(msgspec.json.encode(words_with(field, key, long)))
    assert "Too long" in said(words_with(field, key, long + "s"))


@pytest.mark.parametrize(("field", "key"), [place for place in PLACES if place[0] in ("name", "way", "call")])
@pytest.mark.parametrize("text", ["", " "])
def test_a_name_and_a_way_are_never_empty(field: str, key: str, text: str) -> None:
    assert said(words_with(field, key, text))


BAD = {
    "turns text around": "a\u202eb",
    "hidden": "a\u200bb",
    "isolates": "a\u2066b",
    "a line more": "a\nb",
    "a tab": "a\tb",
    "bell": "a\x07b",
    "escape": "a\x1b[31mb",
    "a line separator": "a\u2028b",
    "private use": "a\ue000b",
    "no-break space": "a\u00a0b",
    "a pile of accents": "a\u0301\u0301\u0301b",
    "space around": " a",
    "a selector": "a\ufe0fb",
    "a joiner": "a\u034fb",
    "a blank pattern": "a\u2800b",
    "a blank letter": "a\u3164b",
    "a tag": "a\U000e0041b",
    "a mark of HTML": "a<b>",
    "a backslash": "a\\b",
}


@pytest.mark.parametrize(("field", "key"), PLACES)
@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_only_plain_letters_on_one_line_go_through(field: str, key: str, text: str) -> None:
    assert "Not plain text" in said(words_with(field, key, text))


@pytest.mark.parametrize(
    "text", ["Rhadffôn ŵ", "9 to 21", "Open: 9:30-17:00", "£0, “free”", "https://a.example/x", "tel:+440000", "See tel:0000."]
)
def test_plain_words_times_and_the_two_links_go_through(text: str) -> None:
    assert words_from(msgspec.json.encode(with_way(note=text))).ways[0].note == text


@pytest.mark.parametrize(
    "text",
    [
        "http://a.example",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "file:///etc",
        "//a.example",
        "HTTP://a.example",
        "x https:evil",
        "tel:x",
        "https://x@evil.example",
        "https://аb.example",
        "https://a.example\u2215b",
    ],
)
def test_other_links_do_not(text: str) -> None:
    assert "link" in said(with_way(note=text))


@pytest.mark.parametrize(
    "text",
    [
        "0116 000 0000",
        "(0116) 000-0000, or +44 116 000 0000.",
        "tel:+441160000000",
        "Text HELLO to 00000",
        "centre@mail.example",
        "https://chat.example:8443/room/1?from=app#a",
        "Type-talk 18001 0000",
    ],
)
def test_what_can_be_rung_written_or_opened_is_a_way(text: str) -> None:
    assert words_from(msgspec.json.encode(with_way(call=text))).ways[0].call == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "javascript: alert(1)",
        "ｊavascript:alert(1)",
        "javascript：alert(1)",
        "data:text/html,x",
        "http://a.example",
        "https://x@evil.example",
        "https://ѕamaritans.example",
        "https://a",
        "//evil",
        "file:///etc/passwd",
        "www.evil.example",
        "mailto:a@b.example",
        "sms:123",
        "Ffôn 0000",
        "٠١٢٣",
        "a" * 21,
        "0000  0000",
    ],
)
def test_nothing_else_is_a_way(text: str) -> None:
    assert said(with_way(call=text)) == wording.NO_WAY


@pytest.mark.parametrize("text", ["<b>999</b>", "\\\\evil\\share"])
def test_nothing_that_a_program_would_read_is_a_way(text: str) -> None:
    assert said(with_way(call=text)) == wording.not_plain("call")


@pytest.mark.parametrize("name", ["Exаmple Centre", "... & ...", "Ꭺ Centre", "Example | Centre"])
def test_a_name_is_of_one_alphabet(name: str) -> None:
    assert said(WORDS | {"name": name}) == wording.NAME_MIXED


def test_a_name_of_ours_cannot_be_used() -> None:
    words = words_from(msgspec.json.encode(WORDS))
    with pytest.raises(WordsError):
        usable(words, ("Example Centre",), TODAY)


@pytest.mark.parametrize("count", [0, MOST_WAYS + 1])
def test_there_is_at_least_one_way_and_not_too_many(count: int) -> None:
    assert str(MOST_WAYS) in said(WORDS | {"ways": [WORDS["ways"][0]] * count})


def test_no_refusal_repeats_what_the_file_says() -> None:
    assert "MARKER" not in said(WORDS | {"MARKER": 1}) + said(with_way(call="MARKER:x")) + said(WORDS | {"expires": "MARKER"})


@pytest.mark.parametrize(
    ("expires", "well"),
    [(TODAY, True), (TODAY - timedelta(days=1), False), (TODAY + LONGEST, True), (TODAY + LONGEST + timedelta(days=1), False)],
    ids=["today", "yesterday", "in two years", "later"],
)
def test_a_file_holds_until_its_last_day_and_not_for_ever(expires: date, well: bool) -> None:
    words = words_from(msgspec.json.encode(WORDS | {"expires": expires.isoformat()}))
    if well:
        assert usable(words, (), TODAY) is words
    else:
        with pytest.raises(WordsError):
            usable(words, (), TODAY)
