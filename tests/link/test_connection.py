"""Both sides of the link without a socket: the app's is real, the browser's a script."""

import json
import os
from collections.abc import Sequence
from typing import Any

import pytest
from tests.link.browser import HELLO, ORIGIN, PORT, ScriptedBrowser

from netcurtain.core.event import Side
from netcurtain.core.instruction import BodyWanted
from netcurtain.core.observation import PageClosed
from netcurtain.link.connection import (
    AppIdentity,
    Close,
    CloseCode,
    CodeEnded,
    Connection,
    Effect,
    Greeted,
    Joined,
    MessageRefused,
    Observed,
    Send,
    TooOld,
)
from netcurtain.link.pairing import CODE_SECONDS, CODE_TRIES, FAILURES_BEFORE_PAUSE, PairedBrowser, Pairings, secret_of_code
from netcurtain.link.protocol import MAX_MESSAGE, Refusal

NOW = 5_000.0
TODAY = 1_795_000_000.0
KEY = b"k" * 32
CLOSED_PAGE = {"type": "page_closed", "page": "p1"}
NOT_PROVED = (Close(CloseCode.NOT_PROVED),)


class Desk:
    """An app with one paired browser, and connections to it."""

    def __init__(self) -> None:
        known = PairedBrowser("browser-1", KEY, ORIGIN, "", TODAY - 9, TODAY - 9)
        self.pairings = Pairings({known.id: known}, os.urandom)

    def connection(self, port: int = PORT, origin: str = ORIGIN) -> Connection:
        return Connection(
            self.pairings,
            AppIdentity("0.1.0", "run-1", "desktop"),
            port=port,
            origin=origin,
            random_bytes=os.urandom,
            time_of_day=lambda: TODAY,
        )

    def code(self) -> bytes:
        return secret_of_code(self.pairings.open_code(NOW).text)

    def proved(self, browser: ScriptedBrowser) -> tuple[Connection, Sequence[Effect]]:
        connection = self.connection()
        return connection, connection.receive(browser.proof(answer(connection, browser)), NOW)

    def greeted(self) -> tuple[Connection, ScriptedBrowser]:
        browser = ScriptedBrowser(KEY)
        connection, _ = self.proved(browser)
        browser.open(frame(connection.receive(browser.seal(HELLO), NOW)[0]))
        return connection, browser


@pytest.fixture
def desk() -> Desk:
    return Desk()


def frame(effect: Effect) -> str | bytes:
    assert isinstance(effect, Send)
    return effect.frame


def answer(connection: Connection, browser: ScriptedBrowser, now: float = NOW) -> str | bytes:
    (said,) = connection.receive(browser.opening(), now)
    return frame(said)


def test_a_code_joins_a_browser_that_then_comes_back_with_its_own_key(desk: Desk) -> None:
    browser = ScriptedBrowser(desk.code(), "new")
    connection, (key,) = desk.proved(browser)
    paired = browser.open(frame(key))
    assert paired["type"] == "paired"
    (joined,) = connection.receive(browser.seal({"type": "paired_ack"}), NOW)
    assert isinstance(joined, Joined)
    assert joined.browser == desk.pairings.browsers["new"]
    assert (joined.browser.paired, joined.browser.last_seen) == (TODAY, TODAY)
    welcome, greeted = connection.receive(browser.seal(HELLO | {"open_pages": ["p1"]}), NOW)
    assert browser.open(frame(welcome)) == {"type": "welcome", "version": 1, "app": "0.1.0", "run": "run-1", "mode": "desktop"}
    assert greeted == Greeted("new", "Chrome 156", frozenset({"p1"}), just_paired=True, extension="0.1.0")

    again = ScriptedBrowser(joined.browser.key, "new", nonce=b"d" * 32)
    connection, nothing = desk.proved(again)
    assert again.app_is_proved
    assert nothing == ()
    assert connection.receive(again.seal(HELLO), NOW)[1] == Greeted("new", "Chrome 156", frozenset(), just_paired=False, extension="0.1.0")


def test_a_hello_is_remembered(desk: Desk) -> None:
    desk.greeted()
    assert (desk.pairings.browsers["browser-1"].name, desk.pairings.browsers["browser-1"].last_seen) == ("Chrome 156", TODAY)


