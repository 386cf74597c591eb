"""Saving: from a wish to a file, stopped at any moment, and every failure a sentence."""

import errno
import logging
import queue
import threading
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from tests.evidence import samples

from netcurtain import saving as saving_module
from netcurtain.core.evidence import Evidence, Source
from netcurtain.core.saved_copy import CopyKind, CopyMade, CopyStep, CopyWish, Letters
from netcurtain.evidence import outcome_wording as wording
from netcurtain.evidence.manifest import JSON
from netcurtain.evidence.pdf import DrawingError
from netcurtain.saving import Find, Found, Saving

PATIENCE = 20
NOW = samples.T0 / 1000
KEPT = samples.evidence(samples.page(samples.request(redacted=None)), source=Source.KEPT)


def finds(evidence: Found) -> Find:
    return lambda _visit, _site, _now, done: done(evidence)


class Asked:
    """Finds, and remembers what it was asked."""

    def __init__(self, evidence: Found = None) -> None:
        self.evidence = evidence
        self.asked: list[tuple[str, str, float]] = []

    def __call__(self, visit: str, site: str, now: float, done: Callable[[Found], None]) -> None:
        self.asked.append((visit, site, now))
        done(self.evidence)


@pytest.fixture
def make() -> Iterator[Callable[[Find, Find], Saving]]:
    made: list[Saving] = []

    def saving(opened: Find, kept: Find) -> Saving:
        made.append(Saving(opened, kept, clock=lambda: NOW))
        return made[-1]

    yield saving
    for one in made:
        one.stop()


def wish(folder: Path, kind: CopyKind = CopyKind.ORGANISATION, **more: object) -> CopyWish:
    name = "copy.zip" if kind is CopyKind.ORGANISATION else "copy.pdf"
    return CopyWish(kind, folder / name, "visit-1", **more)  # type: ignore[arg-type]


def saved(saving: Saving, wished: CopyWish) -> tuple[CopyMade, list[tuple[CopyStep, float]]]:
    steps: list[tuple[CopyStep, float]] = []
    answers: queue.Queue[CopyMade] = queue.Queue()
    saving.save(wished, lambda step, part: steps.append((step, part)), answers.put)
    return answers.get(timeout=PATIENCE), steps


def stopped_at(saving: Saving, wished: CopyWish, at: CopyStep) -> CopyMade:
    """Press Stop as soon as a step begins."""
    cancel: list[Callable[[], None]] = []
    ready = threading.Event()
    answers: queue.Queue[CopyMade] = queue.Queue()

    def progress(step: CopyStep, part: float) -> None:
        ready.wait(PATIENCE)
        if step is at and part < 1:
            cancel[0]()

    cancel.append(saving.save(wished, progress, answers.put))
    ready.set()
    return answers.get(timeout=PATIENCE)


def test_a_copy_for_the_organisation_is_written_step_by_step(tmp_path: Path, make: Callable[..., Saving]) -> None:
    made, steps = saved(make(finds(samples.evidence()), finds(None)), wish(tmp_path))
    assert made == CopyMade(True, f"{wording.MADE_FROM_OPEN} {wording.ANYBODY_CAN_READ}")
    assert [step for step, _ in steps] == [CopyStep.GATHERING, CopyStep.DRAWING, CopyStep.WRITING, CopyStep.WRITING]
    assert sorted(part for _, part in steps) == [part for _, part in steps]
    assert steps[-1] == (CopyStep.WRITING, 1.0)
    assert [file.name for file in tmp_path.iterdir()] == ["copy.zip"]
    assert zipfile.is_zipfile(tmp_path / "copy.zip")
    assert (tmp_path / "copy.zip").stat().st_mode & 0o077 == 0


def test_a_copy_for_a_solicitor_is_one_locked_pdf(tmp_path: Path, make: Callable[..., Saving]) -> None:
    made, _ = saved(make(finds(None), finds(KEPT)), wish(tmp_path, CopyKind.SOLICITOR, passphrase="p w"))
    assert made == CopyMade(True, f"{wording.MADE_FROM_KEPT} {wording.PASSPHRASE_ONLY}")
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF-")
    assert b"Netcurtain" not in (tmp_path / "copy.pdf").read_bytes()


