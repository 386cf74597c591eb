"""har/report.py and har/html.py: one result, told as JSON, as text and as a page that does nothing and holds nothing of anybody."""

import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from tests.har.recording import PAGE, checked, document, entry, har

from netcurtain.core.finding import DecodedEvent, DecodedField, What
from netcurtain.core.level import Level
from netcurtain.har import wording
from netcurtain.har.html import as_html
from netcurtain.har.report import as_json, as_text
from netcurtain.har.result import Claim, CompanyFound, Found, ListUsed, PageFound, ToldEvent

HOSTILE = "<script>alert(1)</script>\"' onload=x \u202egnp.\x1b[31m"
PRESSED = (
    "https://www.facebook.com/tr/?id=1&ev=SubscribedButtonClick&dl=https%3A%2F%2Fpolice.example%2Fr%3Fq%3Dsecret-query&cd[buttonText]=Go"
)


def found(**more: object) -> Found:
    event = DecodedEvent("A", "A", "Lead", (DecodedField(What.BUTTON_TEXT, str(more.get("button", "Go")), "b"),))
    told = (ToldEvent(event, True),)
    claims = (
        Claim("t.example", True, date(2026, 8, 13), "A Company", "A List", date(2026, 7, 14)),
        Claim("u.example", False, None, "a tracker", "A List", None),
    )
    company = CompanyFound(str(more.get("name", "A Company")), 3, ("||t.example^",), told, ("A Company was told it.",), claims)
    page = PageFound(
        url=str(more.get("url", PAGE)),
        title=str(more.get("title", "A title")),
        started=1786629600000.0,
        requests=12,
        third_party_hosts=1,
        sensitive=True,
        categories=("sexual_offence",),
        level=Level.WARNING,
        companies=(company,),
    )
    return Found((page,), (ListUsed("A List", "7", 1234),), 0)


