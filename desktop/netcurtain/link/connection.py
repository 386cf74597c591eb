"""One connection, without I/O: frames in, effects out. Proof first, then hello, then observations.

Nothing about any page is sent or taken before both sides have proved themselves. The order of the exchange is in docs/PROTOCOL.md.
"""

import binascii
import enum
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

import msgspec
from cryptography.exceptions import InvalidTag

from netcurtain.core.event import Side
from netcurtain.core.observation import Observation
from netcurtain.core.request import Name
from netcurtain.link import pairing, protocol
from netcurtain.link.pairing import Cipher, PairedBrowser, Pairings, Transcript
from netcurtain.link.protocol import Hello, MessageRefusedError, Paired, PairedAck, Refusal, Refused, ToBrowser


class CloseCode(enum.IntEnum):
    """Why the app ends a connection; docs/PROTOCOL.md says what each means."""

    NOT_PROVED = 4001
    PLEASE_UPDATE = 4002
    BROKEN_FRAME = 4003
    WAIT = 4004
    REPLACED = 4005
    FULL = 4006
    REVOKED = 4007


@dataclass(frozen=True, slots=True)
class Send:
    """Put this frame on the wire."""

    frame: str | bytes


@dataclass(frozen=True, slots=True)
class Close:
    """End the connection."""

    code: CloseCode


@dataclass(frozen=True, slots=True)
class Joined:
    """A code was used: a new browser is paired and its record must be kept."""

    browser: PairedBrowser


@dataclass(frozen=True, slots=True)
class CodeEnded:
    """The pairing code was tried for the last time, and wrongly."""


@dataclass(frozen=True, slots=True)
class TooOld:
    """A paired browser and the app share no version of the messages; ``side`` is the one to update."""

    browser: str
    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class Greeted:
    """Proof and hello are done: observations follow. ``name`` is what the browser calls itself, ``extension`` its extension's version."""

    browser: str
    name: str
    open_pages: frozenset[str]
    just_paired: bool
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Observed:
    """The browser reports something."""

    browser: str
    observation: Observation


@dataclass(frozen=True, slots=True)
class MessageRefused:
    """A message was not taken; to be logged by its name."""

    why: Refusal


Effect = Send | Close | Joined | CodeEnded | TooOld | Greeted | Observed | MessageRefused


T = TypeVar("T", bound=msgspec.Struct)


class _Opening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    v: int
    browser: Name
    nonce: Annotated[str, msgspec.Meta(max_length=64)]


class _Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    proof: Annotated[str, msgspec.Meta(max_length=64)]


class _State(enum.Enum):
    OPENING = enum.auto()
    PROOF = enum.auto()
    NEW_KEY = enum.auto()
    HELLO = enum.auto()
    OPEN = enum.auto()
    CLOSED = enum.auto()


@dataclass(frozen=True, slots=True)
class AppIdentity:
    """What the app says of itself in its welcome."""

    version: str
    run: str
    mode: str


