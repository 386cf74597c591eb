import pytest
from hypothesis import given
from hypothesis import strategies as st

from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Excepted, Match, Matcher
from netcurtain.core.request import ResourceType

PAGE = "https://www.shop.example/report"
SCRIPT, IMAGE, DOCUMENT = ResourceType.SCRIPT, ResourceType.IMAGE, ResourceType.MAIN_FRAME


def matcher(*lines: str) -> Matcher:
    return Matcher([parse_list("\n".join(lines), "A list")])


def means(line: str, url: str, page_url: str = PAGE, kind: ResourceType = SCRIPT, method: str = "GET") -> bool:
    return matcher(line).decide(url, page_url, kind, method) == Match(line, "A list")


def test_a_match_names_the_filter_and_its_list() -> None:
    lists = [parse_list("! Title: One\n||a.example^", ""), parse_list("! Title: Two\n||b.example^$third-party\n/pixel?x=", "")]
    both = Matcher(lists)
    assert both.decide("https://a.example/", PAGE, SCRIPT) == Match("||a.example^", "One")
    assert both.decide("https://x.b.example/", PAGE, SCRIPT) == Match("||b.example^$third-party", "Two")
    assert both.decide("https://c.example/pixel?x=1", PAGE, SCRIPT) == Match("/pixel?x=", "Two")
    assert both.decide("https://c.example/", PAGE, SCRIPT) is None


@pytest.mark.parametrize(
    ("line", "url", "yes"),
    [
        ("||t.example^", "https://t.example/x", True),
        ("||t.example^", "https://a.b.t.example:8443/x", True),
        ("||t.example^", "https://T.EXAMPLE./x", True),
        ("||t.example^", "https://user:word@t.example/x", True),
        ("||t.example^", "wss://t.example", True),
        ("||t.example^", "https://not-t.example/x", False),
        ("||t.example^", "https://t.example.other.example/x", False),
        ("||t.example^", "https://other.example/?u=https://t.example/", False),
        ("||t.example^", "data:text/plain,https://t.example/", False),
        ("||t.example^", "blob:https://t.example/1", False),
        ("||t.example/tr^", "https://www.t.example/tr?id=1", True),
        ("||t.example/tr^", "https://www.t.example/tr", True),
        ("||t.example/tr^", "https://www.t.example/trips", False),
        ("||t.example/a*/b", "https://t.example/a1/2/b", True),
        ("||t.example^*.js|", "https://t.example/x/y.js", True),
        ("||t.example^*.js|", "https://t.example/x/y.js?z", False),
        ("||google.*/pixel", "https://www.google.co.uk/pixel", True),
        ("||t.", "https://a.t.example/", True),
        ("|https://t", "https://t.example/", True),
        ("|https://t", "https://x.example/?https://t", False),
        ("/pixel.gif", "https://x.example/PIXEL.gif?1", True),
        ("/Pixel.gif$match-case", "https://x.example/Pixel.gif", True),
        ("/Pixel.gif$match-case", "https://x.example/pixel.gif", False),
        ("/g/collect?v=2&tid=G-", "https://s.shop.example/g/collect?v=2&tid=G-ABC", True),
        (r"/^https:\/\/x[0-9]+\./", "https://x42.example/", True),
        (r"/^https:\/\/x[0-9]+\.example\/$/$script", "https://x42.example/", True),
        ("||bücher.example^", "https://xn--bcher-kva.example/", True),
        ("||xn--bcher-kva.example^", "https://bücher.example/", True),
        ("/größe", "https://x.example/gr%C3%B6%C3%9Fe", True),
        ("0.0.0.0 t.example", "https://a.t.example/", True),
        ("||[::1]^", "http://[::1]:80/x", True),
    ],
)
def test_addresses(line: str, url: str, yes: bool) -> None:
    assert means(line, url) is yes


@pytest.mark.parametrize(
    ("options", "page_url", "yes"),
    [
        ("third-party", PAGE, True),
        ("third-party", "https://www.t.example/", False),
        ("~third-party", "https://www.t.example/", True),
        ("strict1p", "https://www.t.example/", False),
        ("strict3p", "https://www.t.example/", True),
        ("domain=shop.example", PAGE, True),
        ("domain=~shop.example", PAGE, False),
        ("domain=shop.example|~www.shop.example", PAGE, False),
        ("domain=shop.*", PAGE, True),
        ("domain=op.example", PAGE, False),
        ("to=t.example", PAGE, True),
        ("to=~t.example", PAGE, False),
        ("denyallow=t.example", PAGE, False),
        ("script,image", PAGE, True),
        ("image,font", PAGE, False),
        ("~script", PAGE, False),
        ("method=get", PAGE, True),
        ("method=post", PAGE, False),
        ("method=~get", PAGE, False),
        ("redirect=noop.js", PAGE, True),
    ],
)
@pytest.mark.parametrize("pattern", ["||t.example^", "/one/two", "", "/[a-z]wo/"])
def test_options(pattern: str, options: str, page_url: str, yes: bool) -> None:
    assert means(f"{pattern}${options}", "https://t.example/one/two", page_url) is yes


