"""What a pixel is set up to take: said of the companies whose pixel was met here, in the card's details and in the app."""

import pytest
from tests.core.scenes import META_POST, Scene, got_to, key, opened, requested, sensitive

from netcurtain.core import event as happened
from netcurtain.core import observation as seen
from netcurtain.core.request import Fate

TIKTOK = "https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C0&lib=ttq"
TEXT = '"AutoAdvancedMatching": {"auto_email": true, "auto_phone_number": true}'
SET = "TikTok is set up here to take e-mail addresses and telephone numbers from forms."
HIDDEN = "This browser does not let us see what TikTok is set up to take."


def _said(*texts: str | None) -> tuple[list[str], tuple[str, ...]]:
    """The card's details, and what the app says of the one company."""
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(TIKTOK, type="script"), got_to(Fate.ANSWERED))
    scene.reports(*(seen.SetUpSeen("p1", "r1", text) for text in texts))
    return scene.verdict.words.details, _company(scene)


def _company(scene: Scene) -> tuple[str, ...]:
    (company,) = scene.last(happened.PageUpdated).view.companies
    return company.sentences


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((TEXT,), f"{SET} We have not seen it do so.", id="set up to take, not seen"),
        pytest.param((None,), HIDDEN, id="not visible"),
        pytest.param((None, TEXT), f"{SET} We have not seen it do so.", id="seen after all"),
        pytest.param(('"auto_email": true',), "", id="set up to take nothing"),
        pytest.param((), "", id="no such script"),
    ],
)
def test_it_is_said_in_the_cards_details_and_in_the_app(texts: tuple[str | None, ...], expected: str) -> None:
    (detail,), sentences = _said(*texts)
    assert detail.endswith(expected)
    assert (expected in sentences) is bool(expected)
    assert ("set up" in detail) is bool(expected)


def test_what_was_seen_going_out_is_told_apart() -> None:
    scene = Scene()
    body = seen.Body("r2", "p1", raw=b'{"event": "Pageview", "context": {"user": {"auto_email": "' + b"a" * 64 + b'"}}}')
    scene.reports(opened(), sensitive(), requested(TIKTOK, type="script"), got_to(Fate.ANSWERED), seen.SetUpSeen("p1", "r1", TEXT))
    scene.reports(requested("https://analytics.tiktok.com/api/v2/pixel", "r2", method="POST", has_body=True), body, got_to(Fate.SENT, "r2"))
    assert scene.verdict.words.details[0].endswith(f"{SET} We have seen this go to it: e-mail addresses.")


def test_of_a_request_that_nothing_flagged_nothing_is_said() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META_POST), got_to(Fate.SENT), seen.SetUpSeen("p1", "r7", TEXT))
    assert "set up" not in " ".join(scene.verdict.words.details)
    assert scene.verdict.page == key().page
