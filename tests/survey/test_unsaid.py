"""What a survey holds of a page is in its results, and nowhere else: a log or a traceback that shows one of its values shows no address."""

import pytest
from tests.survey.made import company, look, page, site

from netcurtain.survey import worker
from netcurtain.survey.asked import Address, Asked, SiteTask
from netcurtain.survey.comparing.comparison import Absent, NotCompared, PageChange, PageOnce, Place, Why
from netcurtain.survey.comparing.reading import Page
from netcurtain.survey.looking.finding import FoundPage
from netcurtain.survey.looking.links import Link
from netcurtain.survey.looking.notes import ToLook
from netcurtain.survey.looking.touching import Field

WORD = "police"
URL = f"https://{WORD}.example/report"
ADDRESS = Address(1, URL, "A police force")
SITE = f"{WORD}.example"
TASK = SiteTask(SITE, (ADDRESS,))
PLACE = Place(URL, None, "Chromium 1", "")

VALUES = [
    ADDRESS,
    TASK,
    Asked(contact=f"jo@{WORD}.example", browser_options=(f"--proxy-server=http://jo:secret@{WORD}.example",)),
    page(company(WORD, look())),
    site(page(company(WORD, look()))),
    ToLook("0001-01", ADDRESS, f"{WORD}.example", URL),
    FoundPage(URL, 1),
    Field("text", 0, f"What did the {WORD} say?", usable=True, seen=True),
    PLACE,
    PageChange(SITE, "A site", URL, PLACE, PLACE, (), ()),
    PageOnce(SITE, "A site", URL, PLACE, Absent.NOT_LISTED, None, (), nobody=None),
    NotCompared(SITE, "A site", URL, URL, Why.TROUBLE, None, None),
    Page(SITE, "A site", URL, PLACE, True, None, (), ()),
    worker.packed(TASK),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_nothing_of_a_page_is_in_the_repr(value: object) -> None:
    assert WORD not in repr(value)


def test_links_say_nothing_either() -> None:
    assert Link.__repr__ is Address.__repr__
