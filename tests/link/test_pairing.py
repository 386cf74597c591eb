import itertools
import os
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag

from netcurtain.link.pairing import (
    CODE_SECONDS,
    CODE_TRIES,
    FAILURES_BEFORE_PAUSE,
    MAX_BROWSERS,
    PAUSE_SECONDS,
    Cipher,
    PairedBrowser,
    Pairings,
    Transcript,
    new_code,
    proof,
    proof_holds,
    secret_of_code,
)

TRANSCRIPT = Transcript("browser-1", b"c" * 32, b"s" * 32, 27427, "chrome-extension://abc")
SECRET = b"k" * 32
NOW = 1_795_000_000.0


def paired(browser: str = "browser-1", last_seen: float = NOW) -> PairedBrowser:
    return PairedBrowser(browser, SECRET, "chrome-extension://abc", "Chrome 156", NOW, last_seen)


def pairings(*browsers: PairedBrowser) -> Pairings:
    return Pairings({browser.id: browser for browser in browsers}, os.urandom)


def test_a_code_is_four_groups_of_five_letters_and_digits_that_cannot_be_misread() -> None:
    codes = {new_code(os.urandom) for _ in range(20)}
    assert len(codes) == 20
    assert all(re.fullmatch(r"[A-Z2-7]{5}(-[A-Z2-7]{5}){3}", code) for code in codes)


@pytest.mark.parametrize(
    "typed", ["ABCDE-FGHIJ-KLMNO-PQRST", "abcde fghij klmno pqrst", " abcdefghijklmnopqrst\n", "ABCDE–FGHIJ–KLMNO–PQRST"]
)
def test_spaces_hyphens_and_case_of_a_typed_code_do_not_matter(typed: str) -> None:
    assert secret_of_code(typed) == secret_of_code("ABCDEFGHIJKLMNOPQRST")


def test_another_code_is_another_secret() -> None:
    assert secret_of_code("ABCDE-FGHIJ-KLMNO-PQRSU") != secret_of_code("ABCDE-FGHIJ-KLMNO-PQRST")


