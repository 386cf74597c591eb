"""`netcurtain serve`: the app without a window. It prints what happens, and runs until it is told to stop."""

import queue
import signal
from collections.abc import Callable, Sequence
from types import FrameType

import click
import msgspec

from netcurtain import wording
from netcurtain.app import App
from netcurtain.commands.event_lines import EventLines, Line
from netcurtain.core.event import BrowserPaired, Event, Trouble

Job = Sequence[Event] | None
"""Events to print; None ends the run."""


def serve(port: int, *, pair: bool, json: bool, update_lists: bool) -> None:
    """Run until SIGINT or SIGTERM. Raises link.server.PortError."""
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    app = App("serve", jobs.put)
    say = _json if json else _words
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, _ending(jobs))
    try:
        say({"event": "listening", "port": app.start(port, update_lists=update_lists)})
        if pair:
            say({"event": "pairing_code", "code": app.link.open_code().text})
        _print_events(jobs, say, json=json)
    finally:
        app.stop()


def _ending(jobs: queue.SimpleQueue[Job]) -> Callable[[int, FrameType | None], None]:
    return lambda _number, _frame: jobs.put(None)


def _print_events(jobs: queue.SimpleQueue[Job], say: Callable[[Line], None], *, json: bool) -> None:
    lines = EventLines()
    while (events := jobs.get()) is not None:
        for event in events:
            if isinstance(event, Trouble):
                click.echo(event.sentence, err=True)
            elif json or isinstance(event, BrowserPaired):
                for line in lines.of(event):
                    say(line)


def _json(line: Line) -> None:
    click.echo(msgspec.json.encode(line))


def _words(line: Line) -> None:
    """What a person at a terminal needs; pages are told to programs alone."""
    match line:
        case {"event": "listening", "port": port}:
            click.echo(wording.listening(port))
        case {"event": "pairing_code", "code": code}:
            click.echo(wording.pairing_code(code))
        case {"event": "paired", "browser": browser}:
            click.echo(wording.paired(browser))
