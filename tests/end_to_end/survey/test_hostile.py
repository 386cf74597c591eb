"""Sites that hang, loop, fill the memory or lead on for ever cost their own row, and no other."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.end_to_end.survey.hostile import MB, Place
from tests.end_to_end.survey.looking import Look, browsers_in, looked, only_page
from tests.end_to_end.survey.sending_pages import HIDDEN, IN_SIGHT

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking import limits, never_sending
from netcurtain.survey.surveying import Tools
from netcurtain.survey.trouble import Trouble

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

SMALL_SCRIPTS = ("--js-flags=--max-old-space-size=100",)
"""So that a tab which fills its memory crashes soon."""

TEN = {
    "hang": Trouble.TIMED_OUT,
    "loop": Trouble.BUSY,
    "huge": Trouble.TOO_LARGE,
    "crash": Trouble.CRASHED,
    "popups": Trouble.WINDOWS,
    "download": Trouble.DOWNLOAD,
    "auth": Trouble.PASSWORD,
    "certificate": Trouble.CERTIFICATE,
    "redirects": Trouble.REDIRECTS,
    "bomb": Trouble.TOO_LARGE,
}
MORE = {
    "silent": Trouble.TIMED_OUT,
    "half": Trouble.TIMED_OUT,
    "endless": Trouble.TOO_LARGE,
    "framed": Trouble.TOO_LARGE,
    "hog": Trouble.TOO_MUCH_MEMORY,
    "script": Trouble.REDIRECTS,
    "meta": Trouble.REDIRECTS,
    "gone": Trouble.STATUS,
    "picture": Trouble.NOT_A_PAGE,
    "alerts": Trouble.BUSY,
    "late": Trouble.BUSY,
}
NOTHING = {"RULES": [], "SCRIPT": ""}
"""Instead of a stop."""


def address(place: Place, site: str) -> str:
    return place.bad_certificate if site == "certificate" else place.of(site)


def test_ten_hostile_sites_have_ten_rows_that_say_so_and_leave_nothing_behind(look: Look, place: Place, home: Path) -> None:
    sites = look(*(address(place, name) for name in [*TEN, "ordinary"]), browser_options=SMALL_SCRIPTS, patience=10.0)
    pages = {site.site.partition(".")[0]: only_page(site) for site in sites}
    assert {name: page.trouble for name, page in pages.items()} == {**TEN, "ordinary": None}
    ordinary = pages["ordinary"]
    assert (ordinary.forms, ordinary.touched, len(ordinary.companies)) == (1, True, 1)
    assert browsers_in(home) == []
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(("site", "trouble"), MORE.items(), ids=MORE.keys())
def test_a_site_that_is_hostile_in_another_way_says_so(look: Look, place: Place, site: str, trouble: Trouble) -> None:
    (found,) = look(address(place, site))
    assert only_page(found).trouble is trouble


@pytest.mark.parametrize("site", ["asks", "prints", "worker", "closes"])
def test_a_page_that_asks_for_much_is_looked_at_all_the_same(look: Look, place: Place, site: str) -> None:
    (found,) = look(place.of(site))
    page = only_page(found)
    assert (page.trouble, page.forms, page.touched) == (None, 1, True)


@pytest.mark.parametrize(
    ("without", "sites"),
    [("RULES", [*IN_SIGHT]), ("SCRIPT", [*IN_SIGHT, *HIDDEN]), ("", [*IN_SIGHT, *HIDDEN])],
    ids=["the script alone", "the rules alone", "both"],
)
def test_a_form_that_a_script_sends_is_not_sent(
    look: Look, place: Place, monkeypatch: pytest.MonkeyPatch, without: str, sites: list[str]
) -> None:
    if without:
        monkeypatch.setattr(never_sending, without, NOTHING[without])
    before = len(place.asked)
    found = look(*map(place.of, sites))
    assert {f"{site} /" for site in sites} <= set(place.asked[before:])
    assert [only_page(one).trouble for one in found] == [None] * len(sites)
    assert place.sent == []


def test_without_both_stops_each_of_them_would_be_sent(look: Look, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the test above says something."""
    for stop, nothing in NOTHING.items():
        monkeypatch.setattr(never_sending, stop, nothing)
    look(*map(place.of, [*IN_SIGHT, *HIDDEN]))
    assert {sent.partition(" ")[0] for sent in place.sent} == {*IN_SIGHT, *HIDDEN}
    place.sent.clear()


def test_a_page_that_fills_the_disk_is_too_large(look: Look, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DISK", 128 * MB)
    page = only_page(look(place.of("disk"))[0])
    assert (page.trouble, page.detail) == (Trouble.TOO_LARGE, "disk")


@pytest.mark.skipif(sys.platform != "linux", reason="this system does not say how much comes through a process")
def test_what_a_worker_asks_for_counts_as_well(look: Look, place: Place) -> None:
    page = only_page(look(place.of("fetches"))[0])
    assert (page.trouble, page.detail) == (Trouble.TOO_LARGE, "workers")


def test_a_browser_whose_extension_does_not_connect_has_no_link(
    tools: Tools, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LINK_SECONDS", 1.0)
    (tmp_path / "manifest.json").write_text('{"manifest_version": 3, "name": "Not ours", "version": "1"}')
    (found,) = looked(replace(tools, extension=tmp_path), Asked(), [place.of("ordinary")], tmp_path, 1)
    assert only_page(found).trouble is Trouble.NO_LINK