@pytest.mark.parametrize(("kind", "words"), [(CopyKind.ORGANISATION, False), (CopyKind.SOLICITOR, True)])
def test_only_the_organisations_copy_goes_without_words_and_numbers(
    tmp_path: Path, make: Callable[..., Saving], monkeypatch: pytest.MonkeyPatch, kind: CopyKind, words: bool
) -> None:
    asked: list[tuple[bool, bool]] = []

    def without(evidence: Evidence, *, button_words: bool, browser_numbers: bool) -> Evidence:
        asked.append((button_words, browser_numbers))
        return evidence

    monkeypatch.setattr(saving_module, "without", without)
    saved(make(finds(samples.evidence()), finds(None)), wish(tmp_path, kind, passphrase="p", browser_numbers=True))
    assert asked == ([] if words else [(True, False)])


def test_it_asks_for_the_visit_and_the_site_at_this_moment(tmp_path: Path, make: Callable[..., Saving]) -> None:
    opened, kept = Asked(), Asked(KEPT)
    saved(make(opened, kept), wish(tmp_path, site="police.example"))
    assert opened.asked == kept.asked == [("visit-1", "police.example", samples.T0)]


def test_pages_that_were_left_stand_beside_the_open_ones(tmp_path: Path, make: Callable[..., Saving]) -> None:
    before = samples.evidence(samples.page(samples.request(redacted=None), page="b", opened=1.0), source=Source.KEPT)
    saved(make(finds(samples.evidence()), finds(before)), wish(tmp_path))
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert archive.read(JSON).count(b'"address"') == 2


def test_where_nothing_is_left_that_is_said(tmp_path: Path, make: Callable[..., Saving]) -> None:
    assert saved(make(finds(None), finds(None)), wish(tmp_path))[0] == CopyMade(False, wording.NOT_THERE)
    assert list(tmp_path.iterdir()) == []


def test_a_solicitors_copy_without_a_passphrase_is_not_made(tmp_path: Path, make: Callable[..., Saving]) -> None:
    made, _ = saved(make(finds(samples.evidence()), finds(None)), wish(tmp_path, CopyKind.SOLICITOR))
    assert made == CopyMade(False, wording.NEEDS_PASSPHRASE)


@pytest.mark.parametrize("step", list(CopyStep))
def test_stopped_at_any_step_nothing_is_left_behind(tmp_path: Path, make: Callable[..., Saving], step: CopyStep) -> None:
    made = stopped_at(make(finds(samples.evidence()), finds(None)), wish(tmp_path), step)
    assert made == CopyMade(False, wording.CANCELLED, cancelled=True)
    assert list(tmp_path.iterdir()) == []


def test_one_who_stops_need_not_wait_for_the_facts(tmp_path: Path, make: Callable[..., Saving]) -> None:
    made = stopped_at(make(lambda _visit, _site, _now, _done: None, finds(None)), wish(tmp_path), CopyStep.GATHERING)
    assert made.cancelled


def test_the_end_of_the_app_stops_it(tmp_path: Path) -> None:
    asked = threading.Event()
    answers: queue.Queue[CopyMade] = queue.Queue()
    saving = Saving(lambda _visit, _site, _now, _done: asked.set(), finds(None))
    saving.save(wish(tmp_path), lambda _step, _part: None, answers.put)
    assert asked.wait(PATIENCE)
    saving.stop()
    assert answers.get(timeout=PATIENCE).cancelled


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, wording.NO_ROOM),
        (errno.EDQUOT, wording.NO_ROOM),
        (errno.EACCES, wording.NOT_ALLOWED),
        (errno.EROFS, wording.NOT_ALLOWED),
        (errno.ENOENT, wording.PLACE_GONE),
        (errno.EIO, wording.PLACE_GONE),
        (errno.ENAMETOOLONG, wording.NAME_TOO_LONG),
        (errno.EBUSY, wording.NOT_WRITTEN),
    ],
    ids=lambda value: errno.errorcode.get(value, "") if isinstance(value, int) else "",
)
def test_what_the_disk_says_becomes_a_sentence_and_no_path_is_logged(
    tmp_path: Path,
    make: Callable[..., Saving],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    number: int,
    sentence: str,
) -> None:
    def fails(place: Path, _content: bytes, _go_on: object) -> None:
        raise OSError(number, "no", str(place))

    monkeypatch.setattr(saving_module, "write_copy", fails)
    with caplog.at_level(logging.DEBUG):
        made, _ = saved(make(finds(samples.evidence()), finds(None)), wish(tmp_path))
    assert made == CopyMade(False, sentence)
    assert str(tmp_path) not in caplog.text
    assert "copy.zip" not in caplog.text


