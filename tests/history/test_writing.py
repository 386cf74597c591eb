from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core import filing
from netcurtain.core.consent import Consent
from netcurtain.core.event import PageKey
from netcurtain.core.page import Page, Visit
from netcurtain.core.record import PageRecord, PrivatePageRefusedError
from netcurtain.core.request import Fate
from netcurtain.history import recording
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.writing import Limits

MARKER = "zq7typed"


def test_a_private_page_cannot_even_be_made_into_a_record() -> None:
    with pytest.raises(PrivatePageRefusedError):
        # mypy refuses this line too, or the comment on it would be reported as not needed
        PageRecord("p", "v", "s", "u", "t", 0.0, private=True)  # type: ignore[arg-type]


def test_nothing_of_a_private_page_reaches_the_store(kept: Any) -> None:
    page = Page(
        PageKey("b", "p"), 1, Visit("b:p", "police.example", True), "https://police.example/", "police.example", "t", True, 0.0, True
    )
    kept.store.keep(filing.page_records(page))
    kept.store.keep([page])
    assert kept.visits() == ()
    assert "police.example" not in kept.everything()


def test_a_page_is_kept_once_with_its_newest_address_and_title(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(), make.request(), make.page(url="https://www.police.example/two", title="Step two")])
    (opened, *_) = kept.told().lines
    assert opened.what == "“Step two” was opened: https://www.police.example/two"
    assert kept.rows("SELECT count(*) FROM pages") == [(1,)]
    assert len(kept.told().requests) == 1


@pytest.mark.parametrize(
    ("fates", "final"),
    [
        ((Fate.SENT, Fate.ANSWERED), Fate.ANSWERED),
        ((Fate.ANSWERED, Fate.SENT), Fate.ANSWERED),
        ((Fate.SENT, Fate.STOPPED_BY_ANOTHER), Fate.SENT),
        ((Fate.ANSWERED, Fate.STOPPED_BY_US), Fate.ANSWERED),
        ((Fate.STOPPED_BY_ANOTHER, Fate.STOPPED_BY_US), Fate.STOPPED_BY_US),
        ((Fate.STOPPED_BY_US, Fate.ATTEMPTED), Fate.STOPPED_BY_US),
        ((Fate.SENT, Fate.ATTEMPTED), Fate.ATTEMPTED),
        ((Fate.SENT, Fate.ATTEMPTED, Fate.ANSWERED, Fate.ATTEMPTED), Fate.ANSWERED),
    ],
)
def test_a_fate_only_moves_forwards_unless_nobody_was_there(kept: Any, make: Any, fates: tuple[Fate, ...], final: Fate) -> None:
    kept.store.keep([make.page(), make.request(), make.request("r2", after=1), *(make.fate(fate) for fate in fates)])
    assert [row.fate for row in kept.told().requests] == [final, Fate.ATTEMPTED]


def test_a_request_or_submission_that_is_reported_again_is_kept_once(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(), make.request(), make.fate(Fate.SENT), make.request(), make.submission(), make.submission()])
    assert [row.fate for row in kept.told().requests] == [Fate.SENT]
    assert kept.rows("SELECT count(*) FROM submissions") == [(1,)]
    assert kept.rows("SELECT rows FROM visits") == [(3,)]


def test_records_of_a_page_that_was_never_kept_are_passed_over(kept: Any, make: Any) -> None:
    kept.store.keep([make.request(), make.fate(Fate.SENT), make.finding(), make.form(), make.submission()])
    assert kept.visits() == ()
    assert "facebook" not in kept.everything()


def test_a_forgotten_visit_does_not_come_back_with_late_records(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(), make.request(), make.page("p9", "v9", "library.example")])
    assert kept.forget_visit("v1").gone
    kept.store.keep(
        [make.page(), make.page("p2"), make.request("r2"), make.request("r3", "p2"), make.finding(), make.form(), make.submission()]
    )
    assert [row.visit for row in kept.visits()] == ["v9"]
    assert kept.story("v1") is None
    assert "police" not in kept.everything()


def test_a_visit_can_be_forgotten_before_its_first_record_arrives(kept: Any, make: Any) -> None:
    assert kept.forget_visit("v1").gone
    kept.store.keep([make.page()])
    assert kept.visits() == ()


def test_after_forgetting_a_site_the_whole_database_does_not_name_it(kept: Any, make: Any) -> None:
    kept.store.keep([make.page("p1", "v1"), make.page("p2", "v2"), make.page("p9", "v9", "library.example")])
    kept.store.keep([make.request(host="stats.police.example", organisation="Police Stats", filter="||stats.police.example^")])
    kept.store.keep([make.request(page="p9"), make.finding(), make.form(), make.submission()])
    assert "police.example" in kept.everything()
    assert kept.forget_site("police.example").gone
    kept.store.keep([make.page("p1", "v1"), make.page("p3", "v2"), make.request()])
    everything = kept.everything().casefold()
    assert "police" not in everything
    assert "library.example" in everything
    assert "facebook" in everything
    assert [row.visit for row in kept.visits()] == ["v9"]


