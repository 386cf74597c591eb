import pytest

from netcurtain.core.evidence import Source
from netcurtain.ui.saving import wording


def test_every_source_has_its_sentence() -> None:
    assert set(wording.SOURCES) == set(Source)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "One blank is left, in square brackets."),
        (3, "Three blanks are left, in square brackets."),
        (12, "12 blanks are left, in square brackets."),
    ],
)
def test_blanks_are_counted_in_words(count: int, words: str) -> None:
    assert wording.blanks_left(count) == words


@pytest.mark.parametrize(
    ("used", "words"),
    [(0, "0 of 2,000 characters"), (2000, "2,000 of 2,000 characters"), (2001, "2,001 of 2,000 characters: 1 too many")],
)
def test_characters_are_counted_against_the_limit(used: int, words: str) -> None:
    assert wording.characters(used, 2000) == words


def test_no_word_alarms_or_blames() -> None:
    sentences = [value for name, value in vars(wording).items() if name.isupper() and isinstance(value, str)]
    said = " ".join([*sentences, *wording.SOURCES.values(), *wording.STEPS.values()]).lower()
    assert len(sentences) > 50
    for word in ("warning", "danger", "attack", "victim", "safe", "protected", "threat", "!", "spy", "hack"):
        assert word not in said
