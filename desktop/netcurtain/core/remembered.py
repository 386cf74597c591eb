"""What the flagged requests of a page were, whole, for the copy that a person may save of it. In memory only, and gone with the page.

What is in here may hold what somebody typed, so it is never stored, logged, shown or exported as it is: only what core/redacting.py makes
of it leaves. At a limit the oldest is let go of first, and ``let_go`` counts that, so that a copy can say so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netcurtain.core.observation import Body
from netcurtain.core.request import Request

MAX_ADDRESS = 8 * 1024
"""Characters of one address; a longer one is cut there."""
MAX_ADDRESSES = 2 * 1024 * 1024
"""Characters of all addresses of a page."""
MAX_BODY = 64 * 1024
"""Bytes of one body; a larger one is not remembered."""
MAX_BODIES = 4 * 1024 * 1024
"""Bytes of all bodies of a page."""


@dataclass(frozen=True, slots=True, repr=False)
class SentBody:
    """A body as it went out: ``form`` as the browser parsed it, or ``raw`` bytes; ``kind`` is its Content-Type."""

    form: Mapping[str, Sequence[str]] | None
    raw: bytes
    kind: str

    @property
    def weight(self) -> int:
        """About how many bytes it takes."""
        parsed = sum(len(name) + sum(map(len, values)) for name, values in self.form.items()) if self.form else 0
        return parsed + len(self.raw)


@dataclass(slots=True, repr=False)
class Sent:
    """A request as it came; ``address`` may be cut. ``redirected_from`` is the request of the same page that led to it, where that is
    known. ``body`` is None where there was none, where it has not come, or where it was let go of.
    """

    address: str
    method: str
    initiator: str
    redirected_from: str
    body: SentBody | None = None


@dataclass(slots=True, repr=False)
class Remembered:
    """The requests of one page by their names, oldest first, within the limits above."""

    let_go: int = 0
    _sent: dict[str, Sent] = field(default_factory=dict)
    _with_body: dict[str, int] = field(default_factory=dict)
    _addresses: int = 0
    _bodies: int = 0

    def add(self, request: Request, address: str) -> None:
        """Remember a request by this address, which is not always the one it came with."""
        if request.id in self._sent:
            self.drop(request.id)
        cut = address[:MAX_ADDRESS]
        self._sent[request.id] = Sent(cut, request.method, request.initiator, request.redirected_from)
        self._addresses += len(cut)
        while self._addresses > MAX_ADDRESSES:
            self.drop(next(iter(self._sent)))
            self.let_go += 1

    def add_body(self, body: Body) -> None:
        """Remember the body of a request that is remembered."""
        sent = self._sent.get(body.request)
        if sent is None:
            return
        came = SentBody(body.form, body.raw or b"", body.kind)
        if (weight := came.weight) > MAX_BODY:
            self.let_go += 1
            return
        self._drop_body(body.request)
        sent.body, self._with_body[body.request] = came, weight
        self._bodies += weight
        while self._bodies > MAX_BODIES:
            self._drop_body(next(iter(self._with_body)))
            self.let_go += 1

    def get(self, request: str) -> Sent | None:
        """What a request was, as far as it is remembered."""
        return self._sent.get(request)

    def drop(self, request: str) -> None:
        """A request is followed no more."""
        if (sent := self._sent.get(request)) is not None:
            self._drop_body(request)
            self._addresses -= len(sent.address)
            del self._sent[request]

    def _drop_body(self, request: str) -> None:
        if request in self._with_body:
            self._bodies -= self._with_body.pop(request)
            self._sent[request].body = None
