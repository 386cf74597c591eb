"""Both our evaluation sets are well formed and varied, the first fairly split. What the classifier makes of them is measured elsewhere."""

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

FORMS = Path(__file__).resolve().parents[1] / "data" / "forms"

CATEGORY_NAMES = """
    health mental_health sexual_health pregnancy_reproductive addiction disability ethnicity religion_belief
    sexuality_gender political_union criminal_record crime_report sexual_offence domestic_abuse hate_crime modern_slavery
    safeguarding immigration benefits finance identity_documents legal whistleblowing
"""
CATEGORIES = frozenset(CATEGORY_NAMES.split())
FORM_KEYS = {"id", "site", "language", "page_url", "title", "headings", "form", "text_near", "kind", "difficulty", "expect", "note"}
SHAPE_KEYS = {"action", "method", "fields", "legends", "buttons"}
FIELD_KEYS = {"tag", "type", "name", "id", "label", "placeholder", "aria_label", "autocomplete", "required", "options"}


def files_in(folder: str) -> dict[str, list[dict[str, Any]]]:
    return {
        f"{folder}/{path.stem}": [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted((FORMS / folder).glob("*.jsonl"))
    }


FILES = files_in("sites") | files_in("fresh")
ALL = [form for forms in files_in("sites").values() for form in forms]
FRESH = [form for forms in files_in("fresh").values() for form in forms]
TEST_SITES: list[str] = tomllib.loads((FORMS / "split.toml").read_text(encoding="utf-8"))["test"]


def texts_of(form: dict[str, Any]) -> list[str]:
    """Every text that is given; an empty one is left out of the line instead."""
    shape = form["form"]
    texts = [form.get("title"), form.get("text_near"), *form.get("headings", []), *shape.get("legends", []), *shape.get("buttons", [])]
    for field in shape["fields"]:
        texts += [field.get(key) for key in ("name", "label", "placeholder", "aria_label")] + field.get("options", [])
    return [text for text in texts if text is not None]


def share(forms: list[dict[str, Any]], total: list[dict[str, Any]]) -> float:
    return len(forms) / len(total)


def sensitive(forms: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [form for form in forms if form["expect"]["sensitive"]]


def halves() -> dict[str, list[dict[str, Any]]]:
    return {
        "train": [form for form in ALL if form["site"] not in TEST_SITES],
        "test": [form for form in ALL if form["site"] in TEST_SITES],
    }


@pytest.mark.parametrize("file", FILES)
def test_every_form_of_a_file_is_well_formed(file: str) -> None:
    for form in FILES[file]:
        name = form["id"]
        assert form.keys() <= FORM_KEYS, name
        assert form["form"].keys() <= SHAPE_KEYS, name
        assert form["kind"], name
        assert form["difficulty"] in {"easy", "hard"}, name
        assert form["form"]["method"] in {"get", "post"}, name
        assert form.get("language", "en") in {"en", "cy"}, name
        assert form["form"]["fields"], name
        for field in form["form"]["fields"]:
            assert field.keys() <= FIELD_KEYS, name
            assert field["tag"], name
            assert field["type"], name
            assert field.get("required", False) in (True, False), name
        assert all(text and text == text.strip() for text in texts_of(form)), name


@pytest.mark.parametrize("file", FILES)
def test_every_form_of_a_file_lies_on_its_site(file: str) -> None:
    for form in FILES[file]:
        address = urlsplit(form["page_url"])
        assert address.scheme == "https", form["id"]
        assert address.netloc.removeprefix("www.") == form["site"]
        assert form["id"].startswith(f"{form['site']}:")


@pytest.mark.parametrize("file", FILES)
def test_a_form_has_categories_only_where_it_is_sensitive(file: str) -> None:
    for form in FILES[file]:
        categories = form["expect"]["categories"]
        assert set(categories) <= CATEGORIES, form["id"]
        assert len(set(categories)) == len(categories), form["id"]
        assert bool(categories) is form["expect"]["sensitive"], form["id"]


def test_no_form_is_there_twice_in_either_set() -> None:
    both = ALL + FRESH
    assert [name for name, times in Counter(form["id"] for form in both).items() if times > 1] == []
    seen = Counter(json.dumps([form.get("title"), form.get("headings"), form["form"]["fields"]]) for form in both)
    assert [shape for shape, times in seen.items() if times > 1] == []


def test_there_are_enough_forms_of_both_kinds_and_both_difficulties() -> None:
    assert len(ALL) >= 300
    assert len({form["site"] for form in ALL}) >= 110
    assert 0.4 <= share(sensitive(ALL), ALL) <= 0.6
    assert 0.4 <= share([form for form in ALL if form["difficulty"] == "hard"], ALL) <= 0.6


def test_no_site_weighs_more_than_a_few_forms() -> None:
    assert max(Counter(form["site"] for form in ALL + FRESH).values()) <= 8


def test_no_site_of_the_fresh_set_is_in_the_first() -> None:
    assert {form["site"] for form in FRESH} & {form["site"] for form in ALL} == set()


def test_the_fresh_set_has_enough_of_both_kinds_and_both_difficulties() -> None:
    assert len(FRESH) >= 220
    assert len({form["site"] for form in FRESH}) >= 90
    for kind in (True, False):
        of_kind = [form for form in FRESH if form["expect"]["sensitive"] is kind]
        assert len(of_kind) >= 110
        assert 0.4 <= share([form for form in of_kind if form["difficulty"] == "hard"], of_kind) <= 0.6


def test_the_fresh_set_has_welsh_of_both_kinds() -> None:
    welsh = Counter(form["expect"]["sensitive"] for form in FRESH if form.get("language") == "cy")
    assert min(welsh[True], welsh[False]) >= 5


@pytest.mark.parametrize("category", sorted(CATEGORIES))
def test_each_category_leads_in_the_fresh_set(category: str) -> None:
    assert any(form["expect"]["categories"][:1] == [category] for form in FRESH)


def test_welsh_has_both_kinds_in_both_halves() -> None:
    welsh = [form for form in ALL if form.get("language") == "cy"]
    assert len(welsh) >= 10
    for half in halves().values():
        kinds = Counter(form["expect"]["sensitive"] for form in half if form.get("language") == "cy")
        assert min(kinds[True], kinds[False]) >= 3


def test_the_held_out_sites_exist_and_are_about_four_in_ten() -> None:
    assert sorted(set(TEST_SITES)) == TEST_SITES
    assert set(TEST_SITES) <= {form["site"] for form in ALL}
    assert 0.35 <= share(halves()["test"], ALL) <= 0.45


@pytest.mark.parametrize("name", ["train", "test"])
def test_each_half_has_both_kinds_and_both_difficulties(name: str) -> None:
    half = halves()[name]
    assert 0.4 <= share(sensitive(half), half) <= 0.6
    for kind in (True, False):
        of_kind = [form for form in half if form["expect"]["sensitive"] is kind]
        assert 0.3 <= share([form for form in of_kind if form["difficulty"] == "hard"], of_kind) <= 0.7


@pytest.mark.parametrize("category", sorted(CATEGORIES))
def test_each_category_leads_in_both_halves(category: str) -> None:
    for half in halves().values():
        assert any(form["expect"]["categories"][:1] == [category] for form in half)
