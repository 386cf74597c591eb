"""The command line beside the app in another process, where the locks are those of the system."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from netcurtain.core.keeping import Deletion
from netcurtain.history import beside
from netcurtain.history.beside import Beside
from netcurtain.history.traces import traces

KEY = bytes(range(32))
APP = """
import sys
from pathlib import Path
from netcurtain.core.record import PageRecord
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.writing import IN_FILE, Writer

db = KeptFile(Path(sys.argv[1])).open(bytes(range(32))).db
writer = Writer(db, IN_FILE)
for line in sys.stdin:
    site = line.strip()
    if site != "look":
        writer.keep([PageRecord(site, site, site, f"https://{site}/", "Title", 1.0)])
    print(*[name for (name,) in db.execute("SELECT name FROM visits ORDER BY id").fetchall()], flush=True)
db.close()
"""


class App:
    """Keeps what it is told, and says which visits it has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        command = [sys.executable, "-c", APP, str(folder)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def say(self, line: str) -> list[str]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().split()

    def end(self) -> None:
        self.process.communicate(timeout=60)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    folder = tmp_path / "history"
    folder.mkdir(mode=0o700)
    (folder / "key").write_bytes(b"wrapped")
    app = App(folder)
    app.say("police.example")
    app.say("library.example")
    yield app
    app.end()


def look(app: App) -> Beside:
    return Beside(app.folder, KEY, 0.0)


def visits(app: App) -> set[str]:
    with look(app) as history:
        return {row.visit for row in history.visits()}


def test_both_go_on_after_a_deletion_and_nothing_that_follows_is_lost(app: App) -> None:
    assert visits(app) == {"police.example", "library.example"}
    with look(app) as history:
        assert history.forget("police.example") == Deletion(True)
    assert app.say("clinic.example") == ["library.example", "clinic.example"]
    assert visits(app) == {"library.example", "clinic.example"}
    app.end()
    assert visits(app) == {"library.example", "clinic.example"}
    assert traces(app.folder, KEY, ["police.example"]) == ()


def test_what_is_killed_after_a_deletion_beside_it_has_lost_nothing(app: App) -> None:
    with look(app) as history:
        history.forget("police.example")
    app.say("clinic.example")
    app.process.kill()
    app.process.wait(60)
    assert visits(app) == {"library.example", "clinic.example"}


def test_what_is_erased_under_an_app_stays_erased(app: App) -> None:
    assert beside.erase(app.folder) == Deletion(True)
    app.say("look")
    app.end()
    assert not beside.exists(app.folder)
    assert [path.name for path in app.folder.glob("*")] == []
