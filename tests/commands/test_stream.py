import io
import json
from typing import Any

import msgspec
import pytest

from netcurtain.commands.stream import MAX_LINE, BadLineError, answer_lines


def answered(text: str | bytes, answer: Any = lambda line: {"seen": line}) -> tuple[bool, list[dict[str, Any]]]:
    out = io.BytesIO()
    good = answer_lines(io.BytesIO(text.encode() if isinstance(text, str) else text), out, answer)
    return good, [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_line_gets_one_answer_in_order_and_blank_lines_none() -> None:
    good, lines = answered('{"a": 1}\n\n   \n{"a": 2}\n')
    assert good
    assert [line["seen"]["a"] for line in lines] == [1, 2]


def test_null_is_the_same_as_absent_at_every_depth() -> None:
    _, lines = answered('\ufeff{"a": null, "form": {"method": null, "fields": [null, {"label": null, "name": "x"}]}}')
    assert lines == [{"seen": {"form": {"fields": [{"name": "x"}]}}}]


@pytest.mark.parametrize(
    "bad",
    ["{", "[1]", '"text"', "nonsense", '{"a": NaN}', b'{"a": "\xff"}', "[" * 100_000],
    ids=["cut short", "list", "text", "not json", "NaN", "not utf-8", "deep"],
)
def test_a_bad_line_says_so_in_its_place_and_the_run_goes_on(bad: str | bytes) -> None:
    bad = bad.encode() if isinstance(bad, str) else bad
    good, lines = answered(b'\n{"a": 1}\n' + bad + b'\n{"a": 2}\n')
    assert not good
    assert [set(line) for line in lines] == [{"seen"}, {"error", "line"}, {"seen"}]
    assert lines[1]["line"] == 3


def test_an_id_is_echoed_in_an_answer_and_in_an_error() -> None:
    def refuse(line: dict[str, Any]) -> dict[str, Any]:
        if line.get("bad"):
            raise BadLineError("it is bad")
        return {}

    good, lines = answered('{"id": "x"}\n{"id": 7, "bad": true}\n', refuse)
    assert not good
    assert lines == [{"id": "x"}, {"id": 7, "error": "it is bad", "line": 2}]


def test_an_id_comes_back_as_it_was() -> None:
    _, lines = answered('{"id": [1, null, {"a": null}]}\n{"id": null}\n{"id": "\\ud83d"}')
    assert [line["id"] for line in lines] == [[1, None, {"a": None}], None, "\ud83d"]


def test_half_a_character_is_no_reason_to_refuse_a_line() -> None:
    good, lines = answered('{"title": "rape \\ud83d", "whole": "\\ud83d\\ude00"}')
    assert good
    assert lines == [{"seen": {"title": "rape ?", "whole": "\U0001f600"}}]


DEPTHS = pytest.mark.parametrize("depth", [60, 500, 5000, 200_000])


@DEPTHS
@pytest.mark.parametrize("half", ["", "\\ud83d"], ids=["", "with half a character"])
def test_what_no_command_reads_may_be_nested_deeply(depth: int, half: str) -> None:
    deep = "[" * depth + '"]"' + "]" * depth
    good, lines = answered(
        f'{{"id": "x", "a": {deep}, "title": "t{half}", "b": [{{"c": {deep}}}, 1]}}\n{{"a": 2}}', lambda line: {"title": line.get("title")}
    )
    assert good
    assert lines == [{"id": "x", "title": "t?" if half else "t"}, {"title": None}]


def test_a_deep_line_with_a_text_that_never_ends_is_one_bad_line_and_takes_no_time() -> None:
    good, lines = answered('{"a": ' + "[" * 100_000 + '"' + '\\"' * 500_000 + '\n{"title": "t"}', lambda _line: {})
    assert not good
    assert [set(line) for line in lines] == [{"error", "line"}, set()]


@DEPTHS
def test_what_is_nested_deeply_where_a_text_belongs_is_one_bad_line(depth: int) -> None:
    def told(line: dict[str, Any]) -> dict[str, Any]:
        return {"title": msgspec.convert(line["title"], str)}

    good, lines = answered('{"id": "x", "title": ' + '{"a":' * depth + "1" + "}" * depth + '}\n{"title": "t"}', told)
    assert not good
    assert [set(line) for line in lines] == [{"id", "error", "line"}, {"title"}]


@pytest.mark.parametrize("bad", ["1e999", "-1e999", '[1, {"a": 1e999}]', "[" * 5000 + "1e999" + "]" * 5000, "[" * 900 + "]" * 900])
def test_an_answer_is_json_whatever_the_id(bad: str) -> None:
    out = io.BytesIO()
    answer_lines(io.BytesIO(f'{{"id": {bad}, "a": 1}}\n{{"id": 1e300, "b": 1e999}}\n'.encode()), out, lambda _line: {})
    lines = [json.loads(line, parse_constant=pytest.fail) for line in out.getvalue().splitlines()]
    assert len(lines) == 2
    assert lines[1] == {"id": 1e300}


@pytest.mark.parametrize("named", ['"x"', "7", '"a \\" \\ud83d"', "1.5", "-2e3"])
def test_of_a_line_that_is_too_long_the_id_is_told_where_it_comes_first(named: str) -> None:
    long = "x" * (3 * MAX_LINE)
    good, lines = answered(f'{{ "id" : {named}, "a": "{long}"}}\n{{"a": "{long}", "id": 1}}\n{{"id": "{long}"}}\n{{"a": 2}}\n')
    assert not good
    assert lines == [
        {"id": json.loads(named), "error": "the line is too long", "line": 1},
        {"error": "the line is too long", "line": 2},
        {"error": "the line is too long", "line": 3},
        {"seen": {"a": 2}},
    ]


def test_an_error_repeats_nothing_of_the_line() -> None:
    _, lines = answered('{"secret MARKER": \n')
    assert "MARKER" not in json.dumps(lines)


def test_each_answer_is_out_before_the_next_line_is_read() -> None:
    out = io.BytesIO()

    class Source(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            reads.append(out.getvalue().count(b"\n"))
            return super().readline(size)

    reads: list[int] = []
    answer_lines(Source(b"{}\n{}\n"), out, lambda _line: {})
    assert reads == [0, 1, 2]
