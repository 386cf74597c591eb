"""har/session.py: whose frames' forms are a page's, and which are not."""

from html import escape
from pathlib import Path
from typing import Any

import pytest
from tests.har.recording import PAGE, checked, document, entry, har
from tests.har.test_session import ASKS, IN_FRAME, the_page

from netcurtain.har import session as har_session

FREE = "<h1>Report rape</h1><label>Describe the sexual assault <textarea name=a></textarea></label><button>Send</button>"
OTHERS, OWN = "https://forms.example/f", "https://forms.police.example/f"
PROXYS = {"Accept": "text/html", "Referer": PAGE}
"""Neither a browser's word for the kind nor Sec-Fetch-Dest."""


def sensitive(folder: Path, url: str, html: str = ASKS, **more: Any) -> bool | None:
    headers = more.pop("headers", IN_FRAME)
    frame = entry(url, html=html, headers=headers, page="p", **more)
    return the_page(checked(folder, har([document(PAGE, "<p>Words", page="p"), frame]))).sensitive


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, True),
        ({"headers": PROXYS, "kind": "document"}, True),
        ({"headers": PROXYS, "kind": "iframe"}, True),
        ({"headers": {"Sec-Fetch-Dest": "object", "Referer": PAGE}}, True),
        ({"headers": {"Sec-Fetch-Dest": "embed", "Referer": PAGE}, "kind": "document"}, True),
        ({"headers": {"Sec-Fetch-Dest": "object", "Referer": PAGE}, "mime": "image/svg+xml"}, False),
        ({"headers": PROXYS}, False),
        ({"headers": {"Sec-Fetch-Dest": "empty", "Purpose": "prefetch"}, "kind": "document"}, False),
        ({"headers": PROXYS, "kind": "other"}, False),
        ({"status": 404}, False),
        ({"status": 500}, False),
        ({"status": 304}, True),
    ],
    ids=str,
)
def test_only_what_surely_was_a_frame_and_was_shown_is_read(tmp_path: Path, more: dict[str, Any], expected: bool) -> None:
    assert sensitive(tmp_path, OTHERS, **more) is expected


def test_a_trackers_own_frame_makes_no_page_sensitive(tmp_path: Path) -> None:
    assert sensitive(tmp_path, "https://unlisted-tracker.example/frame") is False
    assert sensitive(tmp_path, "https://www.facebook.com/tr/frame") is False


def test_fields_outside_of_forms_count_in_the_sites_own_frames_alone(tmp_path: Path) -> None:
    assert sensitive(tmp_path, OTHERS, FREE) is False
    assert sensitive(tmp_path, OWN, FREE) is True
    assert sensitive(tmp_path, OTHERS, f"<form>{FREE}</form>") is True


@pytest.mark.parametrize("text", [ASKS, FREE])
def test_a_document_in_a_frames_own_tag_is_its_pages(tmp_path: Path, text: str) -> None:
    html = f'<title>Report</title><p>Words<iframe srcdoc="{escape(text)}"></iframe>'
    (page,) = checked(tmp_path, har([document(PAGE, html)])).pages
    assert (page.title, page.sensitive) == ("Report", True)


def test_a_frame_after_as_many_requests_as_are_told_at_once_is_read(tmp_path: Path) -> None:
    others = [entry(f"{PAGE}?{n}") for n in range(198)]
    for more in range(3):
        frame = entry(OTHERS, html=ASKS, headers=IN_FRAME)
        found = checked(tmp_path, har([document(PAGE, "<p>Words"), *others, *[entry(PAGE)] * more, frame]))
        assert the_page(found).sensitive is True


def test_a_frame_before_its_pages_document_does_not_give_the_page_its_own_address(tmp_path: Path) -> None:
    frame = entry(OTHERS, html=ASKS, headers={"Sec-Fetch-Dest": "iframe"}, page="p")
    own = entry("https://police.example/g/collect?v=2&tid=G-ABC123&en=page_view", page="p")
    page = the_page(checked(tmp_path, har([frame, document(PAGE, "<p>Words", page="p"), own])))
    assert (page.url, page.companies[0].name) == (PAGE, "a company behind this site's own address")


def test_fields_outside_of_forms_take_no_forms_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = entry(OTHERS, html=ASKS, headers=IN_FRAME)
    made = har([document(PAGE, "<input placeholder=City><button>Go</button>" * 3), frame])
    for most, expected in ((1, True), (0, False)):
        monkeypatch.setattr(har_session, "MAX_FORMS", most)
        assert the_page(checked(tmp_path, made)).sensitive is expected
    for most, expected in ((1, True), (0, False)):
        monkeypatch.setattr(har_session, "MAX_GROUPS", most)
        assert the_page(checked(tmp_path, har([document(PAGE, FREE)]))).sensitive is expected
