"""What each construct of the filter language means, as Adblock Plus, uBlock Origin and AdGuard document it; docs/FILTERS.md has all."""

import pytest

from netcurtain.core.filter_list import parse_line, parse_list
from netcurtain.core.filter_options import KINDS, Kind, Reason
from netcurtain.core.matcher import Excepted, Match, Matcher
from netcurtain.core.network_filter import NetworkFilter, without
from netcurtain.core.request import ResourceType

PAGE = "https://www.shop.example/page"
T = "https://t.example/x"


def meant(lines: str | list[str], url: str = T, page: str = PAGE, kind: ResourceType = ResourceType.SCRIPT, method: str = "GET") -> bool:
    text = lines if isinstance(lines, str) else "\n".join(lines)
    return isinstance(Matcher([parse_list(text, None)]).decide(url, page, kind, method), Match)


def a_filter(line: str) -> NetworkFilter:
    made = parse_line(line)
    assert isinstance(made, NetworkFilter), made
    return made


@pytest.mark.parametrize(
    ("line", "url", "yes"),
    [
        # What || anchors to, and what it does not.
        ("||t.example^", "https://a.t.example/", True),
        ("||t.example^", "https://at.example/", False),
        ("||t.example^", "https://t.example:8080/", True),
        ("||t.example^", "https://t.example", True),
        ("||t.example^", "https://t.example.", True),
        ("||t.example^", "https://u:p@t.example/", True),
        ("||t.example^", "https://t.example@other.example/", False),
        ("||t.example^", "https://other.example/https://t.example/", False),
        ("||t.example^", "https://other.example/?u=//t.example/", False),
        ("||t.example^", "HTTPS://T.EXAMPLE/", True),
        ("||T.Example^", "https://t.example/", True),
        ("||t.example^", "wss://t.example/", True),
        ("||t.example^", "data:text/html,//t.example/", False),
        ("||t.example^", "blob:https://t.example/1", False),
        ("||t.example:8080^", "https://t.example:8080/", True),
        ("||t.example:8080^", "https://t.example/", False),
        ("||t.ex", "https://t.example/", True),
        ("||ex", "https://t.example/", True),
        ("||xam", "https://t.example/", False),
        ("||.example^", "https://t.example/", True),
        ("||.t.example^", "https://a.t.example/", True),
        ("||.t.example^", "https://t.example/", False),
        ("||*.example/x", "https://t.example/x", True),
        ("||t.*/x", "https://t.example/x", True),
        ("||t*.example^", "https://t2.example/", True),
        ("||t.example|", "https://t.example/x", False),
        ("||t.example^|", "https://t.example/", True),
        ("||t.example^|", "https://t.example/x", False),
        ("||192.0.2.7^", "https://192.0.2.7/", True),
        ("||2.7^", "https://192.0.2.7/", True),
        ("||0.2.7/x", "https://192.0.2.7/x", True),
        ("||92.0.2.7^", "https://192.0.2.7/", False),
        ("||[2001:db8::7]^", "https://[2001:db8::7]:8080/", True),
        # Other hosts than ASCII ones are written in two ways.
        ("||bücher.example^", "https://xn--bcher-kva.example/", True),
        ("||BÜCHER.example^", "https://bücher.example/", True),
        ("||xn--bcher-kva.example^", "https://bücher.example/", True),
        ("||straße.example^", "https://xn--strae-oqa.example/", True),
        ("||straße.example^", "https://strasse.example/", False),
        ("|https://bücher.example/", "https://xn--bcher-kva.example/", True),
        ("://bücher.example/", "https://xn--bcher-kva.example/", True),
        ("/bücher^", "https://t.example/b%C3%BCcher/", True),
        # Anchors, separators, wild cards.
        ("|https://t.", "https://t.example/", True),
        ("|http://t.", "https://t.example/?u=http://t.example", False),
        ("x.js|", "https://t.example/x.js", True),
        ("x.js|", "https://t.example/x.js?1", False),
        ("^x^", "https://t.example/x", True),
        ("^x^", "https://t.example/?x=1", True),
        ("^x^", "https://t.example/x.js", False),
        ("^x^", "https://t.example/x%20", False),
        ("^x^", "https://t.example/x-y", False),
        ("t.example^^x", "https://t.example//x", True),
        ("a*c", "https://t.example/abc", True),
        ("a***c", "https://t.example/ac", True),
        ("*x*", "https://t.example/x", True),
        ("/x?a=|b", "https://t.example/x?a=|b", True),
        ("x=|*", "https://t.example/?x=|y", True),
        ("*|b", "https://t.example/?a|b", True),
        ("x*|", "https://t.example/xy", True),
        ("*/x/", "https://t.example/x/", True),
        ("|ws://", "wss://t.example/", True),
        ("|ws://*", "ws://t.example/", True),
        ("|ws://", "https://t.example/?u=ws://x/", False),
        # Expressions.
        (r"/^https?:\/\/t\.example\/[a-z]{1,2}$/", "https://t.example/x", True),
        (r"/\/X$/", "https://t.example/x", True),
        (r"/\/X$/$match-case", "https://t.example/x", False),
        (r"/\.example\/(x|y)$/$script,third-party", "https://t.example/y", True),
        (r"/foo$bar=/", "https://t.example/foo", False),
        ("/X$match-case", "https://t.example/x", False),
        ("/X$~match-case", "https://t.example/x", True),
        # A dollar that begins no options.
        ("/x?$y=z", "https://t.example/x?$y=z", False),
        ("/x$/y$script", "https://t.example/x$/y", True),
        ("/x$y$script", "https://t.example/x$y", True),
        # Notes behind a filter.
        ("||t.example^ # a note", "https://t.example/", True),
        ("||t.example^$script # a note", "https://t.example/", True),
    ],
)
def test_patterns(line: str, url: str, yes: bool) -> None:
    assert meant(line, url) is yes


