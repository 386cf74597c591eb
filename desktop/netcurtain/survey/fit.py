"""A site's result, before it is written or sent: a page that cannot be, or that is too large, becomes a row that says so."""

import msgspec

from netcurtain.survey.result import PageSurveyed, SiteSurveyed
from netcurtain.survey.trouble import Trouble


def fit(found: SiteSurveyed, most: int) -> SiteSurveyed:
    """The same, with all of its pages, in about ``most`` bytes of JSON. A page of text that is no Unicode costs its own row alone."""
    pages: list[PageSurveyed] = []
    left = most
    for page in found.pages:
        try:
            size = len(msgspec.json.encode(page))
        except ValueError as error:  # half of an emoji, such as a page's script can make
            pages.append(_row_of(page, type(error).__name__))
            continue
        left -= size
        pages.append(page if left >= 0 else _row_of(page, "result: too large"))
    return found if all(map(_same, found.pages, pages)) else msgspec.structs.replace(found, pages=tuple(pages))


def _row_of(page: PageSurveyed, detail: str) -> PageSurveyed:
    """Nothing of what the page says of itself."""
    return PageSurveyed(
        name=page.name,
        number=page.number,
        site=page.site,
        label=page.label,
        asked=page.asked,
        url=page.asked,
        clicks=page.clicks,
        started=page.started,
        trouble=Trouble.OURS,
        detail=detail,
    )


def _same(one: PageSurveyed, other: PageSurveyed) -> bool:
    return one is other
