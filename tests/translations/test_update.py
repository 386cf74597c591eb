"""What becomes of a language's sentences when those of the code change, and that a file is read as it was written."""

from pathlib import Path

from tests.translations.sentences import Sentence
from tests.translations.ts_file import Said, compile_to, read, write
from tests.translations.update import with_drafts

FORGET = Sentence("Forget this visit to {site}.", None, "a/wording.py", 3)
PAGES = Sentence("{count} pages & <more>", "{count} page & <more>", "a/wording.py", 4)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    said = {
        FORGET.text: Said(("Anghofio {site}.",), True, "a note"),
        PAGES.text: Said(("dim", "un", "dau", "chwech", "{count} & <mwy>"), True),
    }
    write(tmp_path / "x.ts", "cy", [FORGET, PAGES], said, 5)
    assert read(tmp_path / "x.ts") == said


def test_a_new_sentence_gets_an_empty_place_and_a_vanished_one_goes(tmp_path: Path) -> None:
    write(tmp_path / "x.ts", "cy", [PAGES], {"Gone.": Said(("Wedi mynd.",), True)}, 5)
    assert read(tmp_path / "x.ts") == {PAGES.text: Said(("",) * 5, False)}


def test_a_sentence_that_was_reworded_keeps_its_forerunners_words_as_a_draft() -> None:
    said = {"Forget this visit to {site}": Said(("Anghofio {site}",), True), "Go on": Said(("Ymlaen",), True)}
    draft = with_drafts([FORGET], said)[FORGET.text]
    assert (draft.forms, draft.finished) == (("Anghofio {site}",), False)
    assert "Forget this visit to {site}" in draft.note


def test_a_sentence_unlike_any_other_has_no_draft() -> None:
    assert FORGET.text not in with_drafts([FORGET], {"Nothing of the kind": Said(("Dim",), True)})


def test_a_sentence_that_now_counts_is_to_be_said_anew(tmp_path: Path) -> None:
    write(tmp_path / "x.ts", "cy", [PAGES], {PAGES.text: Said(("tudalennau",), True)}, 5)
    assert not read(tmp_path / "x.ts")[PAGES.text].finished


def test_an_unfinished_sentence_is_not_compiled(tmp_path: Path) -> None:
    write(tmp_path / "x.ts", "cy", [FORGET], {FORGET.text: Said(("Anghofio {site}.",), False)}, 5)
    compile_to(tmp_path / "x.ts", tmp_path / "x.qm")
    assert b"A\0n\0g\0h\0o" not in (tmp_path / "x.qm").read_bytes()