@pytest.mark.parametrize("line", ["/x", "||t.example^", "||t.example^$~image", "*$third-party", "/./", "||t.example^$~document"])
def test_a_whole_document_is_meant_only_where_a_filter_says_so(line: str) -> None:
    assert meant(line)
    assert not meant(line, page="", kind=ResourceType.MAIN_FRAME)
    assert not meant(line, kind=ResourceType.MAIN_FRAME)


@pytest.mark.parametrize("option", ["document", "doc", "all", "script,document", "DOCUMENT"])
def test_a_filter_may_say_so(option: str) -> None:
    assert meant(f"||t.example^${option}", page="", kind=ResourceType.MAIN_FRAME)


ONE_OF_EACH = {
    "subdocument": ResourceType.SUB_FRAME,
    "frame": ResourceType.SUB_FRAME,
    "stylesheet": ResourceType.STYLESHEET,
    "css": ResourceType.STYLESHEET,
    "script": ResourceType.SCRIPT,
    "image": ResourceType.IMAGE,
    "img": ResourceType.IMAGE,
    "background": ResourceType.IMAGE,
    "font": ResourceType.FONT,
    "object": ResourceType.OBJECT,
    "object-subrequest": ResourceType.OBJECT,
    "xmlhttprequest": ResourceType.XMLHTTPREQUEST,
    "xhr": ResourceType.XMLHTTPREQUEST,
    "ping": ResourceType.PING,
    "beacon": ResourceType.PING,
    "media": ResourceType.MEDIA,
    "websocket": ResourceType.WEBSOCKET,
    "other": ResourceType.OTHER,
    "xbl": ResourceType.OTHER,
    "dtd": ResourceType.OTHER,
}


@pytest.mark.parametrize(("option", "kind"), ONE_OF_EACH.items())
def test_each_type_and_each_other_word_for_it(option: str, kind: ResourceType) -> None:
    others = [other for other in set(ONE_OF_EACH.values()) if other is not kind]
    assert meant(f"/x${option}", kind=kind)
    assert not any(meant(f"/x${option}", kind=other) for other in others)
    assert not meant(f"/x$~{option}", kind=kind)
    assert all(meant(f"/x$~{option}", kind=other) for other in others)


