"""har/pages.py: whose a request is, where one reference is a whole tab, where there is none, and where the file is out of order."""

from pathlib import Path
from typing import Any

import pytest
from tests.har.recording import PAGE, checked, document, entry, har

from netcurtain.har.recorded import milliseconds

TRACKER = "https://unlisted-tracker.example/x"
HOME = "https://police.example/"
SHOP = "https://shop.example/"


def at(second: float) -> str:
    return f"2026-08-13T14:02:{second:06.3f}Z"


def visits(folder: Path, entries: list[dict[str, Any]], pages: list[dict[str, Any]] | None = None) -> list[tuple[str, str, int, int]]:
    """Each page's address, title, requests and companies."""
    found = checked(folder, har(entries, pages))
    return [(page.url, page.title, page.requests, len(page.companies)) for page in found.pages]


def test_one_reference_may_hold_page_after_page(tmp_path: Path) -> None:
    entries = [
        document(page="tab", at=at(0)),
        document(SHOP, "<p>no title", page="tab", at=at(20)),
        entry(TRACKER, page="tab", headers={"Referer": SHOP}, at=at(21)),
    ]
    named = [{"id": "tab", "title": "Shop", "startedDateTime": at(0)}]
    assert visits(tmp_path, entries, named) == [(PAGE, "Report rape or sexual assault", 1, 0), (SHOP, "", 2, 1)]


def test_the_last_title_of_a_tab_is_not_given_to_its_first_page(tmp_path: Path) -> None:
    entries = [entry(PAGE, page="tab", headers={"Sec-Fetch-Dest": "document"}, at=at(0)), document(SHOP, "<p>", page="tab", at=at(20))]
    assert [title for _, title, *_ in visits(tmp_path, entries, [{"id": "tab", "title": "Shop"}])] == ["", ""]


def test_of_two_pages_under_one_name_each_has_its_own_time(tmp_path: Path) -> None:
    named = [{"id": "p", "title": "One", "startedDateTime": at(0)}, {"id": "p", "title": "Two", "startedDateTime": at(20)}]
    made = har([document(PAGE, "<p>", page="p", at=at(1)), document(SHOP, "<p>", page="p", at=at(21))], named)
    late = har(made["log"]["entries"]) | {}
    late["log"]["pages"] = named
    for one in (made, late):
        assert [page.started for page in checked(tmp_path, one).pages] == [milliseconds(at(0)), milliseconds(at(21))]