def test_observations_come_out_and_instructions_go_in(desk: Desk) -> None:
    connection, browser = desk.greeted()
    assert connection.greeted
    assert connection.receive(browser.seal(CLOSED_PAGE), NOW) == (Observed("browser-1", PageClosed("p1")),)
    sent = connection.send(BodyWanted("r1", "p1"))
    assert b"r1" not in sent
    assert browser.open(sent) == {"type": "body_wanted", "request": "r1", "page": "p1"}


def test_the_app_says_a_number_and_its_proof_before_anything_else(desk: Desk) -> None:
    connection = desk.connection()
    with pytest.raises(RuntimeError):
        connection.send(BodyWanted("r1", "p1"))
    assert set(json.loads(answer(connection, ScriptedBrowser(KEY)))) == {"nonce", "proof"}
    with pytest.raises(RuntimeError):
        connection.send(BodyWanted("r1", "p1"))


def test_a_stranger_gets_an_answer_that_looks_like_any_other_and_no_further(desk: Desk) -> None:
    stranger, known = ScriptedBrowser(KEY, "stranger"), ScriptedBrowser(KEY)
    connection = desk.connection()
    said = answer(connection, stranger)
    assert len(said) == len(answer(desk.connection(), known))
    assert connection.receive(stranger.proof(said), NOW) == NOT_PROVED
    assert not stranger.app_is_proved
    assert connection.receive(stranger.seal(HELLO), NOW) == ()


@pytest.mark.parametrize(
    ("browser", "connection"),
    [
        (ScriptedBrowser(b"x" * 32), {}),
        (ScriptedBrowser(KEY, port=4000), {}),
        (ScriptedBrowser(KEY), {"port": 4000}),
        (ScriptedBrowser(KEY, origin="moz-extension://5c0e"), {}),
        (ScriptedBrowser(KEY, origin="moz-extension://5c0e"), {"origin": "moz-extension://5c0e"}),
    ],
    ids=["another key", "relayed from a port it dialled", "relayed to a port of ours", "another origin", "a stolen key elsewhere"],
)
def test_neither_side_takes_a_proof_made_elsewhere(desk: Desk, browser: ScriptedBrowser, connection: dict[str, Any]) -> None:
    ours = desk.connection(**connection)
    theirs = browser.proof(answer(ours, browser))
    assert not browser.app_is_proved
    assert ours.receive(theirs, NOW) == NOT_PROVED


def test_a_recorded_proof_is_worth_nothing_on_another_connection(desk: Desk) -> None:
    browser = ScriptedBrowser(KEY)
    recorded = browser.proof(answer(desk.connection(), browser))
    connection = desk.connection()
    answer(connection, browser)
    assert connection.receive(recorded, NOW) == NOT_PROVED


def test_the_apps_own_proof_sent_back_is_no_proof(desk: Desk) -> None:
    connection = desk.connection()
    said = json.loads(answer(connection, ScriptedBrowser(KEY)))
    assert connection.receive(json.dumps({"proof": said["proof"]}), NOW) == NOT_PROVED


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "[]",
        "null",
        '{"v": 1}',
        ScriptedBrowser(KEY).opening(v=2),
        ScriptedBrowser(KEY).opening(v="1"),
        ScriptedBrowser(KEY).opening(browser=""),
        ScriptedBrowser(KEY).opening(browser="x" * 65),
        ScriptedBrowser(KEY).opening(nonce="AAAA"),
        ScriptedBrowser(KEY).opening(nonce="not base64!"),
        ScriptedBrowser(KEY).opening(url="https://www.example.org/"),
        ScriptedBrowser(KEY).opening() + " " * 4096,
        b"\xff\xfe",
        "[" * 4000,
    ],
    ids=lambda opening: repr(opening[:40]),
)
def test_an_opening_of_another_shape_ends_the_connection(desk: Desk, opening: str | bytes) -> None:
    assert desk.connection().receive(opening, NOW) == NOT_PROVED


@pytest.mark.parametrize("proof", ["", "{}", '{"proof": ""}', '{"proof": "!"}', '{"proof": 1}', json.dumps(HELLO), b"\x00" * 32])
def test_what_is_no_proof_ends_the_connection(desk: Desk, proof: str | bytes) -> None:
    connection = desk.connection()
    answer(connection, ScriptedBrowser(KEY))
    assert connection.receive(proof, NOW) == NOT_PROVED


