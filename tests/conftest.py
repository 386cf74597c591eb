"""Set before any test imports Qt."""

import os

# A window needs a screen; where none is asked for by name, Qt draws into memory.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
