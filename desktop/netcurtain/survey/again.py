"""A site that was looked at once more because of trouble: what was found of it before is not given away for more trouble. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from netcurtain.survey.result import PageSurveyed, SiteSurveyed
from netcurtain.survey.trouble import NOT_THE_PAGE, Trouble

LASTING = frozenset({Trouble.NO_ADDRESS, Trouble.ROBOTS})
"""Looking again would find the same."""

NOTHING_NEW = frozenset({Trouble.NO_ADDRESS, Trouble.NO_ANSWER})
"""A look that found no more than this says nothing that an older one does not say better."""

Which = tuple[int, str, int]
"""The number of its line, and what it was found at; the address itself ("") is the same page, wherever it led. Then how many were found
there before it: addresses are kept without the values by which they may differ.
"""

Worth = tuple[bool, int, int]
"""Whether a page went well; else of how many stages something was seen, and how many companies."""
NOTHING: Worth = (False, 0, 0)


def is_worth_it(found: SiteSurveyed) -> bool:
    """Whether another look may find more."""
    return any(page.trouble is not None and page.trouble not in LASTING for page in found.pages)


def merged(older: SiteSurveyed, newer: SiteSurveyed) -> SiteSurveyed:
    """The newer result, with the older pages that went well where the newer ones did not, or are not there; so, too, those of which
    more was seen than in the newer look, by stages and then by companies. The older, where nobody can say whether the newer look got
    anywhere.

    Where the two were not made with the same lists and browser, or other pages were found the second time, so that a name stands for
    another page, one result cannot hold pages of both: then the older one stays as it is if the newer lost a page that went well, or saw
    nothing at all.
    """
    if all(page.trouble in NOTHING_NEW for page in newer.pages):
        return older
    before, now = _pages_of(older), _pages_of(newer)
    kept = {which: page for which, page in before.items() if _worth(page) > _worth(now.get(which))}
    if not kept:
        return newer
    if older.made_with != newer.made_with or _names_moved(before, now):
        lost_one = any(page.trouble is None for page in kept.values())
        return older if lost_one or all(_worth(page) == NOTHING for page in newer.pages) else newer
    return msgspec.structs.replace(newer, pages=tuple(sorted((now | kept).values(), key=_by_name)))


def files_of(pages: Iterable[PageSurveyed]) -> frozenset[str]:
    """The recordings and pictures of pages, as they are kept."""
    return frozenset(file for page in pages for file in (page.recording, page.screenshot) if file)


def _worth(page: PageSurveyed | None) -> Worth:
    if page is None or page.trouble in NOT_THE_PAGE:
        return NOTHING
    return (True, 0, 0) if page.trouble is None else (False, len({one.stage for one in page.seen}), len(page.companies))


def _pages_of(site: SiteSurveyed) -> dict[Which, PageSurveyed]:
    met = Counter[tuple[int, str]]()
    pages: dict[Which, PageSurveyed] = {}
    for page in sorted(site.pages, key=_by_name):
        place = page.number, page.url if page.clicks else ""
        pages[*place, met[place]] = page
        met[place] += 1
    return pages


def _names_moved(older: Mapping[Which, PageSurveyed], newer: Mapping[Which, PageSurveyed]) -> bool:
    before = {page.name: which for which, page in older.items()}
    return any(before.get(page.name, which) != which for which, page in newer.items())


def _by_name(page: PageSurveyed) -> str:
    return page.name
