"""Which links of a page are followed, and in which order."""

import pytest

from netcurtain.survey.looking.links import Link, worth_following

HERE = "https://www.charity.org.uk/en/start?lang=en"


def followed(to: str, words: str = "", *, kept: bool = True) -> bool:
    return bool(worth_following([Link(to, words, kept)], HERE))


@pytest.mark.parametrize(
    "to",
    [
        "https://www.charity.org.uk/contact",
        "http://charity.org.uk/",
        "https://help.charity.org.uk/form?id=3",
        "https://www.charity.org.uk/how-to-remove-a-picture",
        "https://www.charity.org.uk/cancel-an-appointment",
        "https://www.charity.org.uk/page.aspx?id=2",
        "https://www.charity.org.uk/v1.2/report",
    ],
)
def test_pages_of_the_site_are_followed(to: str) -> None:
    assert followed(to)


@pytest.mark.parametrize(
    "to",
    [
        "https://other.org.uk/contact",
        "https://charity.org.uk.example/contact",
        "mailto:us@charity.org.uk",
        "tel:101",
        "javascript:void(0)",
        "ftp://charity.org.uk/",
        "https://me@www.charity.org.uk/",
        "https://[broken/",
        "https://www.charity.org.uk/en/start?lang=en#top",
        "https://www.charity.org.uk/leaflet.pdf",
        "https://www.charity.org.uk/LEAFLET.DOCX?download=1",
        "https://www.charity.org.uk/logout",
        "https://www.charity.org.uk/account/sign-out.php",
        "https://www.charity.org.uk/shop?add-to-basket=12",
        "https://www.charity.org.uk/post/3?action=delete",
        "https://www.charity.org.uk/" + "x" * 2000,
    ],
)
def test_nothing_else_is(to: str) -> None:
    assert not followed(to)


@pytest.mark.parametrize("words", ["Log out", "  Sign out ", "Delete", "Add to basket"])
def test_what_says_that_it_does_something_is_left_alone(words: str) -> None:
    assert not followed("https://www.charity.org.uk/x", words)


def test_what_says_it_within_a_sentence_is_a_page_about_it() -> None:
    assert followed("https://www.charity.org.uk/x", "How to delete your account from us")


def test_what_the_site_asks_not_to_follow_is_left_alone() -> None:
    assert not followed("https://www.charity.org.uk/contact", kept=False)


def test_the_likeliest_comes_first_and_each_once() -> None:
    found = [
        Link("https://www.charity.org.uk/about", "About us", True),
        Link("https://www.charity.org.uk/donate", "Donate", True),
        Link("https://www.charity.org.uk/x1", "Get help", True),
        Link("https://www.charity.org.uk/contact#map", "Find us", True),
        Link("https://www.charity.org.uk/contact", "Contact", True),
        Link("https://www.charity.org.uk/x2", "Report a crime", True),
        Link("https://www.charity.org.uk/cy/cysylltu", "Cysylltu", True),
    ]
    assert [address.rpartition("/")[2] for address in worth_following(found, HERE)] == [
        "x2",
        "contact",
        "cysylltu",
        "x1",
        "donate",
        "about",
    ]


@pytest.mark.parametrize(("here", "there", "same"), [
    ("http://127.0.0.1:81/", "http://127.0.0.1:81/x", True),
    ("http://a.localhost/", "http://b.localhost/x", False),
])  # fmt: skip
def test_a_site_without_a_registered_name_is_its_host(here: str, there: str, same: bool) -> None:
    assert bool(worth_following([Link(there, "", True)], here)) is same
