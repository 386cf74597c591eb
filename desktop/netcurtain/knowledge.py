"""What the pipeline judges by, read from the files that ship with the app and from the shelf of lists: disk in, frozen core values out."""

from pathlib import Path

from netcurtain import __version__, paths, shipped
from netcurtain.core.form import Lexicon, parse_lexicon
from netcurtain.core.matcher import Matcher
from netcurtain.core.organisations import Organisations, parse_organisations
from netcurtain.core.session import Knowledge
from netcurtain.core.support import Contact, parse_contacts
from netcurtain.core.support_card import CardWays
from netcurtain.lists.catalogue import parse_catalogue
from netcurtain.lists.compiled import layout_from
from netcurtain.lists.package import Packages
from netcurtain.lists.shelf import ListText, Shelf

MATCHER_FILE = "matcher"
"""In the cache folder."""


def shelf_in(folder: Path) -> Shelf:
    """The lists on this computer, kept below ``folder``."""
    return Shelf(folder / "lists", parse_catalogue(shipped.text("catalogue.toml")), shipped.text("starter.txt"))


def packages() -> Packages:
    """Where a list may come from a Debian package. Raises paths.FolderError."""
    return Packages(Path("/"), paths.cache_folder())


def organisations() -> Organisations:
    """The table of companies."""
    return parse_organisations(shipped.text("organisations.toml"))


def lexicon() -> Lexicon:
    """The words that make a form sensitive."""
    return parse_lexicon(shipped.text("sensitive.toml"))


def support() -> tuple[Contact, ...]:
    """Other ways to report or be heard."""
    return parse_contacts(shipped.text("support.toml"))


def contact_names() -> tuple[str, ...]:
    """What these are called, which nobody else may be called here."""
    return tuple(contact.name for contact in support())


def matcher_of(texts: tuple[ListText, ...]) -> Matcher:
    """The matcher over some lists; the first decides where several would. Takes a moment the first time; then they come from the cache."""
    try:
        file = paths.cache_folder() / MATCHER_FILE
    except paths.FolderError:
        file = None
    return Matcher(layout_from(texts, file))


def from_shelf(shelf: Shelf) -> Knowledge:
    """Everything, with every list in use. Takes a moment."""
    return from_texts(shelf.texts())


def from_texts(texts: tuple[ListText, ...]) -> Knowledge:
    """Everything, with these lists. Takes a moment."""
    matcher = matcher_of(texts)
    matcher.make_ready()
    return _knowledge(texts, matcher)


def first(shelf: Shelf) -> Knowledge:
    """Everything, with our own short list alone: what the first second is judged by."""
    texts = (shelf.starter(),)
    return _knowledge(texts, Matcher(layout_from(texts, None)))


def _knowledge(texts: tuple[ListText, ...], matcher: Matcher) -> Knowledge:
    known = shipped.tables()
    return Knowledge(
        matcher,
        Organisations(known.companies),
        known.lexicon,
        tuple(text.spoken for text in texts),
        known.by_company,
        CardWays(known.contacts),
        known.from_start,
        __version__,
    )
