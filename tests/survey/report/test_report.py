"""survey/report.py: one file to read, that does nothing but what its own script does, and claims nothing that was not seen."""

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from tests.survey.made import STARTED, company, event, look, made_with, page, seen, site
from tests.survey.report import example as report_example
from tests.survey.report.reading import Page, words, written

from netcurtain.core.wording import OWN_ADDRESS
from netcurtain.survey.report import site_wording as of_a_site
from netcurtain.survey.report import wording
from netcurtain.survey.report.claims_wording import CHECK_FILES
from netcurtain.survey.report.report import write
from netcurtain.survey.result import Choosing, FilterSeen, ListUsed, PageSurveyed, SiteSurveyed, Stage
from netcurtain.survey.trouble import Trouble

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onload=x </title></style> \u202egnp.\x1b[31m\ud800 javascript:alert(1)"
NEVER = re.compile(
    r"\b(safe|unsafe|leaks?|leaked|attack\w*|spy\w*|danger\w*|victims?|hacked|threats?|protected|you|your)\b|!", re.IGNORECASE
)


def test_it_asks_nobody_for_anything_and_allows_nothing_but_its_own_style_and_script(tmp_path: Path) -> None:
    text = written(tmp_path, *report_example.sites(20))
    found = Page(text)
    assert not {"link", "img", "iframe", "form", "object", "base", "audio", "video", "image", "use"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "style", "srcset", "action")]
    assert all(link.startswith(("#", "sites/")) or link in CHECK_FILES for link in found.all_of("href"))
    hashes = {}
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        hashes[tag] = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    policy = next(value for value in found.all_of("content") if "default-src" in value)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "form-action 'none'; base-uri 'none'"
    )


def _made(where: str, what: str) -> SiteSurveyed:
    of_page = {where: what} if where in ("title", "label", "url", "asked", "site", "banner", "detail", "recording", "screenshot") else {}
    name = what if where == "company" else "A Company"
    hosts = (what,) if where == "host" else ("t.example",)
    filters = (FilterSeen(what if where == "filter" else "||t.example^", what if where == "list" else "EasyPrivacy"),)
    events = (event("page_address", sentence=what if where == "sentence" else "A Company was told it."),)
    met = company(name, look(hosts=hosts, filters=filters, events=events), category=what if where == "category" else "advertising")
    lists = (ListUsed(what if where == "list" else "EasyPrivacy", what if where == "version" else "7", 10),)
    browser = what if where == "browser" else "Chromium 156"
    made: dict[str, Any] = {"trouble": Trouble.STATUS, "detail": "500", "seen": (seen(),), **of_page}
    return site(page(met, **made), made_with=made_with(lists=lists, browser=browser))


@pytest.mark.parametrize(
    "where",
    [
        *("title", "label", "url", "asked", "site", "banner", "detail", "recording", "screenshot"),
        *("company", "host", "filter", "list", "sentence", "category", "version", "browser"),
    ],
)
def test_what_somebody_made_up_is_shown_and_not_obeyed(tmp_path: Path, where: str) -> None:
    hostile, plain = written(tmp_path, _made(where, HOSTILE)), written(tmp_path, _made(where, "x"))
    assert Page(hostile).tags == Page(plain).tags
    assert [name for name, _ in Page(hostile).attributes] == [name for name, _ in Page(plain).attributes]
    assert all(link.startswith(("#", "sites/", "%3Cscript")) or link in CHECK_FILES for link in Page(hostile).all_of("href"))
    assert not {"\u202e", "\x1b"} & set(hostile)


def test_nobodys_address_or_code_and_no_query_is_read(tmp_path: Path) -> None:
    title, url = "Report of jo@mail.example 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "https://a.example/r?q=secret"
    said = "A Company was told “https://a.example/r?q=secret”."
    text = words(tmp_path, site(page(company("A Company", look(events=(event("page_address", sentence=said),))), title=title, url=url)))
    assert not [part for part in ("jo@mail", "3f2504e0", "secret") if part in text]
    assert "https://a.example/r" in text


