"""har/session.py: a recording through the core, page by page, as Chrome, Firefox, Safari, Charles and mitmproxy write it."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.har.recording import PAGE, checked, document, entry, har

from netcurtain.core.level import Level
from netcurtain.core.wording import company_first
from netcurtain.har import pages as har_pages
from netcurtain.har import session as har_session
from netcurtain.har.report import as_json, as_text
from netcurtain.har.result import Found, PageFound

TR = "https://www.facebook.com/tr/"
SHOP = "https://shop.example/"
PRESSED = f"{TR}?id=1&ev=SubscribedButtonClick&dl=https%3A%2F%2Fpolice.example%2Freport%3Fq%3Dsecret&cd[buttonText]=Report%20it"
FROM_PAGE = {"Referer": PAGE}


def the_page(found: Found) -> PageFound:
    (page,) = found.pages
    return page


def one(folder: Path, *entries: dict[str, Any]) -> PageFound:
    return the_page(checked(folder, har([document(), *entries])))


def events_of(page: PageFound) -> list[dict[str, Any]]:
    told = msgspec.json.decode(as_json(Found((page,), (), 0)))
    return [event for company in told["pages"][0]["organisations"] for event in company["events"]]


def test_a_sensitive_page_with_a_tracker_is_a_warning(tmp_path: Path) -> None:
    page = one(tmp_path, entry(PRESSED, headers=FROM_PAGE))
    assert (page.url, page.title, page.requests, page.third_party_hosts) == (PAGE, "Report rape or sexual assault", 2, 1)
    assert (page.sensitive, page.level) == (True, Level.WARNING)
    assert "sexual_offence" in page.categories
    (company,) = page.companies
    assert (company.name, company.requests, company.filters) == ("Meta (Facebook)", 1, ("||facebook.com/tr/",))
    assert company.sentences == (
        "Meta (Facebook) was told which button was pressed on this page: \u201cReport it\u201d. "
        "It was also told this page's address and which site this is.",
    )
    (event,) = events_of(page)
    assert event["sentence"].startswith("Meta (Facebook) was told which button was pressed on this page: \u201cReport it\u201d.")
    assert {"what": "page_address", "value": "https://police.example/report?q", "parameter": "dl"} in event["told"]


def test_a_page_without_text_is_not_judged(tmp_path: Path) -> None:
    bare = entry(PAGE, headers={"Sec-Fetch-Dest": "document"}, mime="text/html")
    page = the_page(checked(tmp_path, har([bare, entry(PRESSED)])))
    assert (page.sensitive, page.categories, page.level) == (None, (), Level.NOTICE)


def test_a_page_that_asks_nothing_and_contacts_nobody(tmp_path: Path) -> None:
    page = the_page(checked(tmp_path, har([document(PAGE, "<title>News</title><p>Words"), entry("https://police.example/a.js")])))
    assert (page.title, page.sensitive, page.level, page.companies, page.third_party_hosts) == ("News", False, Level.NOTHING_SEEN, (), 0)


@pytest.mark.parametrize("body", [{"text": "id=1&ev=Lead"}, {"params": [{"name": "id", "value": "1"}, {"name": "ev", "value": "Lead"}]}])
def test_a_body_is_decoded(tmp_path: Path, body: dict[str, Any]) -> None:
    page = one(tmp_path, entry(TR, post={"mimeType": "application/x-www-form-urlencoded", **body}))
    (event,) = events_of(page)
    assert event["event"] == "Lead"


def test_an_account_and_a_code_for_the_browser_are_told_by_the_names_of_cookies(tmp_path: Path) -> None:
    page = one(tmp_path, entry(PRESSED, headers={"cookie": "c_user=123456; fr=secret"}))
    (event,) = events_of(page)
    assert {"what": "account", "value": "c_user", "parameter": "c_user"} in event["told"]
    assert {"what": "visitor_id", "value": "fr", "parameter": "fr"} in event["told"]


def test_a_cookie_is_told_where_no_decoder_knows_the_request(tmp_path: Path) -> None:
    page = one(tmp_path, entry("https://www.facebook.com/tr/other.js", headers={"cookie": "c_user=123456; locale=en"}))
    (event,) = events_of(page)
    assert event["told"] == [{"what": "account", "value": "c_user", "parameter": "c_user"}]
    assert page.companies[0].sentences == (
        "Meta (Facebook) was told a code for the Facebook account signed in on this browser (which may not be yours).",
    )


@pytest.mark.parametrize("said", [{"status": 0, "error": "net::ERR_BLOCKED_BY_CLIENT"}, {"cached": "memory"}], ids=str)
def test_a_cookie_of_a_request_that_did_not_go_out_is_not_told(tmp_path: Path, said: dict[str, Any]) -> None:
    page = one(tmp_path, entry(PRESSED, headers={"cookie": "c_user=123456"}, **said))
    assert "c_user" not in as_json(Found((page,), (), 0))


def test_a_known_vendor_that_no_list_has_is_in_the_report(tmp_path: Path) -> None:
    page = one(tmp_path, entry("https://px.ads.linkedin.com/collect?v=2&pid=1&url=https%3A%2F%2Fpolice.example%2Freport"))
    (company,) = page.companies
    assert (company.name, company.requests, company.filters) == ("LinkedIn", 1, ())
    (event,) = events_of(page)
    assert event["vendor"] == "LinkedIn Insight"
    assert company.claims[0].source.startswith("Netcurtain's table of companies")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://police.example/g/collect?v=2&tid=G-ABC123&en=page_view", "a company behind this site's own address"),
        ("https://stats.police.example/matomo.php?idsite=1&rec=1", "a company behind this site's own address"),
        ("https://stats.council.example/matomo.php?idsite=1&rec=1", "council.example"),
    ],
)
def test_who_was_told_is_who_was_asked_whatever_vendors_format_it_is(tmp_path: Path, url: str, name: str) -> None:
    page = one(tmp_path, entry(url))
    (event,), (company,) = events_of(page), page.companies
    assert (company.name, event["organisation"]) == (name, name)
    assert event["sentence"].startswith(f"{company_first(name)} was told ")
    assert (company.claims[0].listed_as, company.claims[0].source) == ("the kind that trackers get", "Netcurtain's table of companies")
    assert f"\n  {company_first(name)}: one request" in as_text(Found((page,), (), 0))


def test_what_no_decoder_knows_is_searched_for_the_page(tmp_path: Path) -> None:
    page = one(tmp_path, entry("https://unlisted-tracker.example/x?u=https%3A%2F%2Fpolice.example%2Freport&o=1"))
    (event,) = events_of(page)
    assert (event["organisation"], event["event"]) == ("unlisted-tracker.example", None)
    assert event["told"] == [{"what": "page_address", "value": PAGE, "parameter": "u"}]


@pytest.mark.parametrize("said", [{"status": 0, "error": "net::ERR_BLOCKED_BY_CLIENT"}, {"status": 0}, {"cached": "memory"}], ids=str)
def test_what_was_not_seen_to_go_out_was_only_tried(tmp_path: Path, said: dict[str, Any]) -> None:
    page = one(tmp_path, entry(PRESSED, **said))
    told = [event["sentence"] for event in events_of(page)]
    assert all(sentence.startswith("This page tried to tell Meta (Facebook)") for sentence in told)
    assert not any("was told" in sentence for company in page.companies for sentence in company.sentences)
    assert not page.companies[0].claims[0].went_out


def test_the_persons_own_submission_is_never_decoded(tmp_path: Path) -> None:
    form = "<form action='https://www.facebook.com/tr/' method=post><label>Name <input name=n></label><button>Send</button></form>"
    sent = entry(TR, post={"text": "id=1&ev=Answer+of+a+person"}, kind="document", mime="text/html", page="p")
    found = checked(tmp_path, har([document(PAGE, form, page="p"), sent]))
    assert "Answer" not in as_json(found)


def test_pages_of_a_browser_are_told_apart_by_their_references(tmp_path: Path) -> None:
    """Chrome, Firefox and Safari name pages; Chrome writes the address as the title, and interleaves them."""
    named = [
        {"id": "page_1", "title": PAGE + "?q=secret", "startedDateTime": "2026-08-13T14:00:00Z"},
        {"id": "page_2", "title": "Another page", "startedDateTime": "2026-08-13T15:00:00+01:00"},
    ]
    second = document("https://shop.example/", "<p>", page="page_2")
    found = checked(tmp_path, har([document(page="page_1"), second, entry(PRESSED, page="page_1")], named))
    assert [(page.url, page.title, page.started, len(page.companies)) for page in found.pages] == [
        (PAGE, "Report rape or sexual assault", 1786629600000.0, 1),
        ("https://shop.example/", "Another page", 1786629600000.0, 0),
    ]
    assert "secret" not in as_json(found)


def test_pages_named_after_the_requests_have_their_titles_too(tmp_path: Path) -> None:
    made = har([document(PAGE, "<p>", page="x")])
    made["log"]["pages"] = [{"id": "x", "title": "Late", "startedDateTime": "2026-08-13T14:00:00Z"}]
    assert the_page(checked(tmp_path, made)).title == "Late"


def test_without_pages_each_main_document_is_one(tmp_path: Path) -> None:
    """Charles and mitmproxy: a redirect and a frame are no page of their own, and a referrer says whose request it is."""
    entries = [
        document("https://police.example/", "", status=302),
        document(),
        entry("https://frame.example/", html="<p>", headers={"Referer": "https://police.example/", "Accept": "text/html"}),
        document("https://shop.example/", "<title>Shop</title>", at="2026-08-13T14:05:00Z"),
        entry(PRESSED, headers={"Referer": "https://police.example/"}, at="2026-08-13T14:05:01Z"),
        entry(f"{TR}?id=2&ev=PageView", headers={"Referer": "https://shop.example/"}),
    ]
    found = checked(tmp_path, har(entries, []))
    assert [(page.url, page.requests, [c.requests for c in page.companies]) for page in found.pages] == [
        (PAGE, 4, [1]),
        ("https://shop.example/", 2, [1]),
    ]


def test_without_any_document_there_is_still_a_page(tmp_path: Path) -> None:
    page = the_page(checked(tmp_path, har([entry(PRESSED, headers=FROM_PAGE)])))
    assert (page.url, len(page.companies)) == (PAGE, 1)


def test_requests_of_many_batches_and_pages_are_all_counted(tmp_path: Path) -> None:
    entries = [e for n in range(3) for e in (document(f"https://s{n}.example/"), *(entry(PRESSED) for _ in range(250)))]
    found = checked(tmp_path, har(entries))
    assert [(page.requests, page.companies[0].requests) for page in found.pages] == [(251, 250)] * 3


def test_a_tracker_on_an_earlier_page_of_the_visit_counts(tmp_path: Path) -> None:
    first = document("https://police.example/", "<title>Home</title>")
    found = checked(tmp_path, har([first, entry(PRESSED, headers={"Referer": "https://police.example/"}), document()]))
    assert [page.level for page in found.pages] == [Level.NOTICE, Level.WARNING]


def test_very_many_pages_come_to_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(har_pages, "MAX_PAGES", 3)
    found = checked(tmp_path, har([document(f"https://s{n}.example/", "<p>") for n in range(6)]))
    assert [page.requests for page in found.pages] == [1, 1, 4]


def test_what_cannot_be_read_is_counted(tmp_path: Path) -> None:
    made = har([document()])
    made["log"]["entries"] += [None, 5, {"request": 5}, {}, entry("not a url"), entry("data:,a"), entry("about:blank")]
    assert checked(tmp_path, made).unread == 5


IN_FRAME = {"Sec-Fetch-Dest": "iframe", "Referer": "https://police.example/"}
ASKS = "<form action='/to'><label>Describe the sexual assault <textarea name=a></textarea></label><button>Send</button></form>"


def test_a_form_in_a_frame_is_its_pages(tmp_path: Path) -> None:
    frame = entry("https://forms.example/f?token=secret", html=f"<title>Other</title>{ASKS}", headers=IN_FRAME)
    page = the_page(checked(tmp_path, har([document(PAGE, "<title>Report</title><p>Words"), frame, entry(PRESSED, headers=FROM_PAGE)])))
    assert (page.url, page.title, page.sensitive, page.level) == (PAGE, "Report", True, Level.WARNING)
    assert "sexual_offence" in page.categories


@pytest.mark.parametrize(
    "html", ["<input name=q><button>Search</button>", "<p>Report rape and sexual assault", "<form><button>Play</button></form>"]
)
def test_a_frame_that_asks_nothing_makes_no_page_sensitive(tmp_path: Path, html: str) -> None:
    frame = entry("https://ads.example/f", html=html, headers=IN_FRAME)
    assert the_page(checked(tmp_path, har([document(PAGE, "<p>Words"), frame]))).sensitive is False


def test_a_frames_form_goes_where_the_frame_says(tmp_path: Path) -> None:
    """What is sent there is the person's own, and never decoded."""
    frame = entry("https://www.facebook.com/frame", html="<form action='tr/'><label>Name <input name=n></label></form>", headers=IN_FRAME)
    sent = entry(TR, post={"text": "id=1&ev=Answer+of+a+person"}, headers=FROM_PAGE)
    assert "Answer" not in as_json(checked(tmp_path, har([document(PAGE, "<p>Words"), frame, sent])))


