"""What is asked of which site."""

import pytest
from tests.survey.stand_in import result_of

from netcurtain.survey.asked import Address, SiteTask
from netcurtain.survey.parcel import MAX_FILES
from netcurtain.survey.site_list import addresses_in
from netcurtain.survey.sites import SitesError, hash_of, repeats, site_of, tasks, with_repeats


def test_one_site_has_no_more_addresses_than_travel_in_one_piece() -> None:
    listed = addresses_in("".join(f"a.example/{n}\n" for n in range(1_001)))
    assert 2 * len(tasks(listed[:-1])[0].addresses) < MAX_FILES
    with pytest.raises(SitesError, match=r"one site \(a\.example\)"):
        tasks(listed)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.met.police.uk/x", "met.police.uk"),
        ("https://a.shop.co.uk/", "shop.co.uk"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("http://a.localhost/", "a.localhost"),
        ("http://localhost/", "localhost"),
    ],
)
def test_a_site_is_what_somebody_registered(url: str, site: str) -> None:
    assert site_of(url) == site


def test_a_site_is_one_task_with_its_addresses_in_order() -> None:
    listed = addresses_in("www.a.example\nb.example\nforms.a.example\nnonsense here\nftp://x\n")
    made = tasks(listed)
    assert [(task.site, [address.number for address in task.addresses]) for task in made] == [
        ("a.example", [1, 3]),
        ("b.example", [2]),
        ("", [4, 5]),
    ]


def test_what_is_asked_twice_is_looked_at_once_and_has_a_row_each() -> None:
    listed = addresses_in("url,name\na.example/x,One\na.example/y,Two\nA.example/x#y,Three\n")
    (made,) = tasks(listed)
    assert [address.number for address in made.addresses] == [1, 2]
    found = with_repeats(result_of(made), repeats(listed))
    assert [(page.number, page.name, page.label, page.asked) for page in found.pages] == [
        (1, "0001-01", "One", "https://a.example/x"),
        (2, "0002-01", "Two", "https://a.example/y"),
        (3, "0003-01", "Three", "https://a.example/x"),
    ]
    assert found.pages[2].recording == found.pages[0].recording


def test_another_list_has_another_hash() -> None:
    one, same, other, labelled = (addresses_in(text) for text in ("a.example", "https://A.example/", "b.example", "url,name\na.example,A"))
    assert hash_of(one) == hash_of(same)
    assert len({hash_of(one), hash_of(other), hash_of(labelled)}) == 3


def test_no_repeats_leave_a_result_as_it_is() -> None:
    found = result_of(SiteTask("a.example", (Address(1, "https://a.example/"),)))
    assert with_repeats(found, {}) is found