@pytest.mark.parametrize(("options", "yes"), [("", False), ("$script", False), ("$~image", False), ("$document", True), ("$all", True)])
def test_a_whole_document_is_a_match_only_where_the_filter_says_so(options: str, yes: bool) -> None:
    assert means(f"||t.example^{options}", "https://t.example/", "https://t.example/", DOCUMENT) is yes


def test_an_exception_is_named_beside_the_filter() -> None:
    asked = matcher("||t.example^", "@@||t.example/needed$script")
    assert asked.decide("https://t.example/needed", PAGE, SCRIPT) == Excepted("||t.example^", "@@||t.example/needed$script", "A list")
    assert asked.decide("https://t.example/needed", PAGE, IMAGE) == Match("||t.example^", "A list")


def test_an_exception_for_a_page_lets_everything_on_it_be() -> None:
    asked = matcher("||t.example^", "@@||shop.example^$document")
    assert isinstance(asked.decide("https://t.example/", PAGE, SCRIPT), Excepted)
    assert isinstance(asked.decide("https://t.example/", "https://other.example/", SCRIPT), Match)


def test_important_beats_an_exception_but_not_an_important_one() -> None:
    lines = ["/pixel?", "||t.example^$important", "@@||t.example^"]
    assert matcher(*lines).decide("https://t.example/pixel?", PAGE, SCRIPT) == Match("||t.example^$important", "A list")
    lines.append("@@/pixel?$important")
    assert isinstance(matcher(*lines).decide("https://t.example/pixel?", PAGE, SCRIPT), Excepted)


@pytest.mark.parametrize(
    ("line", "off"),
    [
        ("||t.example^", "||t.example^$badfilter"),
        ("||t.example^$third-party", "||t.example^$badfilter,3p"),
        ("||t.example/x$script,image", "||t.example/x$image,badfilter,script"),
        ("@@||never.example^\n/one?two", "/one?two$badfilter"),
    ],
)
def test_a_filter_can_be_turned_off_from_another_list(line: str, off: str) -> None:
    url = "https://t.example/x?u=/one?two"
    assert Matcher([parse_list(line, "")]).decide(url, PAGE, SCRIPT) is not None
    assert Matcher([parse_list(line, ""), parse_list(off, "")]).decide(url, PAGE, SCRIPT) is None
    assert Matcher([parse_list(line, ""), parse_list(off.replace("badfilter", "badfilter,font"), "")]).decide(url, PAGE, SCRIPT) is not None


def test_only_trying_out_counts_an_exception_alone() -> None:
    alone = matcher("@@||t.example^")
    assert alone.decide("https://t.example/", PAGE, SCRIPT) is None
    assert alone.try_out("https://t.example/", PAGE, SCRIPT) == Excepted(None, "@@||t.example^", "A list")
    assert alone.try_out("https://other.example/", PAGE, SCRIPT) is None
    assert matcher("||t.example^").try_out("https://t.example/", PAGE, SCRIPT) == Match("||t.example^", "A list")


def test_without_a_page_a_request_is_its_own() -> None:
    assert not means("||t.example^$third-party", "https://t.example/", "")
    assert means("||t.example^", "https://t.example/", "")


def test_an_important_filter_gives_way_to_an_exception_for_the_page() -> None:
    asked = matcher("||t.example^$important", "@@||shop.example^$document", "@@||t.example^")
    assert isinstance(asked.decide("https://t.example/", PAGE, SCRIPT), Excepted)
    assert isinstance(asked.decide("https://t.example/", "https://other.example/", SCRIPT), Match)


ADDRESSES = st.text() | st.builds(
    "{}{}{}".format,
    st.sampled_from(["https://", "http://", "ws://", "HTTPS://u:p@", "//", "data:", "blob:https://", "about:", ""]),
    st.text(st.sampled_from(list("ab.:[]@é-_%。")), max_size=12),
    st.text(st.sampled_from(list("/?#&=%ab^|*é \0\ud800")) | st.characters(), max_size=30),
)
HOSTILE = matcher(
    "||a.b^",
    "||a.a^$third-party",
    "/a*b",
    "||a*^b|",
    "^a^",
    "/[ab]+c?$/",
    "@@/a/b",
    "||a.b/a$match-case,method=post",
    "$ping",
    "@@||b^$document",
)


@given(ADDRESSES, ADDRESSES, st.sampled_from(ResourceType), st.text(max_size=5))
def test_any_address_gets_an_answer(url: str, page_url: str, kind: ResourceType, method: str) -> None:
    HOSTILE.try_out(url, page_url, kind, method)
