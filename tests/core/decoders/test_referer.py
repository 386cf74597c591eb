"""The page's address in the Referer header."""

import pytest

from netcurtain.core.decoders.referer import told_by_referer
from netcurtain.core.finding import Identity, IdentityForm, IdentityKind, What

PAGE = "https://a.example/report?q=1"


@pytest.mark.parametrize(
    ("referer", "page", "told"),
    [
        (PAGE, "", ["https://a.example/report?q"]),
        (PAGE, "https://a.example/report?q", ["https://a.example/report?q"]),
        (PAGE, "https://a.example/other", []),
        (PAGE, "https://b.example/", []),
        ("https://a.example/?p=1", "", ["https://a.example/?p"]),
        ("https://www.googletagmanager.com/ns.html?id=1", "", []),
        ("https://1.fls.doubleclick.net/activityi", "", []),
        ("https://a.example/", "", []),
        ("https://a.example", "https://a.example/report", []),
        ("https://a.example/", "https://a.example/?q=1", ["https://a.example/"]),
        ("", "", []),
        ("null", "", []),
        ("about:blank", "", []),
    ],
)
def test_it_tells_the_page_but_not_where_it_names_the_site_alone(referer: str, page: str, told: list[str]) -> None:
    assert [(fact.what, fact.value, fact.parameter) for fact in told_by_referer(referer, page)] == [
        (What.PAGE_ADDRESS, one, "Referer") for one in told
    ]


def test_who_somebody_is_in_it_is_told_too() -> None:
    assert [fact.value for fact in told_by_referer("https://a.example/thanks?email=pat@mail.example")] == [
        "https://a.example/thanks?email",
        Identity(IdentityKind.EMAIL, IdentityForm.PLAIN),
    ]
