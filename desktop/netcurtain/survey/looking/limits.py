"""How much is taken of one page, and how long it may last: untrusted input has written limits. Times are seconds, sizes bytes."""

from netcurtain.survey.asked import Asked

MAX_BYTES = 64 * 1024 * 1024
"""Of everything that comes with one load of a page, unpacked: a film at its top is less, and a packed file of nothing but zeros is more."""
MAX_WITH_WORKERS = 2 * MAX_BYTES
"""Of everything that comes with one load and goes through the browser's network process, packed: also what workers ask for, and what the
browser reads of its own cache.
"""
MUCH = 8 * 1024 * 1024
"""A page that has sent so much, and is not there yet, is too large rather than slow."""
MAX_MEMORY = 1536 * 1024 * 1024
"""Of all of a browser's processes, what they share counted once. An ordinary page takes a third of it."""
MAX_DISK = 512 * 1024 * 1024
"""Of its temporary folder: what a page may keep, and the recording. An ordinary page takes a few megabytes."""
MAX_WINDOWS = 10
"""That a page opens; each is closed at once."""
MAX_DIALOGS = 20
"""Boxes in which a page says or asks something; each is waved away at once."""
MAX_NAVIGATIONS = 20
"""Documents that follow one another in one tab, without anybody asking for them. Chromium itself ends redirects of a server after 20."""
MAX_FRAMES = 50
"""Documents in a page's frames whose bytes are counted. Those of the page itself, and of frames of its own site, always are."""
MAX_HTML = 2 * 1024 * 1024
"""Of one main document, for the recording."""
MAX_DOCUMENTS = 8
"""Main documents whose HTML is kept, of one browser's run."""
MAX_TITLE = 300
MAX_URL = 2000

LAUNCH_SECONDS = 30.0
"""Until Chromium is there."""
LINK_SECONDS = 20.0
"""Until its extension has connected."""
NETWORK_QUIET_SECONDS = 0.5
"""Nothing was asked for or answered that long: the page has settled."""
PIPELINE_QUIET_SECONDS = 0.3
"""And the core has heard nothing new that long."""
SETTLE_SECONDS = 8.0
"""Longer is not waited for either; many pages are never quiet."""
OLD_REQUEST_SECONDS = 3.0
"""A request that is open for longer is one that stays open: a page that listens to its server."""
TOUCH_SECONDS = 15.0
CHOOSE_SECONDS = 30.0
LOOK_SECONDS = 10.0
"""For each small thing that is asked of a page: its title, a picture of it, how many forms it has."""
MAX_CRAWL_DELAY = 30.0
"""Between two loads, where a site asks for more than was asked of us."""
ALIVE_SECONDS = 2.0
"""A page whose scripts do not let anybody in for so long is busy."""
CLOSE_SECONDS = 5.0
"""For each step of ending a browser, before it is ended by force."""
WATCH_SECONDS = 0.5
"""Between two looks at what a browser takes of this computer."""


def run_seconds(asked: Asked) -> float:
    """One browser's run at most: up to two loads, a choice, and two fields touched. Its own limits end it sooner; this one is the last."""
    load = max(asked.delay, MAX_CRAWL_DELAY) + asked.patience + 3 * SETTLE_SECONDS
    return 2 * (load + TOUCH_SECONDS + SETTLE_SECONDS + 4 * LOOK_SECONDS) + 2 * CHOOSE_SECONDS


def find_seconds(asked: Asked, loads: int) -> float:
    """Looking for other pages of a site, with so many loads, at most."""
    return LAUNCH_SECONDS + loads * (max(asked.delay, MAX_CRAWL_DELAY) + asked.patience + 3 * LOOK_SECONDS)
