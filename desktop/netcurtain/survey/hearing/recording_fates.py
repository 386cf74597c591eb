"""How far each request got, written into a HAR so that `check` says of it what the survey says. Pure.

A HAR knows only of answers: not of a beacon that went out while the page was left, nor of what found nobody. What was heard knows. Of what
came out of the browser's own store, nothing left: Playwright says that by the bytes that came over the network, which were none.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from typing import Any

from netcurtain.core.request import Fate
from netcurtain.har.recorded import milliseconds
from netcurtain.survey.hearing.listening import Heard
from netcurtain.survey.hearing.recording_bodies import SAME_MS
from netcurtain.survey.hearing.story import Story

_Json = dict[str, Any]


class Fates:
    """The fates that were heard, each with the method, the address and the time of its request."""

    def __init__(self, heard: Heard) -> None:
        story = Story(heard)
        self._known: dict[tuple[str, str], list[tuple[float, Fate]]] = defaultdict(list)
        for key, fate in story.fates.items():
            if (asked := story.requests.get(key)) is not None:
                insort(self._known[asked.method, asked.url], (asked.time, fate))

    def put_into(self, entry: _Json) -> None:
        """Say how far this one got, in the keys that har/fates.py reads."""
        if _is_from_store(entry):
            entry["_fromCache"] = "disk"
            return
        asked = entry["request"]
        known = self._known.get((str(asked.get("method")), asked["url"].partition("#")[0]), ())
        time = milliseconds(entry.get("startedDateTime")) or 0.0
        after = bisect_left(known, time, key=lambda one: one[0])
        near = [one for one in known[max(0, after - 1) : after + 1] if abs(one[0] - time) <= SAME_MS]
        if near:
            entry["_fate"] = str(min(near, key=lambda one: abs(one[0] - time))[1])


def _is_from_store(entry: _Json) -> bool:
    answer = entry.get("response")
    if not isinstance(answer, dict) or not entry["request"]["url"].startswith("http"):
        return False
    status = answer.get("status")
    return isinstance(status, int) and status > 0 and answer.get("_transferSize") == 0
