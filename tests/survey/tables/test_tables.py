"""survey/tables.py and columns.py: a survey as tables for pandas, spreadsheets and databases, which all say the same."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.survey import made

from netcurtain.survey.result import Choosing, FilterSeen, SiteSurveyed, Stage
from netcurtain.survey.tables import tables
from netcurtain.survey.tables.columns import PAGES, RESULTS, Cell, Holds
from netcurtain.survey.tables.tables_wording import MEANINGS
from netcurtain.survey.trouble import Trouble

META = made.company(
    "Meta (Facebook)",
    made.look(told=["page_address", "identity"], name="Meta (Facebook)", requests=2),
    made.look(Stage.TOUCHED, told=["button_text"], name="Meta (Facebook)", went_out=False),
    made.look(Stage.ACCEPTED, told=["page_address", "account"], name="Meta (Facebook)"),
)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def written(folder: Path, *sites: SiteSurveyed) -> dict[str, Any]:
    files = tables.write(iter(sites), folder)
    assert sorted(folder.iterdir()) == sorted(files)
    return {file.name: pq.read_table(file).to_pylist() if file.suffix == ".parquet" else rows(file) for file in files}


def test_there_is_one_row_a_page_and_one_a_page_and_company(tmp_path: Path) -> None:
    other = made.company("Another")
    found = written(
        tmp_path, made.site(made.page(META, other), made.page(number=1, of_site=2, clicks=1)), made.site(made.page(other, number=2))
    )
    for form in ("csv", "parquet"):
        assert [row["page"].removeprefix("'") for row in found[f"pages.{form}"]] == ["0001-01", "0001-02", "0002-01"]
        assert [(row["page"].removeprefix("'"), row["company"]) for row in found[f"results.{form}"]] == [
            ("0001-01", "Meta (Facebook)"),
            ("0001-01", "Another"),
            ("0002-01", "Another"),
        ]


def test_a_row_of_results_says_who_was_told_what_and_when(tmp_path: Path) -> None:
    found = written(tmp_path, made.site(made.page(META, clicks=1)))
    (row,) = found["results.parquet"]
    assert {name: row[name] for name in ("before", "after_refusing", "after_accepting")} == {
        "before": True,
        "after_refusing": False,
        "after_accepting": True,
    }
    assert (row["requests_before"], row["requests_after_refusing"], row["requests_after_accepting"]) == (3, 0, 1)
    assert row["told_kinds"] == ["page_address", "identity", "account"]
    assert row["told_kinds_before"] == ["page_address", "identity"]
    assert row["told_kinds_after_refusing"] == []
    assert row["tried_kinds"] == ["button_text"]
    assert row["only_tried"] == [], "before a choice one request left and one did not"
    assert (row["page_address_told"], row["identity_told"], row["account"], row["button_told"]) == (True, True, True, False)
    assert row["told"][0] == "Meta (Facebook) was told page_address, identity."
    assert row["first_seen_utc"] == datetime(2026, 8, 13, 14, 0, 0, 500_000, tzinfo=UTC)
    assert row["filters"] == ["||tracker.example^ (EasyPrivacy, version 202608130000)"]
    assert row["lists"] == ["EasyPrivacy, version 202608130000, 52,000 filters"]
    assert (row["browser"], row["netcurtain"]) == ("Chromium 150.0.1.2", "0.1.0")
    assert row["har"].endswith("0001-01.har")
    (plain,) = found["results.csv"]
    assert (plain["before"], plain["after_refusing"], plain["requests_before"]) == ("TRUE", "FALSE", "3")
    assert plain["told_kinds"] == "page_address; identity; account"
    assert plain["first_seen_utc"] == "2026-08-13 14:00:00"


def test_every_row_carries_what_it_rests_on(tmp_path: Path) -> None:
    found = written(tmp_path, made.site(made.page(META)), made.site(made.page(number=2, trouble=Trouble.ROBOTS)))
    for name in ("pages.parquet", "pages.csv", "results.parquet", "results.csv"):
        assert all(row["lists"] and row["browser"] and row["netcurtain"] and row["page_started_utc"] for row in found[name])
    assert all(row["filters"] and row["first_seen_utc"] for row in found["results.parquet"])


def test_what_nobody_can_say_is_empty_and_not_false(tmp_path: Path) -> None:
    found = written(tmp_path, made.site(made.page(META, banner="")))
    (row,), (plain,) = found["results.parquet"], found["results.csv"]
    for name in ("after_refusing", "requests_after_refusing", "told_kinds_after_refusing"):
        assert row[name] is None
        assert plain[name] == ""
    (page,) = found["pages.parquet"]
    assert [page[f"looked_{state}"] for state in ("before", "after_refusing", "after_accepting")] == [True, False, False]
    assert [page[f"companies_{state}"] for state in ("before", "after_refusing")] == [1, None]


def test_a_page_with_trouble_has_its_row_and_says_so(tmp_path: Path) -> None:
    found = written(tmp_path, made.site(made.page(trouble=Trouble.CERTIFICATE, detail="net::ERR_CERT_DATE_INVALID", status=0)))
    (page,) = found["pages.parquet"]
    assert page["trouble"] == "certificate"
    assert "net::ERR_CERT_DATE_INVALID" in page["trouble_in_words"]
    assert (page["sensitive"], page["companies_before"], page["status"]) == (None, None, None)
    assert found["results.parquet"] == []


def test_every_state_has_its_own_filters_and_its_own_first_moment(tmp_path: Path) -> None:
    other = FilterSeen("||other.example^", "EasyPrivacy")
    company = made.company("A", made.look(), made.look(Stage.ACCEPTED, first_seen=made.STARTED + 9000, filters=(other,)))
    (row,) = written(tmp_path, made.site(made.page(company)))["results.parquet"]
    assert row["filters_before"] == ["||tracker.example^ (EasyPrivacy, version 202608130000)"]
    assert row["filters_after_accepting"] == ["||other.example^ (EasyPrivacy, version 202608130000)"]
    assert row["first_seen_before_utc"] == datetime(2026, 8, 13, 14, 0, 0, 500_000, tzinfo=UTC)
    assert row["first_seen_after_accepting_utc"] == datetime(2026, 8, 13, 14, 0, 9, tzinfo=UTC)
    assert (row["filters_after_refusing"], row["first_seen_after_refusing_utc"]) == (None, None)


def test_a_page_with_trouble_is_not_told_as_one_that_has_or_does_nothing(tmp_path: Path) -> None:
    unseen = made.page(trouble=Trouble.TIMED_OUT, banner="", forms=0, touched=False)
    until_then = made.page(META, number=2, trouble=Trouble.BUSY, banner="", seen=(made.seen(),), forms=2, touched=False)
    asked = made.page(number=3, trouble=Trouble.BUSY, refused=Choosing.NOT_TRIED, seen=(made.seen(),))
    found = written(tmp_path, made.site(unseen, until_then, asked, made.page(number=4, banner="")))
    about = ("sensitive", "categories", "forms", "touched", "marker_typed", "banner", "refused", "accepted")
    rows = [tuple(row[name] for name in about) for row in found["pages.parquet"]]
    assert rows[0] == (None,) * 8
    assert rows[1] == (None, None, 2, False, False, None, None, None)
    assert rows[2][-3:] == ("A banner", "not_tried", "done")
    assert rows[3] == (False, [], 1, True, False, None, "no_banner", "no_banner")
    (result,) = found["results.parquet"]
    assert (result["page_address_told"], result["page_title_told"], result["visitor_number_told"]) == (True, None, None)


def test_a_row_of_a_line_that_asks_the_same_again_says_so(tmp_path: Path) -> None:
    found = written(
        tmp_path, made.site(made.page(META), made.page(META, number=2, label="Again"), made.page(number=3, asked="https://b.example/"))
    )
    for name in ("pages.parquet", "results.parquet"):
        assert [row["repeat_of"] for row in found[name]][:2] == [None, "0001-01"]
    assert found["pages.parquet"][2]["repeat_of"] is None


def test_a_search_that_broke_off_is_told_on_the_row_of_its_address(tmp_path: Path) -> None:
    pages = made.page(search_broke_off=True), made.page(of_site=2, clicks=1), made.page(number=2, asked="https://b.example/")
    rows = written(tmp_path, made.site(*pages))["pages.parquet"]
    assert [row["search_broke_off"] for row in rows] == [True, None, False]


def test_a_search_that_was_not_made_was_neither_cut_short_nor_completed(tmp_path: Path) -> None:
    (row,) = written(tmp_path, made.site(made.page(search_broke_off=None)))["pages.parquet"]
    assert row["search_broke_off"] is None


def test_a_page_that_did_not_answer_is_not_told_as_one_without_form_and_banner(tmp_path: Path) -> None:
    found = written(tmp_path, made.site(made.page(banner="", refused=None, accepted=None, forms=None)))
    for form, empty in (("parquet", None), ("csv", "")):
        (row,) = found[f"pages.{form}"]
        assert [row[name] for name in ("forms", "banner", "refused", "accepted")] == [empty] * 4


def test_a_page_heard_in_part_is_not_said_to_ask_about_nothing(tmp_path: Path) -> None:
    pages = made.page(seen=(made.seen(from_start=False),)), made.page(number=2, seen=(made.seen(),))
    found = written(tmp_path, made.site(*pages))["pages.parquet"]
    assert [(row["categories"], row["seen_wholly"]) for row in found] == [(None, False), ([], True)]


def test_what_came_after_a_choice_that_failed_is_in_no_table(tmp_path: Path) -> None:
    """It may have been another page's."""
    other = FilterSeen("||other.example^", "EasyPrivacy")
    after = made.look(Stage.REFUSED, told=["page_title"], filters=(other,), hosts=("other.example",), first_seen=made.STARTED)
    page = made.page(
        made.company("A", made.look(), after),
        made.company("B", after),
        refused=Choosing.FAILED,
        seen=(made.seen(), made.seen(Stage.REFUSED, sensitive=True, categories=("health",)), made.seen(Stage.ACCEPTED)),
    )
    found = written(tmp_path, made.site(page))
    (row,) = found["results.parquet"]
    assert (row["company"], row["told_kinds"], row["hosts"], row["page_title_told"]) == ("A", ["page_address"], ["tracker.example"], None)
    assert row["told"] == ["A Company was told page_address."]
    assert row["filters"] == ["||tracker.example^ (EasyPrivacy, version 202608130000)"]
    assert row["first_seen_utc"] == datetime(2026, 8, 13, 14, 0, 0, 500_000, tzinfo=UTC)
    (of_page,) = found["pages.parquet"]
    assert (of_page["sensitive"], of_page["categories"], of_page["companies"]) == (None, None, ["A"])
    assert [of_page[f"{column}_after_refusing"] for column in ("companies", "requests", "other_hosts", "level")] == [None] * 4
    assert of_page["looked_after_refusing"] is False