class Page(HTMLParser):
    """What a browser would see: every element and attribute."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)


def test_json_has_the_shape_of_the_design() -> None:
    told = msgspec.json.decode(as_json(found()))
    assert list(told) == ["pages", "lists"]
    (page,) = told["pages"]
    assert list(page) == [
        "url",
        "title",
        "started",
        "requests",
        "third_party_hosts",
        "sensitive",
        "categories",
        "level",
        "organisations",
    ]
    assert page["started"] == "2026-08-13T14:00:00.000Z"
    assert list(page["organisations"][0]) == ["name", "requests", "filters", "events", "sentences"]
    assert list(page["organisations"][0]["events"][0]) == ["vendor", "organisation", "event", "told", "sentence"]
    assert told["lists"] == [{"name": "A List", "version": "7", "filters": 1234}]


@pytest.mark.parametrize("told", [as_text, as_html], ids=["text", "html"])
def test_claims_have_one_form(told: object) -> None:
    text = told(found())  # type: ignore[operator]
    assert "On 13 August 2026 (UTC) this browser sent a request to t.example, listed as A Company in A List, 14 July 2026." in text
    assert "this browser tried to send a request to u.example, listed as a tracker in A List." in text
    assert "Not for publication without advice." in text


def test_the_page_needs_nothing_and_does_nothing() -> None:
    text = as_html(found())
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "form", "a", "object"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "href", "style")]
    policy = next(value for name, value in page.attributes if name == "content" and value and "default-src" in value)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "prefers-color-scheme: dark" in style[1]


@pytest.mark.parametrize("where", ["title", "url", "name", "button"])
def test_what_a_page_made_up_is_shown_and_not_obeyed(where: str) -> None:
    page, plain = as_html(found(**{where: HOSTILE})), as_html(found())
    assert Page(page).tags == Page(plain).tags
    assert Page(page).attributes == Page(plain).attributes
    assert "\u202e" not in page
    assert "\x1b" not in page + as_text(found(**{where: HOSTILE}))


@pytest.mark.parametrize(
    "somebodys", ["jo.doe@mail.example", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"]
)
@pytest.mark.parametrize("told", [as_text, as_html], ids=["text", "html"])
def test_people_do_not_read_anybodys_address_or_code(told: object, somebodys: str) -> None:
    made = found(title=f"Report of {somebodys}", url=f"{PAGE}/{somebodys}/edit", button=f"Go on as {somebodys}")
    assert somebodys not in told(made)  # type: ignore[operator]


@pytest.mark.parametrize("told", [as_json, as_text, as_html], ids=["json", "text", "html"])
@pytest.mark.parametrize("rest", ["?secret", "?a=secret", "#secret", ";jsessionid=secret", "?a=1;secret#secret"])
def test_no_address_of_a_page_has_a_query(told: object, rest: str) -> None:
    text = told(found(url=f"{PAGE}{rest}", title=f"Seen at {PAGE}{rest}" if told is not as_json else ""))  # type: ignore[operator]
    assert PAGE in text
    assert "secret" not in text


def test_a_fact_is_called_by_plain_words() -> None:
    page = as_html(found(button="Report it"))
    assert "<li>The words on a button: “Report it” (in b)</li>" in page
    assert "<p>Three requests. What was in them:</p>" in page


@pytest.mark.parametrize(("pages", "with_companies", "words"), [(1, 1, "It"), (2, 2, "Both"), (3, 3, "All of them"), (3, 2, "Two of them")])
def test_how_many_pages_contacted_somebody(pages: int, with_companies: int, words: str) -> None:
    some = f"{words} contacted, or tried to contact, five companies{' in all' if with_companies > 1 else ''}."
    assert wording.summary(pages, with_companies, 5).partition(". ")[2] == some
    assert wording.summary(pages, with_companies, 1).endswith(f"{words} contacted, or tried to contact, one company.")


def test_every_kind_of_fact_has_plain_words() -> None:
    assert {what.value for what in What} - {"typed"} <= wording.FACTS.keys()


@pytest.mark.parametrize("told", [as_json, as_text, as_html], ids=["json", "text", "html"])
def test_no_cookie_body_value_or_answer_is_told(tmp_path: Path, told: object) -> None:
    entries = [
        document(f"{PAGE}?name=secret-name", headers={"Cookie": "sid=secret-cookie", "Authorization": "Bearer secret-token"}),
        entry(PRESSED, headers={"Cookie": "c_user=secret-account", "Referer": f"{PAGE}?name=secret-name"}),
        entry("https://www.facebook.com/tr/", post={"text": "id=1&ev=Lead&ud[em]=secret-mail&x=secret-body"}),
        entry("https://unlisted-tracker.example/?p=secret-value", post={"text": '{"a": "secret-json"}'}),
        entry("https://police.example/send", post={"params": [{"name": "what", "value": "secret-answer"}]}),
    ]
    text = told(checked(tmp_path, har(entries)))  # type: ignore[operator]
    assert "Meta (Facebook)" in text
    assert "secret" not in text


def test_nothing_found_is_said_and_never_called_safe() -> None:
    text = as_text(Found((), (), 2))
    assert text.startswith("There are no pages in this recording.\nTwo entries of the recording could not be read.")
    assert "safe" not in as_html(Found((), (), 0)).lower()


GA4 = "https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=page_view&dl=https%3A%2F%2Fpolice.example%2Freport%2Frape&gcd=13q3q3q3q5l1"


@pytest.mark.parametrize("told", [as_text, as_html], ids=["text", "html"])
def test_people_read_how_the_cookie_question_stood_and_once_what_gives_the_page_away(tmp_path: Path, told: object) -> None:
    text = told(checked(tmp_path, har([document(), entry(GA4), entry(GA4.replace("page_view", "scroll"))])))  # type: ignore[operator]
    assert text.count("This was after cookies had been turned down.") == 2
    assert text.count("\u201crape\u201d alone says what this is about.") == 1


@pytest.mark.parametrize("told", [as_text, as_html], ids=["text", "html"])
def test_people_read_what_a_recorder_can_do(tmp_path: Path, told: object) -> None:
    text = told(checked(tmp_path, har([document(), entry("https://script.hotjar.com/modules.js")])))  # type: ignore[operator]
    assert "Hotjar was contacted by this page." in text
    assert text.count("It can record how a page is used.") == 1
