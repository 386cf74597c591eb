"""Where pictures go: all of them into ``build``, which nobody keeps, and the few best beside the documents."""

from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
EVERY = REPOSITORY / "build" / "screenshots"
BEST = REPOSITORY / "docs" / "screenshots"
