"""The few best pictures, for the README: copied to docs/screenshots under names that stay."""

import shutil

from tests.screenshots.folders import BEST, EVERY

LOOK = EVERY / "en" / "light-100"
CHOSEN = {
    "now": "now-list",
    "picture": "now-picture",
    "history": "history-story",
    "save-a-copy": "copy-asked",
}
"""The card's picture comes from the browser (in_the_browser.py)."""


def copy() -> None:
    """Take the newest of each."""
    BEST.mkdir(parents=True, exist_ok=True)
    for name, screen in CHOSEN.items():
        shutil.copyfile(LOOK / f"{screen}.png", BEST / f"{name}.png")
