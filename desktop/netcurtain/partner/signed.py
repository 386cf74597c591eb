"""The file itself: what is said, who signed it, and with which key. Pure: bytes in, bytes out.

Ed25519, over the words with a line of our own before them, so that nothing else that was ever signed with the key can pass for a file.
"""

import base64
import hashlib
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from netcurtain.core.partner import Partner
from netcurtain.partner import wording
from netcurtain.partner.words import Words, WordsError, checked, words_from

MAX_BYTES = 64 * 1024
FINGERPRINT_BYTES = 16
_KIND = b"netcurtain partner 1\n"


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: ``payload`` is the text that was signed, letter for letter; the other two are Base64."""

    netcurtain_partner: int
    payload: str
    signature: str
    key: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A file whose signature holds: its words, and the key that signed them."""

    words: Words
    key: bytes

    @property
    def partner(self) -> Partner:
        """What is shown of it."""
        words = self.words
        return Partner(words.name, words.ways, words.expires.isoformat(), fingerprint(self.key), words.about)


def opened(content: bytes) -> Signed:
    """A file's words, if it is whole, signed, and keeps to every limit; whether it has run out is asked elsewhere. Raises WordsError."""
    if len(content) > MAX_BYTES:
        raise WordsError(wording.TOO_LARGE)
    try:
        envelope = msgspec.json.decode(content, type=Envelope)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise WordsError(wording.NOT_OURS) from None
    if envelope.netcurtain_partner != 1:
        raise WordsError(wording.NOT_OURS)
    try:
        key = base64.b64decode(envelope.key, validate=True)
        payload = envelope.payload.encode()
        Ed25519PublicKey.from_public_bytes(key).verify(base64.b64decode(envelope.signature, validate=True), _KIND + payload)
    except (ValueError, InvalidSignature):
        raise WordsError(wording.NOT_SIGNED) from None
    return Signed(words_from(payload), key)


def sealed(words: Words, key: Ed25519PrivateKey) -> bytes:
    """The file for these words. Raises WordsError where they do not keep to a limit."""
    payload = msgspec.json.encode(checked(words))
    envelope = Envelope(1, payload.decode(), _text(key.sign(_KIND + payload)), _text(_public(key)))
    return msgspec.json.format(msgspec.json.encode(envelope), indent=2) + b"\n"


def fingerprint(key: bytes) -> str:
    """Eight groups of four, to be read out over the telephone."""
    digits = hashlib.sha256(key).digest()[:FINGERPRINT_BYTES].hex()
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def fingerprint_of(key: Ed25519PrivateKey) -> str:
    """The fingerprint that people see of files signed with this key."""
    return fingerprint(_public(key))


def _public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
