"""The filters of our own list, by the company they mean."""

from tests.core.scenes import organisations, shipped

from netcurtain.core.filter_list import parse_list
from netcurtain.core.starter import by_company

LINES = """\
||analytics.tiktok.com^
||facebook.com/tr^
||stats.g.doubleclick.net^$third-party
@@||facebook.com/tr/wanted^
/g/collect?v=2&tid=G-
||nobody.example^
"""


def test_a_filter_goes_to_the_company_of_its_host() -> None:
    assert by_company(parse_list(LINES, None), organisations()) == {
        "TikTok": ("||analytics.tiktok.com^",),
        "Google": ("||stats.g.doubleclick.net^$third-party",),
        "Meta (Facebook)": ("||facebook.com/tr^",),
    }


def test_the_shipped_list_knows_several_ways_to_meta_and_google() -> None:
    known = by_company(parse_list(shipped("starter.txt"), None), organisations())
    assert "||connect.facebook.net/signals/" in known["Meta (Facebook)"]
    assert "||google-analytics.com/g/collect" in known["Google"]
