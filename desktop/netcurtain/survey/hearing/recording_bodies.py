"""The bodies that the core asked for, put back into a HAR that says of a request that it had one, and not which. Pure."""

from base64 import b64encode
from collections import defaultdict
from typing import Any
from urllib.parse import urlencode

from netcurtain.core.observation import Body, Requests
from netcurtain.core.request import Request
from netcurtain.har.recorded import milliseconds
from netcurtain.survey.hearing.listening import Heard

SAME_MS = 5000.0
"""By how much the HAR and the link may differ about when a request went."""
FORM = "application/x-www-form-urlencoded"

_Json = dict[str, Any]


class Bodies:
    """The bodies that were heard, each for the request that sent it."""

    def __init__(self, heard: Heard) -> None:
        requests: dict[tuple[str, str], Request] = {}
        self._waiting: dict[tuple[str, str], list[tuple[float, Body]]] = defaultdict(list)
        for note in heard.notes:
            match note.report:
                case Requests(requests=told):
                    requests |= {(one.page, one.id): one for one in told if one.has_body}
                case Body(page=page, request=request) as body if (asked := requests.get((page, request))) is not None:
                    self._waiting[asked.method, asked.url].append((asked.time, body))

    def put_into(self, entry: _Json) -> None:
        """Where the HAR says that a request had a body, and not which."""
        asked = entry["request"]
        post = asked.get("postData")
        waiting = self._waiting.get((str(asked.get("method")), asked["url"].partition("#")[0]))
        if not waiting or (isinstance(post, dict) and (post.get("text") or post.get("params"))):
            return
        time = milliseconds(entry.get("startedDateTime")) or 0.0
        nearest = min(waiting, key=lambda one: abs(one[0] - time))
        if abs(nearest[0] - time) <= SAME_MS:
            waiting.remove(nearest)
            asked["postData"] = _post(nearest[1], str(post.get("mimeType") or "") if isinstance(post, dict) else "")


def _post(body: Body, kind: str) -> _Json:
    """A body as HAR writes it; what is no text as base64."""
    if body.form is not None:
        return {"mimeType": FORM, "text": urlencode(body.form, doseq=True), "params": []}
    raw = body.raw or b""
    said = {"mimeType": body.kind or kind or "application/octet-stream", "params": []}
    try:
        return said | {"text": raw.decode()}
    except UnicodeDecodeError:
        return said | {"text": b64encode(raw).decode(), "_encoding": "base64"}
