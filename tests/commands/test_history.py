"""What `netcurtain history` says of visits, copies and deletions; what opens a history is in test_kept_history.py."""

import json
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from netcurtain.commands import wording
from netcurtain.commands.history import delete_all, delete_visit, export, tell_story, tell_visits
from netcurtain.core.consent import Consent
from netcurtain.core.keeping import Deletion
from netcurtain.core.request import Fate
from netcurtain.history.rows import Gap, MomentKind, RequestRow, StoryLine, VisitRow, VisitStory

NOON = 1_785_672_000_000.0
"""2 August 2026, 12:00 UTC."""
HOUR = 3_600_000.0
POLICE = VisitRow("b1:p1", "police.example", NOON, 2, sensitive=True, on_disk=True, chosen=True)
LIBRARY = VisitRow("b1:p2", "library.example", NOON - 2 * HOUR, 1, sensitive=False, on_disk=True)
META = "Meta (Facebook)"
MOMENTS = (
    StoryLine(NOON, "“Report a crime” was opened: https://police.example/report", MomentKind.OPENED),
    StoryLine(NOON + 9000, "It was told the address.", MomentKind.TOLD, META, Consent.REFUSED),
)
REQUEST = RequestRow(NOON + 500, "www.facebook.com", META, "||facebook.com/tr", "EasyPrivacy", Fate.STOPPED_BY_US)
LISTS, NOT_SEEN = ("EasyPrivacy, 1 August 2026",), ("There may be more.",)
GONE = Deletion(True)


@dataclass
class Fake:
    """A history of two visits."""

    rows: tuple[VisitRow, ...] = (POLICE, LIBRARY)
    spans: tuple[Gap, ...] = (Gap(NOON - 90 * 60_000, NOON - HOUR),)
    answer: Deletion = GONE
    moments: tuple[StoryLine, ...] = MOMENTS
    more: int = 0
    forgotten: list[str] = field(default_factory=list)

    def visits(self) -> tuple[VisitRow, ...]:
        return self.rows

    def story(self, visit: str) -> VisitStory | None:
        return next(
            (
                VisitStory(row, self.moments, (REQUEST,), self.more, lists=LISTS, not_seen=NOT_SEEN)
                for row in self.rows
                if row.visit == visit
            ),
            None,
        )

    def gaps(self) -> tuple[Gap, ...]:
        return self.spans

    def forget(self, visit: str) -> Deletion:
        self.forgotten.append(visit)
        return self.answer


@pytest.fixture(autouse=True)
def _in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


