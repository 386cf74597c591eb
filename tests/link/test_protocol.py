import json
from typing import Any

import pytest

from netcurtain.core.observation import Body, PageOpened, Requests
from netcurtain.core.request import ResourceType, resource_type
from netcurtain.link import protocol
from netcurtain.link.protocol import MAX_MESSAGE, PROTOCOL_VERSIONS, Hello, MessageRefusedError, Paired, PleaseUpdate, Refusal

PAGE: dict[str, Any] = {"type": "page", "page": "p1", "tab": 1, "url": "https://www.example.org/", "private": False, "time": 1.0}


def refusal_of(message: bytes) -> Refusal:
    with pytest.raises(MessageRefusedError) as refused:
        protocol.decode(message)
    return refused.value.refusal


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (b"", Refusal.MALFORMED),
        (b"marker", Refusal.MALFORMED),
        (b'"marker"', Refusal.MALFORMED),
        (b"[" * 100_000, Refusal.MALFORMED),
        (b'{"type": "page", "url": "\xff"}', Refusal.MALFORMED),
        (b'{"type": "page", "url": "\\ud800"}', Refusal.MALFORMED),
        (b'{"type": "marker"}', Refusal.UNKNOWN),
        (b'{"page": "marker"}', Refusal.UNKNOWN),
        (b'{"type": ["marker"]}', Refusal.UNKNOWN),
        (b'{"type": {"marker": 1}}', Refusal.UNKNOWN),
        (b'{"type": null}', Refusal.UNKNOWN),
        (b'{"type": "welcome", "version": 1}', Refusal.UNKNOWN),
        (b'{"type": "page", "page": "marker"}', Refusal.INVALID),
        (b" " * MAX_MESSAGE + b"1", Refusal.TOO_LARGE),
    ],
    ids=lambda part: part[:24].decode(errors="replace") if isinstance(part, bytes) else part.value,
)
def test_what_cannot_be_taken_is_refused_by_name(message: bytes, why: Refusal) -> None:
    assert refusal_of(message) is why


@pytest.mark.parametrize(
    "change",
    [
        {"page": ""},
        {"page": "x" * 65},
        {"page": 7},
        {"tab": True},
        {"tab": 1.5},
        {"url": "https://www.example.org/" + "a" * 8192},
        {"title": "x" * 601},
        {"private": "yes"},
        {"time": -1},
        {"time": "now"},
        {"title": None},
    ],
    ids=str,
)
def test_a_page_of_another_shape_is_invalid(change: dict[str, Any]) -> None:
    assert isinstance(protocol.decode(json.dumps(PAGE).encode()), PageOpened)
    assert refusal_of(json.dumps(PAGE | change).encode()) is Refusal.INVALID


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"1e999"])
def test_a_time_is_a_number(number: bytes) -> None:
    assert refusal_of(json.dumps(PAGE).encode().replace(b"1.0", number)) in (Refusal.MALFORMED, Refusal.INVALID)


@pytest.mark.parametrize(
    "message",
    [
        {"type": "requests", "requests": [{"id": "r", "page": "p", "url": "https://example.net/"}] * 1001},
        {"type": "fates", "fates": [{"request": "r", "page": "p", "fate": "sent"}] * 2001},
        {"type": "form", "page": "p", "form": "f", "descriptor": {"form": {"fields": [{}] * 301}}},
        {"type": "hello", "oldest": 1, "newest": 1, "extension": "0.1.0", "open_pages": ["p"] * 5001},
        {"type": "choice", "submission": "s", "page": "p", "choice": "marker"},
    ],
    ids=lambda message: message["type"],
)
def test_lists_have_an_end_and_words_are_of_a_list(message: dict[str, Any]) -> None:
    assert refusal_of(json.dumps(message).encode()) is Refusal.INVALID


def test_the_error_carries_nothing_of_the_message() -> None:
    with pytest.raises(MessageRefusedError) as refused:
        protocol.decode(b'{"type": "page", "page": "p", "tab": "marker"}')
    assert "marker" not in str(refused.value)
    assert refused.value.__suppress_context__


def test_an_unknown_key_is_passed_over_so_that_a_newer_side_may_say_more() -> None:
    assert protocol.decode(json.dumps(PAGE | {"new": [1]}).encode()) == protocol.decode(json.dumps(PAGE).encode())


def test_an_unknown_resource_type_is_taken_and_counts_as_other() -> None:
    message = {"type": "requests", "requests": [{"id": "r", "page": "p", "url": "https://example.net/", "type": "hologram"}]}
    taken = protocol.decode(json.dumps(message).encode())
    assert isinstance(taken, Requests)
    assert resource_type(taken.requests[0].type) is ResourceType.OTHER


def test_what_is_secret_is_never_shown() -> None:
    assert "marker" not in repr(Paired(b"marker"))
    assert "marker" not in repr(Body("r", "p", form={"a": ["marker"]}, raw=b"marker"))
    message = {"type": "requests", "requests": [{"id": "r", "page": "p", "url": "https://example.net/?marker"}]}
    assert "marker" not in repr(protocol.decode(json.dumps(message).encode()))


@pytest.mark.parametrize(
    ("oldest", "newest", "spoken"),
    [
        (1, 1, 1),
        (1, 3, 2),
        (2, 2, 2),
        (0, 1, 1),
        (0, 0, PleaseUpdate("extension")),
        (3, 4, PleaseUpdate("app")),
    ],
)
def test_the_newest_version_both_speak_or_who_has_to_update(
    monkeypatch: pytest.MonkeyPatch, oldest: int, newest: int, spoken: int | PleaseUpdate
) -> None:
    monkeypatch.setattr(protocol, "PROTOCOL_VERSIONS", (1, 2))
    assert protocol.common_version(Hello(oldest, newest, "0.1.0")) == spoken


def test_this_app_speaks_a_version() -> None:
    oldest, newest = PROTOCOL_VERSIONS
    assert 1 <= oldest <= newest