@pytest.mark.parametrize("kind", [ResourceType.CSP_REPORT, ResourceType.SPECULATIVE, ResourceType.WEB_MANIFEST, ResourceType.WEBTRANSPORT])
def test_types_without_a_name_in_lists_are_other(kind: ResourceType) -> None:
    assert meant("/x$other", kind=kind)
    assert not meant("/x$~other", kind=kind)


@pytest.mark.parametrize(
    ("options", "script", "image"),
    [("~image,image", True, True), ("image,~image", False, False), ("~image,script", True, False), ("script,image", True, True)],
)
def test_types_are_read_in_their_order(options: str, script: bool, image: bool) -> None:
    assert (meant(f"/x${options}"), meant(f"/x${options}", kind=ResourceType.IMAGE)) == (script, image)


OWN, SIBLING, FOREIGN = "https://www.shop.example/x", "https://stats.shop.example/x", T


@pytest.mark.parametrize(
    ("options", "those"),
    [
        ("third-party", {FOREIGN}),
        ("3p", {FOREIGN}),
        ("~1p", {FOREIGN}),
        ("first-party", {OWN, SIBLING}),
        ("1p", {OWN, SIBLING}),
        ("~3p", {OWN, SIBLING}),
        ("strict1p", {OWN}),
        ("strict-first-party", {OWN}),
        ("strict3p", {SIBLING, FOREIGN}),
        ("strict-third-party", {SIBLING, FOREIGN}),
        ("1p,strict3p", {SIBLING}),
        ("3p,strict3p", {FOREIGN}),
        ("1p,strict1p", {OWN}),
        ("3p,1p", {OWN, SIBLING, FOREIGN}),
        ("strict3p,strict1p", {OWN, SIBLING, FOREIGN}),
        ("strict1p,3p", set()),
    ],
)
def test_parties(options: str, those: set[str]) -> None:
    assert {url for url in (OWN, SIBLING, FOREIGN) if meant(f"/x${options}", url)} == those


@pytest.mark.parametrize(
    ("option", "page", "yes"),
    [
        ("domain=shop.example", PAGE, True),
        ("from=shop.example", PAGE, True),
        ("domain=SHOP.example.", PAGE, True),
        ("domain=a.example|shop.example", PAGE, True),
        ("domain=a.example", PAGE, False),
        ("domain=op.example", PAGE, False),
        ("domain=~shop.example", PAGE, False),
        ("domain=~a.example", PAGE, True),
        ("domain=shop.example|~www.shop.example", PAGE, False),
        ("domain=~shop.example|www.shop.example", PAGE, True),
        ("domain=example", PAGE, True),
        ("domain=shop.*", "https://www.shop.co.uk/", True),
        ("domain=shop.*", "https://shop.evil.example/", False),
        ("domain=www.shop.*", "https://www.shop.co.uk/", True),
        ("domain=~shop.*", "https://www.shop.co.uk/", False),
        ("domain=shop.*|~shop.com", "https://shop.com/", False),
        ("domain=bücher.example", "https://xn--bcher-kva.example/", True),
        ("domain=192.0.2.7", "https://192.0.2.7/", True),
        (r"domain=/^www\.sh/", PAGE, True),
        (r"domain=/^sh/", PAGE, False),
        (r"domain=~/^www\./", PAGE, False),
        (r"domain=~/^a\./", PAGE, True),
        (r"domain=/\.(example|test)$/", PAGE, True),
        (r"domain=/^[a-z]{1,3}\./", PAGE, True),
        (r"domain=a.example|/^www\./|b.example", PAGE, True),
        (r"domain=shop.example|~/^www\./", PAGE, True),
        (r"domain=/shop/|~/^www\./", PAGE, False),
    ],
)
def test_pages(option: str, page: str, yes: bool) -> None:
    assert meant(f"/x${option}", page=page) is yes
    assert meant(f"/x$script,{option},third-party", page=page) is yes


