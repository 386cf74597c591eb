"""survey/checked.py: a survey in the shape of `check --format json`, with the state of the choice about cookies."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.survey import made

from netcurtain.core.finding import DecodedEvent
from netcurtain.core.level import Level
from netcurtain.core.told_line import event_line
from netcurtain.har.report import as_json
from netcurtain.har.result import CompanyFound, Found, ListUsed, PageFound, ToldEvent
from netcurtain.survey.result import Choosing, EventSeen, FilterSeen, SiteSurveyed, Stage
from netcurtain.survey.tables import checked
from netcurtain.survey.trouble import Trouble

EVENT = DecodedEvent("A", "A Company", "Lead", ())


def written(folder: Path, *sites: SiteSurveyed) -> Any:
    return msgspec.json.decode(checked.write(iter(sites), folder).read_bytes())


MORE = {
    "consent": "before",
    "trouble": None,
    "seen_wholly": True,
    "browser": "Chromium 150.0.1.2",
    "lists": ["EasyPrivacy, version 202608130000, 52,000 filters"],
}


def test_it_says_what_check_says_and_a_few_words_more(tmp_path: Path) -> None:
    """The same page once as `check` finds it, and once as a survey does."""
    sentence = "A Company was told it."
    company = CompanyFound("A Company", 1, ("||tracker.example^",), (ToldEvent(EVENT, True),), (sentence,), ())
    page = PageFound(made.page().url, "Report it", made.STARTED, 12, 2, False, (), Level.NOTICE, (company,))
    of_check = msgspec.json.decode(as_json(Found((page,), (ListUsed("EasyPrivacy", made.LIST.version, 52_000),), 0)))

    event = EventSeen(event_line(EVENT), True, made.STARTED + 700, made.FILTER)
    look = made.look(events=(event,), sentences=(sentence,))
    surveyed = made.page(made.company("A Company", look), banner="", seen=(made.seen(),))
    of_survey = written(tmp_path, made.site(surveyed))
    (entry,) = of_survey["pages"]
    assert list(entry) == [*of_check["pages"][0], *MORE]
    assert {key: entry.pop(key) for key in MORE} == MORE
    (organisation,) = entry["organisations"]
    assert organisation.pop("first_seen") == "2026-08-13T14:00:00.500Z"
    assert organisation["events"][0].pop("first_seen") == "2026-08-13T14:00:00.700Z"
    assert organisation["events"][0].pop("flagged_by") == "||tracker.example^ (EasyPrivacy, version 202608130000)"
    assert of_survey == of_check


def test_a_page_with_trouble_does_not_look_like_one_that_contacts_nobody(tmp_path: Path) -> None:
    busy = made.page(trouble=Trouble.BUSY, seen=(made.seen(requests=3, level=Level.NOTHING_SEEN),))
    (entry,) = written(tmp_path, made.site(busy))["pages"]
    assert entry["trouble"] == "busy"
    assert [entry[key] for key in ("sensitive", "level", "requests", "third_party_hosts")] == [None, None, None, None]


def test_a_page_heard_in_part_is_not_said_to_ask_about_nothing(tmp_path: Path) -> None:
    found = written(
        tmp_path, made.site(made.page(banner="", seen=(made.seen(from_start=False),))), made.site(made.page(banner="", number=2))
    )
    assert [(entry["categories"], entry["seen_wholly"]) for entry in found["pages"]] == [(None, False), ([], True)]


def test_a_choice_that_failed_has_no_entry_though_something_was_seen_after_it(tmp_path: Path) -> None:
    seen = (made.seen(), made.seen(Stage.REFUSED), made.seen(Stage.ACCEPTED))
    company = made.company("A", made.look(Stage.REFUSED), made.look(Stage.ACCEPTED))
    found = written(tmp_path, made.site(made.page(company, refused=Choosing.FAILED, seen=seen)))
    assert [(page["consent"], len(page["organisations"])) for page in found["pages"]] == [("before", 0), ("after_accepting", 1)]


def test_a_request_that_nothing_flagged_says_so(tmp_path: Path) -> None:
    """What was typed was in it; our own table says nothing of such a company."""
    nobody = FilterSeen("", "")
    typed = made.company("A", made.look(filters=(), events=(made.event("typed", by=nobody),)))
    ours = made.company("B", made.look(filters=(nobody,), events=(made.event("page_title", by=nobody),)))
    (entry, *_) = written(tmp_path, made.site(made.page(typed, ours)))["pages"]
    by = [event["flagged_by"] for organisation in entry["organisations"] for event in organisation["events"]]
    assert by == [None, "Netcurtain's table of companies"]


def test_the_same_told_at_two_moments_is_told_once_with_the_first(tmp_path: Path) -> None:
    looks = made.look(), made.look(Stage.TOUCHED, events=(made.event("page_address", time=made.STARTED + 9000),))
    (entry, *_) = written(tmp_path, made.site(made.page(made.company("A Company", *looks))))["pages"]
    assert [event["first_seen"] for event in entry["organisations"][0]["events"]] == ["2026-08-13T14:00:00.500Z"]


def test_an_address_that_two_lines_ask_for_has_its_entries_once(tmp_path: Path) -> None:
    found = written(tmp_path, made.site(made.page(banner=""), made.page(number=2, banner="", label="Again")))
    assert len(found["pages"]) == 1


def test_each_state_that_was_reached_has_an_entry_of_its_own(tmp_path: Path) -> None:
    company = made.company("A Company", made.look(), made.look(Stage.TOUCHED), made.look(Stage.ACCEPTED))
    found = written(tmp_path, made.site(made.page(company)), made.site(made.page(number=2, banner="")))
    assert [page["consent"] for page in found["pages"]] == ["before", "after_refusing", "after_accepting", "before"]
    assert [[one["requests"] for one in page["organisations"]] for page in found["pages"]] == [[2], [], [1], []]
    (before,) = found["pages"][0]["organisations"]
    assert len(before["events"]) == 1, "the same request is told once"


def test_each_entry_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    found = checked.write([made.site(made.page(title="two\nlines"))], tmp_path).read_text()
    lines = found.splitlines()
    assert [msgspec.json.decode(line.rstrip(","))["consent"] for line in lines[1:-2]] == ["before", "after_refusing", "after_accepting"]


def test_a_page_of_which_nothing_was_seen_has_no_entry(tmp_path: Path) -> None:
    assert written(tmp_path, made.site(made.page(trouble=Trouble.NOT_FOUND)))["pages"] == []


def test_our_own_table_is_no_filter(tmp_path: Path) -> None:
    company = made.company("A", made.look(filters=(FilterSeen("", ""), made.FILTER)))
    assert written(tmp_path, made.site(made.page(company)))["pages"][0]["organisations"][0]["filters"] == ["||tracker.example^"]


def test_each_list_stands_once_in_all_its_versions(tmp_path: Path) -> None:
    newer = made.made_with(lists=(msgspec.structs.replace(made.LIST, version="2"),))
    found = written(tmp_path, made.site(), made.site(), made.site(made_with=newer))
    assert [one["version"] for one in found["lists"]] == [made.LIST.version, "2"]


def test_a_survey_of_nothing_is_still_json(tmp_path: Path) -> None:
    assert written(tmp_path) == {"pages": [], "lists": []}


def test_an_earlier_file_stays_where_writing_fails(tmp_path: Path) -> None:
    def broken() -> Any:
        yield made.site()
        raise OSError("the disk is full")

    before = checked.write([made.site()], tmp_path).read_bytes()
    with pytest.raises(OSError, match="full"):
        checked.write(broken(), tmp_path)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [before]
