"""What is read from the code: each sentence, and each text that is shown without going through the catalogue."""

import pytest
from tests.translations.sentences import PACKAGE, NotALiteralError, all_sentences, sentences_in, unwrapped, unwrapped_wording

IN_ENGLISH = ("commands", "har", "survey")
"""Rooms that speak on the command line, or to those who survey sites, alone."""
NAMES = {
    "core/support_wording.py": ("_DAYS", "_MONTHS"),
    "core/told_wording.py": ("_KNOWN_AS",),
    "lists/wording.py": (
        "NO_NAME", "READING", "_NOT_USED", "and_more", "asking", "fetching_package", "kilobytes", "lines_not_used", "not_here_yet",
        "not_used", "of_size", "reason", "step", "to_remove", "turned_off", "unknown", "unpacking_package",
    ),
    "ui/first_run/wording.py": ("PRIVATE_STEPS",),
    "ui/settings/wording.py": ("LANGUAGES",),
    "ui/wording.py": ("APP",),
    "wording.py": ("NO_SCREEN", "listening", "pairing_code", "paired"),
}  # fmt: skip
"""What is a name in every language, a word of a file that we read, or said on the command line alone."""


def test_a_sentence_is_read_with_its_places_and_its_line() -> None:
    (sentence,) = sentences_in('\nX = _("Forget {site}, " "all {count} of it")\n', "room/wording.py")
    assert (sentence.text, sentence.one, sentence.line) == ("Forget {site}, all {count} of it", None, 2)
    assert sentence.places == {"site", "number"}


def test_a_sentence_with_a_number_is_known_by_its_form_for_many() -> None:
    (sentence,) = sentences_in('plural("{number} page", "{number} pages", count)', "room/wording.py")
    assert (sentence.text, sentence.one) == ("{number} pages", "{number} page")


@pytest.mark.parametrize("code", ['_(f"Forget {site}")', "_(TEXT)", 'plural("one", "many" + more, count)'])
def test_a_text_that_is_put_together_is_refused(code: str) -> None:
    with pytest.raises(NotALiteralError, match=r"wording\.py:1"):
        list(sentences_in(code, "wording.py"))


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Nothing here")',
        'Button(theme, f"Forget {site}")',
        'label.setAccessibleName(name or "Nothing here")',
        'QLabel(text="Nothing here" if empty else "")',
    ],
)
def test_a_text_that_is_shown_as_it_stands_is_found(code: str) -> None:
    assert list(unwrapped(code))


@pytest.mark.parametrize(
    "code", ['label.setText("")', "label.setText(wording.X)", 'label.setObjectName("the list")', 'label.setText(_("Go on"))']
)
def test_what_is_no_sentence_or_goes_through_the_catalogue_is_not(code: str) -> None:
    assert not list(unwrapped(code))


def test_a_sentence_of_a_wording_file_without_the_catalogue_is_found() -> None:
    code = 'X = "A sentence."\n\ndef f(n: int) -> str:\n    """Words about it."""\n    return f"{n} pages"\n\nY = _("Well said.")\n'
    assert [line for line, _text in unwrapped_wording(code)] == [1, 5]


def test_every_text_of_the_windows_goes_through_the_catalogue() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text}"
        for path in sorted((PACKAGE / "ui").rglob("*.py"))
        for line, text in unwrapped(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_every_sentence_of_a_wording_file_goes_through_the_catalogue() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*wording.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(IN_ENGLISH):
            known = NAMES.get(name, ())
            found += [f"{name}:{line}: {text}" for line, text in unwrapped_wording(path.read_text(encoding="utf-8"), known)]
    assert not found


def test_the_words_that_count_and_date_are_as_many_as_they_must_be() -> None:
    texts = {sentence.text for sentence in all_sentences()}
    assert "no one two three four five six seven eight nine ten" in texts
    assert len(texts) > 500
