"""A survey on disk: each site once, whole or not at all; another survey is refused, and a stopped one goes on."""

from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from tests.survey.stand_in import LISTS, result_of, task

from netcurtain.survey import folder as folders
from netcurtain.survey import on_disk
from netcurtain.survey.asked import Asked, SiteTask
from netcurtain.survey.folder import Begun, SurveyFolder, SurveyFolderError, begin_or_go_on, begun_in, name_of, sites_of
from netcurtain.survey.trouble import Trouble

BEGUN = Begun(Asked(), "hash", 3, 2, 1_000.0, "0.1.0", LISTS)
ONE, TWO = task("one.example", 2, 3), task("two.example", 10)


def put(folder: SurveyFolder, task: SiteTask, *, trouble: Trouble | None = None, mark: bytes = b"picture") -> None:
    part = folder.begin(task)
    found = result_of(task)
    for page in found.pages:
        (part / page.recording).write_text("{}")
        (part / page.screenshot).write_bytes(mark)
    if trouble:
        found = msgspec.structs.replace(found, pages=tuple(msgspec.structs.replace(page, trouble=trouble) for page in found.pages))
    folder.take(task, part, found)


def files(place: Path) -> set[str]:
    return {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}


def test_a_site_is_kept_with_its_files_under_its_name(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        put(folder, TWO)
        put(folder, ONE)
        found = list(folder.sites())
    assert [site.site for site in found] == ["one.example", "two.example"]
    assert found[0].pages[1].recording == "sites/0002-one.example/0003-01.har"
    assert (tmp_path / "survey" / found[0].pages[1].screenshot).read_bytes() == b"picture"
    assert "sites/0010-two.example/site.json" in files(tmp_path / "survey")


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        put(folder, ONE)
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        assert folder.earlier == BEGUN
        assert folder.left([ONE, TWO]) == (TWO,)


def test_sites_in_trouble_are_tried_again_where_that_is_asked(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        put(folder, ONE)
        put(folder, TWO, trouble=Trouble.TIMED_OUT)
        assert folder.left([ONE, TWO]) == ()
        assert folder.left([ONE, TWO], again_failed=True) == (TWO,)
        put(folder, TWO, mark=b"newer")
        assert folder.left([ONE, TWO], again_failed=True) == ()
    assert (tmp_path / "sites/0010-two.example/0010-01.jpg").read_bytes() == b"newer"
    assert [site.site for site in sites_of(tmp_path)] == ["one.example", "two.example"]


def test_parts_are_dropped(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        (folder.begin(ONE) / "0002-01.har").write_text("half")
    assert files(tmp_path) == {"survey.json", "survey.lock"}


def test_parts_of_a_run_that_was_killed_are_dropped_by_the_next(tmp_path: Path) -> None:
    begin_or_go_on(tmp_path, BEGUN).close()
    (tmp_path / "sites" / ".0002-one.example.part").mkdir()
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        assert list((tmp_path / "sites").iterdir()) == []
        assert folder.left([ONE]) == (ONE,)


@pytest.mark.parametrize("newer_is_there", [False, True])
def test_a_run_that_was_killed_while_a_result_was_replaced_leaves_one(tmp_path: Path, newer_is_there: bool) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        put(folder, TWO, mark=b"older")
    sites = tmp_path / "sites"
    (sites / "0010-two.example").rename(sites / ".0010-two.example.old")
    if newer_is_there:
        (sites / "0010-two.example").mkdir()
        (sites / "0010-two.example" / "0010-01.jpg").write_bytes(b"newer")
    begin_or_go_on(tmp_path, BEGUN).close()
    assert [entry.name for entry in sites.iterdir()] == ["0010-two.example"]
    assert (sites / "0010-two.example/0010-01.jpg").read_bytes() == (b"newer" if newer_is_there else b"older")


def test_a_file_that_is_not_there_is_not_told_of(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        part = folder.begin(ONE)
        folder.take(ONE, part, result_of(ONE))
        (found,) = folder.sites()
    assert {page.recording for page in found.pages} == {""}


@pytest.mark.parametrize(
    ("begun", "said"),
    [
        (msgspec.structs.replace(BEGUN, sites_hash="other"), "another list"),
        (msgspec.structs.replace(BEGUN, asked=Asked(clicks=2)), "another --clicks"),
        (msgspec.structs.replace(BEGUN, asked=Asked(type_marker=True, pages=3)), "another --pages and --type-marker"),
        (msgspec.structs.replace(BEGUN, asked=Asked(browser_options=("--a",))), "another --browser-option\\."),
    ],
    ids=["list", "clicks", "marker", "browser"],
)
def test_a_folder_of_another_survey_is_refused(tmp_path: Path, begun: Begun, said: str) -> None:
    begin_or_go_on(tmp_path, BEGUN).close()
    with pytest.raises(SurveyFolderError, match=said):
        begin_or_go_on(tmp_path, begun)
    assert begun_in(tmp_path) == BEGUN
    begin_or_go_on(tmp_path, BEGUN).close()


def test_how_patient_one_is_may_change(tmp_path: Path) -> None:
    begin_or_go_on(tmp_path, BEGUN).close()
    patient = msgspec.structs.replace(BEGUN, asked=Asked(patience=90, delay=9), started=2_000.0)
    with begin_or_go_on(tmp_path, patient) as folder:
        assert folder.begun == msgspec.structs.replace(patient, started=1_000.0)


def test_what_a_survey_began_with_stays_in_its_folder(tmp_path: Path) -> None:
    begin_or_go_on(tmp_path, BEGUN).close()
    newer = msgspec.structs.replace(BEGUN, lists=(), netcurtain="0.2.0", started=2_000.0)
    with begin_or_go_on(tmp_path, newer) as folder:
        assert folder.begun == BEGUN


def test_a_folder_of_an_older_form_is_refused_with_a_sentence(tmp_path: Path) -> None:
    """What its results say of a search, of forms and of choices meant less."""
    begin_or_go_on(tmp_path, BEGUN).close()
    begun = msgspec.json.decode((tmp_path / "survey.json").read_bytes())
    assert begun["format"] == 2
    (tmp_path / "survey.json").write_bytes(msgspec.json.encode({**begun, "format": 1}))
    for use in (lambda: begin_or_go_on(tmp_path, BEGUN), lambda: begun_in(tmp_path)):
        with pytest.raises(SurveyFolderError, match="made by another version of Netcurtain"):
            use()


def test_the_folder_is_for_nobody_else(tmp_path: Path) -> None:
    begin_or_go_on(tmp_path / "survey", BEGUN).close()
    assert (tmp_path / "survey").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("left", ["sites/.DS_Store", ".survey.json.part", ".DS_Store", "survey.lock"])
def test_what_a_first_run_that_had_no_room_left_is_no_hindrance(tmp_path: Path, left: str) -> None:
    (tmp_path / "sites").mkdir()
    (tmp_path / left).write_text("")
    begin_or_go_on(tmp_path, BEGUN).close()
    assert begun_in(tmp_path) == BEGUN


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(SurveyFolderError, match="holds no survey"):
        begin_or_go_on(tmp_path, BEGUN)
    assert files(tmp_path) == {"letter.txt"}


@pytest.mark.parametrize("content", [b"", b"{}", b"[", b"\xff"])
def test_a_folder_whose_survey_cannot_be_read_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "survey.json").write_bytes(content)
    with pytest.raises(SurveyFolderError, match="holds no survey"):
        begin_or_go_on(tmp_path, BEGUN)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SurveyFolderError, match="cannot be written"):
        begin_or_go_on(tmp_path / "file", BEGUN)


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path, BEGUN), pytest.raises(SurveyFolderError, match="Another survey"):
        begin_or_go_on(tmp_path, BEGUN)
    begin_or_go_on(tmp_path, BEGUN).close()


def test_a_lock_that_cannot_be_had_is_not_told_as_another_survey(tmp_path: Path) -> None:
    (tmp_path / "survey.lock").mkdir()
    with pytest.raises(SurveyFolderError, match="cannot be written"):
        begin_or_go_on(tmp_path, BEGUN)


def test_browsers_need_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))

    def free(place: Path) -> SimpleNamespace:
        return SimpleNamespace(free=0 if place.name == "temporary" else 10**12)

    monkeypatch.setattr("shutil.disk_usage", free)
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder, pytest.raises(SurveyFolderError, match="disk is full"):
        folder.begin(TWO)


