from typing import Any

import msgspec
import pytest

from netcurtain import knowledge
from netcurtain.commands.classify import ClassifyCommand

REPORT = {
    "page_url": "https://www.example.police.uk/report/rape",
    "title": "Report rape or sexual assault",
    "form": {"method": "post", "fields": [{"tag": "textarea", "label": "What happened?"}], "buttons": ["Continue"]},
}


def classified(line: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(ClassifyCommand(knowledge.lexicon()).answer(line)))
    return answer


def test_a_report_form_is_sensitive_with_reasons() -> None:
    told = classified(REPORT)
    assert (told["sensitive"], told["level"], told["categories"][0]) == (True, "sensitive", "sexual_offence")
    assert 0.5 <= told["score"] <= 1
    assert all(set(reason) == {"where", "text", "category"} for reason in told["reasons"])
    assert told["reasons"]


@pytest.mark.parametrize(
    "line", [{}, {"form": {}}, {"title": "Search", "form": {"fields": [{"type": "search", "name": "q", "label": "Search"}]}}]
)
def test_an_empty_or_harmless_form_is_not(line: dict[str, Any]) -> None:
    told = classified(line)
    assert (told["sensitive"], told["level"], told["categories"]) == (False, "no", [])


def test_a_form_larger_than_the_link_takes_is_cut_not_refused() -> None:
    large = REPORT | {
        "title": str(REPORT["title"]) + " x" * 5000,
        "text_near": "word " * 5000,
        "headings": ["heading"] * 1000,
        "form": {"fields": [{"label": "What happened?", "options": ["o"] * 500}] * 1000},
    }
    assert classified(large)["sensitive"] is True


@pytest.mark.parametrize("line", [{"title": 5}, {"form": []}, {"form": {"fields": [{"label": {}}]}}], ids=["title", "form", "label"])
def test_what_is_of_another_type_is_refused(line: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        classified(line)


def test_unknown_keys_are_passed_over() -> None:
    assert classified(REPORT | {"expect": {"sensitive": False}, "source": "x"})["sensitive"] is True