@pytest.mark.parametrize(
    "change",
    [
        {"browser": "browser-2"},
        {"client_nonce": b"C" * 32},
        {"server_nonce": b"S" * 32},
        {"port": 27428},
        {"origin": "chrome-extension://abd"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_proof_holds_for_everything_that_was_said_and_nothing_else(change: dict[str, Any]) -> None:
    given = proof(SECRET, b"S", TRANSCRIPT)
    assert proof_holds(SECRET, b"S", TRANSCRIPT, given)
    assert not proof_holds(SECRET, b"S", replace(TRANSCRIPT, **change), given)


def test_one_sides_proof_is_not_the_others_and_a_short_one_is_none() -> None:
    assert not proof_holds(SECRET, b"C", TRANSCRIPT, proof(SECRET, b"S", TRANSCRIPT))
    assert not proof_holds(b"x" * 32, b"S", TRANSCRIPT, proof(SECRET, b"S", TRANSCRIPT))
    assert not proof_holds(SECRET, b"S", TRANSCRIPT, b"")


def test_no_two_transcripts_look_alike_where_only_the_borders_moved() -> None:
    assert bytes(Transcript("ab", b"c", b"d", 1, "2x")) != bytes(Transcript("a", b"bc", b"d", 1, "2x"))
    assert bytes(Transcript("a", b"c", b"d", 12, "x")) != bytes(Transcript("a", b"c", b"d", 1, "2x"))


def ciphers() -> tuple[Cipher, Cipher]:
    return Cipher(SECRET, TRANSCRIPT, b"to app"), Cipher(SECRET, TRANSCRIPT, b"to app")


def test_frames_open_in_the_order_they_were_sealed() -> None:
    sender, receiver = ciphers()
    assert [receiver.open(sender.seal(text)) for text in (b"one", b"two", b"")] == [b"one", b"two", b""]


@pytest.mark.parametrize(
    "disturb",
    [
        lambda sent: [sent[0], sent[0]],
        lambda sent: [sent[1]],
        lambda sent: [sent[0], sent[2]],
        lambda sent: [sent[0][:-1] + bytes([sent[0][-1] ^ 1])],
        lambda sent: [bytes([sent[0][0] ^ 128]) + sent[0][1:]],
        lambda sent: [sent[0][:-1]],
        lambda _: [b""],
    ],
    ids=["replayed", "out of order", "one lost", "last bit flipped", "first bit flipped", "cut short", "empty"],
)
def test_a_frame_that_is_not_the_next_one_is_refused(disturb: Callable[[list[bytes]], list[bytes]]) -> None:
    sender, receiver = ciphers()
    *good, bad = disturb([sender.seal(text) for text in (b"one", b"two", b"three")])
    for frame in good:
        receiver.open(frame)
    with pytest.raises(InvalidTag):
        receiver.open(bad)


@pytest.mark.parametrize(
    "other",
    [
        Cipher(SECRET, TRANSCRIPT, b"to browser"),
        Cipher(b"x" * 32, TRANSCRIPT, b"to app"),
        Cipher(SECRET, replace(TRANSCRIPT, server_nonce=b"S" * 32), b"to app"),
    ],
    ids=["the other direction", "another secret", "another connection"],
)
def test_a_frame_opens_only_on_its_own_connection_and_way(other: Cipher) -> None:
    with pytest.raises(InvalidTag):
        other.open(ciphers()[0].seal(b"one"))


def test_the_code_and_the_keys_are_never_shown() -> None:
    asked = pairings()
    code = asked.open_code(NOW)
    assert code.text not in repr(code)
    assert "kkkk" not in repr(paired())


def test_a_stranger_is_asked_for_the_code_while_it_is_open() -> None:
    asked = pairings()
    code = asked.open_code(NOW)
    assert asked.secret_for("stranger", "o", NOW + CODE_SECONDS - 1) == (secret_of_code(code.text), True)
    assert asked.secret_for("stranger", "o", NOW + CODE_SECONDS)[1] is False


def test_a_stranger_without_a_code_is_asked_for_what_nobody_knows() -> None:
    asked = pairings()
    first, second = asked.secret_for("stranger", "o", NOW), asked.secret_for("stranger", "o", NOW)
    assert len(first[0]) == 32
    assert first[0] != second[0]
    assert first[1] is second[1] is False


def test_a_paired_browser_is_asked_for_its_key_even_while_a_code_is_open_and_only_from_its_own_origin() -> None:
    asked = pairings(paired())
    asked.open_code(NOW)
    assert asked.secret_for("browser-1", "chrome-extension://abc", NOW) == (SECRET, False)
    secret, used_code = asked.secret_for("browser-1", "moz-extension://other", NOW)
    assert secret != SECRET
    assert not used_code


def test_the_fifth_wrong_try_ends_a_code_and_says_so() -> None:
    asked = pairings()
    asked.open_code(NOW)
    for number in range(1, 6):
        assert asked.secret_for(f"try-{number}", "o", NOW)[1]
        assert asked.note_failure(f"try-{number}", True, NOW) is (number == 5)
    assert asked.note_failure("one more", True, NOW) is False
    assert not asked.secret_for("try-6", "o", NOW)[1]


def test_a_browser_that_keeps_knocking_with_a_lost_key_uses_up_one_try_of_a_code() -> None:
    asked = pairings()
    code = asked.open_code(NOW)
    for _ in range(3 * CODE_TRIES):
        used_code = asked.secret_for("lost", "o", NOW)[1]
        if used_code:
            asked.note_failure("lost", used_code, NOW)
    assert asked.secret_for("fresh", "o", NOW) == (secret_of_code(code.text), True)
    assert asked.may_try(NOW)


def test_a_browser_may_try_the_next_code_again() -> None:
    asked = pairings()
    asked.open_code(NOW)
    asked.note_failure("one", True, NOW)
    assert not asked.secret_for("one", "o", NOW)[1]
    asked.open_code(NOW)
    assert asked.secret_for("one", "o", NOW)[1]


def test_a_code_is_used_once() -> None:
    asked = pairings()
    secret = secret_of_code(asked.open_code(NOW).text)
    assert asked.use_code(secret, NOW)
    assert not asked.use_code(secret, NOW)
    assert not asked.secret_for("stranger", "o", NOW)[1]


def test_a_code_that_ran_out_was_closed_or_replaced_cannot_be_used() -> None:
    asked = pairings()
    secret = secret_of_code(asked.open_code(NOW).text)
    assert not asked.use_code(secret, NOW + CODE_SECONDS)
    asked.open_code(NOW)
    assert not asked.use_code(secret, NOW)
    newer = secret_of_code(asked.open_code(NOW).text)
    asked.close_code()
    assert not asked.use_code(newer, NOW)


def test_ten_failures_make_everybody_wait_a_minute() -> None:
    asked = pairings()
    for _ in range(FAILURES_BEFORE_PAUSE - 1):
        asked.note_failure("b", False, NOW)
    assert asked.may_try(NOW)
    asked.note_failure("b", False, NOW)
    assert not asked.may_try(NOW + PAUSE_SECONDS - 1)
    assert asked.may_try(NOW + PAUSE_SECONDS)
    asked.note_failure("b", False, NOW + PAUSE_SECONDS)
    assert asked.may_try(NOW + PAUSE_SECONDS)


def test_a_proof_that_holds_starts_the_count_of_failures_again() -> None:
    asked = pairings()
    for _, right in itertools.product(range(3), [False] * (FAILURES_BEFORE_PAUSE - 1) + [True]):
        if right:
            asked.note_success()
        else:
            asked.note_failure("b", False, NOW)
    assert asked.may_try(NOW)


def test_the_browser_not_seen_for_longest_makes_room_for_a_new_one() -> None:
    asked = pairings(*(paired(f"browser-{number}", NOW + (number - 7) ** 2) for number in range(MAX_BROWSERS)))
    asked.add(paired("newest", NOW + 5000))
    assert len(asked.browsers) == MAX_BROWSERS
    assert "newest" in asked.browsers
    assert "browser-7" not in asked.browsers


def test_a_hello_leaves_when_and_under_what_name_a_browser_was_seen() -> None:
    asked = pairings(paired())
    asked.saw("browser-1", "x" * 600, NOW + 9)
    assert asked.browsers["browser-1"].last_seen == NOW + 9
    assert asked.browsers["browser-1"].name == "x" * 60
    asked.saw("nobody", "x", NOW)
    assert list(asked.browsers) == ["browser-1"]


def test_when_a_browser_leaves_it_was_here_until_then() -> None:
    asked = pairings(paired())
    asked.left("browser-1", NOW + 7200)
    asked.left("nobody", NOW)
    assert asked.browsers == {"browser-1": paired(last_seen=NOW + 7200)}


def test_a_person_names_a_browser_and_takes_the_name_back() -> None:
    asked = pairings(paired())
    asked.rename("browser-1", " Laptop\n")
    asked.rename("nobody", "Laptop")
    assert asked.browsers == {"browser-1": replace(paired(), called="Laptop")}
    asked.saw("browser-1", "Chrome 157", NOW)
    assert asked.browsers["browser-1"].called == "Laptop"
    asked.rename("browser-1", "")
    assert asked.browsers["browser-1"].called == ""


def test_what_others_have_read_of_the_browsers_does_not_change_under_them() -> None:
    asked = pairings(paired())
    before, copy = asked.browsers, dict(asked.browsers)
    asked.add(paired("browser-2"))
    asked.rename("browser-1", "Laptop")
    asked.saw("browser-1", "Chrome 157", NOW + 1)
    asked.left("browser-1", NOW + 2)
    asked.remove("browser-1")
    assert before == copy
    assert list(asked.browsers) == ["browser-2"]
