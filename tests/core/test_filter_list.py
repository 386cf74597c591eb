import pytest
import re2
from adblockparser import AdblockRule
from hypothesis import given
from hypothesis import strategies as st

from netcurtain.core import filter_list
from netcurtain.core.filter_list import FilterAnatomy, Skipped, parse_line, parse_list
from netcurtain.core.filter_options import Reason
from netcurtain.core.list_lines import MAX_LINE
from netcurtain.core.network_filter import DEFAULT_TYPES, NetworkFilter, Party, compiled
from netcurtain.core.question import TYPES

LIST = """[Adblock Plus 2.0]
! Title: A list
! Version: 202611200830
! Expires: 2 days
! version: a second one does not count

||tracker.example^
||pixel.example^$third-party
||Upper.example^
@@||tracker.example/needed/$script
/collect?tid=
||off.example^$badfilter
example.com##.banner
$csp=script-src 'none',domain=page.example
||strange.example^$strange
# a note
"""


def used(line: str) -> NetworkFilter:
    made = parse_line(line, "A list")
    assert isinstance(made, NetworkFilter), made
    return made


def why(line: str) -> Reason:
    skipped = parse_line(line)
    assert isinstance(skipped, Skipped), skipped
    return skipped.reason


def bits(*names: str) -> int:
    return sum(TYPES[name] for name in names)


def test_every_line_of_a_list_is_used_or_counted_under_a_reason() -> None:
    read = parse_list(LIST, "list.txt")
    assert (read.title, read.version) == ("A list", "202611200830")
    assert (set(read.hosts), set(read.third_party_hosts)) == ({"tracker.example"}, {"pixel.example"})
    assert [f.line for f in read.filters] == ["||Upper.example^", "@@||tracker.example/needed/$script", "/collect?tid="]
    assert {f.list for f in read.filters} == {"A list"}
    assert [f.pattern.host for f in read.turned_off] == ["off.example"]
    assert read.reasons == {Reason.COSMETIC: 1, Reason.CHANGES_AN_ANSWER: 1, Reason.UNKNOWN_OPTION: 1}
    assert (read.count, read.skipped) == (7, 2)


def test_a_list_says_what_it_is_in_its_header() -> None:
    assert parse_list(LIST, "list.txt").header == {"title": "A list", "version": "202611200830", "expires": "2 days"}


def test_a_list_without_a_title_has_the_name_it_was_given() -> None:
    assert parse_list("||tracker.example^", "list.txt").title == "list.txt"


def test_lines_of_no_list_have_no_title_whatever_they_say() -> None:
    read = parse_list("! Title: A list\n/pixel?", None)
    assert read.title is None
    assert read.filters[0].list is None


def test_a_title_is_short_and_plain() -> None:
    assert parse_list(f"! Title: a\u202e\x1b{'x' * 200}\n", "list.txt").title == "a" + "x" * 79


def test_lines_may_end_as_on_windows() -> None:
    assert parse_list("||a.example^\r\n/b?c\r\n", None).filters[0].line == "/b?c"


@pytest.mark.parametrize(
    ("options", "types"),
    [
        ("script", bits("script")),
        ("script,image", bits("script", "image")),
        ("~script", DEFAULT_TYPES - bits("script")),
        ("~script,~image", DEFAULT_TYPES - bits("script", "image")),
        ("script,image,~image", bits("script")),
        ("third-party", DEFAULT_TYPES),
        ("document", bits("document")),
        ("doc,frame", bits("document", "subdocument")),
        ("xhr,css,beacon,img", bits("xmlhttprequest", "stylesheet", "ping", "image")),
        ("all", sum(TYPES.values())),
        ("font", bits("font")),
        ("popup,script", bits("script")),
        ("redirect=noop.js,script", bits("script")),
        ("mp4", bits("media")),
        ("object-subrequest,other", bits("object", "other")),
        ("SCRIPT", bits("script")),
    ],
)
def test_types_are_joined_by_or(options: str, types: int) -> None:
    assert used(f"||t.example^${options}").types == types