def test_a_new_visit_to_a_forgotten_site_is_kept_again(kept: Any, make: Any) -> None:
    kept.store.keep([make.page()])
    kept.forget_site("police.example")
    kept.store.keep([make.page("p2", "v2")])
    assert [row.visit for row in kept.visits()] == ["v2"]


def test_in_a_file_no_byte_of_a_forgotten_site_is_left(open_kept: Callable[..., Any], make: Any, tmp_path: Path) -> None:
    kept = open_kept(str(tmp_path / "history.db"))
    kept.store.keep([make.page(), *(make.page(f"p{n}", f"v{n}") for n in range(200)), make.request(host="stats.police.example")])
    kept.visits()
    assert b"police.example" in _bytes(tmp_path)
    assert kept.forget_site("police.example").gone
    assert b"police" not in _bytes(tmp_path)


def test_it_is_not_gone_while_another_reader_holds_it_and_a_second_try_works(
    open_kept: Callable[..., Any], make: Any, tmp_path: Path, reader: Callable[[Path], Any]
) -> None:
    kept = open_kept(str(tmp_path / "history.db"))
    kept.store.keep([make.page()])
    kept.visits()
    other = reader(tmp_path / "history.db")
    assert not kept.forget_visit("v1").gone
    other.close()
    assert kept.forget_visit("v1").gone
    assert b"police" not in _bytes(tmp_path)


def test_what_a_tracker_took_has_no_column(kept: Any, make: Any) -> None:
    """A record comes without a query; the told values that it does carry are left behind."""
    kept.store.keep([make.page(), make.request(), make.form(), make.submission(), make.finding(value=MARKER), make.finding(value=MARKER)])
    assert len(kept.told().lines) == 4
    assert MARKER not in kept.everything()


def test_texts_without_end_are_cut(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(url="https://police.example/" + "u" * 9000, title="t" * 9000)])
    assert kept.rows("SELECT length(url), length(title) FROM pages") == [(recording.MAX_TEXT, recording.MAX_TEXT)]


def test_when_there_are_too_many_visits_the_oldest_go_with_all_they_had(open_kept: Callable[..., Any], make: Any) -> None:
    kept = open_kept(limits=Limits(visits=10))
    kept.store.keep([make.page("p0", "v0", "oldest.example"), make.request("r0", "p0", organisation="Oldest")])
    kept.store.keep([make.page(f"p{n}", f"v{n}", started=make.time + n) for n in range(1, 11)])
    assert [row.visit for row in kept.visits()] == [f"v{n}" for n in range(10, 1, -1)]
    assert "oldest" not in kept.everything().casefold()


def test_when_there_are_too_many_requests_the_oldest_visits_go(open_kept: Callable[..., Any], make: Any) -> None:
    kept = open_kept(limits=Limits(rows=100))
    for n in range(6):
        kept.store.keep([make.page(f"p{n}", f"v{n}", started=make.time + n), *(make.request(f"r{m}", f"p{n}") for m in range(19))])
    assert [row.visit for row in kept.visits()] == ["v5", "v4", "v3", "v2"]
    assert kept.rows("SELECT count(*) FROM requests") == [(4 * 19,)]


def test_one_visit_takes_no_request_without_end_but_still_its_submission(open_kept: Callable[..., Any], make: Any) -> None:
    kept = open_kept(limits=Limits(rows_a_visit=50))
    kept.store.keep(
        [make.page(), *(make.request(f"r{n}") for n in range(90)), *(make.finding(after=n) for n in range(90)), make.submission()]
    )
    kept.store.keep([make.consent(list(Consent)[n % 3], after=n) for n in range(90)])
    kept.store.keep([make.page("p9", "v9"), make.request("r1", "p9")])
    assert kept.rows("SELECT rows FROM visits") == [(51,), (2,)]
    assert kept.told().lines[-1].what == "A form was sent from this page."


def test_a_loop_of_reloads_ends_too(open_kept: Callable[..., Any], make: Any) -> None:
    kept = open_kept(limits=Limits(rows_a_visit=10))
    kept.store.keep([make.page(f"p{n}") for n in range(100)])
    assert kept.rows("SELECT count(*) FROM pages") == [(20,)]


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


@pytest.fixture
def reader() -> Iterator[Callable[[Path], Any]]:
    """Another program that is in the middle of reading the file."""
    opened: list[sqlite3.Connection] = []

    def read(path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(path)
        opened.append(connection)
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM pages").fetchone()
        return connection

    yield read
    for connection in opened:
        connection.close()
