"""What flagged requests were, whole, is remembered within its limits, and goes with its page."""

import pytest
from tests.core.scenes import META, META_POST, SITE, Scene, key, opened, requested

from netcurtain.core import observation as seen
from netcurtain.core import remembered
from netcurtain.core.page import Page
from netcurtain.core.remembered import MAX_ADDRESS, MAX_BODY, Remembered
from netcurtain.core.request import Request


def request(name: str, url: str = "https://t.example/") -> Request:
    return Request(name, "p1", url, method="POST", initiator="https://site.example", redirected_from="r0")


def body(name: str, raw: bytes) -> seen.Body:
    return seen.Body(name, "p1", None, raw, "text/plain")


def page_of(scene: Scene) -> Page:
    return scene.session._pages[key()]


def test_a_request_and_its_body_are_remembered() -> None:
    kept = Remembered()
    kept.add(request("r1"), "https://t.example/?a=b")
    kept.add_body(body("r1", b"c"))
    sent = kept.get("r1")
    assert sent is not None
    assert sent.body is not None
    assert (sent.address, sent.method) == ("https://t.example/?a=b", "POST")
    assert (sent.initiator, sent.redirected_from) == ("https://site.example", "r0")
    assert (sent.body.raw, sent.body.kind) == (b"c", "text/plain")


def test_a_long_address_is_cut_and_a_large_body_is_not_remembered() -> None:
    kept = Remembered()
    kept.add(request("r1"), "a" * (MAX_ADDRESS + 1))
    kept.add_body(body("r1", b"a" * (MAX_BODY + 1)))
    sent = kept.get("r1")
    assert sent is not None
    assert (len(sent.address), sent.body, kept.let_go) == (MAX_ADDRESS, None, 1)


def test_of_too_many_the_oldest_is_let_go_of_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MAX_ADDRESSES", 20)
    monkeypatch.setattr(remembered, "MAX_BODIES", 20)
    kept = Remembered()
    for name in ("r1", "r2"):
        kept.add(request(name), "a" * 8)
        kept.add_body(body(name, b"a" * 12))
    older, newer = kept.get("r1"), kept.get("r2")
    assert older is not None
    assert newer is not None
    assert (older.body, newer.body is not None, kept.let_go) == (None, True, 1)
    kept.add(request("r3"), "a" * 8)
    assert (kept.get("r1"), kept.get("r2") is newer, kept.let_go) == (None, True, 2)


def test_what_was_dropped_takes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MAX_ADDRESSES", 20)
    monkeypatch.setattr(remembered, "MAX_BODIES", 20)
    kept = Remembered()
    for number in range(9):
        kept.add(request(f"r{number}"), "a" * 15)
        kept.add_body(body(f"r{number}", b"a" * 15))
        kept.drop(f"r{number}")
        kept.drop(f"r{number}")
    assert kept.let_go == 0


def test_nothing_of_it_is_in_a_repr() -> None:
    kept = Remembered()
    kept.add(request("r1", "https://t.example/?midnight"), "https://t.example/?midnight")
    kept.add_body(body("r1", b"midnight"))
    assert "midnight" not in repr((kept, kept.get("r1")))


def test_a_flagged_request_is_remembered_with_the_body_that_was_asked_for_and_no_other_is() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META_POST, method="POST", has_body=True), requested("https://nobody.example/", "r2"))
    scene.reports(seen.Body("r1", "p1", {"ev": ["Lead"]}), seen.Body("r1", "p1", {"ev": ["Search"]}))
    kept = page_of(scene).remembered
    sent = kept.get("r1")
    assert sent is not None
    assert sent.body is not None
    assert sent.body.form == {"ev": ["Lead"]}
    assert kept.get("r2") is None


def test_of_the_persons_own_submission_no_query_is_remembered() -> None:
    scene = Scene()
    url = f"{META_POST}?id=midnight"
    scene.reports(opened(url=SITE), requested(url, type="main_frame"))
    sent = page_of(scene).remembered.get("r1")
    assert sent is not None
    assert sent.address == META_POST


def test_what_is_followed_no_more_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netcurtain.core.page.MAX_TRACKED", 1)
    scene = Scene()
    scene.reports(opened(), requested(META), requested(META, "r2"))
    kept = page_of(scene).remembered
    assert kept.get("r1") is None
    assert kept.get("r2") is not None
