"""A survey on disk: each site's result, whole or not at all, and once. A survey that was stopped goes on from what is here.

    survey.json                     what was asked, of which list of sites, and with what (Begun)
    survey.lock                     one run at a time
    aside.json                      sites that were set aside when a run had to end, and in how many runs (keeping.py); mostly not there
    sites/0007-shop.co.uk/          a site: the number of its first line in the list, and its name
        site.json                   SiteSurveyed
        once-more                   nobody answered, and it is still to be looked at a second time (once_more.py); mostly not there
        0007-01.har, 0007-01.jpg    named after their page

A site is put together in ``sites/.0007-shop.co.uk.part`` and takes its name when it is whole; other parts are dropped.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Self

import msgspec

from netcurtain.survey import wording
from netcurtain.survey.again import files_of, is_worth_it, merged
from netcurtain.survey.asked import Asked, SiteTask
from netcurtain.survey.fit import fit
from netcurtain.survey.on_disk import has_room, is_full, locked, part_of, to_disk, write_whole
from netcurtain.survey.result import ListUsed, PageSurveyed, SiteSurveyed

FORMAT = 2
SURVEY = "survey.json"
LOCK = "survey.lock"
ASIDE = "aside.json"
SITES = "sites"
SITE = "site.json"
PART, OLD = ".part", ".old"
MAX_BYTES = 256_000_000
"""No site.json is larger: a site has a few pages, and each page's companies and events are limited."""
MAX_SLUG = 60
KEPT_THE_SAME = {"clicks": "--clicks", "pages": "--pages", "type_marker": "--type-marker", "browser_options": "--browser-option"}
"""What cannot be asked otherwise in mid-survey, for then its pages could not be compared with each other."""

OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What systems put into folders unasked."""

_NUMBERED = re.compile(r"(\d+)-.*")


class SurveyFolderError(Exception):
    """The folder cannot be used. The message is one sentence that says what to do."""


class Begun(msgspec.Struct, frozen=True):
    """What a survey is: kept in survey.json. ``sites_hash`` stands for the list of sites; ``started`` is milliseconds since 1970.

    ``started``, ``lists`` and ``netcurtain`` are those of the first run; each site says itself what it was checked with (MadeWith).
    ``asked`` is that of the newest.
    """

    asked: Asked
    sites_hash: str
    addresses: int
    sites: int
    started: float
    netcurtain: str
    lists: tuple[ListUsed, ...]
    format: int = FORMAT


class SurveyFolder:
    """A survey that is being made. Use ``begin_or_go_on``; then ``close``, or ``with``."""

    def __init__(self, place: Path, begun: Begun, lock: IO[bytes], earlier: Begun | None) -> None:
        self.place = place
        self.begun = begun
        self.earlier = earlier
        """What an earlier run of this survey wrote here, if there was one."""
        self._lock = lock
        self._aside = _aside_in(place)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Drop what is not whole, and let another run have the folder."""
        with contextlib.suppress(OSError):
            _tidy(self.place / SITES)
        self._lock.close()

    def left(self, tasks: Iterable[SiteTask], *, again_failed: bool = False) -> tuple[SiteTask, ...]:
        """The sites that are still to be looked at; with ``again_failed`` also those where a page had trouble. Raises SurveyFolderError."""
        return tuple(task for task in tasks if not self._is_done(task, again_failed))

    def begin(self, task: SiteTask) -> Path:
        """An empty folder for a site's files. Raises SurveyFolderError where the disk has no room."""
        part = self._sites / f".{name_of(task)}{PART}"
        try:
            self._must_have_room()
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
        except OSError as error:
            raise _told(error) from error
        return part

    def take(self, task: SiteTask, part: Path, found: SiteSurveyed) -> SiteSurveyed:
        """Keep a site's result with the files in ``part``, once, and give it back as it is kept. Raises SurveyFolderError.

        An older result of it is replaced, but for pages that went well then and do not now (again.py).
        A page that cannot be written becomes a row that says so (fit.py).

        ``recording`` and ``screenshot`` of its pages come as bare names of files in ``part``, and are kept as paths within ``place``.
        Trouble on a full disk is not the page's: such a result is not kept.
        """
        name = name_of(task)
        whole, old = self._sites / name, self._sites / f".{name}{OLD}"
        pages = tuple(_with_paths(page, part, f"{SITES}/{name}") for page in found.pages)
        kept = fit(msgspec.structs.replace(found, pages=pages), MAX_BYTES // 4 * 3)  # the rest is for what is not of one page
        try:
            if any(page.trouble for page in kept.pages):
                self._must_have_room()
            kept = self._with_older(kept, whole, part)
            (part / SITE).write_bytes(msgspec.json.encode(kept))
            for file in part.iterdir():
                to_disk(file)
            if whole.exists():
                whole.replace(old)
            part.replace(whole)
            to_disk(self._sites)
            shutil.rmtree(old, ignore_errors=True)
            if self._aside.pop(name, None):
                self._write_aside()
        except OSError as error:
            raise _told(error) from error
        return kept

    def drop(self, part: Path) -> None:
        """A site was not finished: nothing of it is kept."""
        shutil.rmtree(part, ignore_errors=True)

    def has(self, task: SiteTask) -> bool:
        """Whether it has a result already."""
        return (self.place_of(task) / SITE).is_file()

    def place_of(self, task: SiteTask) -> Path:
        """Where a site's result is, or would be."""
        return self._sites / name_of(task)

    def ends_with(self, task: SiteTask) -> int:
        """How many runs had to end while this site was set aside."""
        return self._aside.get(name_of(task), 0)

    def ended_with(self, tasks: Iterable[SiteTask]) -> None:
        """The run has to end, and these sites are set aside. Raises SurveyFolderError."""
        for name in map(name_of, tasks):
            self._aside[name] = self._aside.get(name, 0) + 1
        try:
            self._write_aside()
        except OSError as error:
            raise _told(error) from error

    def sites(self) -> Iterator[SiteSurveyed]:
        """Every result, in the order of the list, one in memory at a time. Raises SurveyFolderError."""
        return sites_of(self.place)

    @property
    def _sites(self) -> Path:
        return self.place / SITES

    def _must_have_room(self) -> None:
        if not has_room(self.place):
            raise SurveyFolderError(wording.NO_ROOM)

    def _write_aside(self) -> None:
        if self._aside:
            write_whole(self.place / ASIDE, msgspec.json.encode(self._aside))
        else:
            (self.place / ASIDE).unlink(missing_ok=True)

    def _is_done(self, task: SiteTask, again_failed: bool) -> bool:
        return self.has(task) and not (again_failed and is_worth_it(_site_in(self.place_of(task) / SITE)))

    def _with_older(self, newer: SiteSurveyed, whole: Path, part: Path) -> SiteSurveyed:
        """Together with what is kept already of this site, and its files."""
        if not whole.exists():
            return newer
        try:
            older = _site_in(whole / SITE)
        except SurveyFolderError:
            return newer
        made = merged(older, newer)
        kept_from = {id(page) for page in made.pages}
        for file in files_of(newer.pages) - files_of(page for page in newer.pages if id(page) in kept_from):
            (part / Path(file).name).unlink(missing_ok=True)
        for file in files_of(page for page in older.pages if id(page) in kept_from):
            if (self.place / file).is_file():
                shutil.copyfile(self.place / file, part / Path(file).name)
        return made


def begin_or_go_on(place: Path, begun: Begun) -> SurveyFolder:
    """Open the folder, which is made where it is not there. Raises SurveyFolderError: it holds another survey, or something else."""
    try:
        # Recordings hold cookies, and whole addresses: for nobody else on this computer.
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (place / SURVEY).exists() and any(map(_is_of_others, place.iterdir())):
            raise SurveyFolderError(wording.not_a_survey(str(place)))
        lock = _locked(place / LOCK)
        try:
            earlier = begun_in(place) if (place / SURVEY).exists() else None
            whole = begun if earlier is None else _gone_on_with(earlier, begun)
            (place / SITES).mkdir(exist_ok=True)
            _tidy(place / SITES)
            write_whole(place / SURVEY, msgspec.json.format(msgspec.json.encode(whole)))
        except BaseException:
            lock.close()
            raise
    except OSError as error:
        raise _told(error) from error
    return SurveyFolder(place, whole, lock, earlier)


def begun_in(place: Path) -> Begun:
    """What the survey in a folder is. Raises SurveyFolderError where there is none."""
    try:
        begun = msgspec.json.decode(_read(place / SURVEY), type=Begun)
    except (OSError, msgspec.DecodeError, ValueError):
        raise SurveyFolderError(wording.no_survey(str(place))) from None
    if begun.format != FORMAT:
        raise SurveyFolderError(wording.OTHER_FORMAT)
    return begun


def sites_of(place: Path) -> Iterator[SiteSurveyed]:
    """Every result in a survey's folder, in the order of its list, one in memory at a time. Raises SurveyFolderError."""
    try:
        names = [entry.name for entry in os.scandir(place / SITES) if _NUMBERED.fullmatch(entry.name)]
    except OSError:
        raise SurveyFolderError(wording.no_survey(str(place))) from None
    for name in sorted(names, key=lambda name: (int(name.partition("-")[0]), name)):
        yield _site_in(place / SITES / name / SITE)


def name_of(task: SiteTask) -> str:
    """What a site's folder is called: letters, digits, dots and lines alone, so that every system takes it."""
    slug = re.sub(r"[^a-z0-9.-]+", "_", task.site.lower())[:MAX_SLUG].strip(".") or "none"
    return f"{task.addresses[0].number:04d}-{slug}"


def _gone_on_with(earlier: Begun, begun: Begun) -> Begun:
    if earlier.sites_hash != begun.sites_hash:
        raise SurveyFolderError(wording.OTHER_LIST)
    other = [option for name, option in KEPT_THE_SAME.items() if getattr(earlier.asked, name) != getattr(begun.asked, name)]
    if other:
        raise SurveyFolderError(wording.asked_otherwise(other))
    return msgspec.structs.replace(begun, started=earlier.started, netcurtain=earlier.netcurtain, lists=earlier.lists)


def _is_of_others(entry: Path) -> bool:
    """Neither from a first run that ended before it had begun, nor put there by the system."""
    if entry.name == SITES and entry.is_dir():
        return any(map(_is_of_others, entry.iterdir()))
    return entry.name not in (LOCK, part_of(entry.with_name(SURVEY)).name, *OF_SYSTEMS)


def _locked(path: Path) -> IO[bytes]:
    try:
        return locked(path)
    except BlockingIOError:
        raise SurveyFolderError(wording.IN_USE) from None


def _with_paths(page: PageSurveyed, part: Path, within: str) -> PageSurveyed:
    def path(file: str) -> str:
        name = Path(file).name
        return f"{within}/{name}" if name and (part / name).is_file() else ""

    return msgspec.structs.replace(page, recording=path(page.recording), screenshot=path(page.screenshot))


def _site_in(file: Path) -> SiteSurveyed:
    try:
        return msgspec.json.decode(_read(file), type=SiteSurveyed)
    except (OSError, msgspec.DecodeError, ValueError):
        raise SurveyFolderError(wording.unreadable_site(str(file.parent))) from None


def _aside_in(place: Path) -> dict[str, int]:
    """None are known where it cannot be read: it saves some minutes, and nothing rests on it."""
    try:
        return msgspec.json.decode(_read(place / ASIDE), type=dict[str, int])
    except (OSError, msgspec.DecodeError, ValueError):
        return {}


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size > MAX_BYTES:
            raise ValueError("larger than any file of ours")
        return file.read()


def _tidy(sites: Path) -> None:
    """Parts go; an older result whose newer one did not come to be is put back."""
    for entry in list(sites.iterdir()):
        if entry.name.endswith(PART):
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.name.endswith(OLD):
            whole = sites / entry.name[1 : -len(OLD)]
            if whole.exists():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.replace(whole)


def _told(error: OSError) -> SurveyFolderError:
    return SurveyFolderError(wording.NO_ROOM if is_full(error) else wording.NOT_WRITTEN)
