"""Every language says every sentence of the app, whole; and what Qt reads is what the translators wrote."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from tests.translations.sentences import Sentence, all_sentences, places
from tests.translations.ts_file import CONTEXT, FOLDER, Said, compile_to, contexts, read
from tests.translations.update import NUMBERS

SENTENCES = {sentence.text: sentence for sentence in all_sentences()}
NEVER_USED = {"cy": re.compile(r"rhybudd|ymosodiad|sbïo|haciwr|bygythiad|!", re.IGNORECASE)}
BLANK = re.compile(r"\[[^\[\]\n]{1,200}\]")
languages = pytest.mark.parametrize("language", NUMBERS)


def file_of(language: str) -> Path:
    return FOLDER / f"netcurtain_{language}.ts"


@languages
def test_no_sentence_is_missing_or_unfinished(language: str) -> None:
    said = read(file_of(language))
    missing = [text for text in SENTENCES if text not in said or not said[text].finished]
    assert not missing, "make translations, then say these in Qt Linguist"


@languages
def test_no_sentence_is_there_that_the_app_no_longer_says(language: str) -> None:
    assert not [text for text in read(file_of(language)) if text not in SENTENCES], "make translations"


@languages
def test_what_a_copy_words_anew_stands_in_what_is_said_to_the_person(language: str) -> None:
    said = {text: one.forms[0] for text, one in read(file_of(language)).items()}
    for part in ("(which may not be yours)", "what you wrote in"):
        told = [text for text in said if part in text and SENTENCES[text].file == "core/told_wording.py"]
        assert told
        assert [text for text in told if said[part] not in said[text]] == []


def faults(sentence: Sentence, said: Said, numbers: int) -> list[str]:
    """What is amiss with a translation: how many forms it has, what is filled in, spaces at its ends."""
    found = []
    if len(said.forms) != (numbers if sentence.one is not None else 1):
        found.append("forms")
    for form in said.forms:
        has, needs = places(form), sentence.places
        # One thing may be named without its number.
        if has != needs and not (sentence.one is not None and has == needs - {"number"}):
            found.append(f"places in {form}")
        if form != form.strip() and sentence.text == sentence.text.strip():
            found.append(f"spaces around {form}")
    return found


@languages
def test_what_is_filled_in_is_filled_in(language: str) -> None:
    said = read(file_of(language))
    found = [
        (text, fault)
        for text, sentence in SENTENCES.items()
        if text in said and said[text].finished
        for fault in faults(sentence, said[text], NUMBERS[language])
    ]
    assert not found


@languages
def test_a_letter_has_as_many_blanks_and_none_in_another(language: str) -> None:
    said = read(file_of(language))
    letters = [text for text, sentence in SENTENCES.items() if sentence.file == "evidence/letter_wording.py" and text in said]
    assert sum(text.count("[") for text in letters) > 5
    for text in letters:
        left, blanks = BLANK.subn("", said[text].forms[0])
        assert (blanks, set("[]") & set(left)) == (len(BLANK.findall(text)), set()), text


@pytest.mark.parametrize(
    ("text", "one", "forms"),
    [
        ("Forget {site}", None, ("Anghofio",)),
        ("Forget {site}", None, ("Anghofio {gwefan}",)),
        ("Forget {site}", None, (" Anghofio {site}",)),
        ("{number} pages of {site}", "{number} page of {site}", ("{number}",) * 5),
        ("{number} pages", "{number} page", ("{number} tudalen",) * 2),
    ],
)
def test_a_fault_is_found(text: str, one: str | None, forms: tuple[str, ...]) -> None:
    assert faults(Sentence(text, one, "wording.py", 1), Said(forms, True), 5)


@languages
def test_words_that_alarm_are_in_no_language(language: str) -> None:
    assert not [form for said in read(file_of(language)).values() for form in said.forms if NEVER_USED[language].search(form)]


@languages
def test_the_numbers_are_eleven_words_and_the_months_are_twelve(language: str) -> None:
    said = read(file_of(language))
    numbers = next(text for text in SENTENCES if text.startswith("no one two "))
    assert len(said[numbers].forms[0].split()) == 11
    months = next(text for text in SENTENCES if text.startswith("January "))
    assert len(said[months].forms[0].split()) == 12


@languages
def test_two_events_that_differ_are_not_said_alike(language: str) -> None:
    """They are the keys of a table (core/told_events.py): said alike, one would take the other's names away."""
    said = read(file_of(language))
    events = [text for text, sentence in SENTENCES.items() if sentence.file == "core/told_events.py"]
    assert len({said[text].forms[0] for text in events}) == len(events)


def loaded(path: Path) -> QTranslator:
    translator = QTranslator()
    assert translator.load(str(path))
    return translator


@languages
def test_what_qt_reads_says_what_the_translators_wrote(language: str) -> None:
    compiled = loaded(file_of(language).with_suffix(".qm"))
    for text, said in read(file_of(language)).items():
        if said.finished and len(said.forms) == 1:
            assert compiled.translate(CONTEXT, text) == said.forms[0], "make translations"
        elif said.finished:
            assert {compiled.translate(CONTEXT, text, "", count) for count in range(12)} == set(said.forms), "make translations"


@languages
def test_the_compiled_file_has_nothing_else(language: str, tmp_path: Path) -> None:
    compile_to(file_of(language), tmp_path / "again.qm")
    assert abs((tmp_path / "again.qm").stat().st_size - file_of(language).with_suffix(".qm").stat().st_size) < 200, "make translations"


def test_welsh_counts_by_qts_own_rules() -> None:
    compiled = loaded(file_of("cy").with_suffix(".qm"))
    forms = [compiled.translate(CONTEXT, "{number} browsers connected", "", count) for count in range(8)]
    assert forms[:2] == ["Dim porwr wedi'i gysylltu", "Un porwr wedi'i gysylltu"]
    assert set(forms[2:]) == {"{number} o borwyr wedi'u cysylltu"}


QTS = sorted(FOLDER.glob("qt_*.ts"))


@pytest.mark.parametrize("path", QTS, ids=[path.stem for path in QTS])
def test_what_we_say_for_qt_is_what_qt_asks_for(path: Path) -> None:
    shipped = loaded(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_de.qm")
    compiled = loaded(path.with_suffix(".qm"))
    for context in contexts(path):
        for text, said in read(path, context).items():
            assert shipped.translate(context, text), "Qt no longer says this"
            assert said.finished
            assert compiled.translate(context, text) == said.forms[0], "make translations"
            assert re.findall(r"%\d", text) == re.findall(r"%\d", said.forms[0])
