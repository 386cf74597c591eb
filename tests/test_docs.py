"""What the documents name has to be there."""

import re
from pathlib import Path

import pytest

from netcurtain.core.filter_options import ALIASES, KINDS

TOP = Path(__file__).parents[1]
DOCUMENTS = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md")), TOP / "filters" / "README.md"]
NAMED = re.compile(r"`((?:tests|extension|filters|docs|desktop)/[\w./-]+)`|\]\(([\w./-]+)\)")
INSIDE = re.compile(r"`((?:core|link|history|lists|ui|practice|commands)/[\w/]*(?:\.\w+)?)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(TOP)))
def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = [TOP / name if name else document.parent / link for name, link in NAMED.findall(text)]
    inside = [TOP / "desktop" / "netcurtain" / name for name in INSIDE.findall(text)]
    assert [str(path.relative_to(TOP)) for path in (*named, *inside) if not path.resolve().exists()] == []


@pytest.mark.parametrize("option", [*KINDS, *ALIASES])
def test_every_option_of_a_filter_is_explained(option: str) -> None:
    assert f"`{option}`" in (TOP / "docs" / "FILTERS.md").read_text(encoding="utf-8")