def test_a_wrong_code_shows_before_the_browser_has_said_anything_and_five_end_the_right_one(desk: Desk) -> None:
    secret = desk.code()
    for number in range(CODE_TRIES):
        connection, wrong = desk.connection(), ScriptedBrowser(secret_of_code("AAAAA-AAAAA-AAAAA-AAAAA"), f"try-{number}")
        wrong.proof(answer(connection, wrong))
        assert not wrong.app_is_proved
        assert connection.give_up(NOW) == ((CodeEnded(),) if number == CODE_TRIES - 1 else ())
    right = ScriptedBrowser(secret, "right")
    assert desk.proved(right)[1] == NOT_PROVED
    assert not right.app_is_proved


def test_a_wrong_proof_of_the_code_is_a_try_as_well(desk: Desk) -> None:
    secret = desk.code()
    for number in range(CODE_TRIES):
        connection, effects = desk.proved(ScriptedBrowser(KEY, f"try-{number}"))
        assert effects == ((CodeEnded(), *NOT_PROVED) if number == CODE_TRIES - 1 else NOT_PROVED)
        assert connection.give_up(NOW) == ()
    assert desk.proved(ScriptedBrowser(secret, "right"))[1] == NOT_PROVED


def test_a_code_joins_one_browser_even_where_two_try_it_at_once(desk: Desk) -> None:
    secret = desk.code()
    one, two = ScriptedBrowser(secret, "one"), ScriptedBrowser(secret, "two")
    first, second = desk.connection(), desk.connection()
    to_one, to_two = answer(first, one), answer(second, two)
    assert isinstance(first.receive(one.proof(to_one), NOW)[0], Send)
    assert second.receive(two.proof(to_two), NOW) == NOT_PROVED
    assert desk.proved(ScriptedBrowser(secret, "three"))[1] == NOT_PROVED


def test_a_code_that_runs_out_between_question_and_answer_is_of_no_use(desk: Desk) -> None:
    browser = ScriptedBrowser(desk.code(), "late")
    connection = desk.connection()
    said = answer(connection, browser, NOW + CODE_SECONDS - 1)
    assert connection.receive(browser.proof(said), NOW + CODE_SECONDS) == NOT_PROVED
    assert "late" not in desk.pairings.browsers


def test_a_browser_is_not_paired_before_it_has_put_its_key_away(desk: Desk) -> None:
    browser = ScriptedBrowser(desk.code(), "new")
    connection, _ = desk.proved(browser)
    connection.give_up(NOW)
    assert "new" not in desk.pairings.browsers


def test_a_known_browser_needs_no_code_while_one_is_open(desk: Desk) -> None:
    secret = desk.code()
    desk.greeted()
    browser = ScriptedBrowser(secret, "new")
    assert isinstance(desk.proved(browser)[1][0], Send)


def test_ten_failed_proofs_make_everybody_wait(desk: Desk) -> None:
    for _ in range(FAILURES_BEFORE_PAUSE):
        assert desk.proved(ScriptedBrowser(b"x" * 32))[1] == NOT_PROVED
    connection, browser = desk.connection(), ScriptedBrowser(KEY)
    assert connection.receive(browser.opening(), NOW + 59) == (Close(CloseCode.WAIT),)
    answer(desk.connection(), browser, NOW + 60)


def test_failed_proofs_with_a_right_one_among_them_make_nobody_wait(desk: Desk) -> None:
    for _ in range(2):
        for _ in range(FAILURES_BEFORE_PAUSE - 1):
            assert desk.proved(ScriptedBrowser(b"x" * 32))[1] == NOT_PROVED
        desk.greeted()


def test_a_paired_browser_that_goes_away_in_mid_proof_makes_nobody_wait(desk: Desk) -> None:
    for _ in range(FAILURES_BEFORE_PAUSE):
        connection = desk.connection()
        answer(connection, ScriptedBrowser(KEY))
        connection.give_up(NOW)
    desk.greeted()