@pytest.mark.parametrize(
    ("options", "party"),
    [
        ("third-party", Party.THIRD),
        ("3p", Party.THIRD),
        ("~first-party", Party.THIRD),
        ("~third-party", Party.FIRST),
        ("1p", Party.FIRST),
        ("strict3p", Party.STRICT_THIRD),
        ("strict1p,1p", Party.STRICT_FIRST),
        ("3p,1p", None),
        ("script", None),
    ],
)
def test_a_party_may_go_by_other_names(options: str, party: Party | None) -> None:
    assert used(f"||t.example/x${options}").party is party


def test_pages_hosts_and_methods_are_read_with_what_is_left_out() -> None:
    made = used("/x?$domain=A.example|~b.a.example|g.*,to=bücher.example|~c.example,denyallow=d.example|e.example,method=POST|~get")
    assert made.domains == {"a.example": True, "b.a.example": False, "g.*": True}
    assert made.to == {"xn--bcher-kva.example": True, "c.example": False}
    assert made.deny_allow == {"d.example", "e.example"}
    assert made.methods == {"post": True, "get": False}
    assert used("/x?$from=a.example").domains == {"a.example": True}


def test_what_stands_for_nothing_changes_nothing() -> None:
    assert used("/x?$script,_____,collapse,reason=why").types == bits("script")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("! a comment", Reason.COMMENT),
        ("# a comment", Reason.COMMENT),
        ("[Adblock Plus 2.0]", Reason.COMMENT),
        ("", Reason.COMMENT),
        ("##.banner", Reason.COSMETIC),
        ("example.com##.banner", Reason.COSMETIC),
        ("example.com#@#.banner", Reason.COSMETIC),
        ("example.com#?#div:has(p)", Reason.COSMETIC),
        ("example.com#@?#div", Reason.COSMETIC),
        ("example.com#$#body { color: red }", Reason.COSMETIC),
        ("example.com#%#//scriptlet('x')", Reason.COSMETIC),
        ("example.com$$script[data-x]", Reason.COSMETIC),
        ("[$path=/x]example.com##.banner", Reason.COSMETIC),
        ("||t.example^$script,strange", Reason.UNKNOWN_OPTION),
        ("||t.example^$sitekey=abc", Reason.NEEDS_MORE),
        ("||t.example^$script=1", Reason.BAD_OPTION),
        ("||t.example^$domain", Reason.BAD_OPTION),
        ("||t.example^$domain=/(?=x)/", Reason.BAD_EXPRESSION),
        ("||t.example^$domain=*.example", Reason.BAD_OPTION),
        ("||t.example^$denyallow=~x.example", Reason.BAD_OPTION),
        ("||t.example^$csp=script-src 'none'", Reason.CHANGES_AN_ANSWER),
        ("||t.example^$removeparam=utm", Reason.CHANGES_AN_ANSWER),
        ("||t.example^$header=server:x", Reason.NEEDS_MORE),
        ("||t.example^$redirect-rule=noop.js", Reason.CHANGES_AN_ANSWER),
        ("@@||t.example^$redirect=noop.js", Reason.CHANGES_AN_ANSWER),
        ("||t.example^$popup", Reason.NOT_A_REQUEST),
        ("@@||t.example^$generichide", Reason.NOT_A_REQUEST),
        ("||t.example^$webrtc,~script", Reason.NOT_A_REQUEST),
        ("||t.example^$badfilter", Reason.NOT_A_REQUEST),
        ("/(unclosed/", Reason.BAD_EXPRESSION),
        ("/(?=ahead)x/", Reason.BAD_EXPRESSION),
        ("/(a{1000}){1000}/", Reason.BAD_EXPRESSION),
        ("^a" * 8000, Reason.BAD_EXPRESSION),
        ("*", Reason.MEANS_EVERYTHING),
        ("@@", Reason.MEANS_EVERYTHING),
        ("||", Reason.MEANS_EVERYTHING),
        ("words of a sentence", Reason.NOT_A_FILTER),
        ("/x?" + "$a" * 30, Reason.NOT_A_FILTER),
        ("a\0b", Reason.NOT_A_FILTER),
        ("127.0.0.1 localhost", Reason.THIS_COMPUTER),
        ("0.0.0.0 bad/host", Reason.NOT_A_FILTER),
        ("||t.example/" + "x" * MAX_LINE, Reason.TOO_LONG),
    ],
)
def test_a_line_that_is_no_filter_is_skipped_with_its_reason(line: str, reason: Reason) -> None:
    assert why(line) is reason