def test_that_a_page_met_nobody_and_told_nothing_is_said_only_where_it_was_seen_wholly(tmp_path: Path) -> None:
    unread = made.company("A", made.look(told=()))
    broken: dict[str, Any] = {"trouble": Trouble.BUSY, "seen": (made.seen(),)}
    only_after = made.page(made.company("A", made.look(Stage.REFUSED)), number=4, refused=Choosing.FAILED)
    found = written(
        tmp_path,
        made.site(made.page(unread, **broken), made.page(number=2, **broken), made.page(unread, number=3), only_after, made.page(number=5)),
    )
    assert [row["companies"] for row in found["pages.parquet"]] == [["A"], None, ["A"], None, []]
    assert [(row["told_kinds"], row["tried_kinds"]) for row in found["results.parquet"]] == [(None, None), ([], [])]


def test_the_meaning_of_a_choice_names_all_that_can_become_of_it() -> None:
    assert not [choice for choice in Choosing if choice not in MEANINGS["refused"]]


def test_no_companies_on_a_page_with_trouble_is_not_none_at_all(tmp_path: Path) -> None:
    seen = (made.seen(),)
    nobody, somebody = made.page(trouble=Trouble.BUSY, seen=seen), made.page(META, trouble=Trouble.BUSY, seen=seen, number=2)
    found = written(tmp_path, made.site(nobody, somebody, made.page(number=3)))
    assert [row["companies_before"] for row in found["pages.parquet"]] == [None, 1, 0]


