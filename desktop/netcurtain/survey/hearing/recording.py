"""A page's HARs, one for each run of a browser, joined into one that `netcurtain check` reads.

    Playwright's HAR: a page a tab  ->  a page for each tab of ours and state of the choice about cookies, named so
                                        + the HTML of its documents, + the bodies that the core asked for, + how far each request got

Playwright leaves out bodies where it leaves out answers, so those that were heard are put back (recording_bodies.py); so is how far a
request got, for which a HAR has no word (recording_fates.py). What belongs to no tab of ours, such as a window that the page opened, is
left out, as it is in the result. Both files are read and written entry by entry; MAX_ENTRIES and MAX_JOINED end it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from netcurtain import __version__
from netcurtain.har.cutting import Cutter, RecordingError
from netcurtain.har.recorded import milliseconds
from netcurtain.survey.hearing.listening import Heard
from netcurtain.survey.hearing.recording_bodies import Bodies
from netcurtain.survey.hearing.recording_fates import Fates
from netcurtain.survey.hearing.recording_wording import ABOUT, BY_STAGE, NOT_ALL

MAX_ENTRIES = 20_000
"""Requests of one run."""
MAX_JOINED = 64 * 1024 * 1024
"""Bytes of the joined file."""
MAX_HTML = 2 * 1024 * 1024
"""Characters of one document; of a longer one its beginning is kept."""
WITHIN_MS = 0.999
"""A HAR counts whole milliseconds: what it says may have been so much later, and so after the moment at which a stage began."""

_Json = dict[str, Any]
_ENTRY = msgspec.json.Decoder(_Json)


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A main document: the address that it came from, as the browser shows it, and its HTML."""

    url: str
    html: str


@dataclass(frozen=True, slots=True, repr=False)
class RunRecording:
    """One run: Playwright's HAR, what was heard meanwhile, and the main documents, one for each load, in their order."""

    path: Path
    heard: Heard
    documents: tuple[Document, ...] = ()


def join_recordings(runs: Sequence[RunRecording], into: Path) -> bool:
    """Write one HAR of all that the runs' HARs hold; False, and no file, where they hold nothing. Raises OSError.

    A run whose HAR is not there or ends in the middle, since its browser came to a sudden end, gives what it has.
    """
    plans = [_Plan(run, f"run{number}") for number, run in enumerate(runs, 1)]
    if not any(plan.pages for plan in plans):
        return False
    with into.open("wb") as file:
        writer = _Writer(file, [page for plan in plans for page in plan.har_pages()])
        for plan in plans:
            for entry in plan.entries():
                writer.add(entry)
        writer.end(whole=all(plan.whole for plan in plans))
    return True


@dataclass(slots=True, repr=False)
class _Tab:
    """A tab of ours. ``frame`` is its main frame; ``documents`` are its main documents, each entry's number with its address."""

    frame: str = ""
    documents: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True, repr=False)
class _PagePart:
    """What the joined file calls a page: a tab of ours in one state. ``address``: its document came before, and was at this address."""

    name: str
    started: str
    called: str
    address: str


class _Plan:
    """What becomes of each entry of one run's HAR. Looks through the file once for that, and once more when its entries are asked for."""

    def __init__(self, run: RunRecording, name: str) -> None:
        self._run = run
        self._name = name
        self.whole = True
        self.pages: dict[tuple[str, str], _PagePart] = {}
        self._tabs: dict[str, _Tab] = {}
        self._places: dict[int, str] = {}
        self._look_through()
        self._html = _html_by_entry(self._tabs.values(), run.documents)
        self._bodies = Bodies(run.heard)
        self._fates = Fates(run.heard)

    def har_pages(self) -> list[_Json]:
        """As HAR names pages. One whose document stands under another gets the address for a title, which is how a reader learns it."""
        return [
            {
                "startedDateTime": part.started,
                "id": part.name,
                "title": part.address or part.called,
                "pageTimings": {},
                "comment": part.called,
            }
            for part in self.pages.values()
        ]

    def entries(self) -> Iterator[_Json]:
        """The entries of our tabs, each with its page."""
        for number, entry in self._numbered():
            if number not in self._places:
                continue
            entry["pageref"] = self._places[number]
            entry.pop("_monotonicTime", None)
            if number in self._html:
                _put_html(entry, self._html[number])
            self._bodies.put_into(entry)
            self._fates.put_into(entry)
            yield entry

    def _look_through(self) -> None:
        timeline = self._run.heard.timeline
        found = [(number, entry) for number, entry in ((n, _shape(e)) for n, e in self._numbered()) if entry is not None]
        ours = timeline.ours((entry.tab, entry.time) for _, entry in found)
        for number, entry in found:
            if entry.tab not in ours:
                continue
            tab = self._tabs.setdefault(entry.tab, _Tab())
            if entry.is_document:
                tab.frame = tab.frame or entry.frame
            is_main = entry.is_document and entry.frame == tab.frame
            self._places[number] = self._part(entry, tab, BY_STAGE[timeline.stage_at(entry.time)], is_main=is_main).name
            if is_main:
                tab.documents[number] = entry.url.partition("#")[0]

    def _part(self, entry: "_Shape", tab: _Tab, called: str, *, is_main: bool) -> _PagePart:
        key = entry.tab, called
        if key not in self.pages:
            address = "" if is_main or not tab.documents else next(reversed(tab.documents.values()))
            self.pages[key] = _PagePart(f"{self._name}_page{len(self.pages) + 1}", entry.started, called, address)
        return self.pages[key]

    def _numbered(self) -> Iterator[tuple[int, _Json]]:
        for number, entry in enumerate(_read(self._run.path)):
            if number >= MAX_ENTRIES:
                self.whole = False
                return
            yield number, entry


