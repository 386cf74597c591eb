"""Everything that reached a server of the test website, whoever it was meant for: the proof that a form has, or has not, arrived."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

PATIENCE = 10.0
"""Seconds to wait for a request that must come."""


@dataclass(frozen=True, slots=True)
class Received:
    """One request, as the server got it. ``query`` and ``body`` are text, still encoded."""

    host: str
    method: str
    path: str
    query: str
    body: str = field(repr=False)
    content_type: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """The parameters of the query."""
        return dict(parse_qsl(self.query, keep_blank_values=True))

    @property
    def fields(self) -> dict[str, str]:
        """The answers in a form's body."""
        return dict(parse_qsl(self.body, keep_blank_values=True)) if "form-urlencoded" in self.content_type else {}


class Record:
    """The requests so far, oldest first, over all hosts. Written by the server's threads, read by the test."""

    def __init__(self) -> None:
        self._received: list[Received] = []
        self._came = threading.Condition()

    def add(self, received: Received) -> None:
        with self._came:
            self._received.append(received)
            self._came.notify_all()

    def clear(self) -> None:
        with self._came:
            self._received.clear()

    def of(self, *hosts: str, method: str = "", path: str = "") -> list[Received]:
        """What these hosts got; all of them where none is named."""
        with self._came:
            return [r for r in self._received if _fits(r, hosts, method, path)]

    def wait(self, host: str, path: str, *, method: str = "", where: Callable[[Received], bool] = lambda _: True) -> Received:
        """The first such request, now or soon; fails where none comes."""
        ends = time.monotonic() + PATIENCE
        with self._came:
            while True:
                for received in self._received:
                    if _fits(received, (host,), method, path) and where(received):
                        return received
                if not self._came.wait(ends - time.monotonic()):
                    raise AssertionError(f"{host}{path} got nothing; what came: {self._received}")


def _fits(received: Received, hosts: tuple[str, ...], method: str, path: str) -> bool:
    return (not hosts or received.host in hosts) and method in ("", received.method) and path in ("", received.path)