def test_a_company_that_was_only_tried_was_not_contacted(tmp_path: Path) -> None:
    tried = made.company("A Company", made.look(went_out=False, told=["page_address"]))
    found = written(tmp_path, made.site(made.page(tried)))
    (row,) = found["results.parquet"]
    assert (row["before"], row["only_tried"], row["told_kinds"], row["page_address_told"]) == (False, ["before"], [], False)
    assert found["pages.parquet"][0]["companies_before"] == 0


def test_our_own_table_is_named_where_no_filter_flagged(tmp_path: Path) -> None:
    found = written(tmp_path, made.site(made.page(made.company("A", made.look(filters=(FilterSeen("", ""),))))))
    assert found["results.parquet"][0]["filters"] == ["Netcurtain's table of companies"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("https://a.example")', '\'=HYPERLINK("https://a.example")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        (" =1", "' =1"),
        ("\uff1d1", "'\uff1d1"),
        ("a=b", "a=b"),
        ("two\nlines", "two lines"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("x" * 40_000, "x" * 31_999 + "\u2026"),
    ],
    ids=["link", "plus", "minus", "at", "tab", "return", "space", "wide", "within", "lines", "controls", "long"],
)
def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path: Path, text: str, cell: str) -> None:
    found = written(tmp_path, made.site(made.page(title=text, label=text)))
    (page,) = found["pages.csv"]
    assert page["title"] == page["label"] == cell
    assert found["pages.parquet"][0]["title"] == text, "the other form needs no such care"


