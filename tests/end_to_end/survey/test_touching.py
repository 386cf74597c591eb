"""A field of the form in which a person tells something is touched, as a person does it; nothing is ever sent or typed but the marker."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Page
from tests.end_to_end.survey import plain_browser, small_site
from tests.end_to_end.survey.plain_browser import Tabs
from tests.end_to_end.survey.small_site import Site

from netcurtain.survey.looking.touching import Touched, count_forms, touch

HEARD = """<script>
const heard = [];
for (const kind of ['pointerdown', 'focus', 'keydown', 'submit'])
  addEventListener(kind, (event) => event.composedPath()[0].id && heard.push(`${kind} ${event.composedPath()[0].id}`), true);
</script>"""
SEARCH = '<form role="search" action="/sent"><input id="search" type="search" name="q"><button>Search</button></form>'
REPORT = (
    '<form action="/sent" method="post"><input type="hidden" name="token"><input type="checkbox" id="box"><input type="file" id="file">'
    '<input id="name" name="full-name"><textarea id="story"></textarea><button id="send">Send</button></form>'
)
YES_OR_NO = (
    '<form action="/sent" method="post"><fieldset><legend>Were you raped?</legend><label><input type="radio" name="a" id="yes"> Yes</label>'
    '<label><input type="radio" name="a" id="no"> No</label></fieldset><button id="next">Next</button></form>'
)
PAGES = {
    "/report": HEARD + SEARCH + REPORT,
    "/search-only": HEARD + SEARCH,
    "/sign-in": HEARD
    + SEARCH
    + '<form><input type="email" id="email"><input type="password" id="password"><button>Sign in</button></form>',
    "/none": HEARD
    + '<form><input type="checkbox" id="box"><input type="file"><input type="password"><button id="send">Send</button></form>',
    "/unseen": HEARD
    + '<form><input id="trap" style="position: absolute; left: -9999px"><input id="clear" style="opacity: 0"><input id="off" disabled>'
    '<input id="fixed" readonly><div style="display: none"><textarea id="gone"></textarea></div><input id="real"></form>',
    "/covered": HEARD + '<form action="/sent" method="post"><textarea id="story"></textarea>'
    '<button id="send" style="position: fixed; inset: 0; width: 100%; height: 100%">Send</button></form>',
    "/loose": HEARD + '<input id="first"><input id="second">',
    "/shadow": HEARD + '<div><template shadowrootmode="open"><form><textarea id="story"></textarea></form></template></div>',
    "/framed": HEARD + SEARCH + '<iframe src="http://forms.localhost:PORT/report"></iframe>',
    "/hidden-frame": HEARD + '<iframe style="display: none" src="http://forms.localhost:PORT/report"></iframe>',
    "/two": HEARD + '<form><input type="email" id="news"></form>' + REPORT,
    "/yes-or-no": HEARD + SEARCH + YES_OR_NO,
    "/yes-or-no-alone": HEARD + YES_OR_NO,
    "/drawn": HEARD
    + "<style>.drawn { opacity: 0; position: absolute } .away { display: none }</style><form><fieldset><legend>Were you raped?</legend>"
    '<input class="drawn" type="radio" name="a" id="yes"><label for="yes">Yes</label></fieldset></form>'
    '<form><input class="away" type="checkbox" id="box"><label for="box">I agree</label></form>'
    '<form><input class="away" type="checkbox" name="c"></form>',
    "/in-no-form": HEARD
    + '<h1>Were you raped?</h1><div><label><input type="radio" name="a"> Yes</label><label><input type="radio" name="a"> No</label></div>'
    '<button id="next" type="button">Next</button>',
    "/said-by-role": HEARD
    + '<h1>Were you raped?</h1><div role="radiogroup"><div role="radio" tabindex="0">Yes</div></div><button id="next">Next</button>',
    "/list-only": HEARD + '<form><select id="who"><option>A friend</option></select><button>Next</button></form>',
    "/settings": HEARD + '<header><form><select name="choose"><option>English</option></select><button>Go</button></form></header>'
    '<nav><input type="checkbox"><button>Menu</button></nav><form><select name="sort_by"><option>Newest</option></select></form>'
    '<form class="search-form"><select name="topic"><option>All</option></select><button>Go</button></form>'
    '<main><select name="archive"><option>May</option></select></main>'
    '<div id="CybotCookiebotDialog"><form><input type="checkbox" name="marketing"><button>Save</button></form></div>'
    '<div class="our-cookie-notice"><input type="radio" name="all"><button type="button">Save</button></div>'
    '<footer><form><select name="country"><option>Wales</option></select></form></footer>',
    "/cookies-set": HEARD + f'<body class="cookies-set"><div class="cookies-set"><h1>Report</h1>{YES_OR_NO}</div></body>',
    "/banner-frame": HEARD + '<iframe id="sp_message_iframe_1" src="http://forms.localhost:PORT/yes-or-no"></iframe>',
    "/in-a-link": HEARD + '<a href="/sent">A friend <input id="name"></a>',
    "/in-a-button": HEARD + '<form action="/sent"><button>Send <input id="name"></button></form>',
    "/in-a-summary": HEARD + '<details><summary>More <input id="name"></summary></details>',
    "/in-anothers-label": HEARD + '<label for="box"><input id="name"></label><input type="checkbox" id="box">',
    "/in-its-label": HEARD + '<label>Name <input id="name"></label>',
    "/short": HEARD + '<textarea id="story" maxlength="3"></textarea>',
    "/busy": HEARD + REPORT + "<script>setTimeout(() => { for (;;); }, 300)</script>",
    "/many": HEARD + "".join(f'<form><input id="i{n}"></form>' for n in range(1000)),
}


@pytest.fixture(scope="module")
def tabs(chromium_path: str) -> Iterator[Tabs]:
    with plain_browser.running(chromium_path) as tabs:
        yield tabs


@pytest.fixture(scope="module")
def pages() -> Iterator[Site]:
    with small_site.running(PAGES) as site:
        yield site


@pytest.fixture
def site(pages: Site) -> Site:
    pages.asked.clear()
    return pages


async def touched(page: Page, marker: str | None = None) -> tuple[Touched, list[str]]:
    became = await touch(page, marker)
    return became, [heard for frame in page.frames for heard in await frame.evaluate("heard")]


@pytest.mark.parametrize(
    ("path", "field"),
    [("/report", "name"), ("/search-only", "search"), ("/sign-in", "email"), ("/unseen", "real"), ("/loose", "first"), ("/shadow", "story"),
     ("/framed", "name"), ("/two", "name"), ("/in-its-label", "name")],
)  # fmt: skip
def test_the_first_field_of_the_form_most_like_a_persons_is_clicked(tabs: Tabs, site: Site, path: str, field: str) -> None:
    became, heard = tabs.at(site.at(path), touched)
    assert became == Touched(touched=True)
    assert heard == [f"pointerdown {field}", f"focus {field}"]


@pytest.mark.parametrize("path", ["/none", "/hidden-frame", "/yes-or-no-alone", "/drawn", "/in-no-form", "/said-by-role", "/list-only"])
def test_where_nothing_can_be_written_nothing_is_touched(tabs: Tabs, site: Site, path: str) -> None:
    became, heard = tabs.at(site.at(path), touched)
    assert (became, heard) == (Touched(), [])


def test_a_field_that_something_lies_over_is_focused_and_not_clicked(tabs: Tabs, site: Site) -> None:
    became, heard = tabs.at(site.at("/covered"), touched)
    assert (became, heard) == (Touched(touched=True), ["focus story"])
    assert site.asked == ["GET /covered"]


@pytest.mark.parametrize("path", ["/in-a-link", "/in-a-button", "/in-a-summary", "/in-anothers-label"])
def test_a_field_that_stands_in_what_can_be_pressed_is_focused_and_not_clicked(tabs: Tabs, site: Site, path: str) -> None:
    became, heard = tabs.at(site.at(path), touched)
    assert (became, heard) == (Touched(touched=True), ["focus name"])
    assert site.asked == [f"GET {path}"]


def test_the_marker_is_typed_and_nothing_is_sent(tabs: Tabs, site: Site) -> None:
    became, heard = tabs.at(site.at("/report"), lambda page: touched(page, "marker-1"))
    assert became == Touched(touched=True, typed=True)
    assert heard == ["pointerdown name", "focus name", *["keydown name"] * 8]
    assert site.asked == ["GET /report"]


def test_a_marker_that_the_field_does_not_take_is_not_said_to_be_typed(tabs: Tabs, site: Site) -> None:
    became, _ = tabs.at(site.at("/short"), lambda page: touched(page, "marker-1"))
    assert became == Touched(touched=True, typed=False)


def test_a_page_that_no_longer_answers_is_left_alone_in_time(tabs: Tabs, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netcurtain.survey.looking.touching.TOUCH_SECONDS", 1.0)
    monkeypatch.setattr("netcurtain.survey.looking.touching.COUNT_SECONDS", 1.0)

    async def busy(page: Page) -> tuple[int | None, Touched]:
        await page.wait_for_timeout(500)
        return await count_forms(page), await touch(page, None)

    assert tabs.at(site.at("/busy"), busy) == (None, Touched())


@pytest.mark.parametrize(
    ("path", "forms"),
    [("/report", 1), ("/search-only", 0), ("/sign-in", 1), ("/none", 1), ("/unseen", 1), ("/loose", 1), ("/shadow", 1), ("/framed", 1),
     ("/hidden-frame", 0), ("/two", 2), ("/many", 300), ("/yes-or-no", 1), ("/drawn", 2), ("/in-no-form", 1), ("/said-by-role", 1),
     ("/list-only", 1), ("/settings", 0), ("/cookies-set", 1), ("/banner-frame", 0)],
)  # fmt: skip
def test_forms_are_counted_that_ask_a_person_something(tabs: Tabs, site: Site, path: str, forms: int) -> None:
    assert tabs.at(site.at(path), count_forms) == forms
