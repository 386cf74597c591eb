"""Looks at every scene in one language, and prints what is amiss as JSON: `python -m tests.ui.accessible.looked cy`.

A process of its own: sentences are made at import. With `table` after the language it
prints the least contrasts instead; with the names of checks, and after that of scenes, those alone.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from netcurtain.core.settings import Language, ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from tests.ui.accessible.contrast import Seen
    from tests.ui.accessible.drawn import Drawn
    from tests.ui.accessible.scenes import Scene

    from netcurtain.ui.theme import Theme

SCREEN = Path(__file__).with_name("small_screen.json")
"""A screen of 1024 by 768, as old computers have."""
USUAL = (1040, 760)
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0, "dark contrast": 7.0}
"""The least contrast of any text, by theme."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a window is looked at."""

    choice: ThemeChoice
    dark: bool
    text_size: int
    small: bool = False

    @property
    def theme(self) -> str:
        """In words."""
        return f"{'dark ' if self.dark and self.choice is ThemeChoice.CONTRAST else ''}{self.choice.value}"

    def __str__(self) -> str:
        return f"{self.theme} {self.text_size} %{', as small as it gets' if self.small else ''}"


LOOKS = (
    Look(ThemeChoice.LIGHT, False, 100),
    Look(ThemeChoice.DARK, True, 100),
    Look(ThemeChoice.CONTRAST, False, 100, small=True),
    Look(ThemeChoice.CONTRAST, True, 200),
    Look(ThemeChoice.DARK, True, 200, small=True),
    Look(ThemeChoice.LIGHT, False, 200, small=True),
)
CHECKS = ("names", "tab", "contrast", "colour", "room", "mirrored")


def main() -> None:
    """Speak, look, print."""
    language, what = Language(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
    from netcurtain.ui import language as ui_language

    ui_language.speak(language)
    from tests.ui.accessible.scenes import SCENES

    scenes = {name: scene for name, scene in SCENES.items() if name in sys.argv[3:] or len(sys.argv) < 4}
    if what == "table":
        for theme, seen in _least(scenes):
            print(f"{theme:14} {seen.ratio:5.2f} : 1  {seen.colour} on {seen.ground}  {seen.words[:60]}")
    else:
        print(json.dumps(_faults(scenes, what.split(",") if what else list(CHECKS))))


def _faults(scenes: "dict[str, Scene]", checks: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {check: [] for check in checks}
    for name, scene in scenes.items():
        for check, look, fault in _of_scene(scene, checks):
            found[check].append(f"{name}, {look}: {fault}")
    return found


def _of_scene(scene: "Scene", checks: list[str]) -> Iterator[tuple[str, object, str]]:
    from PySide6.QtCore import QSize, Qt
    from tests.ui.accessible import drawn, mirror, room, tabbing
    from tests.ui.accessible.stage import Stage, settle

    from netcurtain.ui.main_window import smallest

    theme, app = _theme()
    stage = Stage(theme)
    try:
        window = scene.build(stage)
        settle()
        for look in LOOKS:
            theme.follow(Qt.ColorScheme.Dark if look.dark else Qt.ColorScheme.Light)
            theme.choose(look.choice, look.text_size)
            settle()
            window.resize(smallest(theme.look) if look.small else QSize(*USUAL))
            settle()
            seen = drawn.in_window(window)
            for check in checks:
                yield from ((check, look, fault) for fault in _of_window(check, look, window, seen))
            if "tab" in checks and look.choice is ThemeChoice.LIGHT and scene.takes_keys:
                yield from (("tab", look, fault) for fault in tabbing.faults(window))
        if "mirrored" in checks:
            theme.follow(Qt.ColorScheme.Light)
            theme.choose(ThemeChoice.LIGHT, 100)
            sides = []
            for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
                stage.clear()
                stage = Stage(theme)
                app.setLayoutDirection(way)
                window = scene.build(stage)
                settle()
                window.resize(*USUAL)
                settle()
                seen = drawn.in_window(window)
                sides.append(mirror.parts(seen))
            found = mirror.faults(window, *sides) + room.faults(window, seen)
            yield from (("mirrored", "from right to left", fault) for fault in found)
    finally:
        stage.clear()
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _of_window(check: str, look: Look, window: "QWidget", seen: "list[Drawn]") -> list[str]:
    from tests.ui.accessible import coloured, contrast, controls, room

    match check:
        case "names":
            return controls.faults(window)
        case "colour":
            return coloured.faults(seen)
        case "room":
            return room.faults(window, seen)
        case "contrast":
            return _faint(contrast.of_window(window, seen), LEAST[look.theme])
    return []


def _faint(seen: "list[Seen]", least: float) -> list[str]:
    return [f"{one.words!r} has {one.ratio} : 1" for one in seen if one.ratio < least]


def _theme() -> "tuple[Theme, QApplication]":
    """The one application and its theme; more of them would all follow the system."""
    from netcurtain.ui.application import make_application
    from netcurtain.ui.theme import Theme

    app = make_application()
    theme = app.findChild(Theme) or Theme(app)
    return theme, app


def _least(scenes: "dict[str, Scene]") -> Iterator[tuple[str, "Seen"]]:
    """The least contrasts of each theme, each pair of colours once."""
    from PySide6.QtCore import Qt
    from tests.ui.accessible import contrast, drawn
    from tests.ui.accessible.stage import Stage, settle

    theme, _ = _theme()
    found: dict[str, dict[tuple[str, str], Seen]] = {}
    for scene in scenes.values():
        stage = Stage(theme)
        window = scene.build(stage)
        for look in LOOKS[:4]:
            theme.follow(Qt.ColorScheme.Dark if look.dark else Qt.ColorScheme.Light)
            theme.choose(look.choice, 100)
            settle()
            for seen in contrast.of_window(window, drawn.in_window(window)):
                found.setdefault(look.theme, {}).setdefault((seen.colour, seen.ground), seen)
        stage.clear()
    for name, pairs in found.items():
        yield from ((name, seen) for seen in sorted(pairs.values())[:8])


if __name__ == "__main__":
    main()
