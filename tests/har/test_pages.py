"""har/pages.py: whose a request is, where one reference is a whole tab, where there is none, and where the file is out of order."""

from pathlib import Path
from typing import Any

from tests.har.recording import PAGE, checked, document, entry, har

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


def test_a_thousand_pages_are_a_thousand(tmp_path: Path) -> None:
    entries = [one for n in range(1000) for one in (document(f"https://s{n}.example/", "<p>"), entry(TRACKER))]
    assert [row[2:] for row in visits(tmp_path, entries)] == [(2, 1)] * 1000
