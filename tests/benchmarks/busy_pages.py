"""A browser that never rests: a thousand messages a second, of a crowded page in front and of others behind it, through a Session."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from tests.core.scenes import opened, sensitive

from netcurtain.core import observation as seen
from netcurtain.core.event import Event, LinkChanged
from netcurtain.core.request import Fate, Request
from netcurtain.core.session import Knowledge, Session

BROWSER = "busy"
TICK = 0.01
A_PAGE_LIVES = 20_000
"""Messages, before its tab goes to another page."""
COMPANIES = 40


class Busy:
    """``tell`` is given what follows from each message, on this thread of its own."""

    def __init__(self, knowledge: Knowledge, tell: Callable[[Sequence[Event]], None], a_second: int) -> None:
        self._session = Session(knowledge)
        self._tell = tell
        self._a_second = a_second
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.sent = 0

    def start(self) -> None:
        """Begin."""
        self._tell([LinkChanged(1)])
        self._tell(self._session.greet(BROWSER, frozenset()).events)
        self._thread.start()

    def stop(self) -> None:
        """End, and wait for it."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        messages = _messages()
        began = time.perf_counter()
        while not self._stop.wait(TICK):
            for message in itertools.islice(messages, int((time.perf_counter() - began) * self._a_second) - self.sent):
                self._tell(self._session.receive(BROWSER, message).events)
                self.sent += 1


def _messages() -> Iterator[seen.Observation]:
    """Two of three belong to the page in front, every third to one of two others; half are requests, half say what became of one."""
    pages = ["front 0", "left 0", "right 0"]
    yield from (opened(page, f"https://www.{tab}.example/report", tab=tab) for tab, page in enumerate(pages))
    yield from (seen.PageInFront(pages[0]), sensitive(page=pages[0]))
    for number in itertools.count():
        tab = (0, 0, 1, 0, 0, 2)[number % 6]
        if number % A_PAGE_LIVES == A_PAGE_LIVES - 1:
            before, pages[tab] = pages[tab], f"page {number}"
            yield seen.PageClosed(before)
            yield opened(pages[tab], f"https://www.{tab}.example/{number}", tab=tab)
            if tab == 0:
                yield from (seen.PageInFront(pages[0]), sensitive(page=pages[0]))
        name, page = f"r{number}", pages[tab]
        yield seen.Requests([Request(name, page, _address(number), "image", "GET", "https://www.0.example", 0, time.time() * 1000)])
        yield seen.Fates([seen.RequestFate(name, page, Fate.SENT if number % 3 else Fate.ANSWERED, 200)])


def _address(number: int) -> str:
    told = f"dl=https%3A%2F%2Fwww.0.example%2F{number}&dt=Title%20{number % 500}"
    if number % 4 == 0:
        return f"https://www.facebook.com/tr/?id=1&ev=SubscribedButtonClick&cd[buttonText]=Press%20{number}&{told}"
    return f"https://pixel.company{number % COMPANIES}.example/collect?{told}" if number % 4 < 3 else f"https://images.example/{number}.png"
