"""What crosses the link: every frame of the background, noted before it is sealed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Worker

_LISTEN = """() => {
  const seal = crypto.subtle.encrypt.bind(crypto.subtle);
  globalThis.sealed = [];
  crypto.subtle.encrypt = (how, key, frame) => {
    sealed.push(new TextDecoder().decode(frame));
    return seal(how, key, frame);
  };
}"""
_STOP_LISTENING = "() => { delete crypto.subtle.encrypt; delete globalThis.sealed; }"


@contextmanager
def noted(worker: Worker) -> Iterator[Worker]:
    """The background, listened to while the block runs."""
    worker.evaluate(_LISTEN)
    yield worker
    worker.evaluate(_STOP_LISTENING)


def frames(worker: Worker) -> list[str]:
    """All frames so far, as JSON."""
    noted_frames: list[str] = worker.evaluate("() => sealed")
    return noted_frames


def forms(worker: Worker) -> list[dict[str, Any]]:
    """The newest message on each form that is there, in the order they were first told."""
    newest: dict[str, dict[str, Any]] = {}
    for message in map(json.loads, frames(worker)):
        if message["type"] == "form":
            newest[message["form"]] = message
        if message["type"] == "form_gone":
            newest.pop(message["form"], None)
    return list(newest.values())
