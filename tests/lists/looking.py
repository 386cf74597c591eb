"""A shelf with one list in use and one that is not, whose sources are on the website of the tests."""

from pathlib import Path

from tests.lists.conftest import Website

from netcurtain.lists.catalogue import CatalogueEntry
from netcurtain.lists.package import Packages
from netcurtain.lists.shelf import Shelf
from netcurtain.lists.source import PackageSource, WebSource
from netcurtain.lists.update import Result, update

NOW = 1_795_500_000.0
"""24 November 2026."""
STARTER = "! Title: Netcurtain starter\n||tracker.localhost^\n"
PACKAGE = PackageSource("webext", "usr/share/**/list.txt")


def shelf_at(folder: Path, website: Website) -> Shelf:
    sources = (WebSource(website.at("/official")), WebSource(website.at("/mirror")), PACKAGE)
    on = CatalogueEntry("on", "Test list", "L", "H", True, sources)
    off = CatalogueEntry("off", "Other list", "L", "H", False, (WebSource(website.at("/off")),))
    return Shelf(folder, (on, off), STARTER)


def once(shelf: Shelf, now: float = NOW, packages: Packages | None = None) -> Result:
    (result,) = update(shelf, now, packages)
    return result


def text(shelf: Shelf) -> str:
    return shelf.texts()[1].text


def titles(shelf: Shelf) -> list[str]:
    return [one.title for one in shelf.texts()]


def of_size(count: int, day: int) -> bytes:
    """A list of a day in November with so many filters."""
    filters = "".join(f"||t{n}.example^\n" for n in range(count))
    return f"! Title: Test list\n! Last modified: {day} Nov 2026\n{filters}".encode()
