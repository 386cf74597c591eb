"""A written report as a browser would see it, and as people read it."""

from html.parser import HTMLParser
from pathlib import Path

from netcurtain.survey.report.report import write
from netcurtain.survey.result import SiteSurveyed


class Page(HTMLParser):
    """What a browser would see: every element, attribute and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] not in ("style", "script"):
            self.texts.append(data)

    def all_of(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name and value is not None]


def written(folder: Path, *sites: SiteSurveyed) -> str:
    path, *parts = write(sites, folder)
    assert not parts
    return path.read_text(encoding="utf-8")


def words(folder: Path, *sites: SiteSurveyed) -> str:
    """All text that people read, as one line."""
    return " ".join(" ".join(Page(written(folder, *sites)).texts).split())
