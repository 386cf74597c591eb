"""Which lines of a list are filters for us, and why the others are not: docs/FILTERS.md has every reason."""

import pytest

from netcurtain.core.filter_list import parse_list
from netcurtain.core.filter_options import Reason
from netcurtain.core.list_lines import MAX_LINE, holds, lines_of


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("||t.example^$domain=|", Reason.BAD_OPTION),
        ("||t.example^$domain=a.example|[", Reason.BAD_OPTION),
        ("||t.example^$domain=/a", Reason.BAD_OPTION),
        ("||t.example^$domain=a.example>>", Reason.BAD_OPTION),
        ("||t.example^$~domain=a.example", Reason.BAD_OPTION),
        ("||t.example^$to=~/(?=x)/", Reason.BAD_EXPRESSION),
        ("||t.example^$denyallow=/x/", Reason.BAD_OPTION),
        ("||t.example^$method=fetch", Reason.BAD_OPTION),
        ("||t.example^$method=|", Reason.BAD_OPTION),
        ("||t.example^$~important", Reason.BAD_OPTION),
        ("||t.example^$~all", Reason.BAD_OPTION),
        ("||t.example^$urlblock", Reason.BAD_OPTION),
        ("||t.example^$image,~image", Reason.NOT_A_REQUEST),
        ("||t.example^$replace=/a,b/c/", Reason.BAD_OPTION),
        (r"||t.example^$replace=/a\,b\$/c/", Reason.CHANGES_AN_ANSWER),
        ("||t.example^$removeparam=/^utm_[a-z]{1,9}$/", Reason.CHANGES_AN_ANSWER),
        ("||t.example^$csp=script-src 'none'; img-src *", Reason.CHANGES_AN_ANSWER),
        ("||t.example^$tag=x", Reason.NEEDS_MORE),
        ("$important", Reason.MEANS_EVERYTHING),
        ("*$match-case", Reason.MEANS_EVERYTHING),
        ("@@^", Reason.MEANS_EVERYTHING),
        ("192.0.2.7$network", Reason.CONDITIONAL),
        ("||t.example^$app=~chrome.exe", Reason.CONDITIONAL),
        ("||t.example^$dnsrewrite=192.0.2.7", Reason.CONDITIONAL),
        ("255.255.255.255 broadcasthost", Reason.THIS_COMPUTER),
        ("ff02::1 ip6-allnodes", Reason.THIS_COMPUTER),
        ("192.0.2.7 printer.example", Reason.NOT_A_FILTER),
        (r"/(a)\1/", Reason.BAD_EXPRESSION),
        ("/a(?!b)/", Reason.BAD_EXPRESSION),
        ("#no-space", Reason.COMMENT),
        ("#########", Reason.COMMENT),
        ("[uBlock Origin]", Reason.COMMENT),
        ("###banner", Reason.COSMETIC),
        ("*##.banner", Reason.COSMETIC),
        ("a.example,~b.a.example##.banner", Reason.COSMETIC),
        ("a.example##^script:has-text(x)", Reason.COSMETIC),
        ("a.example##^responseheader(x)", Reason.COSMETIC),
        ("a.example##+js(set, x, 1)", Reason.COSMETIC),
        ("a.example#@#+js()", Reason.COSMETIC),
        ("a.example#$#log x", Reason.COSMETIC),
        ("a.example#$?#p:has(a) { color: red }", Reason.COSMETIC),
        ("a.example#@$?#p", Reason.COSMETIC),
        ("a.example#@$#p", Reason.COSMETIC),
        ("a.example#@%#x()", Reason.COSMETIC),
        ("a.example$$div[id]", Reason.COSMETIC),
        ("a.example$@$div[id]", Reason.COSMETIC),
        ("$$script:contains(x)", Reason.COSMETIC),
        ("a.example%%script", Reason.COSMETIC),
        ("[$app=x]a.example##p", Reason.COSMETIC),
        ("/a\\.example/##p", Reason.COSMETIC),
    ],
)
def test_a_line_that_is_not_used_has_its_reason(line: str, reason: Reason) -> None:
    assert parse_list(f"{line}\n/y", None).reasons == ({} if reason is Reason.COMMENT else {reason: 1})