def test_a_page_that_cannot_be_written_costs_its_own_row(tmp_path: Path) -> None:
    found = result_of(ONE)
    first, second = found.pages
    half_an_emoji = msgspec.structs.replace(first, title="\ud83d")
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        kept = folder.take(ONE, folder.begin(ONE), msgspec.structs.replace(found, pages=(half_an_emoji, second)))
        (read,) = folder.sites()
    assert read == kept
    assert [(page.number, page.trouble, page.title) for page in read.pages] == [(2, Trouble.OURS, ""), (3, None, "")]


def test_a_site_that_is_larger_than_is_read_again_is_not_written_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_BYTES", 2 * len(msgspec.json.encode(result_of(ONE).pages[0])))
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        folder.take(ONE, folder.begin(ONE), result_of(ONE))
        monkeypatch.undo()
        (read,) = folder.sites()
    assert [(page.trouble, page.detail) for page in read.pages] == [(None, ""), (Trouble.OURS, "result: too large")]


def test_what_went_well_before_stays_with_its_files(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        put(folder, TWO, mark=b"older")
        put(folder, TWO, trouble=Trouble.TIMED_OUT, mark=b"newer")
        (found,) = folder.sites()
    assert [page.trouble for page in found.pages] == [None]
    assert (tmp_path / found.pages[0].screenshot).read_bytes() == b"older"


def test_a_recording_that_somebody_deleted_is_no_hindrance(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        put(folder, TWO)
        (tmp_path / "sites/0010-two.example/0010-01.har").unlink()
        put(folder, TWO, trouble=Trouble.TIMED_OUT)
        (found,) = folder.sites()
    assert [page.trouble for page in found.pages] == [None]


@pytest.mark.parametrize("trouble", [Trouble.ROBOTS, Trouble.NO_ADDRESS])
def test_what_would_be_found_again_is_not_looked_for_again(tmp_path: Path, trouble: Trouble) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        put(folder, TWO, trouble=trouble)
        assert folder.left([TWO], again_failed=True) == ()


def test_without_room_no_site_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        part = folder.begin(TWO)
        monkeypatch.setattr(on_disk, "BYTES_TO_BEGIN", 10**24)
        with pytest.raises(SurveyFolderError, match="disk is full"):
            folder.begin(ONE)
        folder.take(TWO, part, result_of(TWO))
        assert folder.left([ONE, TWO]) == (ONE,)


def test_trouble_on_a_full_disk_is_not_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        part = folder.begin(TWO)
        monkeypatch.setattr(on_disk, "BYTES_TO_BEGIN", 10**24)
        found = result_of(TWO)
        crashed = msgspec.structs.replace(found, pages=(msgspec.structs.replace(found.pages[0], trouble=Trouble.CRASHED),))
        with pytest.raises(SurveyFolderError, match="disk is full"):
            folder.take(TWO, part, crashed)
        assert folder.left([TWO]) == (TWO,)


def test_a_result_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        put(folder, ONE)
        (tmp_path / "sites/0002-one.example/site.json").write_bytes(b"{")
        with pytest.raises(SurveyFolderError, match=r"0002-one\.example cannot be read"):
            list(folder.sites())


def test_a_result_that_is_larger_than_any_of_ours_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with begin_or_go_on(tmp_path, BEGUN) as folder:
        put(folder, ONE)
        monkeypatch.setattr(folders, "MAX_BYTES", 100)
        with pytest.raises(SurveyFolderError, match="cannot be read"):
            list(folder.sites())


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("police.uk", "0007-police.uk"),
        ("", "0007-none"),
        ("[::1]", "0007-_1_"),
        ("../../etc", "0007-_.._etc"),
        ("a" * 200, "0007-" + "a" * 60),
    ],
)
def test_a_sites_folder_has_a_name_that_every_system_takes(site: str, name: str) -> None:
    assert name_of(task(site, 7)) == name


def test_what_is_no_survey_is_told() -> None:
    for read in (begun_in, lambda place: list(sites_of(place))):
        with pytest.raises(SurveyFolderError, match="holds no survey"):
            read(Path("/nowhere"))
