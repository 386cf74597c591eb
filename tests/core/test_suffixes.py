import pytest
from publicsuffixlist import PublicSuffixList

from netcurtain.core import suffixes
from netcurtain.core.suffixes import site_of


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.shop.example.com", "example.com"),
        ("www.shop.co.uk", "shop.co.uk"),
        ("co.uk", "co.uk"),
        ("com", "com"),
        ("localhost", "localhost"),
        ("a.b.unknown-ending", "b.unknown-ending"),
        ("x.y.ck", "x.y.ck"),
        ("www.ck", "www.ck"),
        ("a.www.ck", "www.ck"),
        ("somebody.github.io", "somebody.github.io"),
        ("www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"),
        ("a..co.uk", "a..co.uk"),
        ("", ""),
    ],
)
def test_the_part_that_somebody_registered(host: str, site: str) -> None:
    assert site_of(host) == site


def test_every_rule_is_read_as_its_own_package_reads_it() -> None:
    theirs = PublicSuffixList()
    for rule in suffixes._all_rules():
        name = rule.removeprefix("!").replace("*", "x")
        for host in (name, f"a.{name}", f"c.b.a.{name}") if name.isascii() else ():
            assert site_of(host) == (theirs.privatesuffix(host) or host)
