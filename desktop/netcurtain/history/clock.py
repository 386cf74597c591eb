"""Two clocks. ``seconds`` says how long ago a page was left: it never jumps, and it goes on while the computer sleeps.

``time.monotonic`` stands still during sleep on most computers: what was to be forgotten in the evening would still be there in the
morning. ``time.time`` goes back when somebody sets the clock.
``milliseconds`` is the time of day that records have; somebody can set it.
"""

import sys
import time


def seconds() -> float:
    """Seconds since some moment that stays the same while Netcurtain runs."""
    if sys.platform == "linux":
        now = time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        now = time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        now = time.monotonic()
    return now


def milliseconds() -> float:
    """Milliseconds since 1970, as records have them."""
    return time.time() * 1000
