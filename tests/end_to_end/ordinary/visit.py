"""What one visit to an ordinary page was: what reached the servers, what the page saw, what it was at the end; and where two visits differ.

Left out or loosened, each for its reason:

- Requests are in order within one host and connection alone, so those of a visit are compared as a sorted list.
- What the browser asks for itself (`BROWSERS_OWN`: how to fill in forms, whether somebody is signed in) it asks once in a while.
- A multipart body's boundary is drawn by the browser, anew for each.
- Events that come with the next picture, from the network or from a clock (`BY_THE_CLOCK`) are compared without their order and number: the
  browser joins several into one when it is busy. All others are compared one by one, in their order.
- Enter that leads to another page may be let go over the old one, over the new one, or between them: there its `keyup` is not compared.
- A frame that was laid out before its size was known is told of its `resize`, and another is not: the sizes themselves are in the state.
- A pointer that rests where the page moves under it is told so at a time that the browser chooses: these too are in `BY_THE_CLOCK`.
"""

import re
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby

from tests.end_to_end.ordinary.site import as_json
from tests.end_to_end.website.record import Received

_MOVES = ("move", "over", "out", "enter", "leave", "rawupdate")
BY_THE_CLOCK = frozenset(
    {f"{pointer}{way}" for pointer in ("pointer", "mouse") for way in _MOVES}
    | {"drag", "dragover", "dragenter", "dragleave"}
    | {"devicemotion", "deviceorientation", "deviceorientationabsolute"}
    | {"scroll", "scrollend", "selectionchange", "visibilitychange"}
    | {f"{what}{when}" for what in ("animation", "transition") for when in ("start", "end", "run", "cancel", "iteration")}
    | {
        "load",
        "loadstart",
        "loadend",
        "progress",
        "error",
        "readystatechange",
        "DOMContentLoaded",
        "pageshow",
        "message",
        "toggle",
        "close",
    }
    | {"loadedmetadata", "loadeddata", "durationchange", "canplay", "canplaythrough", "suspend", "timeupdate"}
    | {"play", "playing", "pause", "ended", "waiting", "stalled", "volumechange", "seeking", "seeked", "emptied"}
)
BROWSERS_OWN = re.compile(r"(?:^|\.)(?:googleapis\.com|accounts\.google\.com|gvt1\.com|mozilla\.(?:com|net|org)|firefox\.com)$")
_BOUNDARY = re.compile(r"-{4,}(?:WebKitFormBoundary|geckoformboundary)\w+|-{20,}\d+")


@dataclass(frozen=True, slots=True)
class Visit:
    """Each part as lines of text, which can be laid beside those of another visit."""

    requests: list[str]
    events: list[str]
    state: list[str]

    def was_seen(self) -> bool:
        """Whether something of each part was recorded: two visits of which nothing was are the same, and show nothing."""
        return bool(self.requests and [line for line in self.events if not line.startswith("-- ")] and self.state)

    def differences(self, other: "Visit") -> list[str]:
        """What stands in one of them alone; none where they are the same."""
        return [
            line
            for name in ("requests", "events", "state")
            for line in unified_diff(getattr(self, name), getattr(other, name), f"{name} without", f"{name} with", lineterm="", n=1)
        ]


def visit_of(received: list[Received], told_by_recorders: list[str]) -> Visit:
    documents = [document for told in told_by_recorders for document in as_json(told)]
    # Frames are told in any order; the documents of one are in theirs.
    by_frame = [list(group) for _, group in groupby(sorted(documents, key=lambda one: str(one["frame"])), key=lambda one: one["frame"])]
    return Visit(
        requests=sorted(_request(one) for one in received if not BROWSERS_OWN.search(one.host)),
        events=[line for group in by_frame for document in group for line in _events(document, was_left=len(group) > 1)],
        state=[line for group in by_frame for document in group for line in _state(document)],
    )


def _request(one: Received) -> str:
    return f"{one.method} {one.host}{one.path}?{one.query} {_without_boundary(one.content_type)} {_without_boundary(one.body)}"


def _without_boundary(text: str) -> str:
    return _BOUNDARY.sub("boundary", text)


def _events(document: dict[str, object], *, was_left: bool) -> list[str]:
    told: list[str] = document["events"]  # type: ignore[assignment]
    events = [
        line for line in told if not line.startswith("resize |") and not (was_left and line.startswith("keyup |") and 'key="Enter"' in line)
    ]
    by_clock = [line.partition(" |")[0] in BY_THE_CLOCK for line in events]
    acted = [line for line, clock in zip(events, by_clock, strict=True) if not clock]
    clocked = sorted({line for line, clock in zip(events, by_clock, strict=True) if clock})
    return [f"-- in {document['frame']}, in order", *acted, "-- and in any order", *clocked]


def _state(document: dict[str, object]) -> list[str]:
    state: dict[str, object] = document["state"]  # type: ignore[assignment]
    return [f"{document['frame']} {name}: {line}" for name, value in state.items() for line in str(value).splitlines() or [""]]
