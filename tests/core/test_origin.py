import pytest

from netcurtain.core.domains import is_third_party as is_third_party_by_domain
from netcurtain.core.origin import host_at, is_third_party, plain_host_at


@pytest.mark.parametrize(
    ("start", "host"),
    [
        ("https://www.shop.example", "www.shop.example"),
        ("http://t_1.example:8080", "t_1.example"),
        ("wss://1.2.3.4", "1.2.3.4"),
        ("https://T.example", None),
        ("HTTPS://t.example", None),
        ("https://me@t.example", None),
        ("https://t.example.", None),
        ("https://t.example?x=", None),
        ("https://[::1]", None),
        ("https://", None),
        ("data:text", None),
        ("https://" + "a" * 256, None),
    ],
)
def test_only_what_browsers_write_is_plain(start: str, host: str | None) -> None:
    assert plain_host_at(start) == host
    if host:
        assert host_at(start) == (host, start.index(host) + len(host))


def test_a_host_in_brackets_is_whole() -> None:
    assert host_at("http://[::1]") == ("[::1]", 12)


@pytest.mark.parametrize(
    "host", ["www.shop.co.uk", "co.uk", "shop.co.uk", "other.co.uk", "a.github.io", "1.2.3.4", "9.2.3.4", "localhost", ""]
)
@pytest.mark.parametrize("page", ["www.shop.co.uk", "b.github.io", "9.2.3.4", "localhost", "a.other.co.uk", ""])
def test_parties_are_those_of_the_registrable_domains(host: str, page: str) -> None:
    assert is_third_party(host, page) is is_third_party_by_domain(host, page)
