"""WebDriver BiDi, the language that a Firefox just as it is installed speaks over a websocket: commands go out, answers come back."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import msgspec
from tests.end_to_end.waiting import PATIENCE
from websockets.sync.client import ClientConnection, connect

_ANSWER = 20.0
"""Seconds that the browser has to answer a command."""
_AGAIN = 0.02

T = TypeVar("T")
Facts = dict[str, Any]


class RefusedError(Exception):
    """The browser did not do what a command says."""


class Bidi:
    """One session. Events are not asked for, so that whatever comes in is the answer to the newest command."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._sent = 0

    def do(self, method: str, **parameters: object) -> Facts:
        """A command and its result."""
        self._sent += 1
        self._socket.send(msgspec.json.encode({"id": self._sent, "method": method, "params": parameters}), text=True)
        ends = time.monotonic() + _ANSWER
        while True:
            answer: Facts = msgspec.json.decode(self._socket.recv(timeout=max(0.0, ends - time.monotonic())))
            if answer.get("id") != self._sent:
                continue
            if answer["type"] == "error":
                raise RefusedError(f"{method}: {answer['error']}: {answer['message']}")
            result: Facts = answer["result"]
            return result

    def until(self, ask: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
        """The first answer that is not empty, asked again and again. Fails where there is none in time."""
        answer = self._again(ask, bool, patience)
        if not answer:
            raise AssertionError(f"waited in vain for {what}")
        return answer

    def soon(self, ask: Callable[[], T], expected: T) -> T:
        """The answer, as soon as it is as expected; the newest where it never is."""
        return self._again(ask, lambda answer: answer == expected, PATIENCE)

    def _again(self, ask: Callable[[], T], is_it: Callable[[T], bool], patience: float) -> T:
        ends = time.monotonic() + patience
        while not is_it(answer := ask()) and time.monotonic() < ends:
            with suppress(TimeoutError):
                self._socket.recv(timeout=_AGAIN)
        return answer


@contextmanager
def session(url: str) -> Iterator[Bidi]:
    """A session while the block runs. Every certificate is taken, and what a page asks of the person stays unanswered."""
    with connect(f"{url}/session", max_size=None, proxy=None, compression=None, ping_interval=None) as socket:
        bidi = Bidi(socket)
        bidi.do(
            "session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True, "unhandledPromptBehavior": {"default": "ignore"}}}
        )
        yield bidi


def value_of(told: Facts) -> Any:
    """A value as BiDi tells it, as Python has it. What lives in the browser alone stays as it is told."""
    match told:
        case {"type": "array", "value": items}:
            return [value_of(item) for item in items]
        case {"type": "object", "value": pairs}:
            return {key: value_of(value) for key, value in pairs}
        case {"type": "null" | "undefined"}:
            return None
        case {"sharedId": _}:
            return told
        case _:
            return told.get("value")