def test_a_frames_text_is_not_the_pages(tmp_path: Path) -> None:
    bare = entry(PAGE, headers={"Sec-Fetch-Dest": "document"}, mime="text/html")
    for html, sensitive in (("<p>Words", None), (ASKS, True)):
        frame = entry("https://forms.example/f", html=html, headers=IN_FRAME)
        assert the_page(checked(tmp_path, har([bare, frame]))).sensitive is sensitive


def test_where_an_answer_leads_elsewhere_its_text_is_not_the_pages(tmp_path: Path) -> None:
    moved = document("https://police.example/", "<title>Moved</title>", status=302)
    bare = entry(PAGE, headers={"Sec-Fetch-Dest": "document"}, mime="text/html")
    page = the_page(checked(tmp_path, har([moved, bare])))
    assert (page.title, page.sensitive) == ("", None)


def test_many_frames_are_only_so_many_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [entry(f"https://forms.example/{n}", html=ASKS if n == 2 else "<p>", headers=IN_FRAME) for n in range(3)]
    made = har([document(PAGE, "<p>Words"), *frames])
    for most, sensitive in ((3, True), (2, False)):
        monkeypatch.setattr(har_session, "MAX_FRAMES", most)
        assert the_page(checked(tmp_path, made)).sensitive is sensitive


