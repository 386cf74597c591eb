"""A language's sentences in Qt's own form for translators (Qt Linguist's .ts), read and written whole."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import PySide6
from tests.translations.sentences import PACKAGE, Sentence

FOLDER = PACKAGE / "ui" / "translations"
CONTEXT = "netcurtain"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in another language: one form, or one for each of the language's numbers. ``note`` is for the translators."""

    forms: tuple[str, ...]
    finished: bool
    note: str = ""


def read(path: Path, context: str = CONTEXT) -> dict[str, Said]:
    """By the English text. Sentences that have vanished from the code are not written any more, and not read."""
    found: dict[str, Said] = {}
    if not path.exists():
        return found
    for room in ElementTree.parse(path).getroot().iter("context"):
        if room.findtext("name") != context:
            continue
        for message in room.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            finished = translation.get("type") is None and all(forms)
            found[message.findtext("source") or ""] = Said(forms, finished, message.findtext("translatorcomment") or "")
    return found


def contexts(path: Path) -> list[str]:
    """The rooms of a file; ours has one, Qt's own has many."""
    return [room.findtext("name") or "" for room in ElementTree.parse(path).getroot().iter("context")]


def write(path: Path, language: str, sentences: Sequence[Sentence], said: Mapping[str, Said], numbers: int) -> None:
    """The file, with a place for each sentence that is not yet said; ``numbers`` is how many forms a number has in the language."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for sentence in sentences:
        lines += _message(sentence, said.get(sentence.text), numbers)
    lines += ["</context>", "</TS>", ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def _message(sentence: Sentence, said: Said | None, numbers: int) -> list[str]:
    counted = sentence.one is not None
    wanted = numbers if counted else 1
    forms = said.forms if said and len(said.forms) == wanted else ("",) * wanted
    unfinished = "" if said and said.finished and all(forms) else ' type="unfinished"'
    lines = [
        '    <message numerus="yes">' if counted else "    <message>",
        f'        <location filename="../../{sentence.file}" line="{sentence.line}"/>',
        f"        <source>{escape(sentence.text)}</source>",
    ]
    if sentence.one is not None:
        lines.append(f"        <extracomment>Of one: {escape(sentence.one)}</extracomment>")
    if said and said.note:
        lines.append(f"        <translatorcomment>{escape(said.note)}</translatorcomment>")
    if counted:
        lines.append(f"        <translation{unfinished}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines.append("        </translation>")
    else:
        lines.append(f"        <translation{unfinished}>{escape(forms[0])}</translation>")
    return [*lines, "    </message>"]


def compile_to(source: Path, target: Path) -> None:
    """What Qt reads, by Qt's own compiler, which comes with PySide6. A draft is not said."""
    compiler = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([str(compiler), "-silent", "-nounfinished", str(source), "-qm", str(target)], check=True, stdout=subprocess.DEVNULL)