def test_a_cell_of_several_texts_is_no_formula_either() -> None:
    assert tables.cell_in_csv(("=1", "b"), Holds.TEXTS) == "'=1; b"


@pytest.mark.parametrize(
    ("text", "cell"),
    [("a;=1", "a;'=1"), ("a; =1;b", "a; '=1;b"), ('a;""@SUM(A1)', 'a;""\'@SUM(A1)'), ("a;\t-1", "a; '-1"), ("a; b", "a; b")],
    ids=["at_once", "space", "quotes", "tab", "plain"],
)
def test_what_follows_a_semicolon_is_no_formula_either(text: str, cell: str) -> None:
    """A spreadsheet of another country begins a cell there."""
    assert tables.cell_in_csv(text, Holds.TEXT) == cell
    assert tables.cell_in_csv(("a", text), Holds.TEXTS) == f"a; {cell}"


@pytest.mark.parametrize("text", ["2026-01", "0007-02", "1/2", "12-05-2026", "March 2026", "3 Mar", "10:30"])
def test_a_spreadsheet_takes_no_text_for_a_day(text: str) -> None:
    assert tables.cell_in_csv(text, Holds.TEXT) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["2026", "Report 2026-01", "0.1.0", "10.0.0.1", "Mar", "https://a.example/2026-01", "1-2-3-4", "Marseille"]
)
def test_other_texts_with_numbers_stay_as_they_are(text: str) -> None:
    assert tables.cell_in_csv(text, Holds.TEXT) == text