def test_each_form_of_a_page_counts_though_all_go_to_the_same_place(tmp_path: Path) -> None:
    """A later one does not take the name of an earlier one that was told already: a browser tells so many requests together."""
    frame = entry("https://forms.example/f", html="<form action='https://police.example/to'><button>Play</button></form>", headers=IN_FRAME)
    others = [entry(PRESSED, headers=FROM_PAGE)] * 200
    two = document(PAGE, f"<form action='/to'><button>Play</button></form>{ASKS}")
    page = the_page(checked(tmp_path, har([two, *others, frame, *others])))
    assert (page.sensitive, page.level) == (True, Level.WARNING)


def test_a_page_too_long_to_read_is_not_said_to_ask_nothing(tmp_path: Path) -> None:
    page = the_page(checked(tmp_path, har([document(PAGE, "<title>Long</title>" + "<p>x" * 1_200_000)])))
    assert (page.title, page.sensitive) == ("Long", None)
    assert the_page(checked(tmp_path, har([document(PAGE, ASKS + "<p>x" * 1_200_000)]))).sensitive is True


@pytest.mark.parametrize(
    ("html", "sensitive"),
    [
        ("<!doctype html><title>Report rape</title><div id=root></div><script>go('now')</script>", None),
        ("<title>Report rape</title><noscript>Turn scripts on</noscript><app-root></app-root><!-- words --><SCRIPT src=a></SCRIPT>", None),
        ("<title>Report rape</title><script src=a></script><svg><text>Logo</text></svg>\n <img alt=Words>", None),
        ("<title>News</title><script src=a></script><main><p>&nbsp; <b>Our clinic opens at nine tomorrow</b></main>", False),
        ("<title>News</title><app-root>Loading...</app-root><script src=a></script>", None),
        ("<title>News</title><div id=root>&nbsp;&#160; </div><script src=a></script>", None),
        ("Words", None),
        ("Words<br>", False),
        ("<title>News</title><input name=q><script src=a></script>", None),
        ("<title>News</title>", False),
        (f"<script src=a></script>{ASKS}", True),
    ],
)
def test_a_page_that_a_script_is_still_to_make_is_not_said_to_ask_nothing(tmp_path: Path, html: str, sensitive: bool | None) -> None:
    assert the_page(checked(tmp_path, har([document(PAGE, html)]))).sensitive is sensitive


