"""One list looked for: its sources in their order, up to the first that gives something of use, which is kept.

a source's answer -> reading.read (the whole list parsed) -> is it better than the one we have? -> shelf.keep
"""

from dataclasses import dataclass

import msgspec

from netcurtain.lists import wording
from netcurtain.lists.facts import Kept, kept_from
from netcurtain.lists.package import Packages, read_file, read_package
from netcurtain.lists.progress import Tell, untold
from netcurtain.lists.reading import read
from netcurtain.lists.shelf import Entry, Shelf
from netcurtain.lists.source import Answer, FileSource, Fresh, PackageSource, Refused, Source, Unchanged, Validators, WebSource


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds while looking. ``now`` is seconds since 1970; without ``packages`` no Debian package is looked for.

    ``take_smaller`` takes a list however many filters it has lost: the person has said so.
    """

    now: float
    packages: Packages | None = None
    take_smaller: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The list that is kept now, with its source; ``useless`` are the sources asked before it."""

    kept: Kept
    source: Source
    useless: tuple["Useless", ...]


@dataclass(frozen=True, slots=True)
class Useless:
    """A source and why it was of no use."""

    source: Source
    refused: Refused

    @property
    def sentence(self) -> str:
        """As a line for people."""
        return wording.reason(str(self.source), self.refused.why)


@dataclass(frozen=True, slots=True)
class NotFound:
    """No source was of use."""

    useless: tuple[Useless, ...]

    @property
    def why(self) -> str:
        """The first source's reason speaks for all."""
        return self.useless[0].refused.why if self.useless else wording.NOT_REACHED

    @property
    def only_smaller(self) -> bool:
        """Whether a list came that is of use but for being so much shorter."""
        return any(isinstance(one.refused, Smaller) for one in self.useless)


@dataclass(frozen=True, slots=True)
class Smaller(Refused):
    """The text has lost over a fifth of its filters."""


def search(shelf: Shelf, entry: Entry, terms: Terms, tell: Tell = untold) -> Found | NotFound:
    """Look for one list. Raises nothing but what ``tell`` raises."""
    useless: list[Useless] = []
    for source in entry.sources:
        if isinstance(source, PackageSource) and terms.packages is None:
            continue
        outcome = _from(shelf, entry, source, terms, tell)
        if isinstance(outcome, Kept):
            return Found(outcome, source, tuple(useless))
        useless.append(Useless(source, outcome))
    return NotFound(tuple(useless))


def ask(source: Source, known: Validators, packages: Packages | None, tell: Tell = untold) -> Answer:
    """What a source gives, not yet judged."""
    match source:
        case WebSource(url):
            from netcurtain.lists.fetch import fetch  # HTTP takes a moment to load, and most starts need none of it

            return fetch(url, known, tell)
        case FileSource(path):
            return read_file(path)
        case PackageSource():
            return read_package(source, packages, tell) if packages else Refused(wording.NO_PACKAGES)


def modified_by(source: Source, answer: Fresh) -> float:
    """When the source was last changed. When a person last saved a file says nothing about how old its list is."""
    return 0.0 if isinstance(source, FileSource) else answer.modified


def worse(new: Kept, kept: Kept, *, take_smaller: bool = False) -> Refused | None:
    """Why a new text must not replace the one we have; None where it may."""
    if new.filters * 5 < kept.filters * 4 and not take_smaller:
        return Smaller(wording.shrunk(new.filters, kept.filters))
    if kept.dated and new.dated and new.dated < kept.dated:
        return Refused(wording.OLDER)
    if kept.dated and not new.dated and new.source != kept.source:
        return Refused(wording.UNDATED)
    return None


def _from(shelf: Shelf, entry: Entry, source: Source, terms: Terms, tell: Tell) -> Kept | Refused:
    """One source: the facts of the list that is kept after asking it, or why to try the next."""
    kept = shelf.kept(entry.name)
    answer = ask(source, shelf.validators(entry.name, source), terms.packages, tell)
    if isinstance(answer, Refused):
        return answer
    try:
        if isinstance(answer, Unchanged):
            return _note(shelf, entry, kept, terms.now)
        tell(wording.READING, 0, None)
        reading = read(answer.content, entry.title)
        if isinstance(reading, Refused):
            return reading
        # A word such as "success", which some networks answer to everything, is a filter too; every list of the catalogue has a title.
        if entry.ours and not reading.named:
            return Refused(wording.NO_TITLE)
        new = kept_from(reading, answer.content, source, answer.validators, modified_by(source, answer), terms.now)
        if kept and not isinstance(source, FileSource) and (refused := worse(new, kept, take_smaller=terms.take_smaller)):
            return refused
        if kept and kept.sha256 == new.sha256:
            new = msgspec.structs.replace(new, fetched=kept.fetched)
        shelf.keep(entry.name, answer.content, new)
    except OSError:
        return Refused(wording.NOT_WRITTEN)
    return new


def _note(shelf: Shelf, entry: Entry, kept: Kept | None, now: float) -> Kept | Refused:
    if kept is None:
        return Refused(wording.NOT_REACHED)
    noted = msgspec.structs.replace(kept, checked=now)
    shelf.note(entry.name, noted)
    return noted
