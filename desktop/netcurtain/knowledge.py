"""What the pipeline judges by, read from the files that ship with the app and from the shelf of lists: disk in, frozen core values out."""

from importlib.resources import files
from pathlib import Path

from netcurtain import paths
from netcurtain.core.filter_list import parse_list
from netcurtain.core.form import Lexicon, parse_lexicon
from netcurtain.core.from_start import from_the_start
from netcurtain.core.matcher import Matcher
from netcurtain.core.organisations import Organisations, parse_organisations
from netcurtain.core.report_hosts import parse_report_hosts
from netcurtain.core.session import Knowledge
from netcurtain.core.starter import by_company, for_every_page
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
    return Shelf(folder / "lists", parse_catalogue(_shipped("catalogue.toml")), _shipped("starter.txt"))


def packages() -> Packages:
    """Where a list may come from a Debian package. Raises paths.FolderError."""
    return Packages(Path("/"), paths.cache_folder())


def organisations() -> Organisations:
    """The table of companies."""
    return parse_organisations(_shipped("organisations.toml"))


def lexicon() -> Lexicon:
    """The words that make a form sensitive."""
    return parse_lexicon(_shipped("sensitive.toml"))


def support() -> tuple[Contact, ...]:
    """Other ways to report or be heard."""
    return parse_contacts(_shipped("support.toml"))


def matcher_of(texts: tuple[ListText, ...]) -> Matcher:
    """The matcher over some lists; the first decides where several would. Takes a moment the first time; then they come from the cache."""
    try:
        file = paths.cache_folder() / MATCHER_FILE
    except paths.FolderError:
        file = None
    return Matcher(layout_from(texts, file))


def from_shelf(shelf: Shelf) -> Knowledge:
    """Everything, with every list in use. Takes a moment."""
    texts = shelf.texts()
    matcher = matcher_of(texts)
    matcher.make_ready()
    return _knowledge(texts, matcher)


def first(shelf: Shelf) -> Knowledge:
    """Everything, with our own short list alone: what the first second is judged by."""
    texts = (shelf.starter(),)
    return _knowledge(texts, Matcher(layout_from(texts, None)))


def _knowledge(texts: tuple[ListText, ...], matcher: Matcher) -> Knowledge:
    companies = organisations()
    starter = parse_list(_shipped("starter.txt"), None)
    lines, known = for_every_page(starter, companies)
    return Knowledge(
        matcher,
        companies,
        lexicon(),
        tuple(text.spoken for text in texts),
        by_company(starter, companies),
        CardWays(support()),
        from_the_start(lines, known, report_hosts()),
    )


def report_hosts() -> tuple[str, ...]:
    """The hosts of pages where people report something or ask for help."""
    return tuple(host for place in parse_report_hosts(_shipped("report_hosts.toml")) for host in place.hosts)


def _shipped(name: str) -> str:
    return files("netcurtain.filters").joinpath(name).read_text(encoding="utf-8")