@pytest.mark.parametrize("disturbed", ["replayed", "out of order", "bit flipped", "text", "empty"])
def test_a_frame_that_is_not_the_next_one_ends_the_connection(desk: Desk, disturbed: str) -> None:
    connection, browser = desk.greeted()
    first, second = browser.seal(CLOSED_PAGE), browser.seal(CLOSED_PAGE)
    if disturbed == "replayed":
        assert connection.receive(first, NOW) == (Observed("browser-1", PageClosed("p1")),)
    wrong: dict[str, str | bytes] = {
        "replayed": first,
        "out of order": second,
        "bit flipped": first[:-1] + bytes([first[-1] ^ 1]),
        "text": json.dumps(CLOSED_PAGE),
        "empty": b"",
    }
    assert connection.receive(wrong[disturbed], NOW) == (Close(CloseCode.BROKEN_FRAME),)
    assert connection.receive(second, NOW) == ()


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (b'{"type": "page", "title": "' + b"x" * MAX_MESSAGE + b'"}', Refusal.TOO_LARGE),
        (b"not json", Refusal.MALFORMED),
        (b'{"type": "marker"}', Refusal.UNKNOWN),
        (b'{"type": []}', Refusal.UNKNOWN),
        (b'{"type": "page", "page": 1}', Refusal.INVALID),
        (json.dumps(HELLO).encode(), Refusal.UNEXPECTED),
        (b'{"type": "paired_ack"}', Refusal.UNEXPECTED),
    ],
    ids=lambda part: part.value if isinstance(part, Refusal) else None,
)
def test_a_message_that_cannot_be_taken_is_refused_by_name_and_the_link_goes_on(desk: Desk, message: bytes, why: Refusal) -> None:
    connection, browser = desk.greeted()
    refused, noted = connection.receive(browser.seal(message), NOW)
    assert browser.open(frame(refused)) == {"type": "refused", "why": why.value}
    assert noted == MessageRefused(why)
    assert connection.receive(browser.seal(CLOSED_PAGE), NOW) == (Observed("browser-1", PageClosed("p1")),)


def test_nothing_is_taken_once_it_is_over(desk: Desk) -> None:
    connection, browser = desk.greeted()
    connection.give_up(NOW)
    assert not connection.greeted
    assert connection.receive(browser.seal(CLOSED_PAGE), NOW) == ()


def test_nothing_is_taken_before_hello(desk: Desk) -> None:
    browser = ScriptedBrowser(KEY)
    connection, _ = desk.proved(browser)
    assert connection.receive(browser.seal(CLOSED_PAGE), NOW)[1] == MessageRefused(Refusal.UNEXPECTED)
    assert not connection.greeted


def test_hello_does_not_take_the_place_of_putting_the_key_away(desk: Desk) -> None:
    browser = ScriptedBrowser(desk.code(), "new")
    connection, _ = desk.proved(browser)
    assert connection.receive(browser.seal(HELLO), NOW)[1] == MessageRefused(Refusal.UNEXPECTED)
    assert "new" not in desk.pairings.browsers


@pytest.mark.parametrize(("oldest", "newest", "side"), [(0, 0, "extension"), (2, 3, "app")])
def test_two_sides_without_a_common_version_say_who_is_the_older(desk: Desk, oldest: int, newest: int, side: str) -> None:
    browser = ScriptedBrowser(KEY)
    connection, _ = desk.proved(browser)
    said, too_old, close = connection.receive(browser.seal(HELLO | {"oldest": oldest, "newest": newest}), NOW)
    assert browser.open(frame(said)) == {"type": "please_update", "side": side}
    assert too_old == TooOld("browser-1", "Chrome 156", Side(side))
    assert close == Close(CloseCode.PLEASE_UPDATE)


def test_a_pairing_that_ends_between_proof_and_hello_is_not_greeted(desk: Desk) -> None:
    browser = ScriptedBrowser(KEY)
    connection, _ = desk.proved(browser)
    desk.pairings.remove("browser-1")
    assert connection.receive(browser.seal(HELLO), NOW) == (Close(CloseCode.REVOKED),)
    assert not connection.greeted


def test_a_newer_browser_that_still_speaks_our_version_is_welcome(desk: Desk) -> None:
    browser = ScriptedBrowser(KEY)
    connection, _ = desk.proved(browser)
    welcome, _ = connection.receive(browser.seal(HELLO | {"oldest": 1, "newest": 9, "new": True}), NOW)
    assert browser.open(frame(welcome))["version"] == 1
