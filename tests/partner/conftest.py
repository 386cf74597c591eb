"""A charity with a key, whose words can be changed one by one."""

import base64
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from netcurtain.partner.shelf import Partners

CONTACTS = ("Samaritans", "24/7 Line (Rape Crisis England & Wales)", "NHS 111", "National Helpline (Refuge)")
TODAY = date(2026, 11, 26)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
WORDS: dict[str, Any] = {
    "name": "Example Centre",
    "about": "We listen.",
    "expires": "2027-06-30",
    "ways": [
        {"name": "Helpline", "call": "0000 000 0000", "note": "Every day."},
        {"name": "Chat", "call": "https://chat.example", "without_speaking": True},
    ],
}


def signed(words: object, by: Ed25519PrivateKey = KEY, /, **changes: object) -> bytes:
    """A file made by hand, whatever the words are; ``changes`` are made after it was signed."""
    payload = words if isinstance(words, str) else json.dumps(words)
    public = by.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    envelope: dict[str, object] = {
        "netcurtain_partner": 1,
        "payload": payload,
        "signature": base64.b64encode(by.sign(b"netcurtain partner 1\n" + payload.encode())).decode(),
        "key": base64.b64encode(public).decode(),
    }
    return json.dumps(envelope | changes).encode()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    """A file as it comes from somebody."""

    def write(content: bytes) -> Path:
        path = tmp_path / "centre.netcurtain"
        path.write_bytes(content)
        return path

    return write


class Day:
    """Today, which a test can turn."""

    def __init__(self) -> None:
        self.today = TODAY

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def partners(tmp_path: Path, day: Day) -> Partners:
    return Partners(tmp_path / "data" / "partners", lambda: CONTACTS, day)