class Connection:
    """The app's side of one connection. ``origin`` and ``port`` are what the websocket handshake showed; they are part of the proof.

    ``time_of_day`` is in seconds since 1970. ``now`` is in seconds of a clock that nobody can set: a code and a pause go by it.
    """

    def __init__(
        self,
        pairings: Pairings,
        identity: AppIdentity,
        *,
        port: int,
        origin: str,
        random_bytes: pairing.RandomBytes,
        time_of_day: Callable[[], float],
    ) -> None:
        self._pairings = pairings
        self._identity = identity
        self._port = port
        self._origin = origin
        self._random = random_bytes
        self._time_of_day = time_of_day
        self._state = _State.OPENING
        self._secret = b""
        self._used_code = False
        self._transcript: Transcript | None = None
        self._inward: Cipher | None = None
        self._outward: Cipher | None = None
        self._joining: PairedBrowser | None = None
        self.browser = ""

    @property
    def greeted(self) -> bool:
        """Whether proof and hello are done."""
        return self._state is _State.OPEN

    def receive(self, frame: str | bytes, now: float) -> Sequence[Effect]:
        """What follows from one frame."""
        match self._state:
            case _State.CLOSED:
                return ()
            case _State.OPENING:
                return self._opening(frame, now)
            case _State.PROOF:
                return self._proof(frame, now)
            case _:
                return self._sealed(frame)

    def send(self, message: ToBrowser) -> bytes:
        """The frame for a message; only after the proof."""
        if self._outward is None:
            raise RuntimeError("nothing is sent before the proof")
        return self._outward.seal(protocol.encode(message))

    def give_up(self, now: float) -> Sequence[Effect]:
        """The connection is over. To go away from the proof of a code is a failure: so does an extension that was given a wrong code."""
        failed = self._state is _State.PROOF and self._used_code
        self._state = _State.CLOSED
        return self._failure(now) if failed else ()

    def _opening(self, frame: str | bytes, now: float) -> Sequence[Effect]:
        if not self._pairings.may_try(now):
            return self._close(CloseCode.WAIT)
        opening = _read(frame, _Opening)
        nonce = _bytes(opening.nonce) if opening else b""
        if opening is None or opening.v != pairing.HANDSHAKE_VERSION or len(nonce) != pairing.NONCE_BYTES:
            return self._close(CloseCode.NOT_PROVED)
        self.browser = opening.browser
        self._secret, self._used_code = self._pairings.secret_for(opening.browser, self._origin, now)
        self._transcript = Transcript(opening.browser, nonce, self._random(pairing.NONCE_BYTES), self._port, self._origin)
        self._state = _State.PROOF
        ours = pairing.proof(self._secret, b"S", self._transcript)
        answer = {"nonce": b64encode(self._transcript.server_nonce).decode(), "proof": b64encode(ours).decode()}
        return (Send(msgspec.json.encode(answer).decode()),)

    def _proof(self, frame: str | bytes, now: float) -> Sequence[Effect]:
        given = _read(frame, _Proof)
        transcript = self._transcript
        if transcript is None or given is None or not pairing.proof_holds(self._secret, b"C", transcript, _bytes(given.proof)):
            return (*self._failure(now), *self._close(CloseCode.NOT_PROVED))
        if self._used_code and not self._pairings.use_code(self._secret, now):
            return self._close(CloseCode.NOT_PROVED)
        self._pairings.note_success()
        self._inward = Cipher(self._secret, transcript, b"to app")
        self._outward = Cipher(self._secret, transcript, b"to browser")
        if not self._used_code:
            self._state = _State.HELLO
            return ()
        today = self._time_of_day()
        self._joining = PairedBrowser(self.browser, self._pairings.new_key(), self._origin, "", today, today)
        self._state = _State.NEW_KEY
        return (Send(self.send(Paired(self._joining.key))),)

    def _sealed(self, frame: str | bytes) -> Sequence[Effect]:
        if self._inward is None or isinstance(frame, str):
            return self._close(CloseCode.BROKEN_FRAME)
        try:
            message = protocol.decode(self._inward.open(frame))
        except InvalidTag:
            return self._close(CloseCode.BROKEN_FRAME)
        except MessageRefusedError as error:
            return self._refuse(error.refusal)
        match self._state, message:
            case _State.NEW_KEY, PairedAck():
                return self._joined()
            case _State.HELLO, Hello():
                return self._hello(message)
            case _State.OPEN, observation if not isinstance(observation, Hello | PairedAck):
                return (Observed(self.browser, observation),)
            case _:
                return self._refuse(Refusal.UNEXPECTED)

    def _joined(self) -> Sequence[Effect]:
        if self._joining is None:
            return self._refuse(Refusal.UNEXPECTED)
        browser = self._joining
        self._pairings.add(browser)
        self._state = _State.HELLO
        return (Joined(browser),)

    def _failure(self, now: float) -> Sequence[Effect]:
        return (CodeEnded(),) if self._pairings.note_failure(self.browser, self._used_code, now) else ()

    def _hello(self, hello: Hello) -> Sequence[Effect]:
        if self.browser not in self._pairings.browsers:  # the pairing was ended between proof and hello
            return self._close(CloseCode.REVOKED)
        self._pairings.saw(self.browser, hello.browser, self._time_of_day())
        version = protocol.common_version(hello)
        if isinstance(version, protocol.PleaseUpdate):
            too_old = TooOld(self.browser, hello.browser, Side(version.side))
            return (Send(self.send(version)), too_old, *self._close(CloseCode.PLEASE_UPDATE))
        self._state = _State.OPEN
        welcome = protocol.Welcome(version, self._identity.version, self._identity.run, self._identity.mode)
        open_pages = frozenset(hello.open_pages)
        return (Send(self.send(welcome)), Greeted(self.browser, hello.browser, open_pages, self._used_code, hello.extension))

    def _refuse(self, why: Refusal) -> Sequence[Effect]:
        return (Send(self.send(Refused(why.value))), MessageRefused(why))

    def _close(self, code: CloseCode) -> Sequence[Effect]:
        self._state = _State.CLOSED
        return (Close(code),)


def _read(frame: str | bytes, kind: type[T]) -> T | None:
    if len(frame) > protocol.MAX_OPENING_FRAME:
        return None
    try:
        return msgspec.json.decode(frame, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _bytes(text: str) -> bytes:
    """What base64 stands for; nothing where it is not written as anybody would write it."""
    try:
        read = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return read if b64encode(read).decode() == text else b""
