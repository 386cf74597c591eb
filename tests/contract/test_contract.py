"""The app's side of the contract; the extension's tests read the same files."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from netcurtain.core.blocking import allow_rule_for, rule_for
from netcurtain.core.decoders.cookies import ACCOUNTS, BROWSERS, cookie_names, told_by_cookies
from netcurtain.core.domains import without_query_values
from netcurtain.link import protocol
from netcurtain.link.pairing import Cipher, Transcript, proof, secret_of_code
from netcurtain.link.protocol import FromBrowser, ToBrowser

HERE = Path(__file__).parent


def examples(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def kinds(union: Any) -> list[type[msgspec.Struct]]:
    return list(get_args(union))


FROM_BROWSER, TO_BROWSER = examples("from_browser.jsonl"), examples("to_browser.jsonl")
ADDRESSES = examples("addresses.jsonl")
BLOCK_RULES = examples("block_rules.jsonl")
COOKIES = json.loads((HERE / "cookies.json").read_text(encoding="utf-8"))
HANDSHAKE = json.loads((HERE / "handshake.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("union", "given"), [(FromBrowser, FROM_BROWSER), (ToBrowser, TO_BROWSER)], ids=["from_browser", "to_browser"])
def test_every_message_has_an_example_that_shows_each_of_its_fields(union: Any, given: list[dict[str, Any]]) -> None:
    fields = {str(kind.__struct_config__.tag): {"type", *kind.__struct_encode_fields__} for kind in kinds(union)}
    shown: dict[str, set[str]] = {}
    for example in given:
        shown.setdefault(example["type"], set()).update(example)
    assert shown == fields


@pytest.mark.parametrize("example", FROM_BROWSER, ids=lambda example: example["type"])
def test_what_the_browser_says_is_understood_whole(example: dict[str, Any]) -> None:
    understood = protocol.decode(json.dumps(example).encode())
    assert json.loads(msgspec.json.encode(understood)) == example


@pytest.mark.parametrize("example", TO_BROWSER, ids=lambda example: example["type"])
def test_what_the_app_says_is_what_the_example_shows(example: dict[str, Any]) -> None:
    message: ToBrowser = msgspec.json.decode(json.dumps(example), type=ToBrowser)
    assert json.loads(protocol.encode(message)) == example


@pytest.mark.parametrize("example", ADDRESSES, ids=lambda example: example["address"] or "nothing")
def test_an_address_for_showing_has_no_values(example: dict[str, Any]) -> None:
    assert without_query_values(example["address"]) == example["shown"]


@pytest.mark.parametrize("example", BLOCK_RULES, ids=lambda example: example["line"])
def test_a_rule_is_made_as_the_browser_is_shown_it(example: dict[str, Any]) -> None:
    make = allow_rule_for if example["line"].startswith("@@") else rule_for
    rule = make(example["line"], page_host="www.example.police.uk", action_host=None)
    assert json.loads(msgspec.json.encode(rule)) == example["rule"]


def test_the_cookies_that_the_browser_names_are_those_whose_meaning_is_known() -> None:
    known = {domain: (set(names["accounts"]), set(names["browsers"])) for domain, names in COOKIES["known"].items()}
    assert known == {domain: (set(ACCOUNTS.get(domain, ())), set(BROWSERS.get(domain, ()))) for domain in {*ACCOUNTS, *BROWSERS}}


@pytest.mark.parametrize("example", COOKIES["headers"], ids=lambda example: f"{example['host']}: {example['header']}")
def test_the_names_in_a_cookie_header_are_the_same_on_both_sides(example: dict[str, Any]) -> None:
    told = told_by_cookies(example["host"], cookie_names(example["header"]))
    assert [fact.value for fact in told] == example["names"]


TRANSCRIPT = Transcript(
    HANDSHAKE["browser"], b64decode(HANDSHAKE["client_nonce"]), b64decode(HANDSHAKE["server_nonce"]), HANDSHAKE["port"], HANDSHAKE["origin"]
)
SECRET = secret_of_code(HANDSHAKE["code"])


@pytest.mark.parametrize(("side", "given"), [(b"S", "app_proof"), (b"C", "browser_proof")], ids=["app", "browser"])
def test_the_proofs_are_those_of_the_contract(side: bytes, given: str) -> None:
    assert proof(SECRET, side, TRANSCRIPT) == b64decode(HANDSHAKE[given])


@pytest.mark.parametrize("direction", ["to_app", "to_browser"])
def test_the_frames_are_those_of_the_contract(direction: str) -> None:
    sealing, opening = (Cipher(SECRET, TRANSCRIPT, direction.replace("_", " ").encode()) for _ in range(2))
    assert len(HANDSHAKE["frames"][direction]) == 2
    for frame in HANDSHAKE["frames"][direction]:
        assert sealing.seal(frame["message"].encode()) == b64decode(frame["sealed"])
        assert opening.open(b64decode(frame["sealed"])).decode() == frame["message"]
