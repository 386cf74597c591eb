"""Cookies that name an account or a browser, by their names alone."""

import pytest

from netcurtain.core.decoders.cookies import ACCOUNTS, BROWSERS, cookie_names, known_names, told_by_cookies


@pytest.mark.parametrize(
    ("host", "names", "told"),
    [
        ("www.facebook.com", ["locale", "c_user", "fr", "c_user"], [("account", "c_user"), ("visitor_id", "fr")]),
        ("px.ads.linkedin.com", ["li_at", "bcookie"], [("account", "li_at"), ("visitor_id", "bcookie")]),
        ("bat.bing.com", ["MUID"], [("visitor_id", "MUID")]),
        ("googleads.g.doubleclick.net", ["IDE", "DSID"], [("visitor_id", "IDE"), ("account", "DSID")]),
        ("www.google.com", ["SID", "NID"], [("account", "SID"), ("visitor_id", "NID")]),
        ("www.google.co.uk", ["SID", "NID"], [("account", "SID"), ("visitor_id", "NID")]),
        ("adservice.google.com.au", ["__Secure-3PSID"], [("account", "__Secure-3PSID")]),
        ("google.de", ["NID"], [("visitor_id", "NID")]),
        ("notgoogle.de", ["NID"], []),
        ("google.a.example", ["NID"], []),
        ("google.de.example", ["NID"], []),
        ("ct.pinterest.com", ["_auth", "_pinterest_sess"], []),
        ("facebook.com.example", ["c_user"], []),
        ("notfacebook.com", ["c_user"], []),
        ("a.example", ["c_user", "li_at", "fr"], []),
        ("www.facebook.com", ["li_at", "C_USER"], []),
        ("", ["c_user"], []),
    ],
)
def test_a_cookie_counts_at_its_own_vendor(host: str, names: list[str], told: list[tuple[str, str]]) -> None:
    assert [(fact.what, fact.value) for fact in told_by_cookies(host, names)] == told


def test_the_names_in_a_header_are_those_with_a_value() -> None:
    assert cookie_names(' c_user=1;fr = a=b; datr=; sb; li_at=""; xs=undefined;=x; locale=en') == ["c_user", "fr", "", "locale"]


def test_no_cookie_is_both() -> None:
    assert not [domain for domain in ACCOUNTS if ACCOUNTS[domain] & BROWSERS.get(domain, frozenset())]


@pytest.mark.parametrize(("host", "known"), [("www.facebook.com", ["fr", "c_user"]), ("px.ads.linkedin.com", ["li_at"]), ("a.example", [])])
def test_of_a_header_only_the_names_that_mean_something_there_are_reported(host: str, known: list[str]) -> None:
    names = ["fr", "locale", "c_user", "li_at", "fr", "session"]
    assert known_names(host, names) == known
    assert told_by_cookies(host, names) == told_by_cookies(host, known)
