"""What is left in a person's profile after each way to delete, and while a history is locked: nothing, in no file, plain or decrypted.

The app runs with all its real folders, and a browser tells it of pages. The profile is copied by another process, so that no lock of the
app is lost, and searched by the few lines of this file alone: history/traces.py has no part in it.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from tests.app.running import FORM, PAGE, PATIENCE, SUBMISSION, Heard, Joined, joined, keep_on_disk, running
from tests.history.records import Make

from netcurtain import paths
from netcurtain.app import HISTORY, KEYRING, SETTINGS, App
from netcurtain.core.keeping import Deletion, Kept, Unlocking
from netcurtain.core.settings import Retention, Settings
from netcurtain.history import aging, kept_shelf, vault
from netcurtain.history.database import encrypted
from netcurtain.history.driver import Database
from netcurtain.history.retention import DAY
from netcurtain.history.rows import VisitPage, VisitQuery
from netcurtain.history.vault import Vault
from netcurtain.log import FILE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no variable says where a profile lies")

PASSPHRASE = "a passphrase of mine"
HOUR = 3_600_000.0
HOST, PATH, TITLE, TRACKER, COMPANY, FILTER = "zq7host.example", "zq7path", "Zq7 title", "zq7tracker.example", "Zq7 Company", "||zq7filter^"
MARKERS = (HOST, PATH, TITLE, TRACKER, COMPANY, FILTER)
STAYS = "library.example"
MARKED_VISIT = "browser-1:m1"
FIELDS = {"fields": [{"tag": "textarea", "label": "What happened?"}]}


# ---------- The search


PAGE_BYTES, CONTENT, IV = 4096, 4016, 16
SALT = 16
LOG_HEADER, FRAME_HEADER = 32, 24


def decrypted(page: bytes, key: bytes, start: int) -> bytes:
    """One page as SQLCipher 4 writes it, from ``start`` on: its content, then its IV, then its proof."""
    return Cipher(AES(key), CBC(page[CONTENT : CONTENT + IV])).decryptor().update(page[start:CONTENT])


def decrypted_file(file: Path, key: bytes) -> bytes:
    """Every page of a database, or of its log, those included that nothing refers to any more."""
    content = file.read_bytes()
    if file.name.endswith("-wal"):
        starts = range(LOG_HEADER + FRAME_HEADER, len(content) - PAGE_BYTES + 1, FRAME_HEADER + PAGE_BYTES)
        pages = [content[start : start + PAGE_BYTES] for start in starts]
        # a frame of page 1 begins with the salt
        return b"\n".join(decrypted(page, key, start) for page in pages for start in (0, SALT))
    pages = [content[start : start + PAGE_BYTES] for start in range(0, len(content), PAGE_BYTES)]
    return b"\n".join(decrypted(page, key, SALT if number == 0 else 0) for number, page in enumerate(pages))


def among(words: Iterable[str], content: bytes) -> set[str]:
    """Those of the words that are in there, in any of three writings."""
    return {word for word in words if any(word.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))}


@dataclass
class Profile:
    """Everything that Netcurtain can write to."""

    place: Path
    copies: Path

    @property
    def history(self) -> Path:
        return self.place / "data" / "netcurtain" / HISTORY

    def copied(self) -> Path:
        shutil.rmtree(self.copies, ignore_errors=True)
        subprocess.run(["cp", "-R", self.place, self.copies], check=True)
        return self.copies

    def files(self) -> list[Path]:
        return [file for file in sorted(self.copied().rglob("*")) if file.is_file()]

    def plain(self, words: Iterable[str] = MARKERS) -> dict[str, set[str]]:
        """The files that hold some of the words as they are, or in their names."""
        held = {file.name: among(words, str(file).encode() + b"\n" + file.read_bytes()) for file in self.files()}
        return {name: found for name, found in held.items() if found}

    def behind(self, key: bytes, words: Iterable[str] = MARKERS) -> dict[str, set[str]]:
        """The files that hold some of the words once they are decrypted."""
        encrypted_ones = [file for file in self.files() if file.name.endswith((".db", "-wal", "-torn"))]
        held = {file.name: among(words, decrypted_file(file, key)) for file in encrypted_ones}
        return {name: found for name, found in held.items() if found}

    def rows(self, key: bytes) -> str:
        """All that whoever has the key can ask for; nothing where there is no database."""
        database = self.copied() / self.history.relative_to(self.place) / "history.db"
        if not database.exists():
            return ""
        with closing(encrypted(database, key)) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
            return "\n".join(str(row) for table in tables for row in db.execute(f"SELECT * FROM {table}").fetchall())


# ---------- The app


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real ones, where the system says: other than in the tests beside these."""
    place = tmp_path / "profile"
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(place / name.lower()))
    for name, variables in {"runtime": ("XDG_RUNTIME_DIR",), "temp": ("TMPDIR", "SQLITE_TMPDIR")}.items():
        (place / name).mkdir(parents=True)
        for variable in variables:
            monkeypatch.setenv(variable, str(place / name))
    monkeypatch.setattr(tempfile, "tempdir", str(place / "temp"))
    monkeypatch.setattr(vault, "MEMORY_KIB", 8 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)
    monkeypatch.setattr(kept_shelf, "PATIENCE", 0.05)
    monkeypatch.setattr(aging, "RETRY_SECONDS", 0.0)
    assert all(folder.is_relative_to(place) for folder in paths.every_place())
    return place


