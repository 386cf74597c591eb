"""Recordings with something wrong in them: each is read or refused with one sentence, and nothing else is ever raised.

Run as a file it goes on for as many seconds as it is told: ``python -m tests.har.test_mutated 180``.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.har.programs import PROGRAMS
from tests.har.recording import FILTERS, LISTS, known

from netcurtain.har.cutting import RecordingError
from netcurtain.har.html import as_html
from netcurtain.har.reader import read
from netcurtain.har.report import as_json, as_text
from netcurtain.har.session import check

ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    2**70,
    1e308,
    float("nan"),
    float("-inf"),
    "",
    "x" * 100_000,
    "\x00\u202e\ud83d",
    "https://",
    "https://[",
    "https://police.example:99999/report",
    "http://\u0130.example/%ff?%%%=&&;",
    "ws://",
    "data:,",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
    "base64",
    "====",
    "eJw=",
    "\x1f\u008b\x08",
    "Content-\r\n\r\n",
    "document",
    "text/html",
    "<form" * 50,
    [],
    {},
    [[[[{}]]]],
    {"name": 1, "value": []},
)


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a value: what holds it, and where."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield node, key
        yield from places(value)


def mutated(random: Random) -> bytes:
    made = random.choice(list(PROGRAMS.values()))()
    for _ in range(random.randrange(6)):
        if not (every := list(places(made))):
            break
        node, key = random.choice(every)
        match random.randrange(4):
            case 0 if isinstance(node, dict):
                del node[key]
            case 1 if isinstance(node, list):
                node.insert(key, random.choice(node))
            case 2:
                other, place = random.choice(every)
                node[key] = json.loads(json.dumps(other[place]))
            case _:
                node[key] = random.choice(ODD)
    content = bytearray(json.dumps(made, indent=random.choice((None, 2)), ensure_ascii=random.random() < 0.8).encode("utf-8", "replace"))
    for _ in range(random.choice((0, 0, 1, 3))):
        at = random.randrange(len(content))
        content[at : at + random.randrange(3)] = random.choice((b"", b'"', b"{", b"}", b"\\", b"\xff", b"\x00", b",", b"\\ud800"))
    if random.random() < 0.1:
        del content[random.randrange(len(content)) :]
    return bytes(content)


def is_read(file: Path, content: bytes) -> bool:
    """Whether it was read; anything but the one sentence is raised."""
    file.write_bytes(content)
    try:
        found = check(read(file), known(FILTERS), LISTS)
    except RecordingError:
        return False
    json.loads(as_json(found))
    as_text(found).encode()
    as_html(found).encode()
    return True


@pytest.mark.parametrize("seed", range(40))
def test_nothing_but_one_sentence_is_raised(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    assert {is_read(tmp_path / "made.har", mutated(random)) for _ in range(5)} <= {True, False}


def main(seconds: float) -> None:
    """Go on for so long; print how it went, with the seed of the first that was not."""
    end, seed, was_read, slowest = time.monotonic() + seconds, 1000, 0, 0.0
    file = Path(tempfile.mkdtemp()) / "made.har"
    while time.monotonic() < end:
        begun = time.monotonic()
        try:
            was_read += is_read(file, mutated(Random(seed)))
        except Exception:
            print("seed", seed)
            raise
        slowest = max(slowest, time.monotonic() - begun)
        seed += 1
    print(f"{seed - 1000} recordings, {was_read} read, slowest {slowest:.2f} s")


if __name__ == "__main__":
    main(float(sys.argv[1]))
