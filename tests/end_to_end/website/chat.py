"""The server's end of a websocket, as far as a chat needs one: text comes in, nothing goes out."""

import base64
import hashlib
from collections.abc import Iterator
from io import BufferedIOBase

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_TEXT, _CLOSE = 1, 8
MAX_MESSAGE = 64 * 1024


def accept(key: str) -> str:
    """What the handshake is answered with (RFC 6455, 4.2.2)."""
    return base64.b64encode(hashlib.sha1(f"{key}{_GUID}".encode()).digest()).decode()


def messages(stream: BufferedIOBase) -> Iterator[str]:
    """The texts that a browser sends, in frames of their own, until it says goodbye or hangs up."""
    while len(head := stream.read(2)) == 2:
        kind, length = head[0] & 0x0F, head[1] & 0x7F
        if length == 126:
            length = int.from_bytes(stream.read(2))
        if length > MAX_MESSAGE:
            return
        mask, masked = stream.read(4), stream.read(length)
        if kind == _CLOSE:
            return
        if kind == _TEXT:
            yield bytes(byte ^ mask[number % 4] for number, byte in enumerate(masked)).decode("utf-8", "replace")