@pytest.fixture
def profile(folders: Path, tmp_path: Path) -> Profile:
    return Profile(folders, tmp_path / "copy")


@dataclass
class Life:
    """An app with an open history, a browser that has joined, and the key, which no app ever tells."""

    app: App
    browser: Joined
    profile: Profile
    key: bytes

    def asked(self, ask: Callable[[Callable[[Any], None]], object]) -> Any:
        answered: SimpleQueue[Any] = SimpleQueue()
        ask(answered.put)
        return answered.get(timeout=PATIENCE)

    def shown(self) -> set[str]:
        page: VisitPage = self.asked(lambda done: self.app.history.visits(VisitQuery(), None, 100, done))
        return {row.site for row in page.rows}

    def visit(self, page: str, host: str, title: str, began: float, *, tab: int = 1, path: str = "opening-hours") -> str:
        """A page with a form that is sent; what became of that."""
        self.browser.say(PAGE | {"page": page, "tab": tab, "url": f"https://{host}/{path}", "title": title, "time": began})
        self.browser.say(FORM | {"page": page, "descriptor": {"title": title, "form": FIELDS}})
        self.browser.say(SUBMISSION | {"page": page, "submission": f"s-{page}", "time": began + 1})
        return str(self.browser.wait("submission_seen", submission=f"s-{page}")["stored"])

    def visit_marked(self, began: float) -> None:
        """A marker in every text there is: what the link tells, and what only a list could say of a request."""
        self.visit("m1", HOST, TITLE, began, path=PATH)
        record = Make(began).request(page=MARKED_VISIT, after=2, host=TRACKER, organisation=COMPANY, filter=FILTER)
        self.app.history.keep((record,))


@pytest.fixture
def life(profile: Profile, heard: Heard) -> Iterator[Life]:
    with running(heard) as app:
        keep_on_disk(app)
        app.change_settings(Settings(retention=Retention.DAYS_30))
        with joined(app) as browser:
            yield Life(app, browser, profile, Vault(profile.history).open(PASSPHRASE))


# ---------- Every way to delete


def a_visit(life: Life) -> Deletion:
    deletion: Deletion = life.asked(lambda done: life.app.history.forget_visit(MARKED_VISIT, done))
    return deletion


