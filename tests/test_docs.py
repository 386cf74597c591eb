"""What documents name has to be there, and so have the documents that comments name; and docs/COMMANDS.md says what the commands do."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner
from tests.commands.every import every_command

from netcurtain.cli import main
from netcurtain.core.filter_options import ALIASES, KINDS
from netcurtain.core.finding import IdentityForm, IdentityKind, What
from netcurtain.core.form_reading import Where
from netcurtain.core.form_terms import CategoryName
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.observation import Choice
from netcurtain.core.request import ResourceType

TOP = Path(__file__).parents[1]
FOLDERS = (".", "filters", "extension/icons", "tests/benchmarks", "tests/contract", "tests/data/forms")
"""Those with a README.md."""
DOCUMENTS = [*sorted((TOP / "docs").glob("*.md")), *(TOP / folder / "README.md" for folder in FOLDERS)]
NAMED = re.compile(r"`((?:tests|extension|filters|docs|desktop)/[\w./-]+)`|\]\(([\w./-]+)(?:#[\w-]+)?\)")
INSIDE = re.compile(r"`((?:core|link|history|lists|ui|practice|commands|evidence|har|partner)/[\w/]*(?:\.\w+)?)`")
PART = re.compile(r"\]\(([\w./-]*)#([\w-]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

ROOMS = ("desktop", "extension", "filters", "tests")
CODE = (".py", ".js", ".css", ".html", ".typ", ".spec")
IN_A_COMMENT = re.compile(r"([\w./-]*\b[A-Z][A-Z-]+\.md)\b(?:, \"([^\"\n]+)\")?")
"""A document by its name in capitals, and perhaps the heading of a part of it."""

COMMANDS = (TOP / "docs" / "COMMANDS.md").read_text(encoding="utf-8")
OPENS_THE_APP = "The app"
EXAMPLE = re.compile(r"^\$ (echo '.+' \| netcurtain \w+)\n(.+)$", re.MULTILINE)
FORMATS = (*What, *IdentityKind, *IdentityForm, *get_args(CategoryName), *Where, *ResourceType, *Level, *FormLevel, *Choice)


def headings(document: Path) -> list[str]:
    return HEADING.findall(document.read_text(encoding="utf-8"))


def code() -> Iterator[Path]:
    below = (path for room in ROOMS for path in sorted((TOP / room).rglob("*")) if "node_modules" not in path.parts)
    yield from (path for path in below if path.suffix in CODE and path.is_file())
    yield from (TOP / name for name in ("Makefile", "pyproject.toml"))


def section(command: str) -> str:
    """What docs/COMMANDS.md says of a command and of those below it."""
    title = command.partition(" ")[0] or OPENS_THE_APP
    found = re.search(rf"^(#+) {title}\n(.*?)(?=^#{{1,3}} |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    return found[2] if found else ""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(TOP)))
def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = [TOP / name if name else document.parent / link for name, link in NAMED.findall(text)]
    inside = [TOP / "desktop" / "netcurtain" / name for name in INSIDE.findall(text)]
    assert [str(path.relative_to(TOP)) for path in (*named, *inside) if not path.resolve().exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(TOP)))
def test_every_part_that_a_document_links_to_is_there(document: Path) -> None:
    for link, part in PART.findall(document.read_text(encoding="utf-8")):
        there = headings(document.parent / link if link else document)
        assert part in [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in there]


def test_every_document_that_a_comment_names_is_there() -> None:
    missing, named = [], 0
    for path in code():
        for name, heading in IN_A_COMMENT.findall(path.read_text(encoding="utf-8", errors="replace")):
            named += 1
            there = next((place / name for place in (TOP, TOP / "docs", TOP / "extension", path.parent) if (place / name).exists()), None)
            if there is None or (heading and heading not in headings(there)):
                missing.append(f"{path.relative_to(TOP)}: {name} {heading}")
    assert missing == []
    assert named > 40


@pytest.mark.parametrize("option", [*KINDS, *ALIASES])
def test_every_option_of_a_filter_is_explained(option: str) -> None:
    assert f"`{option}`" in (TOP / "docs" / "FILTERS.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "command"), [*every_command()], ids=lambda part: part if isinstance(part, str) else "")
def test_every_command_and_each_of_its_options_is_explained(name: str, command: click.Command) -> None:
    explained = section(name)
    assert name.partition(" ")[2] == "" or f"`{name}" in explained or f"`netcurtain {name}" in explained
    options = [option.opts[0] for option in command.params if isinstance(option, click.Option)]
    assert explained
    assert [option for option in options if not re.search(rf"`[^`\n]*{option}\b", explained)] == []


@pytest.mark.parametrize("word", FORMATS)
def test_every_word_of_a_format_is_explained(word: str) -> None:
    assert f"`{word}`" in COMMANDS


@pytest.mark.parametrize(("example", "answer"), EXAMPLE.findall(COMMANDS))
def test_an_example_answers_what_the_document_says(example: str, answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    _, line, _, _, command = shlex.split(example)
    assert CliRunner().invoke(main, [command], input=line + "\n").stdout == answer + "\n"


def test_each_of_the_three_that_answer_lines_has_an_example() -> None:
    assert {example.split()[-1] for example, _ in EXAMPLE.findall(COMMANDS)} == {"match", "classify", "decode"}
