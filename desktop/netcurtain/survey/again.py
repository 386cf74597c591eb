"""A site that was looked at once more because of trouble: what was found of it before is not given away for more trouble. Pure."""

from collections.abc import Iterable

import msgspec

from netcurtain.survey.result import PageSurveyed, SiteSurveyed
from netcurtain.survey.trouble import Trouble

LASTING = frozenset({Trouble.NO_ADDRESS, Trouble.ROBOTS})
"""Looking again would find the same."""


NOTHING_NEW = frozenset({Trouble.NO_ADDRESS, Trouble.NO_ANSWER})
"""A look that found no more than this says nothing that an older one does not say better."""


def is_worth_it(found: SiteSurveyed) -> bool:
    """Whether another look may find more."""
    return any(page.trouble is not None and page.trouble not in LASTING for page in found.pages)


def merged(older: SiteSurveyed, newer: SiteSurveyed) -> SiteSurveyed:
    """The newer result, with the older pages that went well where the newer ones did not, or are not there. The older, where nobody can say
    whether the newer look got anywhere.

    Where the two were not made with the same lists and browser, or other pages were found the second time, so that a name stands for
    another page, one result cannot hold pages of both: then the older one stays as it is if the newer lost a page.
    """
    if all(page.trouble in NOTHING_NEW for page in newer.pages):
        return older
    well = {_page_of(page) for page in newer.pages if page.trouble is None}
    kept = {page.name: page for page in older.pages if page.trouble is None and _page_of(page) not in well}
    if not kept:
        return newer
    if older.made_with != newer.made_with or _names_moved(older, newer):
        return older
    pages = {page.name: page for page in newer.pages} | kept
    return msgspec.structs.replace(newer, pages=tuple(sorted(pages.values(), key=_by_name)))


def files_of(pages: Iterable[PageSurveyed]) -> frozenset[str]:
    """The recordings and pictures of pages, as they are kept."""
    return frozenset(file for page in pages for file in (page.recording, page.screenshot) if file)


def _page_of(page: PageSurveyed) -> tuple[int, str]:
    """The address itself is the same page, wherever it led; one that was found is what it was found at."""
    return page.number, page.url if page.clicks else ""


def _names_moved(older: SiteSurveyed, newer: SiteSurveyed) -> bool:
    before = {page.name: _page_of(page) for page in older.pages}
    return any(before.get(page.name, _page_of(page)) != _page_of(page) for page in newer.pages)


def _by_name(page: PageSurveyed) -> str:
    return page.name
