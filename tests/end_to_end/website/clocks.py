"""A site whose own clock is an hour late, and whose pixel is redirected."""

import time
from email.utils import formatdate

from tests.end_to_end.website import others
from tests.end_to_end.website.answer import MISSING, Answer, page
from tests.end_to_end.website.record import Received

HOST = "www.lateclock.example"
LATE = 3600
"""Seconds."""
KEPT = "/kept"
"""The same page, as something between the site and the browser has kept it."""


def clocks(request: Received) -> Answer:
    """Every page of it says what time it is there."""
    if request.path not in ("/", KEPT):
        return MISSING
    pixel = f'<img alt="" src="https://{others.META}{others.MOVED}?id={others.PIXEL_NUMBER}&amp;ev=PageView&amp;dl=https://{HOST}{request.path}">'
    shown = page("What is on", "What is on", pixel)
    kept = (("Age", "60"),) if request.path == KEPT else ()
    return Answer(shown.body, shown.content_type, headers=(("Date", formatdate(time.time() - LATE, usegmt=True)), *kept))
