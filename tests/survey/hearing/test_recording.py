"""Playwright's HARs of a page's runs, joined into one that `netcurtain check` reads."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.har.recording import FORM, LISTS, known
from tests.survey.hearing.said import asked, at, got, heard, opened

from netcurtain.core import observation as seen
from netcurtain.core.request import Fate
from netcurtain.har.reader import read
from netcurtain.har.result import Found
from netcurtain.har.session import check
from netcurtain.survey.hearing import recording
from netcurtain.survey.hearing.listening import Heard, Note
from netcurtain.survey.hearing.recording import Document, RunRecording, join_recordings
from netcurtain.survey.hearing.recording_wording import ABOUT, AFTER_ACCEPTING, AFTER_REFUSING, BEFORE, NOT_ALL, ONCE_MORE
from netcurtain.survey.result import Stage

PAGE = "https://police.example/report"
META = "https://www.facebook.com/tr/"
BUTTON = f"{META}?id=1&ev=SubscribedButtonClick&dl=https%3A%2F%2Fpolice.example%2Freport&cd[buttonText]=Report%20it"
TRACKER = "https://unlisted-tracker.example/p"
REFUSED_AT = {Stage.ARRIVED: 0, Stage.TOUCHED: 5000, Stage.REFUSED: 10_000}
ACCEPTED_AT = {None: 0, Stage.ACCEPTED: 10_000}

Json = dict[str, Any]


def moment(time: float) -> str:
    """NOON of the scenes, which is 06:00 UTC, and so many milliseconds after it, cut to whole ones as in a HAR."""
    minutes, rest = divmod(int(time), 60_000)
    return f"2026-11-24T06:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}Z"


def entry(url: str, time: float, tab: str = "page@1", kind: str = "image", **more: Any) -> Json:
    """As Playwright writes one where it leaves out what answers hold, and with them what requests hold."""
    headers = [{"name": "sec-fetch-dest", "value": "document" if kind == "document" else more.get("dest", "empty")}]
    if tab and kind != "document":
        headers.append({"name": "referer", "value": more.get("referrer", "https://police.example/")})
    made: Json = {
        "pageref": tab,
        "startedDateTime": moment(time),
        "time": 3,
        "request": {
            "method": more.get("method", "GET"),
            "url": url,
            "headers": headers,
            "cookies": [],
            "queryString": [],
            "bodySize": 0,
        },
        "response": {
            "status": more.get("status", 200),
            "statusText": "",
            "headers": [],
            "cookies": [],
            "content": {"size": 10, "mimeType": "text/html" if kind == "document" else "image/gif"},
            "redirectURL": "",
            "_transferSize": more.get("transferred", 30),
        },
        "serverIPAddress": "192.0.2.1",
        "cache": {},
        "timings": {"send": -1, "wait": -1, "receive": 1},
        "_frameref": more.get("frame", f"frame@{tab}"),
        "_monotonicTime": 12.5,
        "_resourceType": kind,
    }
    if "post" in more:
        made["request"]["postData"] = more["post"]
    return made


def document(url: str, time: float, tab: str = "page@1", **more: Any) -> Json:
    return entry(url, time, tab, "document", **more)


def run(
    folder: Path,
    entries: list[Json],
    *notes: Note,
    begins: Any = None,
    tabs: tuple[float, ...] = (0,),
    documents: tuple[Document, ...] = (),
    name: str = "1.har",
) -> RunRecording:
    path = folder / name
    pages = [
        {"startedDateTime": moment(0), "id": tab, "title": "Report", "pageTimings": {}}
        for tab in dict.fromkeys(e["pageref"] for e in entries)
    ]
    path.write_text(json.dumps({"log": {"version": "1.2", "creator": {"name": "Playwright"}, "pages": pages, "entries": entries}}))
    return RunRecording(path, heard(notes, begins, tabs), documents)


def made(into: Path) -> Json:
    log: Json = json.loads(into.read_text())["log"]
    return log


def checked(into: Path) -> Found:
    return check(read(into), known("! Title: Test list\n||facebook.com/tr/\n||unlisted-tracker.example^\n"), LISTS)


def places(log: Json) -> list[tuple[str, str]]:
    """The path of each entry, and what its page is called."""
    called = {page["id"]: page["comment"] for page in log["pages"]}
    return [(one["request"]["url"].partition("?")[0].rpartition("/")[2], called[one["pageref"]]) for one in log["entries"]]


def test_each_request_stands_under_the_state_in_which_it_went(tmp_path: Path) -> None:
    first = run(
        tmp_path,
        [
            document(PAGE, 10), entry(BUTTON, 20), entry(f"{TRACKER}1", 6000), entry(f"{TRACKER}2", 10_500),
            document(PAGE, 20_010, "page@2"), entry(f"{TRACKER}3", 20_020, "page@2"),
        ],
        begins=REFUSED_AT, tabs=(0, 20_000), documents=(Document(PAGE, FORM), Document(PAGE, FORM)),
    )  # fmt: skip
    second = run(tmp_path, [document(PAGE, 10), entry(f"{TRACKER}4", 20), entry(f"{TRACKER}5", 10_500)], begins=ACCEPTED_AT, name="2.har")
    assert join_recordings([first, second], tmp_path / "page.har")
    log = made(tmp_path / "page.har")
    assert places(log) == [
        ("report", BEFORE),
        ("", BEFORE),
        ("p1", BEFORE),
        ("p2", AFTER_REFUSING),
        ("report", AFTER_REFUSING),
        ("p3", AFTER_REFUSING),
        ("report", ONCE_MORE),
        ("p4", ONCE_MORE),
        ("p5", AFTER_ACCEPTING),
    ]
    assert log["comment"] == ABOUT
    assert [page["title"] for page in log["pages"]] == [BEFORE, PAGE, AFTER_REFUSING, ONCE_MORE, PAGE]
    assert not any("_monotonicTime" in one for one in log["entries"])


def test_check_finds_in_it_the_pages_with_their_companies_and_forms(tmp_path: Path) -> None:
    first = run(
        tmp_path,
        [
            document(PAGE, 10), entry(BUTTON, 20), entry(f"{TRACKER}2", 10_500, referrer=""),
            document(PAGE, 20_010, "page@2"), entry(f"{TRACKER}3", 20_020, "page@2"),
        ],
        begins=REFUSED_AT, tabs=(0, 20_000), documents=(Document(PAGE, FORM), Document(f"{PAGE}#top", FORM)),
    )  # fmt: skip
    join_recordings([first], tmp_path / "page.har")
    found = checked(tmp_path / "page.har")
    assert [(page.url, [company.name for company in page.companies], page.sensitive) for page in found.pages] == [
        (PAGE, ["Meta (Facebook)"], True),
        (PAGE, ["unlisted-tracker.example"], None),
        (PAGE, ["unlisted-tracker.example"], True),
    ]
    assert "which button was pressed on this page: “Report it”" in found.pages[0].companies[0].sentences[0]
    assert found.unread == 0


def test_bodies_that_playwright_left_out_are_put_back_from_what_was_heard(tmp_path: Path) -> None:
    posted: Json = {"method": "POST", "post": {"mimeType": "text/plain", "text": "", "params": []}}
    notes = [
        at(1, opened(url=PAGE)),
        at(20, asked(META, "r1", 20.4, method="POST", has_body=True)), at(21, asked(META, "r2", 900.2, method="POST", has_body=True)),
        at(22, asked(TRACKER, "r3", 30, method="POST", has_body=True)), at(23, asked(TRACKER, "r4", 31, method="POST")),
        at(30, seen.Body("r2", "p1", None, b'{"packed":"\xff"}', "text/plain")),
        at(31, seen.Body("r1", "p1", {"ev": ["Lead"], "dl": [PAGE]})),
        at(32, seen.Body("r3", "p1", None, f'{{"page": "{PAGE}"}}'.encode(), "application/json")),
    ]  # fmt: skip
    one = run(tmp_path, [document(PAGE, 10), entry(META, 20, **posted), entry(TRACKER, 30, **posted), entry(META, 900, **posted)], *notes)
    join_recordings([one], tmp_path / "page.har")
    _, lead, told, packed = (one["request"].get("postData") for one in made(tmp_path / "page.har")["entries"])
    assert lead["text"] == "ev=Lead&dl=https%3A%2F%2Fpolice.example%2Freport"
    assert json.loads(told["text"]) == {"page": PAGE}
    assert packed["_encoding"] == "base64"
    (page,) = checked(tmp_path / "page.har").pages
    assert [company.name for company in page.companies] == ["Meta (Facebook)", "unlisted-tracker.example"]
    for company in page.companies:
        assert "page_address" in {fact.what for event in company.events for fact in event.event.told}


def test_a_body_that_the_har_has_is_left_as_it_is_and_one_of_another_moment_is_not_taken(tmp_path: Path) -> None:
    notes = [
        at(20, asked(META, "r1", 20, method="POST", has_body=True)), at(21, seen.Body("r1", "p1", {"ev": ["Lead"]})),
        at(22, asked(TRACKER, "r2", 20, method="POST", has_body=True)), at(23, seen.Body("r2", "p1", {"ev": ["Lead"]})),
    ]  # fmt: skip
    its_own = {"mimeType": "application/x-www-form-urlencoded", "text": "", "params": [{"name": "ev", "value": "Other"}]}
    entries = [document(PAGE, 10), entry(META, 20, method="POST", post=its_own), entry(TRACKER, 9000, method="POST")]
    join_recordings([run(tmp_path, entries, *notes)], tmp_path / "page.har")
    _, first, second = (one["request"].get("postData") for one in made(tmp_path / "page.har")["entries"])
    assert (first, second) == (its_own, None)


def went_out(into: Path) -> dict[str, bool]:
    """What `check` says of each company that told something."""
    companies = [company for page in checked(into).pages for company in page.companies]
    return {company.name: all(event.went_out for event in company.events) for company in companies if company.events}


@pytest.mark.parametrize(
    ("status", "fate", "expected"),
    [(-1, Fate.SENT, True), (-1, Fate.ATTEMPTED, False), (-1, None, False), (200, None, True), (200, Fate.STOPPED_BY_ANOTHER, False)],
    ids=["a beacon that nobody waited for", "nobody was there", "unheard of", "answered and unheard of", "stopped"],
)
def test_check_says_as_the_survey_how_far_a_request_got(tmp_path: Path, status: int, fate: Fate | None, expected: bool) -> None:
    notes = [at(1, opened(url=PAGE)), at(20, asked(BUTTON, "r1", 20.4)), *([at(30, got(fate, "r1"))] if fate else [])]
    one = run(tmp_path, [document(PAGE, 10), entry(BUTTON, 20, status=status)], *notes)
    join_recordings([one], tmp_path / "page.har")
    assert went_out(tmp_path / "page.har") == {"Meta (Facebook)": expected}


def test_of_requests_to_one_address_each_has_the_fate_of_its_own_moment(tmp_path: Path) -> None:
    fates = [Fate.ATTEMPTED, Fate.SENT, Fate.STOPPED_BY_ANOTHER]
    notes = [note for n, fate in enumerate(fates) for note in (at(50, asked(META, f"r{n}", 20.4 + 10 * n)), at(60, got(fate, f"r{n}")))]
    entries = [document(PAGE, 10), *(entry(META, time, status=-1) for time in (31, 20, 40, 9000)), entry(META, 20, method="POST")]
    join_recordings([run(tmp_path, entries, at(1, opened(url=PAGE)), *notes)], tmp_path / "page.har")
    found = [one.get("_fate") for one in made(tmp_path / "page.har")["entries"]]
    assert found == [None, "sent", "attempted", "stopped_by_another", None, None]


def test_what_came_out_of_the_browsers_own_store_did_not_leave(tmp_path: Path) -> None:
    notes = [at(1, opened(url=PAGE)), at(20, asked(BUTTON, "r1", 20)), at(30, got(Fate.ANSWERED, "r1"))]
    one = run(tmp_path, [document(PAGE, 10), entry(BUTTON, 20, transferred=0)], *notes)
    join_recordings([one], tmp_path / "page.har")
    assert [one.get("_fromCache") for one in made(tmp_path / "page.har")["entries"]] == [None, "disk"]
    assert went_out(tmp_path / "page.har") == {"Meta (Facebook)": False}


@pytest.mark.parametrize(("url", "status"), [(TRACKER, -1), ("wss://unlisted-tracker.example/p", 101)], ids=["no answer", "a socket"])
def test_what_came_without_a_byte_for_another_reason_was_not_in_store(tmp_path: Path, url: str, status: int) -> None:
    join_recordings([run(tmp_path, [document(PAGE, 10), entry(url, 20, status=status, transferred=0)])], tmp_path / "page.har")
    assert not any("_fromCache" in one for one in made(tmp_path / "page.har")["entries"])


def test_windows_that_the_page_opened_and_what_went_to_nobody_are_left_out(tmp_path: Path) -> None:
    entries = [
        document(PAGE, 10), document("https://advert.example/", 30, "page@9"), entry(TRACKER, 40, "page@9"),
        entry("data:image/gif;base64,AA", 50), entry(TRACKER, 60, ""), entry("chrome-extension://abc/x.js", 70),
    ]  # fmt: skip
    entries[4].pop("pageref")
    one = run(tmp_path, [*entries[:4], entries[5]])
    har = json.loads(one.path.read_text())
    har["log"]["entries"] += [entries[4], {"request": None}, {"request": {"url": 5}}, {}, "no entry", {"pageref": "page@1"}]
    one.path.write_text(json.dumps(har))
    join_recordings([one], tmp_path / "page.har")
    assert [entry["request"]["url"] for entry in made(tmp_path / "page.har")["entries"]] == [PAGE]


def test_a_request_of_the_millisecond_in_which_a_stage_begins_belongs_to_it(tmp_path: Path) -> None:
    one = run(tmp_path, [document(PAGE, 10), entry(TRACKER, 10_000)], begins={Stage.ARRIVED: 0, Stage.REFUSED: 10_000.3})
    join_recordings([one], tmp_path / "page.har")
    assert places(made(tmp_path / "page.har"))[-1] == ("p", AFTER_REFUSING)


def test_the_document_is_the_one_of_the_page_and_not_of_a_frame_or_a_redirect(tmp_path: Path) -> None:
    entries = [
        document("https://police.example/go", 5, status=302), document(PAGE, 10),
        document("https://frame.example/video", 20, frame="frame@inner", dest="iframe"),
    ]  # fmt: skip
    one = run(tmp_path, entries, documents=(Document(f"{PAGE}/moved-by-a-script", FORM),))
    join_recordings([one], tmp_path / "page.har")
    texts = ["text" in entry["response"]["content"] for entry in made(tmp_path / "page.har")["entries"]]
    assert texts == [False, True, False]


def test_each_load_has_a_tab_of_its_own_so_that_a_page_that_loads_itself_again_takes_no_other_tabs_document(tmp_path: Path) -> None:
    entries = [document(PAGE, 10), document(PAGE, 10_500), document(PAGE, 20_500, "page@2")]
    begins = {Stage.ARRIVED: 0, Stage.REFUSED: 10_000}
    one = run(tmp_path, entries, begins=begins, tabs=(0, 20_000), documents=(Document(PAGE, "first"), Document(PAGE, "second")))
    join_recordings([one], tmp_path / "page.har")
    texts = [entry["response"]["content"].get("text") for entry in made(tmp_path / "page.har")["entries"]]
    assert texts == ["first", None, "second"]


def test_after_a_choice_that_loads_the_page_anew_its_document_names_that_part(tmp_path: Path) -> None:
    entries = [document(PAGE, 10), document(PAGE, 10_500), entry(BUTTON, 10_600)]
    one = run(tmp_path, entries, begins={Stage.ARRIVED: 0, Stage.REFUSED: 10_000}, documents=(Document(PAGE, FORM),))
    join_recordings([one], tmp_path / "page.har")
    assert [page["title"] for page in made(tmp_path / "page.har")["pages"]] == [BEFORE, AFTER_REFUSING]
    assert [[company.name for company in page.companies] for page in checked(tmp_path / "page.har").pages] == [[], ["Meta (Facebook)"]]


@pytest.mark.parametrize("content", [None, "", '{"log": {}}', "no HAR"], ids=["no file", "empty", "no requests", "no JSON"])
def test_a_run_without_a_har_gives_nothing(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "1.har"
    if content is not None:
        path.write_text(content)
    assert not join_recordings([RunRecording(path, heard([]))], tmp_path / "page.har")
    assert not join_recordings([], tmp_path / "page.har")
    assert not (tmp_path / "page.har").exists()


def test_a_har_that_ends_in_the_middle_gives_what_it_has(tmp_path: Path) -> None:
    one = run(tmp_path, [document(PAGE, 10), entry(BUTTON, 20), entry(TRACKER, 30)])
    whole = one.path.read_text()
    one.path.write_text(whole[: whole.index(TRACKER)])
    assert join_recordings([one], tmp_path / "page.har")
    assert [company.name for page in checked(tmp_path / "page.har").pages for company in page.companies] == ["Meta (Facebook)"]


@pytest.mark.parametrize(("limit", "most"), [("MAX_ENTRIES", 2), ("MAX_JOINED", 2500)])
def test_a_recording_has_an_end_and_says_so(tmp_path: Path, limit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, limit, most)
    join_recordings([run(tmp_path, [document(PAGE, 10), *(entry(TRACKER, 20 + n) for n in range(9))])], tmp_path / "page.har")
    log = made(tmp_path / "page.har")
    assert 1 <= len(log["entries"]) <= 3
    assert log["comment"] == f"{ABOUT} {NOT_ALL}"
    assert (tmp_path / "page.har").stat().st_size < 3000
    assert checked(tmp_path / "page.har").pages


def test_a_long_document_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "MAX_HTML", 10)
    join_recordings([run(tmp_path, [document(PAGE, 10)], documents=(Document(PAGE, "x" * 50),))], tmp_path / "page.har")
    assert made(tmp_path / "page.har")["entries"][0]["response"]["content"]["text"] == "x" * 10


def test_nothing_of_a_page_is_shown_by_a_run() -> None:
    assert "police" not in repr(RunRecording(Path("x"), Heard(heard([]).timeline, ()), (Document(PAGE, FORM),)))
