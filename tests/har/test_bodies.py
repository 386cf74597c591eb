"""har/bodies.py: the same body, however a program writes it down."""

from base64 import b64encode

import msgspec
import pytest

from netcurtain.har.bodies import sent_along
from netcurtain.har.shape import Asked


@pytest.mark.parametrize(
    ("post", "body", "form"),
    [
        ({"mimeType": "text/plain", "text": "ev=PageView"}, b"ev=PageView", None),
        ({"mimeType": "text/plain", "text": "\u00e9"}, "\u00e9".encode(), None),
        ({"text": "\x1f\u008b\x08\u00ff"}, b"\x1f\x8b\x08\xff", None),
        ({"text": b64encode(b"packed").decode(), "encoding": "base64"}, b"packed", None),
        ({"text": b64encode(b"packed").decode(), "_encoding": "base64"}, b"packed", None),
        ({"text": "cGFj\r\na2Vk", "encoding": "BASE64"}, b"packed", None),
        ({"text": b64encode(b"packed").decode(), "comment": "base64"}, b"packed", None),
        ({"text": "caf\u00c3\u00a9"}, "caf\u00e9".encode(), None),
        ({"text": "caf\u00e9 \u20ac"}, "caf\u00e9 \u20ac".encode(), None),
        ({"text": "Content-Type: x\r\nContent-Length: 3\r\n\r\na=1", "params": [{"name": "a", "value": "1"}]}, b"a=1", None),
        ({"params": [{"name": '{"a": 1}', "value": ""}]}, b'{"a": 1}', None),
        ({"params": [{"name": "{", "value": ""}, {"name": "b", "value": 2}]}, b"", {"{": [""], "b": ["2"]}),
        ({"text": "no base64!", "encoding": "base64"}, b"", None),
        ({"text": "x" * 600_000}, b"x" * 600_000, None),
        ({"text": "x" * 5_000_000}, b"", None),
        ({"params": [{"name": "ev", "value": "a"}, {"name": "ev", "value": None}]}, b"", {"ev": ["a", ""]}),
        ({"text": "", "params": []}, b"", None),
        (None, b"", None),
    ],
)
def test_a_body(post: object, body: bytes, form: object) -> None:
    assert sent_along(msgspec.convert({"postData": post}, Asked)) == (body, form)


@pytest.mark.parametrize(
    ("text", "size", "body"),
    [
        ("cGFja2Vk", 6, b"packed"),
        ("cGFja2VkIQ==", 7, b"packed!"),
        ("cGFja2Vk", 8, b"cGFja2Vk"),
        ("cGFja2Vk", -1, b"cGFja2Vk"),
        ("cGFja2Vk", None, b"cGFja2Vk"),
        ("a=1&b=2+", 6, b"a=1&b=2+"),
    ],
)
def test_base64_of_which_nobody_says_so_is_known_by_its_size(text: str, size: int | None, body: bytes) -> None:
    assert sent_along(msgspec.convert({"bodySize": size, "postData": {"text": text}}, Asked)) == (body, None)


def test_a_body_that_is_no_text_may_have_a_place_of_its_own() -> None:
    packed = {"text": "cGFja2Vk", "size": 6, "encoding": "base64"}
    assert sent_along(msgspec.convert({"_content": packed}, Asked)) == (b"packed", None)