@pytest.mark.parametrize(
    ("option", "yes"),
    [
        ("to=t.example", True),
        ("to=example", True),
        ("to=a.example", False),
        ("to=~t.example", False),
        ("to=~a.example", True),
        ("to=example|~t.example", False),
        ("to=t.*", True),
        (r"to=/^t\./", True),
        (r"to=~/^t\./", False),
        ("denyallow=t.example,domain=shop.example", False),
        ("denyallow=a.example,domain=shop.example", True),
        ("denyallow=example", False),
        ("method=get", True),
        ("method=POST|GET", True),
        ("method=post", False),
        ("method=~get", False),
        ("method=~post", True),
        ("method=~post|~get", False),
        ("_", True),
        ("script,_____,third-party", True),
        ("redirect=noop.js", True),
        ("redirect=noop.js:100", True),
        ("rewrite=abp-resource:blank-js,domain=shop.example", True),
        ("empty", True),
        ("mp4", False),
        ("popup", False),
        ("popup,script", True),
        ("~popup", True),
        ("inline-script", False),
        ("all", True),
        ("important", True),
        ("reason=it tracks", True),
    ],
)
def test_what_else_narrows(option: str, yes: bool) -> None:
    assert meant(f"/x${option}") is yes


def test_a_video_is_what_mp4_stands_for() -> None:
    assert meant("/x$mp4", kind=ResourceType.MEDIA)


SAFE_VALUES = {"method": "get", "domain": "shop.example", "to": "t.example", "denyallow": "a.example", "app": "org.example"}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=list(KINDS))
def test_every_option_does_what_its_kind_says(name: str, kind: Kind) -> None:
    line = f"/x${name}={SAFE_VALUES.get(name, 'y')}" if kind in (Kind.NAMES, Kind.ANSWER, Kind.NEEDS_MORE, Kind.ELSEWHERE) else f"/x${name}"
    read = parse_list(f"{line}\n@@{line}", None)
    made = {made.exception for made in read.filters}
    match kind:
        case Kind.ANSWER:
            assert read.reasons == {Reason.CHANGES_AN_ANSWER: 2}
        case Kind.NEEDS_MORE:
            assert read.reasons == {Reason.NEEDS_MORE: 2}
        case Kind.ELSEWHERE:
            assert read.reasons == {Reason.CONDITIONAL: 2}
        case Kind.UNSEEN | Kind.ASIDE:
            assert read.reasons == {Reason.NOT_A_REQUEST: 2}
        case Kind.INSTEAD:
            assert (made, read.reasons) == ({False}, {Reason.CHANGES_AN_ANSWER: 1})
        case Kind.WHOLE_PAGE:
            assert (made, read.reasons) == ({True}, {Reason.BAD_OPTION: 1})
        case Kind.SILENT if name == "badfilter":
            assert len(read.turned_off) == 2
        case _:
            assert made == {False, True}


