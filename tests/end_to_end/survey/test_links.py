"""The links of a real page, as the browser resolves them."""

from collections.abc import Iterator

import pytest
from tests.end_to_end.survey import plain_browser, small_site
from tests.end_to_end.survey.plain_browser import Tabs
from tests.end_to_end.survey.small_site import Site

from netcurtain.survey.looking.links import MAX_LINKS, links

PAGES = {
    "/": """<base href="/en/"><a href="about">About</a> <a href="report#top">Report a crime</a>
      <a href="./report">again</a> <a href="/">here</a>
      <a href="http://other.localhost:PORT/contact">elsewhere</a> <a href="mailto:us@site.localhost">mail</a>
      <a href="javascript:alert(1)">script</a>
      <a href="/files/form.pdf">form</a> <a href="/contact" rel="nofollow">contact</a> <a href="/leaflet" download>leaflet</a>
      <a name="no-link">none</a> <svg><a href="/picture"><text>picture</text></a></svg> <a href="http://[broken">broken</a>
      <div><template shadowrootmode="open"><a href="/within">within</a></template></div> <map><area href="/area"></map>""",
    "/many": "".join(f'<a href="/page-{n}">{n}</a> ' for n in range(5000)),
}


@pytest.fixture(scope="module")
def tabs(chromium_path: str) -> Iterator[Tabs]:
    with plain_browser.running(chromium_path) as tabs:
        yield tabs


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with small_site.running(PAGES) as site:
        yield site


def test_links_of_the_site_are_given_once_the_likeliest_first(tabs: Tabs, site: Site) -> None:
    assert tabs.at(site.at("/"), links) == tuple(map(site.at, ("/en/report", "/en/about", "/picture", "/within", "/area")))


def test_a_page_without_end_gives_so_many_and_no_more(tabs: Tabs, site: Site) -> None:
    assert len(tabs.at(site.at("/many"), links) or ()) == MAX_LINKS
