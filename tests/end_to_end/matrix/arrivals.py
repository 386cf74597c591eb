"""What reached the site in one run of a row: each arrival, with its answers as a person would name them."""

import json
from dataclasses import dataclass
from email import message_from_string

from tests.end_to_end.matrix.place import Place, path
from tests.end_to_end.matrix.way import Way
from tests.end_to_end.website.record import Received, Record

Answers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a row; its number keeps it apart from all others."""

    number: int
    way: Way
    place: Place

    def path(self, file: str) -> str:
        return path(self.number, self.place, self.way, file)


def arrivals(record: Record, run: Run) -> list[Received]:
    """Everything that came to where the way sends to, by any method; of a websocket only its messages."""
    taken = record.of(run.place.host, path=run.path("take"))
    return [*taken, *record.of(run.place.host, path=run.path("chat"), method="WS")]


def answers_of(received: Received) -> Answers:
    """Fields by name. A file is `file <its name>`, and a websocket's message `text`."""
    if received.method == "GET":
        return received.asked
    if received.method == "WS":
        return {"text": received.body}
    if received.content_type.startswith("multipart/form-data"):
        return _parts(received)
    if received.content_type.startswith("application/json"):
        return dict(json.loads(received.body))
    return received.fields


def as_expected(received: Received, way: Way, expected: dict[str, str | None] | None = None) -> bool:
    """Whether it is what the way sends, no less and no more."""
    wanted = dict(way.arrives if expected is None else expected)
    answers = answers_of(received)
    same = answers.keys() == wanted.keys() and all(value is None or answers[name] == value for name, value in wanted.items())
    return same and received.method == way.method


def _parts(received: Received) -> Answers:
    message = message_from_string(f"Content-Type: {received.content_type}\n\n{received.body}")
    answers: Answers = {}
    for part in message.walk():
        if part.is_multipart():
            continue
        name = str(part.get_param("name", "", "content-disposition"))
        file = part.get_filename()
        answers[f"{name} {file}" if file else name] = str(part.get_payload())
    return answers
