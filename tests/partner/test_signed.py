"""A file holds only as it was signed."""

import base64
import json

import pytest
from tests.partner.conftest import KEY, OTHER, WORDS, signed

from netcurtain.partner.signed import MAX_BYTES, fingerprint_of, opened, sealed
from netcurtain.partner.words import WordsError, words_from


def refused(content: bytes) -> str:
    with pytest.raises(WordsError) as error:
        opened(content)
    return str(error.value)


def test_what_was_sealed_is_opened_again() -> None:
    words = words_from(json.dumps(WORDS).encode())
    found = opened(sealed(words, KEY))
    assert found.words == words
    assert found.partner.fingerprint == fingerprint_of(KEY)


def test_a_file_made_by_hand_is_opened() -> None:
    assert opened(signed(WORDS)).partner.name == "Example Centre"


def test_every_changed_letter_is_found() -> None:
    whole = signed(WORDS)
    envelope = json.loads(whole)
    for place in range(0, len(envelope["payload"]), 7):
        payload = envelope["payload"]
        changed = payload[:place] + ("x" if payload[place] != "x" else "y") + payload[place + 1 :]
        assert "was changed" in refused(json.dumps(envelope | {"payload": changed}).encode())


@pytest.mark.parametrize(
    "changes",
    [
        {"key": base64.b64encode(bytes(32)).decode()},
        {"key": "AAAA"},
        {"key": "no base64!"},
        {"signature": base64.b64encode(bytes(64)).decode()},
        {"signature": ""},
    ],
    ids=["another key", "a short key", "no key", "another signature", "no signature"],
)
def test_a_wrong_key_or_signature_is_refused(changes: dict[str, object]) -> None:
    assert "was changed" in refused(signed(WORDS, **changes))


def test_a_signature_over_the_words_alone_does_not_count() -> None:
    payload = json.dumps(WORDS)
    assert "was changed" in refused(signed(payload, signature=base64.b64encode(KEY.sign(payload.encode())).decode()))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"{" * 1000,
        signed(WORDS, netcurtain_partner=2),
        signed(WORDS, replaces="everything"),
        signed("nonsense"),
    ],
    ids=["empty", "no fields", "a list", "no text", "deep", "another version", "a field more", "no words"],
)
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    assert "not a file for Netcurtain" in refused(content)


def test_a_large_file_is_not_even_read() -> None:
    assert "too large" in refused(b" " * (MAX_BYTES + 1))


def test_each_key_has_its_own_fingerprint_of_eight_groups() -> None:
    assert fingerprint_of(KEY) != fingerprint_of(OTHER)
    assert [len(group) for group in fingerprint_of(KEY).split()] == [4] * 8
