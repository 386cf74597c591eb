from collections.abc import Callable

import pytest

from netcurtain.core.event import CompanyView
from netcurtain.core.finding import What
from netcurtain.ui.now.pictured import MOST_AROUND, around, pictured
from netcurtain.ui.theme import Colour


def test_there_is_one_line_for_each_colour_with_all_its_words(make_company: Callable[..., CompanyView]) -> None:
    company = pictured(make_company("Meta", What.PAGE_ADDRESS, What.PAGE_TITLE, What.BUTTON_TEXT, What.ACCOUNT))
    assert [(line.colour, line.word) for line in company.lines] == [
        (Colour.SKY, "address, title"),
        (Colour.AMBER, "what was pressed"),
        (Colour.ROSE, "an account code"),
    ]
    assert company.marks == company.lines
    assert not company.tried


@pytest.mark.parametrize(
    ("whats", "went_out", "colours", "tried"),
    [
        ((What.PAGE_ADDRESS,), False, [Colour.SKY], True),
        ((), False, [], True),
        ((), True, [Colour.SOFT], False),
    ],
    ids=["only tried", "nothing seen going out", "nothing in it that we can read"],
)
def test_a_line_says_how_far_it_got(
    make_company: Callable[..., CompanyView], whats: tuple[What, ...], went_out: bool, colours: list[Colour], tried: bool
) -> None:
    company = pictured(make_company("Meta", *whats, went_out=went_out))
    assert ([line.colour for line in company.lines], company.tried) == (colours, tried)


def test_the_picture_says_of_a_company_that_was_told_its_sites_number_alone_that_it_was_contacted(
    make_company: Callable[..., CompanyView],
) -> None:
    company = pictured(make_company("Hotjar", What.OTHER, value="tag 123456"))
    assert (company.lead, company.spoken, company.marks) == ("contacted", "Hotjar, contacted", ())
    assert [line.word for line in company.lines] == ["contacted"]


def test_of_too_many_those_stay_that_were_told_most_in_the_order_they_were_met(make_company: Callable[..., CompanyView]) -> None:
    few = [make_company(f"Company {number}") for number in range(MOST_AROUND)]
    assert around(few) == tuple(few)
    told = make_company("Told", What.TYPED)
    asked = make_company("Asked", What.FORM_FIELDS)
    silent = make_company("Silent", went_out=False)
    assert [company.name for company in around([silent, *few, told, asked])] == [
        *(f"Company {number}" for number in range(MOST_AROUND - 2)),
        "Told",
        "Asked",
    ]
