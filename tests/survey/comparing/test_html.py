"""survey/html.py: the comparison as a page that does nothing, and that says the same as the text."""

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from tests.survey import made
from tests.survey.comparing.test_text import HOSTILE, comparison

from netcurtain.survey.comparing import wording
from netcurtain.survey.comparing.comparing import compared
from netcurtain.survey.comparing.html import as_html
from netcurtain.survey.comparing.text import as_text


class Page(HTMLParser):
    """What a browser would see: every element and attribute."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_needs_nothing_and_does_nothing() -> None:
    text = as_html(comparison())
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "form", "object"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "style")]
    assert not [value for name, value in page.attributes if name == "href" and not (value or "").startswith("#")]
    policy = next(value for name, value in page.attributes if name == "content" and value and "default-src" in value)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "prefers-color-scheme: dark" in style[1]


def test_it_says_all_that_the_text_says() -> None:
    found = comparison()
    words = "\n".join(Page(as_html(found)).words)
    table = "A Company: seen on"  # the table says it in numbers
    lines = [line.strip().removeprefix("- ").rstrip(":") for line in as_text(found).splitlines()]
    said = words.replace("\n", "")
    assert not [line for line in lines if line and line not in said and not line.startswith(table)]


def test_the_contents_lead_to_every_part_of_the_page() -> None:
    page = Page(as_html(comparison()))
    links = [value for name, value in page.attributes if name == "href"]
    assert len(links) == 6
    assert [f"#{value}" for name, value in page.attributes if name == "id" and value != "contents"] == links


def test_the_changes_of_each_site_can_be_opened_by_themselves() -> None:
    sites = ("a.example", "b.example")
    old = [
        made.site(*(made.page(number=n, of_site=of, site=site, asked=f"https://{site}/{of}") for of in (1, 2)))
        for n, site in enumerate(sites, 1)
    ]
    new = [
        made.site(*(made.page(made.company(), number=n, of_site=of, site=site, asked=f"https://{site}/{of}") for of in (1, 2)))
        for n, site in enumerate(sites, 1)
    ]
    text = as_html(compared(old, new, made.begun(), made.begun()))
    changed = text[text.index('<section id="changed">') : text.index('<section id="only-new">')]
    opened = re.findall(r"<details><summary>([^<]*\.example[^<]*)</summary>((?:<article>.*?</article>)+)</details>", changed)
    assert [(summary, articles.count("<article>")) for summary, articles in opened] == [
        ("a.example: two pages", 2),
        ("b.example: two pages", 2),
    ]


def test_what_may_not_be_concluded_stands_before_the_changes() -> None:
    text = unescape(as_html(comparison()))
    assert text.index(wording.ONE_LOOK) < text.index(f"<h2>{wording.CHANGED_TITLE}")


@pytest.mark.parametrize("where", ["label", "url", "recording"])
def test_what_a_page_made_up_is_shown_and_not_obeyed(where: str) -> None:
    page, plain = as_html(comparison(**{where: HOSTILE})), as_html(comparison(**{where: "https://police.example/a"}))
    assert Page(page).tags == Page(plain).tags
    assert Page(page).attributes == Page(plain).attributes
    assert "\u202e" not in page
    assert "\x1b" not in page


def test_nothing_to_compare_is_a_page_too() -> None:
    assert "No page could be compared." in as_html(compared([], [], made.begun(), made.begun()))
