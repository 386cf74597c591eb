"""core/welsh.py changes first letters as Welsh does."""

import pytest

from netcurtain.core.welsh import mutations


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("trosedd", "drosedd"),
        ("plentyn", "phlentyn"),
        ("beichiog", "feichiog"),
        ("gweddi", "weddi"),
        ("rhywedd", "rywedd"),
        ("llysoedd", "lysoedd"),
        ("pryderon am blentyn", "bryderon am blentyn"),
        ("cam drin domestig", "gam drin domestig"),
        ("cwyn heddlu", "chwyn heddlu"),
    ],
)
def test_a_first_letter_changes(phrase: str, form: str) -> None:
    assert form in mutations(phrase)


@pytest.mark.parametrize("phrase", ["traws", "trosedd casineb", "hil"])
def test_the_phrase_itself_comes_first(phrase: str) -> None:
    assert mutations(phrase)[0] == phrase


def test_a_short_word_alone_stays_what_it_is() -> None:
    assert mutations("poen") == ["poen"]
    assert "boen difrifol" in mutations("poen difrifol")


def test_only_the_first_words_of_a_phrase_change() -> None:
    assert all(form.endswith("plentyn") for form in mutations("enw eich plentyn"))


def test_a_phrase_has_a_handful_of_forms() -> None:
    assert max(len(mutations(phrase)) for phrase in ("cam drin", "plant tlawd", "trais partner gartref")) <= 16
