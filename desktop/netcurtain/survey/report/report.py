"""The report to read: report.html in the survey's folder, one file that asks nobody for anything.

    write(sites, folder) -> the files; the report first
      counts.py   what is counted, site by site
      page.py     the sections, top to bottom: charts.py, tables.py, site.py, claims.py
      document.py     one document: report.css, report.js, escaping

A survey of more than MOST_PAGES pages, or MOST_HTML of them, is cut: report.html keeps its numbers, charts and companies, and its
pages and sites are in report/part-001.html and so on. So a browser opens each of them quickly, and a long survey takes no more memory
than a short one.
"""

import contextlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from netcurtain.survey.asked import Asked
from netcurtain.survey.report import page as report_page
from netcurtain.survey.report import site as report_site
from netcurtain.survey.report import wording
from netcurtain.survey.report.counts import Counts
from netcurtain.survey.result import SiteSurveyed

REPORT = "report.html"
PARTS = "report"
MOST_PAGES = 2_000
MOST_HTML = 5_000_000
"""Characters of sites. Both in one file; a site is never cut."""


def write(
    sites: Iterable[SiteSurveyed], folder: Path, asked: Asked | None = None, *, most_pages: int = MOST_PAGES, most_html: int = MOST_HTML
) -> tuple[Path, ...]:
    """Write the report of these sites into the survey's folder; an older one is replaced. The files, report.html first. Raises OSError."""
    shutil.rmtree(folder / PARTS, ignore_errors=True)
    cutting = _Cutting(folder, most_pages, most_html)
    counts = Counts()
    for site in sites:
        counts.take(site)
        cutting.take(site)
    parts = cutting.end()
    whole = _put(folder / REPORT, report_page.report(counts, cutting.waiting, parts, asked))
    return (whole, *(folder / path for path, _title in parts))


@dataclass(slots=True)
class _Cutting:
    """Sites wait until they are too many for one file; then those that waited become a part."""

    folder: Path
    most_pages: int
    most_html: int
    waiting: list[SiteSurveyed] = field(default_factory=list)
    pages: int = 0
    html: int = 0
    parts: list[tuple[str, str]] = field(default_factory=list)

    def take(self, site: SiteSurveyed) -> None:
        html = len(report_site.site(site))
        if self.waiting and (self.pages + len(site.pages) > self.most_pages or self.html + html > self.most_html):
            self._cut()
        self.waiting.append(site)
        self.pages += len(site.pages)
        self.html += html

    def end(self) -> tuple[tuple[str, str], ...]:
        """The parts; none where all sites fit into the report."""
        if self.parts:
            self._cut()
        return tuple(self.parts)

    def _cut(self) -> None:
        path = f"{PARTS}/part-{len(self.parts) + 1:03}.html"
        title = wording.part(self.waiting[0].site, self.waiting[-1].site, self.pages)
        (self.folder / PARTS).mkdir(parents=True, exist_ok=True)
        _put(self.folder / path, report_page.part(title, self.waiting, back=f"../{REPORT}"))
        self.parts.append((path, title))
        self.waiting, self.pages, self.html = [], 0, 0


def _put(path: Path, content: str) -> Path:
    """Whole or not at all: who has the older one open reads on."""
    new = path.with_name(f".{path.name}.part")
    try:
        new.write_text(content, encoding="utf-8", newline="\n")
        new.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    return path