@pytest.mark.parametrize("line", ["0.0.0.0 t.example", "127.0.0.1\tt.example  # a note", ":: T.example"])
def test_a_hosts_line_means_the_host_and_all_below_it(line: str) -> None:
    made = used(line)
    assert (made.line, made.pattern.host, made.pattern.text) == (line, "t.example", "^")


def test_conditions_are_about_other_programs() -> None:
    blocks = "!#if env_mobile\n/a?b\n!#else\n/c?d\n!#endif\n!#if !env_mobile\n/e?f\n!#if x && y\n/g?h\n!#endif\n!#endif\n"
    read = parse_list(blocks + "!#include more.txt\n/i?j", None)
    assert [f.line for f in read.filters] == ["/c?d", "/e?f", "/i?j"]
    assert read.reasons == {Reason.CONDITIONAL: 2, Reason.INCLUDES: 1}


def test_a_list_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filter_list, "MAX_FILTERS", 2)
    monkeypatch.setattr(filter_list, "MAX_EXPRESSIONS", 1)
    read = parse_list("||a.example^\n/b?c\n||d.example^\n/e?f\nx.example##.y", None)
    assert (read.count, read.reasons) == (2, {Reason.TOO_MANY: 2, Reason.COSMETIC: 1})
    assert parse_list("/a[0-9]/\n/b[0-9]/", None).reasons == {Reason.TOO_MANY: 1}


class TestAdblockparsersFaults:
    """What adblockparser does with a line, and that it is mended."""

    @pytest.mark.parametrize("option", ["xhr", "3p", "font", "important", "all", "from=a.example"])
    def test_an_unknown_option_swallows_its_neighbours(self, option: str) -> None:
        line = f"||t.example^$third-party,{option}"
        assert list(AdblockRule(line).options) == [f"third-party,{option}"]
        assert len(FilterAnatomy(line).options) == (1 if option == "3p" else 2)

    def test_an_expression_is_cut_at_its_dollar(self) -> None:
        line = "/t[0-9]$/$script"
        assert AdblockRule(line).rule_text == "/t[0-9]"
        assert (FilterAnatomy(line).rule_text, FilterAnatomy(line).options) == ("/t[0-9]$/", {"script": True})

    def test_a_dollar_in_an_expression_alone_is_no_option(self) -> None:
        assert (FilterAnatomy("/t[0-9]$/").rule_text, FilterAnatomy("/t[0-9]$/").options) == ("/t[0-9]$/", {})

    def test_other_cosmetic_lines_pass_as_filters(self) -> None:
        assert not AdblockRule("example.com#?#div").is_html_rule
        assert why("example.com#?#div") is Reason.COSMETIC

    def test_a_bad_filter_is_only_found_when_it_is_matched(self) -> None:
        AdblockRule("/(unclosed/")
        assert why("/(unclosed/") is Reason.BAD_EXPRESSION

    def test_a_comma_that_is_written_with_a_backslash_parts_nothing(self) -> None:
        assert FilterAnatomy(r"/x$replace=/a\,b/,script").options == {"replace": r"/a\,b/", "script": True}


@given(st.text(alphabet=st.sampled_from(list("|*^$~,=/@#!ab.é[](){}\\ ")) | st.characters(), max_size=60))
def test_any_line_is_read_or_skipped(line: str) -> None:
    made = parse_line(line)
    if isinstance(made, NetworkFilter):
        try:
            compiled(made.pattern)
        except re2.error:  # a filter that was taken can be run
            pytest.fail(repr(made.pattern))


@given(
    st.lists(
        st.sampled_from(["script", "~image", "domain=a.example|~b.a.example", "3p", "to=x.*", "strange", "popup", "csp=x", "badfilter"])
    )
)
def test_any_options_are_read_or_skipped(options: list[str]) -> None:
    parse_line(f"||t.example^${','.join(options)}")
