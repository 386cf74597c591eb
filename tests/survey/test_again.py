"""A site that was looked at once more because of trouble: no page that went well before is lost."""

from typing import Any

import msgspec
import pytest
from tests.survey.made import made_with, page, site

from netcurtain.survey.again import files_of, merged
from netcurtain.survey.result import PageSurveyed, SiteSurveyed
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


def test_files_are_named_once() -> None:
    one = msgspec.structs.replace(well(1, 1), recording="a.har", screenshot="")
    assert files_of([one, one]) == {"a.har"}
