import json
from dataclasses import replace

import msgspec
import pytest

from netcurtain.commands.event_lines import EventLines
from netcurtain.core import event as happened
from netcurtain.core.event import PageKey
from netcurtain.core.finding import DecodedField, Finding, FlaggedBy, Typed, What, Written
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.observation import Choice
from netcurtain.core.request import Fate

KEY = PageKey("browser", "page-1")
ADDRESS = "https://www.example.org/report?step&MARKER"
VIEW = happened.PageView(
    key=KEY,
    host="www.example.org",
    url=ADDRESS,
    title="TITLE",
    private=False,
    from_start=True,
    companies=(),
    level=Level.NOTHING_SEEN,
    form_level=FormLevel.NO,
    headline="",
    not_seen="",
)
REQUEST = happened.RequestSeen("r", "https://t.example/a?x=1", "image", "||t.example^", "Ours", "T", Fate.SENT, 0.0)
TOLD = (DecodedField(What.PAGE_ADDRESS, ADDRESS, "dl"), DecodedField(What.BUTTON_TEXT, "Send", "cd[buttonText]"))
TYPED = DecodedField(What.TYPED, Typed("Email", Written.SHA256), "")
FINDING = Finding("page-1", "T", "t.example", "||t.example^", "Ours", Fate.SENT, 0.0, TOLD, "T was told TITLE.")


def lines(*events: happened.Event) -> list[dict[str, object]]:
    teller = EventLines()
    return [json.loads(msgspec.json.encode(line)) for event in events for line in teller.of(event)]


def test_a_page_of_a_paused_visit_is_told_when_it_is_looked_at_again() -> None:
    paused = happened.PageUpdated(replace(VIEW, paused=True))
    assert lines(paused) == []
    assert [line["url"] for line in lines(paused, happened.PageUpdated(VIEW), paused)] == ["https://www.example.org/report"]


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (
            happened.PageUpdated(VIEW, opened=True),
            {"event": "page", "page": "page-1", "url": "https://www.example.org/report", "title": "TITLE"},
        ),
        (
            happened.MatchSeen(KEY, REQUEST, private=False),
            {
                "event": "match",
                "page": "page-1",
                "url": "https://t.example/a",
                "type": "image",
                "filter": "||t.example^",
                "list": "Ours",
                "organisation": "T",
            },
        ),
        (
            happened.FindingMade(KEY, FINDING, private=False),
            {
                "event": "finding",
                "page": "page-1",
                "organisation": "T",
                "sentence": "T was told TITLE.",
                "told": [
                    {"what": "page_address", "value": "https://www.example.org/report", "parameter": "dl"},
                    {"what": "button_text", "value": "Send", "parameter": "cd[buttonText]"},
                ],
            },
        ),
        (
            happened.MatchSeen(
                KEY, msgspec.structs.replace(REQUEST, filter="", filter_list="", flagged_by=FlaggedBy.KNOWN_VENDOR), private=False
            ),
            {
                "event": "match",
                "page": "page-1",
                "url": "https://t.example/a",
                "type": "image",
                "filter": None,
                "list": "known vendors",
                "organisation": "T",
            },
        ),
        (
            happened.FindingMade(KEY, msgspec.structs.replace(FINDING, told=(TYPED,)), private=False),
            {
                "event": "finding",
                "page": "page-1",
                "organisation": "T",
                "sentence": "T was told TITLE.",
                "told": [{"what": "typed", "value": {"field": "Email", "written": "sha256"}, "parameter": ""}],
            },
        ),
        (
            happened.FormJudged(KEY, FormLevel.SENSITIVE, ("health",)),
            {"event": "form", "page": "page-1", "sensitive": True, "level": "sensitive", "categories": ["health"]},
        ),
        (
            happened.VerdictChanged(KEY, Level.WARNING, ("T",)),
            {"event": "verdict", "page": "page-1", "level": "warning", "organisations": ["T"]},
        ),
        (
            happened.SubmissionMade(KEY, "s", True, ("said",), "not seen"),
            {"event": "submission", "page": "page-1", "submission": "s"},
        ),
        (happened.SubmissionAnswered(KEY, "s", Choice.NOT_NOW), {"event": "choice", "submission": "s", "choice": "not_now"}),
        (happened.BrowserPaired("id", "Chrome 156"), {"event": "paired", "browser": "Chrome 156"}),
    ],
    ids=lambda value: value["event"] if isinstance(value, dict) else "",
)
def test_each_event_has_its_line(event: happened.Event, line: dict[str, object]) -> None:
    assert lines(event) == [line]


@pytest.mark.parametrize(
    "event",
    [
        happened.SubmissionAnswered(KEY, "s", None),
        happened.PageGone(KEY),
        happened.FrontChanged("b", None),
        happened.LinkChanged(1),
        happened.AppAsked(),
    ],
)
def test_the_rest_has_none(event: happened.Event) -> None:
    assert lines(event) == []


def test_of_a_private_window_no_address_title_or_sentence_is_told() -> None:
    told = lines(
        happened.PageUpdated(replace(VIEW, private=True), opened=True),
        happened.MatchSeen(KEY, REQUEST, private=True),
        happened.FindingMade(KEY, FINDING, private=True),
    )
    assert [line["event"] for line in told] == ["page", "match", "finding"]
    assert not {"url", "title", "sentence", "told"} & {name for line in told for name in line}
    assert "example.org" not in json.dumps(told)


def test_a_page_is_told_again_only_when_its_address_or_title_changed() -> None:
    renamed = replace(VIEW, title="Step two")
    told = lines(*(happened.PageUpdated(view) for view in (VIEW, replace(VIEW, headline="More."), renamed, renamed)))
    assert [line["title"] for line in told] == ["TITLE", "Step two"]


def test_a_page_that_went_is_forgotten() -> None:
    assert len(lines(happened.PageUpdated(VIEW), happened.PageGone(KEY), happened.PageUpdated(VIEW))) == 2