def a_site(life: Life) -> Deletion:
    deletion: Deletion = life.asked(lambda done: life.app.history.forget_site(HOST, done))
    return deletion


def the_last_hour(life: Life) -> Deletion:
    now = time.time() * 1000
    deletion: Deletion = life.asked(lambda done: life.app.history.forget_between(now - HOUR, now + 1, done))
    return deletion


def the_last_day(life: Life) -> Deletion:
    now = time.time() * 1000
    deletion: Deletion = life.asked(lambda done: life.app.history.forget_between(now - DAY, now + 1, done))
    return deletion


def everything(life: Life) -> Deletion:
    """In the popup, as the browser tells it."""
    life.browser.say({"type": "erase"})
    return Deletion(bool(life.browser.wait("erased")["gone"]))


def dont_keep(life: Life) -> None:
    life.browser.say({"type": "dont_keep", "page": "m1"})
    life.browser.wait("page_words", page="m1", unkept=True)
    life.browser.say({"type": "popup", "page": "p1"})
    life.browser.wait("page_words", page="p1")  # what followed from the first was handed to the history before


def expiry(life: Life) -> None:
    """What began eight days ago is no longer wanted, at the next opening."""
    life.app.change_settings(Settings(retention=Retention.DAYS_7))
    life.app.history.lock()
    opened: Unlocking = life.asked(lambda done: life.app.history.unlock(PASSPHRASE, done))
    assert opened.opened


@pytest.mark.parametrize("read", [False, True], ids=["alone", "while somebody reads"])
@pytest.mark.parametrize("delete", [a_visit, a_site, the_last_hour, the_last_day, everything, expiry, dont_keep])
def test_after_it_no_file_of_the_profile_has_anything_of_it(life: Life, delete: Callable[[Life], Deletion | None], read: bool) -> None:
    profile, key = life.profile, life.key
    now = time.time() * 1000
    life.visit_marked(now - (8 * DAY if delete is expiry else HOUR / 6))
    life.visit("p1", STAYS, "Opening hours", now - 3 * DAY, tab=2)
    assert life.shown() == {HOST, STAYS}
    assert set().union(*profile.behind(key).values()) == set(MARKERS) == among(MARKERS, profile.rows(key).encode())
    assert {SETTINGS, KEYRING, FILE, "history.db", "history.db-wal"} <= {file.name for file in profile.files()}

    with ExitStack() as reading:
        if read:
            other: Database = reading.enter_context(closing(encrypted(profile.history / "history.db", key)))
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM visits").fetchone()
        deletion = delete(life)
        left = set() if delete is everything else {STAYS}
        assert life.shown() == left
        assert among((*MARKERS, STAYS), profile.rows(key).encode()) == left
        if not read:
            assert deletion in (None, Deletion(True))
    life.shown()  # whoever was in the way is gone: it is wiped before the next answers
    life.shown()
    assert (profile.plain(), profile.behind(key)) == ({}, {})
    life.app.stop()
    assert (profile.plain(), profile.behind(key)) == ({}, {})


def test_while_it_is_locked_no_file_names_one_of_fifty_hosts_or_titles(life: Life) -> None:
    profile, key, now = life.profile, life.key, time.time() * 1000
    visited = {f"visited-host-{number:02}.example": f"Visited title {number:02}" for number in range(50)}
    words = {*visited, *visited.values()}
    for number, (host, title) in enumerate(visited.items()):
        life.visit(f"p{number}", host, title, now + number, tab=number)
    assert life.shown() == set(visited)
    assert among(words, profile.rows(key).encode()) == words
    assert profile.plain(words) == {}
    life.app.history.lock()
    assert life.visit("later", HOST, TITLE, now + 60, tab=60) == "locked"
    assert life.app.history.kept is Kept.LOCKED
    assert profile.plain({*words, *MARKERS}) == {}
    assert profile.behind(key) == {}
    life.app.stop()
    assert profile.plain({*words, *MARKERS}) == {}
