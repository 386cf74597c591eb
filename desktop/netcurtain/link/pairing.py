"""Who may talk on the link: the code that joins a browser once, the keys of those that are joined, and the proof both sides give.

The app proves itself first, so that a program squatting on the port learns nothing about any page. Pure: time and randomness are arguments.
``now`` is in seconds of a clock that nobody can set, but for when a browser was seen, which is in seconds since 1970.
The exchange is written out in docs/PROTOCOL.md.
"""

import base64
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from netcurtain.core.plain_name import plain_name

HANDSHAKE_VERSION = 1
CODE_LENGTH = 20
"""Base32 characters of a pairing code: 100 bits, so that guessing is hopeless without a key exchange built for short codes."""
CODE_SECONDS = 120.0
CODE_TRIES = 5
FAILURES_BEFORE_PAUSE = 10
PAUSE_SECONDS = 60.0
MAX_BROWSERS = 32
"""Paired browsers that are remembered: every pairing makes a new one, the one not seen for longest goes."""
NONCE_BYTES = 32
KEY_BYTES = 32

RandomBytes = Callable[[int], bytes]


def new_code(random_bytes: RandomBytes) -> str:
    """A fresh pairing code, as people read it: four groups of five."""
    text = base64.b32encode(random_bytes(13)).decode()[:CODE_LENGTH]
    return "-".join(text[i : i + 5] for i in range(0, CODE_LENGTH, 5))


def secret_of_code(code: str) -> bytes:
    """The secret that a typed code stands for; spaces, hyphens and case do not matter."""
    letters = "".join(c for c in code.upper() if c.isalnum())
    return derive(letters.encode(), salt=b"netcurtain pairing code", purpose=b"secret")


def derive(secret: bytes, *, salt: bytes, purpose: bytes) -> bytes:
    """HKDF-SHA256 (RFC 5869): 32 bytes for one purpose."""
    return HKDF(SHA256(), KEY_BYTES, salt, purpose).derive(secret)


@dataclass(frozen=True, slots=True)
class Transcript:
    """What both proofs cover: everything that was said in the open, and where."""

    browser: str
    client_nonce: bytes
    server_nonce: bytes
    port: int
    origin: str

    def __bytes__(self) -> bytes:
        """Every part with its length before it, so that no two transcripts look alike."""
        parts = (
            str(HANDSHAKE_VERSION).encode(),
            self.browser.encode(),
            self.client_nonce,
            self.server_nonce,
            str(self.port).encode(),
            self.origin.encode(),
        )
        return b"".join(len(part).to_bytes(2, "big") + part for part in parts)


def proof(secret: bytes, side: bytes, transcript: Transcript) -> bytes:
    """The proof of ``side`` (``b"S"`` the app, ``b"C"`` the browser) that it knows the secret: HMAC-SHA256."""
    key = derive(secret, salt=b"netcurtain", purpose=b"proof")
    return hmac.digest(key, side + bytes(transcript), "sha256")


def proof_holds(secret: bytes, side: bytes, transcript: Transcript, given: bytes) -> bool:
    """Whether a proof is right, compared in constant time."""
    return hmac.compare_digest(proof(secret, side, transcript), given)


class Cipher:
    """One direction of a proved connection: AES-256-GCM, the nonce a counter, so replay, loss and reordering all fail."""

    def __init__(self, secret: bytes, transcript: Transcript, direction: bytes) -> None:
        salt = transcript.client_nonce + transcript.server_nonce
        self._aead = AESGCM(derive(secret, salt=salt, purpose=b"frames " + direction))
        self._count = 0

    def seal(self, message: bytes) -> bytes:
        """The next frame to send."""
        return self._aead.encrypt(self._next_nonce(), message, None)

    def open(self, frame: bytes) -> bytes:
        """The message in the next frame received; raises cryptography's InvalidTag where it is not that frame."""
        return self._aead.decrypt(self._next_nonce(), frame, None)

    def _next_nonce(self) -> bytes:
        nonce = self._count.to_bytes(12, "big")
        self._count += 1
        return nonce