@pytest.mark.parametrize(
    "became",
    [
        {"status": 204},
        {"mime": "application/pdf"},
        {"mime": "application/zip; charset=binary"},
        {"mime": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {"mime": "application/x-rar-compressed"},
        {"mime": "text/html", "error": "net::ERR_ABORTED"},
        {"mime": "text/html", "error": "net::ERR_ABORTED", "html": ""},
    ],
    ids=str,
)
@pytest.mark.parametrize("page", [None, "tab"])
def test_what_became_no_page_leaves_the_one_before_where_it_was(tmp_path: Path, page: str | None, became: dict[str, Any]) -> None:
    goes = {"Sec-Fetch-Dest": "document", "Accept": "text/html", "Referer": PAGE}
    entries = [
        document(page=page, at=at(0)),
        entry(f"{HOME}leaflet", page=page, headers=goes, at=at(20), **became),
        entry(TRACKER, page=page, headers={"Referer": HOME}, at=at(21)),
    ]
    assert visits(tmp_path, entries) == [(PAGE, "Report rape or sexual assault", 3, 1)]


@pytest.mark.parametrize("page", [None, "tab"])
def test_a_page_that_was_stopped_or_left_soon_is_a_page(tmp_path: Path, page: str | None) -> None:
    entries = [
        document(page=page, at=at(0)),
        document(SHOP, "<title>Shop</title>", page=page, at=at(20), error="net::ERR_ABORTED"),
        entry(TRACKER, page=page, headers={"Referer": SHOP}, at=at(21)),
    ]
    assert visits(tmp_path, entries) == [(PAGE, "Report rape or sexual assault", 1, 0), (SHOP, "Shop", 2, 1)]


@pytest.mark.parametrize("page", [None, "tab"])
@pytest.mark.parametrize("mime", ["application/octet-stream", "application/pdf"])
def test_what_leads_elsewhere_is_no_file_whatever_it_calls_itself(tmp_path: Path, page: str | None, mime: str) -> None:
    goes = {"Sec-Fetch-Dest": "document", "Accept": "text/html"}
    entries = [entry(f"{HOME}old", page=page, status=302, mime=mime, headers=goes, at=at(0)), document(page=page, at=at(0.5))]
    assert visits(tmp_path, entries) == [(PAGE, "Report rape or sexual assault", 2, 0)]


def test_a_file_that_comes_before_it_takes_nothing_from_a_page(tmp_path: Path) -> None:
    goes = {"Sec-Fetch-Dest": "document", "Accept": "text/html"}
    entries = [entry(f"{HOME}a.pdf", page="p", mime="application/pdf", headers=goes, at=at(0)), document(page="p", at=at(0.05))]
    assert visits(tmp_path, entries) == [(PAGE, "Report rape or sexual assault", 2, 0)]


def test_a_recording_of_a_file_alone_has_its_page(tmp_path: Path) -> None:
    goes = {"Sec-Fetch-Dest": "document", "Accept": "text/html"}
    assert visits(tmp_path, [entry(f"{HOME}a.pdf", mime="application/pdf", headers=goes)]) == [(f"{HOME}a.pdf", "", 1, 0)]


def test_a_late_request_goes_to_the_page_it_came_from(tmp_path: Path) -> None:
    entries = [
        document(page="tab", at=at(0)),
        document(SHOP, "<p>", page="tab", at=at(20)),
        entry(TRACKER, page="tab", headers={"Referer": HOME}, at=at(21)),
    ]
    assert [companies for *_, companies in visits(tmp_path, entries)] == [1, 0]


def test_a_main_document_that_stands_there_twice_is_one_page(tmp_path: Path) -> None:
    assert len(visits(tmp_path, [document(page="tab"), document(page="tab")])) == 1
    assert len(visits(tmp_path, [document(), document()])) == 1


def test_the_same_page_loaded_again_is_another(tmp_path: Path) -> None:
    assert len(visits(tmp_path, [document(page="tab", at=at(0)), document(page="tab", at=at(9))])) == 2
    assert len(visits(tmp_path, [document(at=at(0)), document(at=at(9))])) == 2


def test_what_came_before_a_main_document_belongs_to_an_earlier_page(tmp_path: Path) -> None:
    entries = [entry(TRACKER, page="tab", headers={"Referer": PAGE}, at=at(0)), document(SHOP, "<p>", page="tab", at=at(20))]
    assert visits(tmp_path, entries) == [(PAGE, "", 1, 1), (SHOP, "", 1, 0)]
    del entries[0]["pageref"], entries[1]["pageref"]
    assert visits(tmp_path, entries) == [(PAGE, "", 1, 1), (SHOP, "", 1, 0)]


def test_entries_out_of_order_are_one_page(tmp_path: Path) -> None:
    entries = [
        entry(TRACKER, page="a", headers={"Referer": HOME}, at=at(2)),
        document(page="a", at=at(0)),
        document(SHOP, "<p>", page="b", at=at(1)),
    ]
    assert [(url, companies) for url, _, _, companies in visits(tmp_path, entries)] == [(PAGE, 1), (SHOP, 0)]


def test_an_origin_alone_names_the_newest_page_of_a_site(tmp_path: Path) -> None:
    """Other sites are told no path, and the home page has none."""
    entries = [document(HOME, "<p>", at=at(0)), document(at=at(9)), entry(TRACKER, headers={"Referer": HOME}, at=at(10))]
    assert [(url, companies) for url, _, _, companies in visits(tmp_path, entries)] == [(HOME, 0), (PAGE, 1)]


def test_not_modified_is_a_page_like_any_other(tmp_path: Path) -> None:
    entries = [document(status=304, at=at(0)), document(SHOP, "<p>", at=at(9))]
    assert [url for url, *_ in visits(tmp_path, entries)] == [PAGE, SHOP]


def test_a_page_fetched_before_anybody_went_there_is_none(tmp_path: Path) -> None:
    ahead = document(SHOP, "<p>", headers={"Sec-Purpose": "prefetch", "Referer": PAGE}, at=at(1))
    assert [url for url, *_ in visits(tmp_path, [document(at=at(0)), ahead, entry(TRACKER, at=at(2))])] == [PAGE]


def test_a_name_that_is_only_the_id_is_no_title(tmp_path: Path) -> None:
    made = [entry(PAGE, page="Chrome 140", headers={"Sec-Fetch-Dest": "document"})]
    assert [title for _, title, *_ in visits(tmp_path, made, [{"id": "Chrome 140", "title": "Chrome 140"}])] == [""]


@pytest.mark.parametrize("title", [f"{HOME}find?q=secret", f"{HOME}find?q=secret words", "HTTPS://police.example/?q=a b", "/find?q=secret"])
def test_an_address_is_no_title(tmp_path: Path, title: str) -> None:
    made = [entry(PAGE, page="p", headers={"Sec-Fetch-Dest": "document"})]
    assert visits(tmp_path, made, [{"id": "p", "title": title}]) == [(PAGE, "", 1, 0)]


def test_a_thousand_pages_are_a_thousand(tmp_path: Path) -> None:
    entries = [one for n in range(1000) for one in (document(f"https://s{n}.example/", "<p>"), entry(TRACKER))]
    assert [row[2:] for row in visits(tmp_path, entries)] == [(2, 1)] * 1000
