import msgspec
import pytest

from netcurtain.core import filter_record
from netcurtain.core.filter_list import parse_line
from netcurtain.core.filter_record import (
    AFTER_HOST,
    ANYWHERE,
    WHOLE,
    Record,
    bare_record,
    line_of,
    literal_of,
    record_of,
    stand_in_order,
)
from netcurtain.core.filter_tables import packed
from netcurtain.core.network_filter import NetworkFilter, pattern_of


def read(line: str) -> NetworkFilter:
    made = parse_line(line, "A list")
    assert isinstance(made, NetworkFilter)
    return made


@pytest.mark.parametrize("third_party", [False, True])
def test_a_bare_host_has_the_record_of_its_line(third_party: bool) -> None:
    made = bare_record("t.example", third_party, "A list")
    assert record_of(read(line_of(made))) == made


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("/pixel?", ANYWHERE),
        ("/pixel?$script,third-party,domain=a.example|b.*", ANYWHERE),
        ("||t.example^", ANYWHERE),
        ("||t.example/x", AFTER_HOST),
        ("||t.example/x$~third-party", AFTER_HOST),
        ("||t.example/x$strict3p", WHOLE),
        ("||t.example/x^", WHOLE),
        ("/a*b", WHOLE),
        ("/X$match-case", WHOLE),
        ("/x$domain=~a.example|~b.*", ANYWHERE),
        ("/x$domain=a.example|~b.a.example", WHOLE),
        ("/x$method=post", WHOLE),
        ("/x$to=a.example", WHOLE),
        ("/x$denyallow=a.example", WHOLE),
        ("/x+y/", WHOLE),
    ],
)
def test_only_what_a_literal_says_whole_is_tested_by_it_alone(line: str, how: int) -> None:
    record = record_of(read(line))
    assert record[2][3] == how
    assert (record[2][-1] is not None) is (how == WHOLE)


@pytest.mark.parametrize(
    "line", ["/a*b$method=post,domain=~x.example,strict1p", "/[a-z]+x/$match-case,denyallow=x.example", "||t.example/x"]
)
def test_a_record_comes_back_from_a_file_as_it_was(line: str) -> None:
    record = record_of(read(line))
    assert msgspec.msgpack.decode(packed(record), type=Record) == record


@pytest.mark.parametrize(
    ("expression", "literal"),
    [
        (r"^https?:\/\/t\.example\/x", "://t.example/x"),
        (r"abc[0-9]+defg", "defg"),
        (r"abc\d{2}de", "abc"),
        (r"abcd?e", "abc"),
        (r"abcd{0,2}e", "abc"),
        (r"abcd+e", "abcd"),
        (r"abc(d|e)fghi", "fghi"),
        (r"abc(d|e)?fg", "abc"),
        (r"Abc.D", "abc"),
        (r"a\.b\?c", "a.b"),
        (r"abc|d", ""),
        (r"abc((d))", ""),
        (r"abc\bd", ""),
        (r"abc\\.d", ""),
        (r"abc*?d", ""),
        (r"[\]abc]d", "d"),
    ],
)
def test_a_literal_of_an_expression_stands_in_all_it_means(expression: str, literal: str) -> None:
    assert literal_of(pattern_of(f"/{expression}/", match_case=False)) == literal


@pytest.mark.parametrize(
    ("pieces", "yes"), [((), True), (("a", "b"), True), (("b", "a"), False), (("ab", "bc"), False), (("a", "a"), False)]
)
def test_pieces_stand_one_after_another(pieces: tuple[str, ...], yes: bool) -> None:
    assert stand_in_order(pieces, "abc") is yes


def test_a_filter_that_says_no_more_has_every_other_field_empty() -> None:
    """So that a field which is new one day is not passed over."""
    assert not any(filter_record._OTHERS(read("/pixel?$script,important,third-party,domain=a.example")))
