"""What a survey holds of a page is in its results, and nowhere else: a log or a traceback that shows one of its values shows no address."""

import pytest
from tests.survey.made import company, look, page, site

from netcurtain.survey import worker
from netcurtain.survey.asked import Address, Asked, SiteTask
from netcurtain.survey.looking.finding import FoundPage
from netcurtain.survey.looking.links import Link
from netcurtain.survey.looking.notes import ToLook

WORD = "police"
URL = f"https://{WORD}.example/report"
ADDRESS = Address(1, URL, "A police force")
TASK = SiteTask(f"{WORD}.example", (ADDRESS,))

VALUES = [
    ADDRESS,
    TASK,
    Asked(contact=f"jo@{WORD}.example", browser_options=(f"--proxy-server=http://jo:secret@{WORD}.example",)),
    page(company(WORD, look())),
    site(page(company(WORD, look()))),
    ToLook("0001-01", ADDRESS, f"{WORD}.example", URL),
    FoundPage(URL, 1),
    worker.packed(TASK),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_nothing_of_a_page_is_in_the_repr(value: object) -> None:
    assert WORD not in repr(value)


def test_links_say_nothing_either() -> None:
    assert Link.__repr__ is Address.__repr__
