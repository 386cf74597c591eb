"""The sentences that the code says through ``_`` and ``plural`` (core/translation.py), read from the code itself."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "desktop" / "netcurtain"
PLACE = re.compile(r"\{(\w*)[^}]*\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``text`` is what a catalogue knows it by; ``one`` is its form for one thing, where it speaks of a number."""

    text: str
    one: str | None
    file: str
    line: int

    @property
    def places(self) -> frozenset[str]:
        """What is filled in. A number in figures may stand where English has it in words."""
        return places(self.text)


class NotALiteralError(Exception):
    """A text is put together before it is translated: no catalogue can know it."""


def places(text: str) -> frozenset[str]:
    """The places in braces, where ``{number}`` and ``{count}`` are the same."""
    return frozenset("number" if name == "count" else name for name in PLACE.findall(text))


def all_sentences(folder: Path = PACKAGE) -> list[Sentence]:
    """Every sentence of the app, each once, in the order of its files."""
    found: dict[str, Sentence] = {}
    for path in sorted(folder.rglob("*.py")):
        for sentence in sentences_in(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix()):
            known = found.setdefault(sentence.text, sentence)
            if (known.one is None) != (sentence.one is None):
                raise NotALiteralError(
                    f"{sentence.file}:{sentence.line}: elsewhere this is said {'without' if sentence.one else 'with'} a number"
                )
    return list(found.values())


def sentences_in(code: str, file: str) -> Iterator[Sentence]:
    """The sentences of one file, in their order."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        match call.func:
            case ast.Name(id="_"):
                yield Sentence(_literal(call, 0, file), None, file, call.lineno)
            case ast.Name(id="plural"):
                yield Sentence(_literal(call, 1, file), _literal(call, 0, file), file, call.lineno)


def _literal(call: ast.Call, place: int, file: str) -> str:
    match call.args[place]:
        case ast.Constant(value=str(text)):
            return text
    raise NotALiteralError(f"{file}:{call.lineno}: only a literal can be translated")


SAYS = frozenset(
    {
        "addAction", "addItem", "addTab", "setAccessibleDescription", "setAccessibleName", "setHtml", "setPlaceholderText", "setPlainText",
        "setStatusTip", "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle",
        "Button", "Notice", "Option", "Prose", "QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton", "Section",
        "Switch", "empty_part", "quiet", "say", "say_instead",
    }
)  # fmt: skip
"""Calls that show or speak the text they are given."""


def unwrapped(code: str) -> Iterator[tuple[int, str]]:
    """Literals with words in them that are shown as they stand: by a call that shows text, or as a named sentence of a wording file."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and _name(node.func) in SAYS:
            for argument in (*node.args, *(keyword.value for keyword in node.keywords if keyword.arg in ("text", "title"))):
                yield from _words(argument)


def unwrapped_wording(code: str, names: Iterable[str] = ()) -> Iterator[tuple[int, str]]:
    """The same of a file of sentences: there every text with words in it is for people, but for those of these names."""
    tree = ast.parse(code)
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if not any(isinstance(target, ast.Name) and target.id in names for target in targets):
                yield from _words(node.value)
        elif isinstance(node, ast.FunctionDef) and node.name not in names:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return | ast.Assign) and inner.value is not None:
                    yield from _words(inner.value)


def _words(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Literals with a word in them within an expression, outside of calls: those are asked for themselves."""
    match node:
        case ast.Constant(value=str(text)) if re.search(r"[^\W\d_]{2}", text):
            yield node.lineno, text
        case ast.JoinedStr(values=values):
            for value in values:
                yield from _words(value)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _words(body)
            yield from _words(orelse)
        case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values) | ast.Dict(values=values):
            for value in values:
                yield from _words(value)
        case ast.BinOp(left=left, right=right):
            yield from _words(left)
            yield from _words(right)


def _name(func: ast.expr) -> str:
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
