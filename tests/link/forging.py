"""Handshakes that nobody honest makes: made up from nothing, or an honest one that was changed on its way."""

import json
import string
from base64 import b64decode, b64encode
from collections.abc import Callable
from random import Random
from typing import Any

from tests.link.browser import HELLO, ORIGIN, ScriptedBrowser
from tests.link.desk import FIREFOX

from netcurtain.link.connection import Connection, Effect, Greeted, Joined, Observed, Send

Frame = str | bytes
KEY = b"k" * 32
BROWSER = "browser-1"


def conversation(connection: Connection, frames: Callable[[str | bytes], Frame | None], first: Frame, now: float) -> list[Effect]:
    """Every effect of a conversation: ``frames`` says what follows on an answer of the app, None where it is over."""
    effects = list(connection.receive(first, now))
    answered = 0
    for _ in range(6):
        answers = [effect.frame for effect in effects if isinstance(effect, Send)]
        following = frames(answers[-1]) if len(answers) > answered else frames(b"")
        answered = len(answers)
        if following is None:
            break
        effects += connection.receive(following, now)
    return effects


def accepted(effects: list[Effect]) -> bool:
    """Whether somebody got in."""
    return any(isinstance(effect, Greeted | Joined | Observed) for effect in effects)


def made_up(rng: Random) -> tuple[str, list[Frame]]:
    """An origin, and what somebody says who does not know the key."""
    opening = rng.choice([_noise, _text, _json, *[_opening] * 5])(rng)
    rest = [rng.choice([_noise, _json, _proof, _proof, _proof, _opening, _hello])(rng) for _ in range(rng.randint(0, 4))]
    return rng.choice([ORIGIN, FIREFOX]), [opening, *rest]


def changed(frame: Frame, rng: Random) -> Frame:
    """The same frame with something done to it that alters what it says."""
    while True:
        if isinstance(frame, bytes):
            other: Frame = bytes(_changed(bytearray(frame), rng))
        else:
            other = bytes(_changed(bytearray(frame.encode()), rng)).decode(errors="replace")
        if other != frame and not _says_the_same(frame, other):
            return other


def changed_handshake(connection: Connection, rng: Random, now: float) -> list[Effect]:
    """An honest browser's handshake, of which one frame is changed on its way: the opening, the app's answer, the proof or the hello."""
    browser = ScriptedBrowser(KEY, BROWSER, nonce=rng.randbytes(32))
    which = rng.choice(["opening", "answer", "proof", "hello"])

    def on_its_way(name: str, frame: Frame) -> Frame:
        return changed(frame, rng) if name == which else frame

    effects = list(connection.receive(on_its_way("opening", browser.opening()), now))
    answers = [effect.frame for effect in effects if isinstance(effect, Send)]
    if not answers:
        return effects
    try:
        proof = browser.proof(answer := on_its_way("answer", answers[0]))
    except (ValueError, KeyError, TypeError):
        return effects  # the browser itself goes away
    if not browser.app_is_proved or (which == "answer" and _number(answer) == _number(answers[0])):
        return effects  # so it does here; or it has read what was said, however that was written
    effects += connection.receive(on_its_way("proof", proof), now)
    effects += connection.receive(on_its_way("hello", browser.seal(HELLO)), now)
    return effects


def _number(answer: Frame) -> bytes:
    return b64decode(json.loads(answer)["nonce"])


def _changed(frame: bytearray, rng: Random) -> bytearray:
    for _ in range(rng.choice([1, 1, 1, 2, 5])):
        at = rng.randrange(len(frame)) if frame else 0
        match rng.randrange(7):
            case 0 if frame:
                frame[at] ^= 1 << rng.randrange(8)
            case 1 if frame:
                del frame[at : at + rng.choice([1, 1, 8])]
            case 2:
                frame[at:at] = rng.randbytes(rng.choice([1, 1, 8]))
            case 3:
                del frame[at:]
            case 4 if frame:
                frame[at] = rng.choice(string.printable.encode())
            case 5:
                frame[at:at] = frame[at : at + 20]
            case _:
                frame += frame[: rng.randrange(1, 60)]
    return frame


def _says_the_same(one: Frame, other: Frame) -> bool:
    """Whether two frames of text hold the same JSON: a space more changes nothing."""
    try:
        return bool(json.loads(one) == json.loads(other))
    except ValueError:
        return False


def _noise(rng: Random) -> Frame:
    noise = rng.randbytes(rng.choice([0, 1, 16, 60, 300, 5000]))
    return noise if rng.random() < 0.5 else noise.decode("latin-1")


def _text(rng: Random) -> Frame:
    return "".join(rng.choices(string.printable, k=rng.randint(0, 200)))


def _json(rng: Random) -> Frame:
    return json.dumps(_value(rng, 4))


def _value(rng: Random, depth: int) -> Any:
    leaves = [None, True, -1, 0, 1, 1e308, 10**30, "", "v", "browser-1", "\ud800", "x" * 100]
    if not depth or rng.random() < 0.3:
        return rng.choice(leaves)
    if rng.random() < 0.3:
        return [_value(rng, depth - 1) for _ in range(rng.randint(0, 4))]
    names = ["v", "browser", "nonce", "proof", "type", "hello", "key", "page"]
    return {rng.choice(names): _value(rng, depth - 1) for _ in range(rng.randint(0, 5))}


def _opening(rng: Random) -> Frame:
    """Nearly always one that is well made: a known browser or a stranger."""
    opening: dict[str, Any] = {
        "v": rng.choice([*[1] * 20, 0, 2, "1", None]),
        "browser": rng.choice([*[BROWSER] * 10, *[str(rng.random())] * 10, "", "x" * 65]),
        "nonce": b64encode(rng.randbytes(rng.choice([*[32] * 20, 0, 31, 33]))).decode(),
    }
    if rng.random() < 0.1:
        opening[rng.choice(["more", "nonce", "v"])] = _value(rng, 2)
    return json.dumps(opening)


def _proof(rng: Random) -> Frame:
    return json.dumps({"proof": b64encode(rng.randbytes(rng.choice([*[32] * 20, 0, 31, 33]))).decode()})


def _hello(rng: Random) -> Frame:
    said = rng.choice([json.dumps(HELLO), '{"type": "paired_ack"}', '{"type": "open_app"}'])
    return said if rng.random() < 0.5 else said.encode()