@pytest.mark.parametrize(
    ("cell", "holds", "text"),
    [
        (None, Holds.TEXT, ""),
        (True, Holds.YES_NO, "TRUE"),
        (False, Holds.YES_NO, "FALSE"),
        (-3, Holds.NUMBER, "-3"),
        (1_234_567_890, Holds.NUMBER, "1234567890"),
        (21.5, Holds.SECONDS, "21.5"),
        (("a", "b"), Holds.TEXTS, "a; b"),
        (("A was told.", "B too."), Holds.SENTENCES, "A was told. B too."),
        ((), Holds.TEXTS, ""),
    ],
)
def test_cells_are_written_as_spreadsheets_read_them(cell: Cell, holds: Holds, text: str) -> None:
    assert tables.cell_in_csv(cell, holds) == text


def test_the_types_are_those_that_databases_know() -> None:
    schema = tables.schema(RESULTS)
    assert schema.field("first_seen_utc").type == pa.timestamp("ms", tz="UTC")
    assert schema.field("told_kinds").type == pa.list_(pa.string())
    assert schema.field("before").type == pa.bool_()
    assert schema.field("requests_before").type == pa.int64()


def test_csv_begins_with_the_mark_by_which_spreadsheets_know_its_letters(tmp_path: Path) -> None:
    tables.write([made.site(made.page(label="Heddlu Gogledd Cymru \u2013 \u0175"))], tmp_path)
    assert (tmp_path / "pages.csv").read_bytes().startswith(b"\xef\xbb\xbfpage,")
    assert rows(tmp_path / "pages.csv")[0]["label"] == "Heddlu Gogledd Cymru \u2013 \u0175"


def test_every_column_has_a_meaning_and_no_meaning_is_left_over(tmp_path: Path) -> None:
    names = [column.name for column in (*PAGES, *RESULTS)]
    assert set(MEANINGS) == set(names)
    for columns in (PAGES, RESULTS):
        assert len({column.name for column in columns}) == len(columns)
    explained = written(tmp_path, made.site())["columns.csv"]
    assert [row["column"] for row in explained] == names
    field = pq.read_schema(tmp_path / "results.parquet").field("company")
    assert field.metadata[b"meaning"].decode() == MEANINGS["company"]


def test_more_rows_than_are_held_at_once_are_all_written_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROWS_AT_ONCE", 3)
    found = written(tmp_path, *(made.site(made.page(META, number=number)) for number in range(1, 11)))
    assert pq.ParquetFile(tmp_path / "pages.parquet").num_row_groups == 4
    for name in ("pages.parquet", "results.parquet"):
        assert [row["number"] for row in found[name]] == list(range(1, 11))


def test_a_survey_of_nothing_has_tables_without_rows(tmp_path: Path) -> None:
    assert written(tmp_path)["pages.parquet"] == []


def test_tables_of_an_earlier_run_stay_where_writing_fails(tmp_path: Path) -> None:
    def broken() -> Iterator[SiteSurveyed]:
        yield made.site(made.page(number=2))
        raise OSError("the disk is full")

    tables.write([made.site()], tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(OSError, match="full"):
        tables.write(broken(), tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_what_a_company_was_told_only_after_a_choice_that_failed_is_empty_in_every_column(tmp_path: Path) -> None:
    looks = [
        made.look(told=()),
        made.look(Stage.REFUSED, told=["page_address"]),
        made.look(Stage.REFUSED, told=["page_title"], went_out=False),
    ]
    page = made.page(made.company("A Company", *looks), refused=Choosing.FAILED, accepted=Choosing.NOT_TRIED)
    (row,) = written(tmp_path, made.site(page))["results.parquet"]
    assert [row[name] for name in ("told_kinds", "tried_kinds", "page_address_told", "page_title_told")] == [None, None, None, False]
    assert row["told_kinds_before"] == []