def test_every_claim_carries_list_version_filter_time_and_browser(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company())))
    assert (
        "When the page was opened. 13 August 2026, 14:00:00 UTC: one request by Chromium 150.0.1.2 to tracker.example. We saw it leave. "
        "Flagged by ||tracker.example^ (EasyPrivacy, version 202608130000)." in text
    )
    assert "EasyPrivacy, version 202608130000, of 13 August 2026 (52,000 filters)" in text


def test_our_own_table_is_named_where_no_filter_flagged(tmp_path: Path) -> None:
    assert "Flagged by Netcurtain's table of companies." in words(tmp_path, site(page(company("A", look(filters=(FilterSeen("", ""),))))))


def test_a_company_that_is_on_no_list_is_not_said_to_be(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company("a.example", look(filters=(), told=["typed"])))))
    assert "It stands on none of our lists." in text
    assert "Flagged by" not in text


def test_what_was_only_tried_is_never_told(tmp_path: Path) -> None:
    tried = look(went_out=False, events=(event("page_address", went_out=False, sentence="This page tried to tell A it."),))
    text = words(tmp_path, site(page(company("A", tried))))
    assert "to tracker.example. We did not see it leave." in text
    assert "We saw it leave" not in text
    assert (
        "0 of one page that we looked at as a whole told a company anything that we could read before any choice about cookies was made."
        in text
    )
    assert "One more page only tried to contact one." in text
    assert "0 companies were contacted." in text
    assert "Tried to contact A." in text


@pytest.mark.parametrize(
    ("one", "cells"),
    [
        (page(company("A", look(), look(Stage.ACCEPTED))), ["1", "0", "1"]),
        (page(company(), banner=""), ["1", "–", "–"]),
        (page(company(), company("B", look(went_out=False))), ["1 1 tried", "0", "0"]),
        (page(trouble=Trouble.TIMED_OUT), ["–", "–", "–"]),
        (page(company(), trouble=Trouble.TIMED_OUT, seen=(seen(),)), ["at least 1", "–", "–"]),
        (page(company("A", look(Stage.REFUSED)), refused=Choosing.FAILED), ["0", "–", "0"]),
    ],
    ids=["three states", "no banner", "tried", "trouble", "trouble in the middle", "a choice that failed"],
)
def test_a_number_stands_only_where_somebody_can_say_it(tmp_path: Path, one: PageSurveyed, cells: list[str]) -> None:
    (row,) = re.findall(r'<tr data-words="[^"]*">(.*?)</tr>', written(tmp_path, site(one)))
    assert [re.sub(r'<span class="heard">.*?</span>|<[^>]*>', "", cell) for cell in re.findall(r"<td.*?</td>", row)][3:6] == cells


def test_sentences_are_said_of_whoever_used_the_browser(tmp_path: Path) -> None:
    said = "A Company was told what you wrote in “Name”."
    text = words(tmp_path, site(page(company("A Company", look(events=(event("typed", sentence=said),))))))
    assert "A Company was told what was written in “Name”." in text


def test_the_same_is_said_once_with_all_its_moments(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company("A", look(), look(Stage.TOUCHED), look(Stage.ACCEPTED, told=["identity"])))))
    assert "When the page was opened; when a field was touched A Company was told page_address." in text
    assert "From the press on “accept” on A Company was told identity." in text


def test_a_choice_that_may_not_have_worked_is_said_so(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company("A", look(Stage.REFUSED), look(Stage.ACCEPTED)), refused=Choosing.FAILED)))
    assert (
        "After we tried to refuse cookies, which may not have worked, or may have led to another page; from the press on “accept”" in text
    )
    assert "the press on “refuse” on" not in text


@pytest.mark.parametrize("trouble", list(Trouble))
def test_each_page_with_trouble_stands_there_with_its_reason(tmp_path: Path, trouble: Trouble) -> None:
    one = page(trouble=trouble, detail="net::ERR_X")
    text = words(tmp_path, site(one))
    assert text.count(wording.trouble(one)) == 4, "in the table, at its site, on its page, and among the pages with trouble"


