import io
import json
from typing import Any

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


@pytest.mark.parametrize("depth", [60, 500, 5000])
def test_a_line_nested_deeply_is_one_bad_line(depth: int) -> None:
    good, lines = answered('{"a": ' + "[" * depth + "]" * depth + '}\n{"a": 2}')
    assert not good
    assert [set(line) for line in lines] == [{"error", "line"}, {"seen"}]


def test_a_line_that_is_too_long_is_one_bad_line() -> None:
    good, lines = answered(b'{"a": "' + b"x" * (3 * MAX_LINE) + b'"}\n{"a": 2}\n')
    assert not good
    assert lines == [{"error": "the line is too long", "line": 1}, {"seen": {"a": 2}}]


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
