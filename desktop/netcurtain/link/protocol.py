"""The messages of the link: what may cross it, in which shape, how large. Decoding is checking: what gets past here is well formed.

The observations and instructions themselves are core types; this file adds the few messages that concern the link alone. docs/PROTOCOL.md
tells the same story in words, tests/contract/ holds an example of each message that both sides read.
"""

import enum
from typing import Annotated, Any, get_args

import msgspec

from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.request import Name, Text

PROTOCOL_VERSIONS = (1, 1)
"""The oldest and the newest version of the messages that this app speaks."""

MAX_MESSAGE = 1024 * 1024
"""Bytes of one message before encryption; a larger one is refused by name and the link stays up."""

MAX_FRAME = 2 * MAX_MESSAGE
"""Bytes of one websocket frame; a larger one ends the connection (status 1009)."""

MAX_OPENING_FRAME = 4096
"""Bytes of a frame before both sides have proved themselves."""


class Hello(msgspec.Struct, frozen=True, tag="hello", omit_defaults=True):
    """The browser's first message: the protocol versions it speaks, and which pages are open."""

    oldest: int
    newest: int
    extension: Text
    browser: Text = ""
    open_pages: Annotated[list[Name], msgspec.Meta(max_length=5000)] = []


class PairedAck(msgspec.Struct, frozen=True, tag="paired_ack"):
    """The browser has put its new key away."""


class Welcome(msgspec.Struct, frozen=True, tag="welcome"):
    """The app's answer to hello. ``run`` is new each time the app starts; ``mode`` is ``desktop`` or ``serve``."""

    version: int
    app: str
    run: str
    mode: str


class PleaseUpdate(msgspec.Struct, frozen=True, tag="please_update"):
    """The two sides share no version: ``side`` ("app" or "extension") is the older one."""

    side: str


class Paired(msgspec.Struct, frozen=True, tag="paired"):
    """A new 256-bit key for all further connections."""

    key: bytes

    def __repr__(self) -> str:
        """Never show the key."""
        return "Paired()"


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """A message was not taken: why, by name."""

    why: str


class Refusal(enum.StrEnum):
    """Why a message was not taken."""

    TOO_LARGE = "too_large"
    MALFORMED = "malformed"
    UNKNOWN = "unknown"
    INVALID = "invalid"
    UNEXPECTED = "unexpected"


class MessageRefusedError(Exception):
    """A message that cannot be taken. Carries the refusal's name only, nothing of the message."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


FromBrowser = Hello | PairedAck | seen.Observation
ToBrowser = Welcome | PleaseUpdate | Paired | Refused | say.Instruction

_KNOWN = {kind.__struct_config__.tag for kind in (Hello, PairedAck, *get_args(seen.Observation))}
_from_browser: msgspec.json.Decoder[FromBrowser] = msgspec.json.Decoder(FromBrowser)
_any_object: msgspec.json.Decoder[dict[str, Any]] = msgspec.json.Decoder(dict[str, Any])
_encoder = msgspec.json.Encoder()


def decode(message: bytes) -> FromBrowser:
    """The message a browser sent; raises MessageRefusedError with the reason's name."""
    if len(message) > MAX_MESSAGE:
        raise MessageRefusedError(Refusal.TOO_LARGE)
    try:
        return _from_browser.decode(message)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise MessageRefusedError(_why(message)) from None


def _why(message: bytes) -> Refusal:
    try:
        kind = _any_object.decode(message).get("type")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Refusal.MALFORMED
    return Refusal.INVALID if isinstance(kind, str) and kind in _KNOWN else Refusal.UNKNOWN


def encode(message: ToBrowser) -> bytes:
    """A message as it goes into a frame."""
    return _encoder.encode(message)


def common_version(hello: Hello) -> int | PleaseUpdate:
    """The newest version both sides speak, or who has to update."""
    oldest, newest = PROTOCOL_VERSIONS
    if hello.newest < oldest:
        return PleaseUpdate("extension")
    if hello.oldest > newest:
        return PleaseUpdate("app")
    return min(newest, hello.newest)