def test_no_page_that_could_not_be_looked_at_is_said_to_tell_nobody(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(trouble=Trouble.TIMED_OUT)))
    assert of_a_site.NOBODY not in text
    assert "Not looked at." in text


def test_what_was_typed_is_counted_only_where_something_was(tmp_path: Path) -> None:
    told = company("A", look(told=["typed"]))
    assert "one told what was typed in a field, which was our marker" in words(tmp_path, site(page(told, marker_typed=True)))
    assert "which was our marker" not in words(tmp_path, site(page(company())))


def test_companies_behind_sites_own_addresses_are_not_said_to_be_one(tmp_path: Path) -> None:
    assert wording.BEHIND_SITES in words(tmp_path, site(page(company(OWN_ADDRESS))))


def test_a_site_is_called_as_the_list_calls_it_or_by_its_name(tmp_path: Path) -> None:
    def heading(*labels: str) -> str:
        pages = (page(label=label, of_site=number) for number, label in enumerate(labels, 1))
        (found,) = re.findall(r"<summary><h3>(.*?)</h3>", written(tmp_path, site(*pages)))
        return str(found)

    assert heading("A police force", "A police force") == "A police force"
    assert heading("Report a crime", "Pay a fine") == "police.example"
    assert heading("") == "police.example"


def test_an_empty_survey_is_a_report_too(tmp_path: Path) -> None:
    assert wording.NOBODY_LOOKED in words(tmp_path)


def test_no_word_of_ours_is_one_that_is_never_used(tmp_path: Path) -> None:
    text = words(tmp_path, *report_example.sites(30))
    assert NEVER.findall(text) == []


def test_a_long_survey_is_cut_and_nothing_is_lost(tmp_path: Path) -> None:
    sites = list(report_example.sites(30))
    report, *parts = write(sites, tmp_path, most_pages=16)
    texts = [path.read_text(encoding="utf-8") for path in parts]
    whole = report.read_text(encoding="utf-8")
    assert [path.name for path in parts] == ["part-001.html", "part-002.html", "part-003.html"]
    for one in sites:
        for surveyed in one.pages:
            assert sum(f'id="page-{surveyed.name}"' in text for text in texts) == 1
    assert "page-0001-01" not in whole
    assert [link for link in Page(whole).all_of("href") if link.startswith("report/")] == [f"report/{path.name}" for path in parts]
    assert all(link.startswith(("#", "../")) for text in texts for link in Page(text).all_of("href"))


def test_links_lead_to_places_that_are_there(tmp_path: Path) -> None:
    for path in (*write(report_example.sites(30), tmp_path), *write(report_example.sites(30), tmp_path / "cut", most_pages=10)):
        found = Page(path.read_text(encoding="utf-8"))
        places = found.all_of("id")
        assert len(places) == len(set(places))
        assert {link[1:] for link in found.all_of("href") if link.startswith("#")} <= set(places)


def test_parts_of_an_older_report_are_gone(tmp_path: Path) -> None:
    write(report_example.sites(30), tmp_path, most_pages=10)
    write(report_example.sites(30), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"report.html"}


def test_the_same_survey_gives_the_same_bytes(tmp_path: Path) -> None:
    (first,) = write(report_example.sites(20), tmp_path)
    before = first.read_bytes()
    (second,) = write(report_example.sites(20), tmp_path)
    assert second.read_bytes() == before


def test_when_is_said_in_one_day_and_over_two(tmp_path: Path) -> None:
    one = site(page(seconds=60.0))
    later = site(page(number=2, started=STARTED + 86_400_000, seconds=60.0))
    assert "13 August 2026, 14:00 to 14:01 (UTC)" in words(tmp_path, one)
    assert "13 August 2026, 14:00 to 14 August 2026, 14:01 (UTC)" in words(tmp_path, one, later)
