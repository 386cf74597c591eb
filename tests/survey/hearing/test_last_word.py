"""What is told of a request late: when its page is gone, when the link was away, or when it turns out that it never left."""

from itertools import permutations

import pytest
from tests.core.scenes import META, META_POST, SITE, form
from tests.survey.hearing.said import asked, at, closed, got, heard, knowledge, look, opened, sent, typed

from netcurtain.core import observation as seen
from netcurtain.core.request import Fate
from netcurtain.survey.hearing.gathering import Gathered, gather
from netcurtain.survey.hearing.listening import Note, Noted
from netcurtain.survey.result import Stage

BODY = seen.Body("r1", "p1", {"ev": ["PageView"], "dl": [SITE]})


def gathered(*notes: Note) -> Gathered:
    return gather(heard(notes), knowledge())


def names(reports: tuple[Noted, ...]) -> str:
    return ", ".join(type(report).__name__ for report in reports)


@pytest.mark.parametrize("late", list(permutations((sent("r1", cookies=["c_user"]), BODY, closed("p1", 25)))), ids=names)
def test_what_a_request_told_is_the_same_whether_it_is_heard_before_its_page_is_gone_or_after(late: tuple[Noted, ...]) -> None:
    found = gathered(
        at(2, opened()),
        at(20, asked(META_POST, "r1", 10, method="POST", has_body=True)),
        *(at(30 + number, report) for number, report in enumerate(late)),
        at(40, opened("p2", 35)),
    )
    only = look(found, Stage.ARRIVED)
    (event,) = only.events
    assert (only.went_out, event.went_out) == (True, True)
    assert {fact["what"] for fact in event.line["told"]} == {"page_address", "account"}
    assert only.sentences[0].startswith("Meta (Facebook) was told that this page was opened.")


@pytest.mark.parametrize("fate", [Fate.ATTEMPTED, Fate.STOPPED_BY_ANOTHER])
def test_a_request_that_was_about_to_leave_and_found_nobody_did_not_go_out(fate: Fate) -> None:
    found = gathered(at(2, opened()), at(20, asked(META)), at(30, sent("r1", cookies=["c_user"])), at(40, got(fate, "r1")))
    only = look(found, Stage.ARRIVED)
    assert (only.went_out, [one.went_out for one in only.events]) == (False, [False])
    assert all(sentence.startswith("This page tried to") for sentence in only.sentences)


@pytest.mark.parametrize("fate", [Fate.ATTEMPTED, Fate.STOPPED_BY_ANOTHER])
def test_what_was_typed_did_not_go_out_with_a_request_that_found_nobody(fate: Fate) -> None:
    """Neither where only the tab told of the request, which does not know how it ended."""
    notes = [at(2, opened()), at(5, form("Report", "Your name")), at(1500, typed("r1", 990, host="api.replay.example"))]
    went = look(gathered(*notes), Stage.ARRIVED, "replay.example")
    assert (went.went_out, [one.went_out for one in went.events]) == (True, [True])
    stayed = look(gathered(*notes, at(1600, got(fate, "r1"))), Stage.ARRIVED, "replay.example")
    assert (stayed.went_out, any(one.went_out for one in stayed.events)) == (False, False)


def test_a_request_that_is_told_again_after_the_link_was_away_is_counted_once() -> None:
    again = [at(50, opened(from_start=False)), at(51, asked(META)), at(52, sent("r1")), at(53, got(Fate.ATTEMPTED, "r1"))]
    found = gathered(at(2, opened()), at(20, asked(META)), at(30, sent("r1")), at(40, got(Fate.ATTEMPTED, "r1")), *again)
    assert [one.requests for one in found.seen] == [1]
    only = look(found, Stage.ARRIVED)
    assert (only.requests, only.went_out, [one.went_out for one in only.events]) == (1, False, [False])


def test_a_page_that_is_gone_has_no_part_in_a_later_stage() -> None:
    notes = [at(2, opened()), at(20, asked(META)), at(500, closed("p1", 400)), at(510, sent("r1"))]
    found = gather(heard(notes, {Stage.ARRIVED: 0, Stage.TOUCHED: 1000}), knowledge())
    assert [one.stage for one in found.seen] == [Stage.ARRIVED]
    assert look(found, Stage.ARRIVED).went_out