@dataclass(frozen=True, slots=True)
class PairedBrowser:
    """A browser that may connect. Times are seconds since 1970. The origin is pinned: Firefox makes a new one for each install.

    ``name`` is what it calls itself ("Chrome 156"), ``called`` the person's own name for it, "" for none.
    """

    id: str
    key: bytes = field(repr=False)
    origin: str
    name: str
    paired: float
    last_seen: float
    called: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """The pairing code that is shown now. ``expires`` is by the clock that nobody can set."""

    text: str = field(repr=False)
    expires: float
    tries_left: int


class Pairings:
    """The paired browsers and the one code that may be open. Single use, 120 s, five tries; ten failures pause everybody for 60 s.

    A browser tries a code once: it takes a new id to try again. So one that was paired long ago and knocks every few seconds with a key
    that is no longer known uses up one try, not all of them.

    ``browsers`` is never changed, only replaced: other threads may read it at any time.
    """

    def __init__(self, browsers: dict[str, PairedBrowser], random_bytes: RandomBytes) -> None:
        self.browsers = browsers
        self._random = random_bytes
        self._code: Code | None = None
        self._tried: set[str] = set()
        self._failures = 0
        self._paused_until = 0.0

    def open_code(self, now: float) -> Code:
        """Show a new code; an older one is forgotten."""
        self._code = Code(new_code(self._random), now + CODE_SECONDS, CODE_TRIES)
        self._tried = set()
        return self._code

    def close_code(self) -> None:
        """Forget the code."""
        self._code = None

    def secret_for(self, browser: str, origin: str, now: float) -> tuple[bytes, bool]:
        """The secret to prove to this browser, and whether it is the code's. A stranger gets a random one, so that it cannot tell."""
        known = self.browsers.get(browser)
        if known is not None:
            return (known.key if known.origin == origin else self._random(KEY_BYTES)), False
        if self._code is not None and now < self._code.expires and browser not in self._tried:
            return secret_of_code(self._code.text), True
        return self._random(KEY_BYTES), False

    def may_try(self, now: float) -> bool:
        """Whether proofs are being looked at, or everybody waits after too many failures."""
        return now >= self._paused_until

    def note_failure(self, browser: str, used_code: bool, now: float) -> bool:
        """A proof failed, or the one that was asked to prove a code went away. Whether that was the code's last try."""
        had_code = self._code is not None
        if used_code and self._code is not None:
            self._tried.add(browser)
            left = self._code.tries_left - 1
            self._code = replace(self._code, tries_left=left) if left > 0 else None
        self._failures += 1
        if self._failures >= FAILURES_BEFORE_PAUSE:
            self._failures, self._paused_until = 0, now + PAUSE_SECONDS
        return had_code and self._code is None

    def note_success(self) -> None:
        """A proof held."""
        self._failures = 0

    def use_code(self, secret: bytes, now: float) -> bool:
        """Use up the code this secret comes from; whether it was still open."""
        if self._code is None or now >= self._code.expires or not hmac.compare_digest(secret_of_code(self._code.text), secret):
            return False
        self._code = None
        return True

    def new_key(self) -> bytes:
        """A key for a browser that has just proved the code."""
        return self._random(KEY_BYTES)

    def add(self, browser: PairedBrowser) -> None:
        """The browser has put its key away: it is paired."""
        self._keep(browser)
        if len(self.browsers) > MAX_BROWSERS:
            self.remove(min(self.browsers.values(), key=lambda known: known.last_seen).id)

    def remove(self, browser: str) -> None:
        """The browser may connect no more; nothing where it is not known."""
        self.browsers = {known: paired for known, paired in self.browsers.items() if known != browser}

    def rename(self, browser: str, called: str) -> None:
        """The person calls it this from now on; "" takes that back. Nothing where it is not known."""
        if browser in self.browsers:
            self._keep(replace(self.browsers[browser], called=plain_name(called)))

    def saw(self, browser: str, name: str, now: float) -> None:
        """A paired browser said hello, and what it calls itself."""
        if browser in self.browsers:
            self._keep(replace(self.browsers[browser], name=plain_name(name), last_seen=now))

    def left(self, browser: str, now: float) -> None:
        """A paired browser was here until now; nothing where it is not known any more."""
        if browser in self.browsers:
            self._keep(replace(self.browsers[browser], last_seen=now))

    def _keep(self, browser: PairedBrowser) -> None:
        self.browsers = {**self.browsers, browser.id: browser}