@pytest.mark.parametrize(
    ("condition", "yes"),
    [
        ("env_chromium", False),
        ("!env_chromium", True),
        ("adguard && !ext_ublock", False),
        ("!adguard && !ext_ublock", True),
        ("adguard || !ext_ublock", True),
        ("(adguard_ext_firefox || ext_ublock)", False),
        ("!(adguard || ext_ublock)", True),
        ("!(adguard||ext_ublock) && !env_mobile", True),
        ("true", True),
        ("false", False),
        ("!!adguard", False),
        ("!adguard || adguard && false", True),
        ("adguard && false || true", True),
        ("true || true && false", True),
        ("", False),
        ("!", False),
        ("(((", False),
        ("!a " * 400, False),
    ],
)
def test_conditions_ask_which_program_reads(condition: str, yes: bool) -> None:
    assert holds(condition) is yes


@pytest.mark.parametrize(
    ("text", "used", "reasons"),
    [
        ("!#if adguard\n/a\n!#else\n/b\n!#endif\n/c", ["/b", "/c"], {Reason.CONDITIONAL: 1}),
        ("!#if !adguard\n!#if ext_ublock\n/a\n!#endif\n/b\n!#endif", ["/b"], {Reason.CONDITIONAL: 1}),
        ("!#if adguard\n!#include a.txt\n/a", [], {Reason.CONDITIONAL: 1}),
        ("!#endif\n!#else\n/a", ["/a"], {}),
        ("!#include a.txt\n%include b.txt%\n/a", ["/a"], {Reason.INCLUDES: 2}),
        ("!#safari_cb_affinity(all)\n/a\n!#safari_cb_affinity", ["/a"], {}),
        ("!+ PLATFORM(windows)\n/a\n/b", ["/b"], {Reason.CONDITIONAL: 1}),
        ("!+ NOT_PLATFORM(windows)\n/a", ["/a"], {}),
        ("!+ NOT_OPTIMIZED\n/a", ["/a"], {}),
        (
            "/a$script, \\\n    domain=a.example| \\\n    b.example\n/b",
            ["/a$script, \\\n    domain=a.example| \\\n    b.example", "/b"],
            {},
        ),
        ("/a \\\n/b", ["/a \\", "/b"], {}),
        ("/a \\", ["/a \\"], {}),
        ("0.0.0.0 a.example b.example # both", ["0.0.0.0 a.example b.example # both"] * 2, {}),
        ("\ufeff/a\r\n\r\n  /b  ", ["\ufeff/a", "/b"], {}),
    ],
)
def test_lists_speak_to_several_programs(text: str, used: list[str], reasons: dict[Reason, int]) -> None:
    read = parse_list(text, None)
    assert [made.line for made in read.filters] == used
    assert read.reasons == reasons


def test_examples_of_what_is_not_used_are_few_and_short() -> None:
    read = parse_list("\n".join(f"a{n}.example##{'p' * 500}" for n in range(9)) + "\n||t.example/\u202e$strange", None)
    assert {reason: len(lines) for reason, lines in read.examples.items()} == {Reason.COSMETIC: 5, Reason.UNKNOWN_OPTION: 1}
    assert all(len(line) <= 120 and line.isprintable() for lines in read.examples.values() for line in lines)


def test_lines_that_go_on_are_read_as_one() -> None:
    text = "/a$script, \\\n    domain=a.example| \\\n    b.example\n/b \\\n/c \\\n     \\\n    /d \\"
    assert [line for line, _, _ in lines_of(text)] == ["/a$script,domain=a.example|b.example", "/b", "/c", "/d"]


def test_two_lines_that_name_the_same_host_among_others_are_both_kept() -> None:
    lines = ["0.0.0.0 a.example b.example", "0.0.0.0 b.example c.example"]
    read = parse_list("\n".join(lines), None)
    assert [(one.pattern.host, one.line) for one in read.filters] == [
        ("a.example", lines[0]),
        ("b.example", lines[0]),
        ("b.example", lines[1]),
        ("c.example", lines[1]),
    ]


def test_a_very_long_line_of_hosts_is_not_kept_once_a_host() -> None:
    hosts = [f"h{n}.example" for n in range(100)]
    assert [written for _, written, _ in lines_of(f"0.0.0.0 {' '.join(hosts)}")] == [f"0.0.0.0 {host}" for host in hosts]


def test_a_line_that_goes_on_over_very_much_space_is_told_as_it_is_read() -> None:
    text = "||a.example^ \\\n    " + " " * MAX_LINE + "$image"
    assert [written for _, written, _ in lines_of(text)] == ["||a.example^$image"]
