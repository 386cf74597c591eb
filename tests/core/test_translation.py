"""core/translation.py: sentences in another language, and in English where that has none."""

from collections.abc import Iterator

import pytest

from netcurtain.core import translation
from netcurtain.core.translation import _, plural, use


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use(translation._english)


def welsh(text: str, count: int | None) -> str:
    if count is not None:
        return {"{number} pages": f"form {count}"}.get(text, "")
    return {"Forget {site}": "Anghofio {site}"}.get(text, "")


def test_without_a_catalogue_english_is_spoken() -> None:
    assert _("Forget {site}").format(site="a.example") == "Forget a.example"


@pytest.mark.parametrize(("count", "said"), [(0, "{number} pages"), (1, "{number} page"), (2, "{number} pages")])
def test_english_has_a_form_for_one_and_one_for_all_else(count: int, said: str) -> None:
    assert plural("{number} page", "{number} pages", count) == said


def test_a_catalogue_is_spoken_from_then_on_and_what_it_lacks_is_english() -> None:
    assert _("Forget {site}") == "Forget {site}"
    use(welsh)
    assert (_("Forget {site}"), _("Go on")) == ("Anghofio {site}", "Go on")


@pytest.mark.parametrize("count", [0, 1, 2, 5, 6, 100_000])
def test_the_catalogue_is_asked_for_each_number(count: int) -> None:
    use(welsh)
    assert plural("{number} page", "{number} pages", count) == f"form {count}"


def test_a_number_that_the_catalogue_lacks_is_said_in_english() -> None:
    use(welsh)
    assert plural("{number} site", "{number} sites", 1) == "{number} site"


def test_the_catalogue_is_asked_once_for_each_sentence() -> None:
    asked: list[tuple[str, int | None]] = []

    def catalogue(text: str, count: int | None) -> str:
        asked.append((text, count))
        return ""

    use(catalogue)
    for _again in range(3):
        _("Go on")
        plural("page", "pages", 3)
    assert asked == [("Go on", None), ("pages", 3)]


def test_numbers_without_end_are_not_remembered() -> None:
    use(welsh)
    for count in range(10_000):
        plural("{number} page", "{number} pages", count)
    assert len(translation._counted) == translation._MOST_COUNTS
