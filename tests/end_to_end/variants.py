"""Copies of the extension that the tests load instead of the one that lies in extension/."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.end_to_end.browser import EXTENSION

_TOOLS = Path(__file__).parents[1] / "extension"
AXE = _TOOLS / "node_modules" / "axe-core" / "axe.min.js"


def packaged(folder: Path, browser: str) -> Path:
    """As a person installs it in "chrome" or "firefox"."""
    subprocess.run(["node", _TOOLS / "package.js", folder], check=True, capture_output=True)
    return folder / f"extension-{browser}"


def with_open_roots(folder: Path, language: str = "en", direction: str = "ltr") -> Path:
    """With card and line open to the page's scripts, as a browser in this language, written in this direction, shows them."""
    copy = shutil.copytree(EXTENSION, folder / "open")
    style = copy / "content" / "style.js"
    closed = style.read_text(encoding="utf-8")
    assert closed.count("mode: 'closed'") == 1
    style.write_text(closed.replace("mode: 'closed'", "mode: 'open'"), encoding="utf-8")
    _speak(copy, language, direction)
    return copy


def _speak(copy: Path, language: str, direction: str) -> None:
    """Chromium itself knows no Welsh, and English alone without its other languages: it takes what every extension falls back on."""
    told = json.loads((copy / "_locales" / language / "messages.json").read_text(encoding="utf-8"))
    told["direction"] = {"message": direction}
    (copy / "_locales" / "en" / "messages.json").write_text(json.dumps(told), encoding="utf-8")
    for script in copy.rglob("*.js"):
        source = script.read_text(encoding="utf-8")
        if "@@bidi_dir" in source:
            script.write_text(source.replace("@@bidi_dir", "direction"), encoding="utf-8")


def words(language: str) -> dict[str, str]:
    """What the extension says in a language, by name."""
    told = json.loads((EXTENSION / "_locales" / language / "messages.json").read_text(encoding="utf-8"))
    return {name: word["message"] for name, word in told.items()}
