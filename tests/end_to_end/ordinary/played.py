"""One ordinary page from its opening to the last step of its person, in either browser."""

from pathlib import Path

from tests.end_to_end.ordinary import site
from tests.end_to_end.ordinary.person import Hands, Person
from tests.end_to_end.ordinary.visit import Visit, visit_of
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website.record import Record


def played(hands: Hands, record: Record, name: str, photo: Path, app: RunningApp | None) -> Visit:
    """What was seen of it, in a fresh tab. Where there is an app, the person begins once it knows the page and its form:
    what is sent before that is held for a moment.
    """
    record.clear()
    since = app.mark() if app else 0
    url = f"https://{site.HOST}/{name}"
    hands.go(url)
    if app:
        page = app.wait("page", since=since, url=url)["page"]
        if hands.evaluate("document.forms.length"):
            app.wait("form", since=since, page=page)
    Person(hands, record, photo).act(site.person(name))
    return visit_of(record.of(), hands.recorders())
