"""The result of a site of which nothing is known but what went wrong."""

import time

from netcurtain.survey.asked import SiteTask
from netcurtain.survey.result import MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.trouble import Trouble


def troubled(task: SiteTask, made_with: MadeWith, kind: Trouble, detail: str = "") -> SiteSurveyed:
    """A row for each of its addresses."""
    now = time.time() * 1000
    pages = tuple(
        PageSurveyed(
            name=f"{address.number:04d}-01",
            number=address.number,
            site=task.site,
            label=address.label,
            asked=address.url,
            url=address.url,
            clicks=0,
            started=now,
            trouble=Trouble.NO_ADDRESS if address.mistake else kind,
            detail="" if address.mistake else detail,
        )
        for address in task.addresses
    )
    return SiteSurveyed(task.site, made_with, pages)
