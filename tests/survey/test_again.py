"""A site that was looked at once more because of trouble: no page that went well before is lost."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from tests.survey.made import company, made_with, page, seen, site

from netcurtain.survey.again import files_of, merged
from netcurtain.survey.result import PageSurveyed, SiteSurveyed, Stage
from netcurtain.survey.trouble import Trouble

OTHER = made_with(browser="Chromium 160.0.1.2")


def well(of_site: int, started: float, at: str = "", **more: Any) -> PageSurveyed:
    """The address itself, or a page that was found at another one."""
    return page(of_site=of_site, started=started, clicks=min(of_site - 1, 1), url=f"https://police.example/{at or of_site}", **more)


def ill(of_site: int, started: float, at: str = "") -> PageSurveyed:
    return well(of_site, started, at, trouble=Trouble.TIMED_OUT)


OLDER = site(well(1, 1), ill(2, 1), well(3, 1))


@pytest.mark.parametrize(
    ("newer", "kept"),
    [
        (site(ill(1, 2), well(2, 2), well(3, 2)), [1, 2, 2]),
        (site(ill(1, 2)), [1, 1]),
        (site(well(1, 2), ill(2, 2), well(3, 2)), [2, 2, 2]),
        (site(ill(1, 2), ill(2, 2), ill(3, 2)), [1, 2, 1]),
    ],
    ids=["one worse", "pages not found", "as before", "all worse"],
)
def test_each_page_is_the_newer_one_unless_only_the_older_went_well(newer: SiteSurveyed, kept: list[float]) -> None:
    assert [page.started for page in merged(OLDER, newer).pages] == kept


def test_pages_that_were_made_with_other_lists_are_not_mixed() -> None:
    better = site(well(1, 2), well(2, 2), well(3, 2), made_with=OTHER)
    assert merged(OLDER, better) is better
    assert merged(OLDER, site(ill(1, 2), well(2, 2), well(3, 2), made_with=OTHER)) is OLDER


def test_where_other_pages_were_found_the_second_time_no_page_is_doubled_and_none_is_lost() -> None:
    older = site(well(1, 1), ill(2, 1, "a"), well(3, 1, "b"), well(4, 1, "c"))
    found_all_that_went_well = site(well(1, 2), well(2, 2, "b"), well(3, 2, "c"))
    assert merged(older, found_all_that_went_well) is found_all_that_went_well
    assert merged(older, site(well(1, 2), well(2, 2, "c"))) is older


def test_an_address_that_leads_elsewhere_now_is_the_same_page() -> None:
    newer = site(well(1, 2, "moved"), well(2, 2), well(3, 2))
    assert merged(OLDER, newer) is newer


def partly(of_site: int, started: float, at: str = "") -> PageSurveyed:
    """It has trouble, and something was seen of it before that."""
    return well(of_site, started, at, trouble=Trouble.TIMED_OUT, seen=(seen(),))


@pytest.mark.parametrize("trouble", [Trouble.STATUS, Trouble.NOT_FOUND, Trouble.TIMED_OUT, Trouble.COMPUTER])
def test_what_was_seen_of_a_page_before_its_trouble_is_not_given_away_for_nothing(trouble: Trouble) -> None:
    older = site(partly(1, 1), partly(2, 1))
    newer = site(well(1, 2, trouble=trouble))
    assert merged(older, newer).pages == older.pages
    seen_again, whole = site(partly(1, 2), well(2, 2, trouble=trouble)), site(well(1, 2), well(2, 2))
    assert [page.started for page in merged(older, seen_again).pages] == [2, 1]
    assert merged(older, whole) is whole


def test_what_was_seen_in_part_stays_with_other_lists_only_where_the_newer_look_saw_nothing() -> None:
    older = site(partly(1, 1), ill(2, 1))
    assert merged(older, site(ill(1, 2), ill(2, 2), made_with=OTHER)) is older
    newer = site(ill(1, 2), well(2, 2), made_with=OTHER)
    assert merged(older, newer) is newer


def test_pages_that_were_found_at_one_address_are_told_apart() -> None:
    """Such as /form?id=1 and /form?id=2: what stands behind "=" is not kept."""
    older = site(well(1, 1), well(2, 1, "form?id"), well(3, 1, "form?id"))
    newer = site(well(1, 2), well(2, 2, "form?id"), ill(3, 2, "form?id"))
    assert [(page.name, page.started, page.trouble) for page in merged(older, newer).pages] == [
        ("0001-01", 2, None),
        ("0001-02", 2, None),
        ("0001-03", 1, None),
    ]
    assert merged(older, site(well(1, 2), well(2, 2, "form?id"))).pages[2] == older.pages[2]


def met(stages: Sequence[Stage], companies: int, **more: Any) -> SiteSurveyed:
    """So much was seen of the site's one page before its trouble."""
    those = (company(f"Company {number}") for number in range(companies))
    made = {"trouble": Trouble.TIMED_OUT, "started": 2.0, "seen": tuple(map(seen, stages)), **more}
    return site(page(*those, **made))


BOTH = (Stage.ARRIVED, Stage.TOUCHED)


@pytest.mark.parametrize(
    ("older", "newer", "kept"),
    [
        (met(BOTH, 1, started=1.0), met(BOTH[:1], 3), 1),
        (met(BOTH, 2, started=1.0), met(BOTH, 1), 1),
        (met(BOTH, 2, started=1.0), met(BOTH, 2), 2),
        (met(BOTH[:1], 2, started=1.0), met(BOTH, 1), 2),
        (met(BOTH, 2, started=1.0), met(BOTH[:1], 0, trouble=None), 2),
        (met(BOTH, 2, started=1.0, trouble=None), met(BOTH, 3, trouble=None), 2),
    ],
    ids=["fewer stages", "fewer companies", "as much", "more stages", "went well", "both went well"],
)
def test_of_two_looks_that_broke_off_the_one_that_saw_more_is_kept(older: SiteSurveyed, newer: SiteSurveyed, kept: float) -> None:
    assert [one.started for one in merged(older, newer).pages] == [kept]


@pytest.mark.parametrize("trouble", [Trouble.STATUS, Trouble.PASSWORD, Trouble.NOT_A_PAGE])
def test_what_came_up_in_the_place_of_a_page_is_no_look_at_it(trouble: Trouble) -> None:
    """An error page has a body, and may even contact somebody."""
    older, instead = met(BOTH[:1], 1, started=1.0), met(BOTH, 2, trouble=trouble)
    assert merged(older, instead).pages == older.pages
    assert merged(older, msgspec.structs.replace(instead, made_with=OTHER)) is older
    assert merged(instead, older).pages == older.pages


def test_a_page_that_is_kept_under_its_older_name_is_not_there_twice() -> None:
    first = site(ill(1, 1), ill(2, 1, "a"), well(3, 1, "b"))
    second = merged(first, site(ill(1, 2)))
    third = merged(second, site(well(1, 3), ill(2, 3, "b")))
    assert [(page.name, page.url, page.started) for page in third.pages] == [
        ("0001-01", "https://police.example/1", 3),
        ("0001-03", "https://police.example/b", 1),
    ]


def test_files_are_named_once() -> None:
    one = msgspec.structs.replace(well(1, 1), recording="a.har", screenshot="")
    assert files_of([one, one]) == {"a.har"}
