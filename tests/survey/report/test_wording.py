"""survey/wording.py, site_wording.py and tables_wording.py: every word that a result can hold has words for people."""

import pytest

from netcurtain.core.finding import What
from netcurtain.survey.facts import State
from netcurtain.survey.report import site_wording as of_a_site
from netcurtain.survey.report import tables_wording as of_a_table
from netcurtain.survey.report import wording
from netcurtain.survey.report.counts import ABOUT
from netcurtain.survey.result import Choosing, Stage


def test_every_kind_state_stage_and_choice_has_words() -> None:
    assert set(wording.TOLD) == set(What)
    assert set(wording.STATES) == set(State)
    assert set(of_a_site.STAGES) == set(Stage)
    assert set(of_a_site.REFUSED) == set(of_a_site.ACCEPTED) == set(Choosing)


def test_kinds_are_told_in_the_order_in_which_they_belong_together() -> None:
    order = [ABOUT[what] for what in wording.TOLD]
    assert order == sorted(order, key=list(dict.fromkeys(order)).index)


@pytest.mark.parametrize(
    ("before", "ever", "tried", "pages", "in_part", "said"),
    [
        (0, "", "", 1, 0, "We saw none of the companies on our lists."),
        (0, "", "AB", 1, 0, "Tried to contact A and B."),
        (1, "A", "", 1, 0, "Contacted A, and that before any choice about cookies."),
        (0, "A", "", 1, 0, "Contacted A, but not before any choice about cookies."),
        (0, "A", "B", 1, 0, "Contacted A, but not before any choice about cookies. Tried to contact B."),
        (0, "", "A", 2, 1, "Two pages. Tried to contact A. One page could not be looked at as a whole."),
        (2, "AB", "", 1, 0, "Contacted A and B, both of them before any choice about cookies."),
        (1, "ABC", "", 2, 0, "Two pages. Contacted A, B and C, one of them before any choice about cookies."),
        (0, "ABC", "", 1, 0, "Contacted A, B and C, none of them before any choice about cookies."),
        (
            0,
            "",
            "",
            2,
            1,
            "Two pages. In the part that we saw, there was none of the companies on our lists. One page could not be looked at as a whole.",
        ),
        (1, "A", "", 1, 1, "Contacted A, and that before any choice about cookies. The page could not be looked at as a whole."),
    ],
)
def test_a_site_in_a_line(before: int, ever: str, tried: str, pages: int, in_part: int, said: str) -> None:
    assert of_a_site.site_summary(before, tuple(ever), tuple(tried), pages, in_part) == said


def test_of_many_addresses_the_first_stand_there_and_the_others_are_counted() -> None:
    many = [f"a{number}.example" for number in range(of_a_site.MOST_LISTED + 2)]
    assert of_a_site.claim("Today", "Chromium", 9, True, many).endswith("a11.example and 2 more. We saw at least one of them leave.")
    assert "more" not in of_a_site.claim("Today", "Chromium", 9, True, many[:-1])


@pytest.mark.parametrize(
    ("sent", "tried", "wholly", "said"),
    [
        (0, 0, True, ("0", "")),
        (3, 0, True, ("3", "")),
        (3, 0, False, ("at least 3", "")),
        (0, 2, True, ("0", "2 tried")),
        (1, 2, False, ("at least 1", "2 tried")),
    ],
)
def test_a_number_of_companies_says_no_more_than_was_seen(sent: int, tried: int, wholly: bool, said: tuple[str, str]) -> None:
    assert of_a_table.sent_and_tried(sent, tried, wholly) == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (
            (1, 0, 1, 1, 1, 0),
            (
                "One page, from a list of one address.",
                "One page could be looked at as a whole before any choice about cookies. That was on one site.",
            ),
        ),
        (
            (1154, 4, 1000, 1000, 1200, 2),
            (
                "1,200 pages, from a list of 1,000 addresses.",
                "1,154 pages could be looked at as a whole before any choice about cookies, four pages only in part and 42 pages "
                "not at all. That was on 1,000 sites.",
                "Two rows for a page that another line asks for, too: such a page is counted once.",
            ),
        ),
    ],
    ids=["one", "many"],
)
def test_what_was_looked_at_adds_up(numbers: tuple[int, int, int, int, int, int], said: tuple[str, ...]) -> None:
    assert wording.looked_at(*numbers) == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((0, 0, 0, 0, 0), ()),
        ((0, 0, 2, 0, 0), ("On two more pages we saw none of the companies on our lists then.",)),
        (
            (0, 0, 0, 1, 1),
            ("One more page could be looked at only in part, and is not counted here. In the part that we saw, it contacted a company.",),
        ),
        (
            (0, 0, 0, 2, 0),
            ("Two more pages could be looked at only in part, and are not counted here. In that part we saw none of the companies.",),
        ),
    ],
    ids=["none", "nobody", "in part, and contacted", "in part, and nobody"],
)
def test_the_other_pages_are_told_too(numbers: tuple[int, int, int, int, int], said: tuple[str, ...]) -> None:
    assert wording.other_pages(*numbers) == said


def test_requests_are_claimed_of_their_own_stage() -> None:
    assert of_a_site.claim("Today", "Chromium", 4, True, ["a.example"]).startswith(
        "Today: the first of four requests at this stage, by Chromium"
    )
    assert "stage" not in of_a_site.claim("Today", "Chromium", 1, True, ["a.example"])


def test_numbers_up_to_ten_are_words_in_sentences() -> None:
    assert "of one that was looked at" in wording.companies_key(1)
    assert "of ten that were looked at" in wording.companies_key(10)
    assert "of 1,100 that were looked at" in wording.categories_key(1100)
    assert "of eight that we looked at" in wording.kinds_key(8)
    assert wording.also_told("something", 2) == "two told something"
    assert wording.touched(0, 3).startswith("On none of three pages ")


@pytest.mark.parametrize(
    ("others", "trouble", "why"),
    [
        (0, False, ""),
        (4, False, " The others have no question about cookies that we know, or it could not be answered both ways."),
        (4, True, " The others had trouble, or have no question about cookies that we know, or it could not be answered both ways."),
    ],
    ids=["no others", "no trouble", "trouble"],
)
def test_trouble_is_given_as_a_reason_only_where_there_was_some(others: int, trouble: bool, why: str) -> None:
    said = f"Of six pages that could be looked at as a whole in all three ways.{why} After: from the press on our answer on."
    assert wording.states_key(6, others, trouble=trouble) == said
