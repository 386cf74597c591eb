from datetime import date
from importlib.resources import files

import pytest

from netcurtain.core.organisations import MAX_CACHED, Organisation, Organisations, parse_organisations

OURS = parse_organisations(files("netcurtain.filters").joinpath("organisations.toml").read_text("utf-8"))


def named(host: str, url: str = "") -> str | None:
    found = OURS.of(host, url)
    return found.name if found else None


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("facebook.com", "Meta (Facebook)"),
        ("www.facebook.com", "Meta (Facebook)"),
        ("connect.facebook.net", "Meta (Facebook)"),
        ("region1.google-analytics.com", "Google"),
        ("googleads.g.doubleclick.net", "Google"),
        ("analytics.tiktok.com", "TikTok"),
        ("tr6.snapchat.com", "Snap (Snapchat)"),
        ("bat.bing.com", "Microsoft"),
        ("w.clarity.ms", "Microsoft"),
        ("ws.hotjar.com", "Hotjar"),
        ("content.hotjar.io", "Hotjar"),
        ("rs.fullstory.com", "FullStory"),
        ("o2.mouseflow.com", "Mouseflow"),
        ("px.ads.linkedin.com", "LinkedIn"),
        ("analytics.twitter.com", "X (Twitter)"),
        ("t.co", "X (Twitter)"),
        ("ct.pinterest.com", "Pinterest"),
        ("alb.reddit.com", "Reddit"),
        ("police.d1.sc.omtrdc.net", "Adobe"),
        ("tracker.localhost", "Practice tracker (invented)"),
        ("WWW.Facebook.COM.", "Meta (Facebook)"),
    ],
)
def test_whose_host_it_is(host: str, name: str) -> None:
    assert named(host) == name


@pytest.mark.parametrize(
    "host",
    [
        "notfacebook.com",
        "facebook.com.tracker.example",
        "facebook.example",
        "xfacebook.net",
        "com",
        "net",
        "",
        ".",
        "127.0.0.1",
        "[::1]",
        "localhost",
        "net.co",
        "ebay.co",
    ],
)
def test_a_look_alike_is_nobody(host: str) -> None:
    assert named(host) is None


@pytest.mark.parametrize(
    ("host", "url", "category"),
    [
        ("www.google.com", "https://www.google.com/pagead/1p-conversion/1/?url=x", "advertising"),
        ("www.google.co.uk", "/pagead/1p-conversion/1/", "advertising"),
        ("www.google.com", "/ccm/collect?dl=1", "advertising"),
        ("www.google.com", "/pagead", "advertising"),
        ("www.google.com", "/pageadvice", "services"),
        ("www.google.com", "https://www.google.com/search?q=/pagead/x", "services"),
        ("www.google.com", "https://www.google.com#/pagead/x", "services"),
        ("www.google.com", "", "services"),
        ("analytics.google.com", "/g/collect", "analytics"),
        ("stats.g.doubleclick.net", "/pagead/x", "analytics"),
        ("bat.bing.com", "/action/0", "advertising"),
        ("www.bing.com", "/", "services"),
    ],
)
def test_a_path_tells_a_companys_services_apart(host: str, url: str, category: str) -> None:
    found = OURS.of(host, url)
    assert found is not None
    assert found.category == category


def row(*hosts: str) -> Organisation:
    return Organisation("N", hosts, "c", "D.", "", "s", date(2026, 11, 24))


@pytest.mark.parametrize(
    "hosts", [("a.example", "a.example"), ("A.example",), ("a.example.",), ("",), ("/path",), ("a.example/x", "a.example/x/")]
)
def test_a_place_that_is_wrong_or_there_twice_is_our_bug(hosts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not a host in lower case, or is there twice"):
        Organisations([row(*hosts)])


def test_a_path_alone_does_not_name_the_rest_of_the_host() -> None:
    table = Organisations([row("a.example/x")])
    assert table.of("a.example", "/x/y") is not None
    assert table.of("a.example", "/y") is None


def test_the_memory_has_an_end() -> None:
    table = Organisations([row("a.example")])
    for n in range(MAX_CACHED + 5):
        assert table.of(f"h{n}.a.example") is not None
    assert len(table._cache) <= MAX_CACHED
