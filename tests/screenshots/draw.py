"""Draws every screen in one language: ``python -m tests.screenshots.draw cy`` writes build/screenshots/cy. Names after it: those alone.

Sentences are made when their files are imported, so that each language has a process of its own, and speaks before it imports a window.
"""

import json
import os
import sys
import tempfile
import time
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

from tests.screenshots.folders import EVERY

SCREEN = {"x": 0, "y": 0, "width": 1366, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
THEMES = ("light", "dark")
TEXT_SIZES = (100, 200)
SMALLEST = 0
"""As Qt says it: the least quality of a PNG is the best packed one."""


def main(language: str, wanted: tuple[str, ...]) -> None:
    """Every screen, in both themes and both sizes of text."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _be_nobody(place)
        _speak(language)
        _draw_all(EVERY / language, wanted)


def _be_nobody(folder: Path) -> None:
    """The same screen, clock and home for whoever draws."""
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [{"name": "screen", **SCREEN}]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # offscreen tells of every window that it cannot raise it
    os.environ["TZ"] = "Europe/London"
    time.tzset()
    os.environ["HOME"] = str(folder)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(folder / name)


def _speak(language: str) -> None:
    settings, spoken = import_module("netcurtain.core.settings"), import_module("netcurtain.ui.language")
    spoken.speak(settings.Language(language))


def _draw_all(folder: Path, wanted: tuple[str, ...]) -> None:
    """These come only now, with every sentence they have."""
    application, theming = import_module("netcurtain.ui.application"), import_module("netcurtain.ui.theme")
    settings = import_module("netcurtain.core.settings")
    behind, staging = import_module("tests.screenshots.behind"), import_module("tests.screenshots.stage")
    screens: dict[str, Any] = import_module("tests.screenshots.screens").SCREENS
    theme = theming.Theme(application.make_application())
    past = import_module("tests.screenshots.past").Past()
    try:
        for scheme, size in product(THEMES, TEXT_SIZES):
            theme.choose(settings.ThemeChoice(scheme), size)
            place = folder / f"{scheme}-{size}"
            place.mkdir(parents=True, exist_ok=True)
            for name in wanted or screens:
                stage = staging.Stage(theme, behind.Behind(past, settings.ThemeChoice(scheme), size, settings.Language(folder.name)))
                screens[name](stage).grab().save(str(place / f"{name}.png"), "PNG", SMALLEST)
                stage.clear()
    finally:
        past.close()


if __name__ == "__main__":
    main(sys.argv[1], tuple(sys.argv[2:]))
