import pytest

from netcurtain.core import domains


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Www.Shop.Example:8443/x?y#z", "www.shop.example"),
        ("https://user:p@ss@shop.example/", "shop.example"),
        ("https://shop.example./", "shop.example"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("http://[::1]:80/", "[::1]"),
        ("http://127.0.0.1:80", "127.0.0.1"),
        ("about:blank", ""),
        ("data:text/plain,x", ""),
        ("/path", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert domains.host_of(url) == host


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("a.b.shop.co.uk", "shop.co.uk"),
        ("me.github.io", "me.github.io"),
        ("co.uk", "co.uk"),
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]", "[::1]"),
        ("localhost", "localhost"),
        ("tracker.localhost", "tracker.localhost"),
        ("", ""),
    ],
)
def test_the_registrable_domain(host: str, site: str) -> None:
    assert domains.registrable_domain(host) == site


def test_a_host_answers_to_every_name_above_it() -> None:
    names = ("www.shop.co.uk", "www.shop.*", "shop.co.uk", "shop.*", "co.uk", "uk")
    assert domains.place_of("www.shop.co.uk").names == names


def test_parties_are_told_by_site() -> None:
    assert not domains.is_third_party("stats.shop.co.uk", "www.shop.co.uk")
    assert domains.is_third_party("shop.co.uk", "other.co.uk")


def test_an_address_without_its_query() -> None:
    assert domains.without_query("https://u:p@shop.example/a?step=2#top") == "https://shop.example/a"


def test_a_host_no_browser_takes_is_still_text() -> None:
    assert domains.plain_host("a" * 70 + "é.example").isascii()


@pytest.mark.parametrize("host", ["a." * 32_000 + "example", "ü" * 60_000], ids=["labels", "letters"])
def test_a_host_that_nobody_can_have_is_not_taken_apart(host: str) -> None:
    written = domains.plain_host(host)
    assert written.isascii()
    assert domains.place_of(written).names == (written,)
