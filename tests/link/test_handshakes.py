"""Nobody gets in without the key, whatever they say: handshakes that were made up, and honest ones that were changed on their way.

`make handshakes` tries a hundred thousand of the first and ten thousand of the second, and prints the counts.
"""

import json
import os
import string
from base64 import b64decode
from contextlib import suppress
from random import Random

import pytest
from tests.link.browser import ORIGIN, ScriptedBrowser
from tests.link.desk import PATIENCE, Desk
from tests.link.forging import BROWSER, KEY, accepted, changed, changed_handshake, conversation, made_up
from websockets.exceptions import ConnectionClosed, InvalidStatus

from netcurtain.link import pairing, server
from netcurtain.link.connection import AppIdentity, Close, CloseCode, Connection, Greeted, Send
from netcurtain.link.pairing import FAILURES_BEFORE_PAUSE, PAUSE_SECONDS, PairedBrowser, Pairings

ALL = bool(os.environ.get("NETCURTAIN_HANDSHAKES"))
MADE_UP, CHANGED = (100_000, 10_000) if ALL else (2000, 1000)
ON_THE_WIRE = 1000 if ALL else 40
LETTERS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"


class Door:
    """The app's side, with one paired browser and a code that is open. Whenever everybody has to wait, it is a minute later."""

    def __init__(self) -> None:
        self.rng = Random(8)
        known = PairedBrowser(BROWSER, KEY, ORIGIN, "", 0.0, 0.0)
        self.pairings = Pairings({BROWSER: known}, self.rng.randbytes)
        self.now = 0.0
        self.waits = 0

    def connection(self, origin: str = ORIGIN) -> Connection:
        if not self.pairings.may_try(self.now):
            self.now += PAUSE_SECONDS
            self.waits += 1
        self.pairings.open_code(self.now)
        identity = AppIdentity("0.1.0", "run-1", "serve")
        return Connection(self.pairings, identity, port=27427, origin=origin, random_bytes=self.rng.randbytes, time_of_day=lambda: self.now)


def test_an_honest_handshake_gets_in() -> None:
    door = Door()
    browser = ScriptedBrowser(KEY, BROWSER)
    connection = door.connection()
    (answer,) = connection.receive(browser.opening(), door.now)
    assert isinstance(answer, Send)
    connection.receive(browser.proof(answer.frame), door.now)
    effects = connection.receive(browser.seal({"type": "hello", "oldest": 1, "newest": 1, "extension": "0.1.0"}), door.now)
    assert accepted(list(effects))
    assert isinstance(effects[-1], Greeted)


def test_no_handshake_that_somebody_made_up_gets_in(capsys: pytest.CaptureFixture[str]) -> None:
    door = Door()
    asked_to_prove = taken = 0
    for _ in range(MADE_UP):
        origin, frames = made_up(door.rng)
        said = iter(frames[1:])
        connection = door.connection(origin)
        effects = conversation(connection, lambda _, said=said: next(said, None), frames[0], door.now)  # type: ignore[misc]
        taken += accepted(effects) or connection.greeted
        sent = [effect.frame for effect in effects if isinstance(effect, Send)]
        assert len(sent) <= 1
        assert all(isinstance(frame, str) and set(frame) & set("{}") for frame in sent), "nothing but the number and the app's own proof"
        asked_to_prove += len(sent)
    assert taken == 0
    assert asked_to_prove > MADE_UP / 4
    assert door.waits > 0
    assert list(door.pairings.browsers) == [BROWSER]
    _say(capsys, f"{MADE_UP:,} made-up handshakes, {asked_to_prove:,} of them asked for a proof: {taken} got in")


def test_no_honest_handshake_that_was_changed_on_its_way_gets_in(capsys: pytest.CaptureFixture[str]) -> None:
    door = Door()
    taken = 0
    ends: dict[CloseCode, int] = {}
    for _ in range(CHANGED):
        connection = door.connection()
        effects = changed_handshake(connection, door.rng, door.now)
        taken += accepted(effects) or connection.greeted
        for effect in effects:
            if isinstance(effect, Close):
                ends[effect.code] = ends.get(effect.code, 0) + 1
        connection.give_up(door.now)
    assert taken == 0
    assert {CloseCode.NOT_PROVED, CloseCode.BROKEN_FRAME} <= set(ends)
    _say(capsys, f"{CHANGED:,} changed handshakes: {taken} got in")


@pytest.mark.parametrize("more", [1, 2, 3])
def test_a_proof_can_be_written_in_one_way_only(more: int) -> None:
    """The last letter of base64 holds bits that mean nothing: none but zeros are taken."""
    door = Door()
    browser = ScriptedBrowser(KEY, BROWSER)
    connection = door.connection()
    (answer,) = connection.receive(browser.opening(), door.now)
    assert isinstance(answer, Send)
    proof = json.loads(browser.proof(answer.frame))["proof"]
    other = proof[:42] + LETTERS[LETTERS.index(proof[42]) + more] + "="
    assert b64decode(other) == b64decode(proof)
    (close,) = connection.receive(json.dumps({"proof": other}), door.now)
    assert close == Close(CloseCode.NOT_PROVED)


def test_over_the_wire_nobody_gets_in_either(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "FAILURES_BEFORE_PAUSE", 10 * FAILURES_BEFORE_PAUSE + ON_THE_WIRE)
    monkeypatch.setattr(server, "PATIENCE_SECONDS", 0.1)
    rng = Random(9)
    for turn in range(ON_THE_WIRE):
        origin, frames = made_up(rng)
        if turn % 2:
            frames = [ScriptedBrowser(KEY, BROWSER, port=desk.link.port).opening(), *(changed(frame, rng) for frame in frames[1:])]
        with suppress(ConnectionClosed, InvalidStatus), desk.dial(origin=origin) as wire:
            for frame in frames:
                wire.send(frame)
            while True:
                assert isinstance(wire.recv(PATIENCE), str), "nothing sealed was said"
    assert desk.nothing_was_handled()
    monkeypatch.undo()
    with desk.greeted():
        pass


def _say(capsys: pytest.CaptureFixture[str], sentence: str) -> None:
    if ALL:
        with capsys.disabled():
            print(f"\n{sentence}")