@pytest.mark.parametrize(
    ("lines", "yes"),
    [
        (["||t.example^", "@@||t.example/x"], False),
        (["||t.example^", "@@||t.example/y"], True),
        (["||t.example^", "@@||t.example^$image"], True),
        (["||t.example^", "@@||t.example^$domain=shop.example"], False),
        (["||t.example^", "@@/x$domain=a.example"], True),
        (["||t.example^$important", "@@||t.example^"], True),
        (["||t.example^$important", "@@||t.example^$important"], False),
        (["||t.example^", "||t.example/x$important", "@@||t.example^"], True),
        # A whole page may be let be, by its own address.
        (["||t.example^", "@@||shop.example^$document"], False),
        (["||t.example^", "@@||shop.example^$urlblock"], False),
        (["||t.example^", "@@||shop.example/page|$document"], False),
        (["||t.example^", "@@||shop.example/other$document"], True),
        (["||t.example^", "@@||t.example^$document"], True),
        (["||t.example^$important", "@@||shop.example^$document"], False),
        (["||t.example^", "@@||shop.example^"], True),
        (["||t.example^", "@@||shop.example^$document,~extension"], False),
        # These let other parts of a blocker be, not a request.
        (["||t.example^", "@@||shop.example^$genericblock"], True),
        (["||t.example^", "@@||shop.example^$elemhide"], True),
        (["||t.example^", "@@||shop.example^$ghide"], True),
        (["||t.example^", "@@||t.example^$script,stealth"], True),
        (["||t.example^", "@@||t.example^$stealth=3p-cookie"], True),
        (["||t.example^", "@@||t.example^$redirect=noop.js"], True),
        (["||t.example^", "@@||t.example^$csp"], True),
        (["||t.example^", "@@||t.example^$removeparam"], True),
        (["||t.example^", "@@*$cname"], True),
        # A filter may be turned off, in whatever order its options stand.
        (["||t.example^", "||t.example^$badfilter"], False),
        (["||t.example^$third-party", "||t.example^$badfilter,3p"], False),
        (["||t.example^$third-party", "||t.example^$badfilter"], True),
        (["/x$script,third-party", "/x$3p,badfilter,script"], False),
        (["/x$script,image", "/x$image,script,badfilter"], False),
        (["/x$script", "/x$image,badfilter"], True),
        (["||t.example^", "@@||t.example^", "@@||t.example^$badfilter"], True),
        (["/x$domain=shop.example|a.example", "/x$domain=shop.example,badfilter"], False),
        (["/x$domain=shop.example|a.example", "/x$domain=a.example,badfilter"], True),
    ],
)
def test_exceptions_and_filters_that_are_turned_off(lines: list[str], yes: bool) -> None:
    assert meant(lines) is yes
    assert meant(lines[::-1]) is yes


def test_an_exception_alone_excepts_nothing() -> None:
    assert Matcher([parse_list("@@||t.example^", None)]).decide(T, PAGE, ResourceType.SCRIPT) is None


def test_lists_are_joined_and_each_is_named() -> None:
    both = Matcher([parse_list("||t.example^", "One"), parse_list("@@||t.example/x", "Two")])
    assert both.decide(T, PAGE, ResourceType.SCRIPT) == Excepted("||t.example^", "@@||t.example/x", "Two")
    assert both.decide("https://t.example/", PAGE, ResourceType.SCRIPT) == Match("||t.example^", "One")


@pytest.mark.parametrize(
    ("written", "off", "left"),
    [
        ("/x$domain=a.com|b.com|c.com", "/x$domain=a.com,badfilter", {"b.com": True, "c.com": True}),
        ("/x$domain=a.com|b.com", "/x$domain=a.com|b.com|c.com,badfilter", None),
        ("/x$domain=a.com|a.org", "/x$domain=a.*,badfilter", None),
        ("/x$domain=a.*", "/x$domain=a.com,badfilter", {"a.*": True, "a.com": False}),
        ("/x$domain=a.com", "/x$domain=b.com,badfilter", {"a.com": True}),
        ("/x$domain=a.com|b.com", "/x$domain=a.com|~b.com,badfilter", {"a.com": True, "b.com": True}),
        ("/x$domain=a.com|~b.a.com", "/x$domain=a.com,badfilter", {"a.com": True, "b.a.com": False}),
        ("/x$domain=a.com", "/x$badfilter", {"a.com": True}),
        ("/x$domain=~a.com", "/x$domain=~a.com,badfilter", None),
    ],
)
def test_a_filter_may_be_turned_off_for_some_pages(written: str, off: str, left: dict[str, bool] | None) -> None:
    turned_off = parse_list(off, None).turned_off[0]
    rest = without(a_filter(written), turned_off)
    assert (rest.domains if rest else None) == left


def test_lines_that_look_cosmetic_and_are_not() -> None:
    for line, url in (("/ad%%x", "https://t.example/ad%%x"), ("||t.example^$x", ""), ("/a#b", "https://t.example/a#b")):
        assert meant(line, url) is (url != "")


def test_a_very_long_address_is_looked_at_to_its_end() -> None:
    url = "https://t.example/?" + "a=b&" * 16_000 + "pixel"
    assert len(url) < 64 * 1024
    assert meant("pixel", url)
    assert meant("&a=b^pixel|", url)
    assert not meant("/(a=b&)+x$/", url)