def test_a_place_that_is_gone_is_said(tmp_path: Path, make: Callable[..., Saving]) -> None:
    made, _ = saved(make(finds(samples.evidence()), finds(None)), wish(tmp_path / "no stick"))
    assert made == CopyMade(False, wording.PLACE_GONE)


def test_a_place_with_a_sign_that_no_name_has_is_said(tmp_path: Path, make: Callable[..., Saving]) -> None:
    made, _ = saved(make(finds(samples.evidence()), finds(None)), wish(tmp_path / "a\0b"))
    assert made == CopyMade(False, wording.NOT_WRITTEN)


def never(_visit: str, _site: str, _now: float, _done: Callable[[Found], None]) -> None:
    """Does not answer."""


@pytest.mark.parametrize(("opened", "kept"), [(never, never), (never, finds(KEPT)), (finds(samples.evidence()), never)])
def test_facts_that_do_not_come_in_time_make_no_copy_of_the_others(
    tmp_path: Path, make: Callable[..., Saving], monkeypatch: pytest.MonkeyPatch, opened: Find, kept: Find
) -> None:
    monkeypatch.setattr(saving_module, "GATHERED_WITHIN_SECONDS", 0.0)
    made, _ = saved(make(opened, kept), wish(tmp_path))
    assert made == CopyMade(False, wording.TOO_SLOW)
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_that_no_pdf_takes_is_said_before_anything_is_gathered(tmp_path: Path, make: Callable[..., Saving]) -> None:
    made, steps = saved(make(never, never), wish(tmp_path, CopyKind.SOLICITOR, passphrase="p" * 200))
    assert (made, steps) == (CopyMade(False, wording.PASSPHRASE_TOO_LONG), [])


@pytest.mark.parametrize("error", [DrawingError(), ValueError("marker-x7")], ids=["drawing", "a mistake of ours"])
def test_a_mistake_is_a_sentence_and_the_next_copy_is_made(
    tmp_path: Path, make: Callable[..., Saving], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    def fails(*_args: object, **_named: object) -> bytes:
        raise error

    saving = make(finds(samples.evidence()), finds(None))
    with monkeypatch.context() as patched:
        patched.setattr(saving_module, "copy_of", fails)
        assert saved(saving, wish(tmp_path))[0] == CopyMade(False, wording.NOT_MADE)
    assert "marker-x7" not in caplog.text
    assert saved(saving, wish(tmp_path))[0].made


def test_letters_are_made_of_what_an_organisation_may_have(make: Callable[..., Saving], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[bool, bool]] = []

    def without(evidence: Evidence, *, button_words: bool, browser_numbers: bool) -> Evidence:
        asked.append((button_words, browser_numbers))
        return evidence

    monkeypatch.setattr(saving_module, "without", without)
    answers: queue.Queue[Letters | None] = queue.Queue()
    make(finds(samples.evidence()), finds(None)).letters("visit-1", answers.put)
    made = answers.get(timeout=PATIENCE)
    assert made is not None
    assert "police.example" in made.complaint
    assert asked == [(True, True)]
    make(finds(None), finds(None)).letters("visit-1", answers.put)
    assert answers.get(timeout=PATIENCE) is None


def test_no_secret_is_in_a_wishs_repr(tmp_path: Path) -> None:
    assert "p-secret" not in repr(wish(tmp_path, CopyKind.SOLICITOR, passphrase="p-secret", name="n-secret"))
    assert "n-secret" not in repr(wish(tmp_path, name="n-secret"))


def test_typst_is_loaded_by_nothing_but_a_copy() -> None:
    import subprocess
    import sys

    code = "import sys, netcurtain.saving; print('typst' in sys.modules, 'pikepdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_zip_holds_what_the_organisation_may_have(tmp_path: Path, make: Callable[..., Saving]) -> None:
    saved(make(finds(samples.evidence()), finds(None)), wish(tmp_path, name="A. Person"))
    with zipfile.ZipFile(BytesIO((tmp_path / "copy.zip").read_bytes())) as archive:
        assert archive.namelist() == ["copy.pdf", "copy.json", "copy.har", "SHA256SUMS"]
