"""Every screen of the windows, drawn from one story: ``python -m tests.screenshots``, which ``make screenshots`` runs.

draw.py, once for each language -> build/screenshots/<language>/<theme>-<size>/<screen>.png
gallery.py -> build/screenshots/index.html        best.py -> docs/screenshots
"""

import subprocess
import sys

from tests.screenshots import best, gallery
from tests.screenshots.folders import EVERY, REPOSITORY

LANGUAGES = ("en", "cy")


def main() -> None:
    """Draw all of them, each language in a process of its own."""
    for language in LANGUAGES:
        subprocess.run([sys.executable, "-m", "tests.screenshots.draw", language], cwd=REPOSITORY, check=True)
    best.copy()
    print(f"Look at {gallery.write(EVERY)}")


if __name__ == "__main__":
    main()
