"""The lists that Netcurtain knows of: ``filters/catalogue.toml`` as typed entries. Pure: text in, entries out."""

import tomllib
from dataclasses import dataclass

from netcurtain.lists.source import PackageSource, Source, WebSource


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One list: its name for commands and files, its title for people, and its sources in the order they are tried."""

    name: str
    title: str
    licence: str
    homepage: str
    on: bool
    sources: tuple[Source, ...]


def parse_catalogue(text: str) -> tuple[CatalogueEntry, ...]:
    """The entries in the order of the file, which is ours: anything wrong in it raises KeyError, TypeError or ValueError."""
    entries = tuple(
        CatalogueEntry(
            name=table["name"],
            title=table["title"],
            licence=table["licence"],
            homepage=table["homepage"],
            on=table["on"],
            sources=tuple(_source(source) for source in table["sources"]),
        )
        for table in tomllib.loads(text)["list"]
    )
    if len({entry.name for entry in entries}) != len(entries):
        raise ValueError("two lists of the catalogue have the same name")
    return entries


def _source(table: dict[str, str]) -> Source:
    if "url" in table:
        return WebSource(table["url"])
    return PackageSource(table["package"], table["path"])