def test_a_page_that_is_named_and_has_no_request_is_there(tmp_path: Path) -> None:
    named = [
        {"id": "a", "title": PAGE + "?q=secret", "startedDateTime": "2026-08-13T14:00:00Z"},
        {"id": "b", "title": SHOP + "?q=secret", "startedDateTime": "2026-08-13T14:01:00Z"},
        {"id": "c", "title": "Another"},
        {"id": "blank", "title": "about:blank"},
        {"id": "program", "title": "program"},
    ]
    found = checked(tmp_path, har([document(page="a")], named))
    assert [(page.url, page.title, page.requests, page.sensitive, page.level) for page in found.pages[1:]] == [
        (f"{SHOP}?q", "", 0, None, Level.NOTHING_SEEN),
        ("", "Another", 0, None, Level.NOTHING_SEEN),
    ]
    text = as_text(found)
    assert text.count("holds none of its requests") == 2
    assert text.count("We saw none of the companies") == 2  # of all that was recorded, and of the first page
    assert "secret" not in text + as_json(found)


def test_where_requests_name_no_page_the_names_are_no_further_pages(tmp_path: Path) -> None:
    assert len(checked(tmp_path, har([document()], [{"id": "a", "title": PAGE}])).pages) == 1


def test_an_empty_recording_has_no_pages(tmp_path: Path) -> None:
    assert checked(tmp_path, har([])).pages == ()
