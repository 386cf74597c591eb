"""What opens a kept history for a command: the passphrase, the wait after wrong ones, and the person's answers."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.history.conftest import Make

from netcurtain.commands import wording
from netcurtain.commands.failure import CommandError
from netcurtain.commands.kept_history import KeptPlace
from netcurtain.core.keeping import Deletion
from netcurtain.core.settings import Retention, Settings
from netcurtain.history import clock, vault
from netcurtain.history.beside import Beside
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.tries import Tries
from netcurtain.history.vault import Vault
from netcurtain.history.writing import IN_FILE, Writer
from netcurtain.settings import SettingsFile

RIGHT = "correct horse"
DAY = 86_400_000.0


@dataclass
class Home:
    """A data folder, and what a command does in it."""

    folder: Path
    now: float = 1000.0
    waited: list[float] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    @property
    def history(self) -> Path:
        return self.folder / "history"

    @property
    def settings(self) -> SettingsFile:
        return SettingsFile(self.folder / "settings.json")

    @property
    def place(self) -> KeptPlace:
        return KeptPlace(self.history, self.settings, (), lambda: self.now, self.sleep)

    def make(self, *ages: float) -> None:
        """Keep visits that began so many days ago."""
        key = Vault(self.history).make(RIGHT)
        db = KeptFile(self.history).open(key).db
        for number, days in enumerate(ages):
            Writer(db, IN_FILE).keep(Make(clock.milliseconds() - days * DAY).left(number)[:-1])
        db.close()

    def look(self, history: Beside) -> bool:
        self.seen = [row.visit for row in history.visits()]
        return True

    def use(self, passphrase: str = RIGHT) -> bool:
        return self.place.use(self.look, lambda: passphrase)

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Where a key is made in a moment."""
    for name, quick in (("MEMORY_KIB", 8 * 1024), ("PASSES", 1), ("LANES", 1)):
        monkeypatch.setattr(vault, name, quick)
    return Home(tmp_path)


def test_the_passphrase_opens_it(home: Home) -> None:
    home.make(1, 2)
    assert home.use()
    assert home.seen == ["v0", "v1"]
    assert home.waited == []


@pytest.mark.parametrize("may_be_none", [True, False], ids=["an answer", "a failure"])
def test_where_nothing_is_kept_no_passphrase_is_asked_for(home: Home, may_be_none: bool, capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[int] = []

    def ask() -> str:
        asked.append(1)
        return RIGHT

    assert home.place.use(home.look, ask, may_be_none=may_be_none) is may_be_none
    out, err = capsys.readouterr()
    assert (out if may_be_none else err) == f"{wording.NOTHING_KEPT}\n"
    assert out + err == f"{wording.NOTHING_KEPT}\n"
    assert asked == []
    assert list(home.folder.iterdir()) == []


def test_a_wrong_passphrase_opens_nothing_and_counts(home: Home) -> None:
    home.make(1)
    with pytest.raises(CommandError, match="does not open it"):
        home.use("wrong horse")
    assert home.seen == []
    assert Tries(home.history).wait() > 0


def test_after_wrong_ones_the_next_is_tried_after_a_wait_that_grows(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    home.make(1)
    for _ in range(3):
        with pytest.raises(CommandError):
            home.use("wrong horse")
    assert home.use()
    assert home.waited == [1, 2, 4]
    assert capsys.readouterr().err.splitlines()[-1] == (
        "The last passphrase was wrong, so Netcurtain waits four seconds before it tries this one."
    )
    assert home.use()
    assert home.waited == [1, 2, 4], "the right one ends the waiting"


def test_the_time_it_took_to_type_counts_as_waiting(home: Home) -> None:
    home.make(1)
    with pytest.raises(CommandError):
        home.use("wrong horse")

    def ask() -> str:
        home.now += 5
        return RIGHT

    assert home.place.use(home.look, ask)
    assert home.waited == []


@pytest.mark.parametrize(
    ("retention", "seen"),
    [(Retention.DAYS_7, ["v0"]), (Retention.DAYS_30, ["v0", "v1"]), (Retention.CHOSEN, ["v0", "v1"])],
)
def test_what_has_had_its_time_is_not_shown(home: Home, retention: Retention, seen: list[str]) -> None:
    home.make(1, 8, 31)
    home.settings.save(Settings(retention=retention))
    assert home.use()
    assert home.seen == seen


def test_answers_that_cannot_be_read_are_no_hindrance(home: Home) -> None:
    home.make(1)
    (home.folder / "settings.json").write_text("nonsense", encoding="utf-8")
    assert home.use()
    assert home.seen == ["v0"]


def test_what_the_history_room_cannot_do_is_one_sentence(home: Home) -> None:
    home.make(1)
    (home.history / "history.db").unlink()
    with pytest.raises(CommandError, match="open this history once in Netcurtain's window"):
        home.use()


def test_erasing_needs_no_passphrase_and_leaves_no_answer_that_tells_of_it(home: Home) -> None:
    home.make(1)
    home.settings.save(Settings(introduced=True, retention=Retention.DAYS_30, lock_after=10))
    assert home.place.erase() == Deletion(True)
    assert not home.history.exists()
    assert home.settings.load() == Settings(introduced=True, retention=Retention.UNTIL_CLOSE, lock_after=10)


@pytest.mark.parametrize("answers", [None, Settings(retention=Retention.FORGET_SOON)], ids=["none", "forget soon"])
def test_where_nothing_was_kept_erasing_writes_nothing(home: Home, answers: Settings | None) -> None:
    if answers is not None:
        home.settings.save(answers)
    before = {path.name: path.read_bytes() for path in home.folder.iterdir()}
    assert home.place.erase() is None
    assert {path.name: path.read_bytes() for path in home.folder.iterdir()} == before
