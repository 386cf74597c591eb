"""The table itself, without a browser: its rows, the forty of every run, its page in docs/."""

import json

import pytest
from tests.end_to_end.matrix import page
from tests.end_to_end.matrix.arrivals import answers_of
from tests.end_to_end.matrix.outcomes import Outcome
from tests.end_to_end.matrix.place import HOST, Place, path, site, take
from tests.end_to_end.matrix.rows import FEW, few, rows
from tests.end_to_end.matrix.way import BrowserName, Kind, Way
from tests.end_to_end.matrix.ways import BY_NAME, WAYS
from tests.end_to_end.website.record import Received

MULTIPART = """--x\r\nContent-Disposition: form-data; name="what"\r\n\r\nlast night\r\n--x\r
Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nwords\r\n--x--\r\n"""


def _get(path: str) -> str:
    return site(Received(HOST, "GET", path, "", "")).body.decode()


def test_the_page_in_docs_says_what_the_table_says() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.whole()


def test_every_way_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(WAYS)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_what_cannot_be_held_says_why_and_what_is_seen_instead(way: Way) -> None:
    assert bool(way.cannot) == bool(way.instead) == (way.kind is Kind.AT_ONCE)


def test_forty_rows_have_every_kind_place_outcome_and_browser_and_as_many_ways() -> None:
    chosen = few(rows())
    assert len(chosen) == FEW == len({row.way.name for row in chosen})
    assert {row.way.kind for row in chosen} == set(Kind)
    assert {(row.place, row.browser) for row in chosen} == {(place, browser) for place in Place for browser in BrowserName}
    assert {(row.outcome, row.browser) for row in chosen} == {(outcome, browser) for outcome in Outcome for browser in BrowserName}
    assert chosen == few(rows())


def test_whole_matrix_has_every_way_in_every_place_that_makes_sense() -> None:
    everything = rows()
    assert len(everything) == len(set(map(str, everything)))
    for way in WAYS:
        places = {row.place.value for row in everything if row.way is way}
        assert places | way.senseless.keys() == {place.value for place in Place}


@pytest.mark.parametrize("place", Place)
def test_each_place_has_the_form_once_and_where_it_goes(place: Place) -> None:
    way = BY_NAME["plain form"]
    html = _get(path(1, place, way, "inner" if place.is_frame else "page"))
    assert html.count("<form ") == 1
    # Once in the form, once for the page's own code.
    assert html.count(take(1, place, way)) == 2


def test_a_frames_own_page_has_the_tracker_around_it() -> None:
    html = _get(path(1, Place.CROSS, BY_NAME["plain form"], "page"))
    assert html.count("facebook.com/tr/") == 1
    assert "<form" not in html


@pytest.mark.parametrize(
    ("kind", "body", "answers"),
    [
        ("application/x-www-form-urlencoded", "what=last+night&go=", {"what": "last night", "go": ""}),
        ("application/json", json.dumps({"what": "a"}), {"what": "a"}),
        ("multipart/form-data; boundary=x", MULTIPART, {"what": "last night", "file a.txt": "words"}),
        ("text/plain", "what=a", {}),
    ],
)
def test_answers_are_told_by_name(kind: str, body: str, answers: dict[str, str]) -> None:
    assert answers_of(Received(HOST, "POST", "/", "", body, kind)) == answers


def test_pages_are_small() -> None:
    for way in WAYS:
        assert len(_get(path(1, Place.SHADOW, way, "page"))) < 8000, way.name