@dataclass(frozen=True, slots=True, repr=False)
class _Shape:
    """What decides about an entry. ``time`` is milliseconds since 1970, the latest that it can have been."""

    tab: str
    frame: str
    url: str
    started: str
    time: float
    is_document: bool


def _shape(entry: _Json) -> _Shape | None:
    """None for what no tab asked for, and for what went to nobody, such as ``data:``."""
    asked = entry.get("request")
    url = asked.get("url") if isinstance(asked, dict) else None
    tab, started = entry.get("pageref"), entry.get("startedDateTime")
    time = milliseconds(started)
    if not isinstance(url, str) or not url.startswith(("http", "ws")) or not isinstance(tab, str) or time is None:
        return None
    return _Shape(tab, str(entry.get("_frameref")), url, str(started), time + WITHIN_MS, entry.get("_resourceType") == "document")


def _read(path: Path) -> Iterator[_Json]:
    """The entries of a HAR, as far as it goes."""
    try:
        with path.open("rb") as file:
            for piece in Cutter(file.read, {"entries": _ENTRY.decode, "pages": _ENTRY.decode}).pieces():
                element = piece.element if piece.raw is None else _decoded(piece.raw)
                if piece.kind == "entries" and isinstance(element, dict):
                    yield element
    except (FileNotFoundError, RecordingError):
        return


def _decoded(raw: bytes) -> _Json | None:
    try:
        return _ENTRY.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _html_by_entry(tabs: Iterable[_Tab], documents: Sequence[Document]) -> dict[int, str]:
    """Which entry each document is the answer to. Each is another tab's: of the first that loaded its address, and there the first such.

    Where a script has changed the address since, it is the last document of a tab that is left over.
    """
    found: dict[int, str] = {}
    waiting = [tab.documents for tab in tabs if tab.documents]
    moved: list[str] = []
    for document in documents:
        address = document.url.partition("#")[0]
        loaded = next((urls for urls in waiting if address in urls.values()), None)
        if loaded is None:
            moved.append(document.html)
        else:
            waiting.remove(loaded)
            found[next(number for number, url in loaded.items() if url == address)] = document.html
    return found | {next(reversed(urls)): html for urls, html in zip(waiting, moved, strict=False)}


def _put_html(entry: _Json, html: str) -> None:
    answer = entry.get("response")
    content = answer.get("content") if isinstance(answer, dict) else None
    if not isinstance(content, dict):
        return
    content["text"] = html[:MAX_HTML]
    if not str(content.get("mimeType") or "").startswith(("text/html", "application/xhtml")):
        content["mimeType"] = "text/html"


class _Writer:
    """The joined file, as it is written."""

    def __init__(self, file: BinaryIO, pages: Sequence[_Json]) -> None:
        self._file = file
        self._size = 0
        self._whole = True
        self._comma = b""
        creator = msgspec.json.encode({"name": "Netcurtain", "version": __version__})
        self._put(b'{"log":{"version":"1.2","creator":' + creator + b',"pages":' + msgspec.json.encode(pages) + b',"entries":[')

    def add(self, entry: _Json) -> None:
        """One more, where there is room."""
        written = msgspec.json.encode(entry)
        if self._size + len(written) > MAX_JOINED:
            self._whole = False
            return
        self._put(self._comma + written)
        self._comma = b",\n"

    def end(self, *, whole: bool) -> None:
        """What the file holds is said last, when it is known."""
        said = ABOUT if whole and self._whole else f"{ABOUT} {NOT_ALL}"
        self._put(b'],"comment":' + msgspec.json.encode(said) + b"}}\n")

    def _put(self, written: bytes) -> None:
        self._file.write(written)
        self._size += len(written)