def test_the_list_has_a_line_a_visit_and_gaps_where_they_lie(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell_visits(Fake())
    assert capsys.readouterr().out.splitlines() == [
        "b1:p1  2 August 2026, 13:00  police.example  two companies told  "
        "a form there asked for something personal  kept until you delete it",
        "Nothing was kept from 11:30 on 2 August 2026 until 12:00 on 2 August 2026.",
        "b1:p2  2 August 2026, 11:00  library.example  one company told",
    ]


def test_an_empty_history_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    tell_visits(Fake((), ()))
    assert capsys.readouterr().out == "The history is empty.\n"


def test_a_visit_is_told_moment_by_moment(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell_story(Fake(), "b1:p1")
    assert capsys.readouterr().out.splitlines() == [
        "police.example, 2 August 2026",
        "  13:00:00  “Report a crime” was opened: https://police.example/report",
        "  13:00:09  It was told the address.",
        "  13:00:00  Meta (Facebook)  www.facebook.com  stopped by us  EasyPrivacy: ||facebook.com/tr",
        wording.NOT_SEEN,
    ]


def test_what_a_page_says_cannot_speak_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = StoryLine(NOON, "“\x1b]0;gone\x07\x9b2J\u202e” was opened")
    history = Fake((VisitRow("b1:p1\x1b", "a\x1b[2J", NOON, 1, sensitive=False),), moments=(hostile,))
    tell_visits(history)
    tell_story(history, "b1:p1\x1b")
    export(history, None)
    out = capsys.readouterr().out
    assert [c for c in out if not c.isprintable() and c != "\n"] == []
    assert "<U+001B>]0;gone<U+0007><U+009B>2J<U+202E>" in out


@pytest.mark.parametrize("act", [tell_story, delete_visit])
def test_an_id_that_nothing_has_is_told(act: object, capsys: pytest.CaptureFixture[str]) -> None:
    history = Fake()
    assert not act(history, "b1:p9")  # type: ignore[operator]
    assert capsys.readouterr() == ("", f"{wording.NO_SUCH_VISIT}\n")
    assert history.forgotten == []


def test_a_copy_has_every_visit_and_every_gap(capsys: pytest.CaptureFixture[str]) -> None:
    assert export(Fake(), None)
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert [visit["id"] for visit in told["visits"]] == ["b1:p1", "b1:p2"]
    assert told["visits"][0] == {
        "id": "b1:p1",
        "site": "police.example",
        "started": "2026-08-02T12:00:00.000Z",
        "organisations": 2,
        "sensitive": True,
        "chosen": True,
        "whole": True,
        "lists": ["EasyPrivacy, 1 August 2026"],
        "not_seen": ["There may be more."],
        "moments": [
            {"time": "2026-08-02T12:00:00.000Z", "sentence": MOMENTS[0].what, "kind": "opened", "organisation": None, "consent": None},
            {"time": "2026-08-02T12:00:09.000Z", "sentence": MOMENTS[1].what, "kind": "told", "organisation": META, "consent": "refused"},
        ],
        "requests": [
            {
                "time": "2026-08-02T12:00:00.500Z",
                "host": "www.facebook.com",
                "organisation": "Meta (Facebook)",
                "filter": "||facebook.com/tr",
                "list": "EasyPrivacy",
                "fate": "stopped_by_us",
            }
        ],
    }
    assert told["gaps"] == [{"since": "2026-08-02T10:30:00.000Z", "until": "2026-08-02T11:00:00.000Z"}]
    assert told["not_seen"] == wording.NOT_SEEN
    assert err == "Two visits were copied. This copy has no passphrase: whoever finds it can read it.\n"


def test_a_visit_with_more_than_is_told_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    history = Fake((POLICE,), (), more=1)
    tell_story(history, "b1:p1")
    assert capsys.readouterr().out.splitlines()[-2:] == [wording.MORE, wording.NOT_SEEN]
    export(history, None)
    assert json.loads(capsys.readouterr().out)["visits"][0]["whole"] is False


def test_an_empty_history_makes_an_empty_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert export(Fake((), ()), None)
    assert json.loads(capsys.readouterr().out) == {"visits": [], "gaps": [], "not_seen": wording.NOT_SEEN}


def test_a_copy_in_a_file_is_for_this_person_alone_and_never_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.json"
    assert export(Fake(), copy)
    assert len(json.loads(copy.read_text())["visits"]) == 2
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert capsys.readouterr() == ("", f"Two visits were copied to {copy}. This copy has no passphrase: whoever finds it can read it.\n")
    assert list(tmp_path.iterdir()) == [copy]


def test_a_copy_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    class Broken(Fake):
        def gaps(self) -> tuple[Gap, ...]:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        export(Broken(), tmp_path / "copy.json")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not export(Fake(), tmp_path / "nowhere" / "copy.json")
    assert capsys.readouterr() == ("", f"{wording.NOT_WRITTEN}\n")


def test_a_time_that_no_calendar_has_does_no_harm(capsys: pytest.CaptureFixture[str]) -> None:
    history = Fake((VisitRow("b1:p1", "a.example", 1e300, 0, sensitive=False),), ())
    tell_visits(history)
    export(history, None)
    out = capsys.readouterr().out
    assert out.startswith("b1:p1  no date, --:--  a.example")
    assert '"started": null' in out


@pytest.mark.parametrize(
    ("answer", "out", "err"),
    [
        (GONE, wording.DELETED, ""),
        (Deletion(False), "", wording.NOT_DELETED),
        (Deletion(False, ("history.db-wal",)), "", f"{wording.TRACES}\n  history.db-wal"),
    ],
    ids=["gone", "not done", "traces"],
)
def test_what_became_of_a_deletion_is_told(answer: Deletion, out: str, err: str, capsys: pytest.CaptureFixture[str]) -> None:
    history = Fake(answer=answer)
    assert delete_visit(history, "b1:p2") is answer.gone
    assert history.forgotten == ["b1:p2"]
    assert [text.strip() for text in capsys.readouterr()] == [out, err]


@pytest.mark.parametrize(
    ("answer", "all_well", "out"),
    [
        (GONE, True, wording.DELETED),
        (Deletion(False, ("history.db",)), False, ""),
        (None, True, f"{wording.NOTHING_KEPT}\n{wording.IN_MEMORY}"),
    ],
    ids=["gone", "left", "nothing kept"],
)
def test_what_became_of_all_of_it_is_told(answer: Deletion | None, all_well: bool, out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert delete_all(lambda: answer) is all_well
    assert capsys.readouterr().out.strip() == out
