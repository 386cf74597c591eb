"""Nothing that a person types crosses the link, is printed, or is written down (docs/SECURITY.md, "What a person typed").

Two dozen markers are typed over every kind of form, a chat, and a report whose next pages repeat it. They must reach the sites, and
turn up nowhere else. What a third party's own request took may be in that request: such requests are left out of the count.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Worker
from tests.end_to_end import card, sealed
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import clinic, others, police, shapes

pytestmark = pytest.mark.browser

MARKERS = [f"zq{number:02}typed" for number in range(24)]
SITES = (police.HOST, clinic.HOST, clinic.CASEWORK_HOST, shapes.HOST)
THIRD_PARTIES = (others.META, others.META_SCRIPT, others.GOOGLE)


@pytest.fixture
def listening(stage: Stage, tab: Tab) -> Iterator[Worker]:
    """The background, with every frame noted before it is sealed."""
    assert tab.page
    with sealed.noted(stage.browser.worker()) as worker:
        yield worker


def test_no_marker_is_in_a_frame_a_line_or_a_file(stage: Stage, tab: Tab, listening: Worker) -> None:
    _report(tab)
    _symptoms(tab)
    _scripted(tab)
    _order(tab)
    _refer(tab)
    _chat(tab)
    _repeated(tab, listening)

    frames = sealed.frames(listening)
    reached = "".join(f"{r.query} {r.body}" for r in tab.record.of(*SITES))
    assert [marker for marker in MARKERS if marker not in reached] == []
    kinds = {json.loads(frame)["type"] for frame in frames}
    assert kinds >= {"page", "requests", "fates", "body", "form", "submission", "choice"}
    crossed = _without_third_parties(frames)
    assert [marker for marker in MARKERS if marker in crossed] == []
    printed = "".join(stage.app.printed)
    assert [marker for marker in MARKERS if marker in printed] == []
    kept = stage.app.kept()
    assert [marker for marker in MARKERS if marker.encode() in kept] == []


def _report(tab: Tab) -> None:
    """Three steps and the page to check the answers, which shows all of them again."""
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    _choose(tab, "#offence", MARKERS[0])
    tab.page.fill("#when", MARKERS[1])
    tab.page.click("#go")
    tab.card.press(card.AS_IT_IS)
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    _fill(tab, {"what_happened": MARKERS[2], "where": MARKERS[3], "person": MARKERS[4]})
    tab.page.click("#go")
    tab.settled(police.HOST, police.ABOUT_YOU)
    _fill(tab, {"full_name": MARKERS[5], "email": f"{MARKERS[6]}@example.org", "phone": MARKERS[7], "address": MARKERS[8]})
    tab.page.click("#go")
    tab.settled(police.HOST, police.CHECK)
    assert MARKERS[2] in tab.page.inner_text("dl")
    tab.page.click("#go")
    tab.settled(police.HOST, police.SENT)


def _symptoms(tab: Tab) -> None:
    """A form sent with GET: the answers stand in the next page's address."""
    tab.open(clinic.HOST, clinic.SYMPTOMS)
    _fill(tab, {"symptom": MARKERS[9], "since": MARKERS[10], "partner": MARKERS[11]})
    tab.page.click("#go")
    tab.card.press(card.AS_IT_IS)
    tab.settled(clinic.HOST, clinic.RESULTS)
    tab.page.wait_for_url(f"**/results?symptom={MARKERS[9]}**")


def _scripted(tab: Tab) -> None:
    tab.open(clinic.HOST, clinic.SCRIPTED)
    _fill(tab, {"diagnosis": MARKERS[12], "medicine": MARKERS[13]})
    tab.page.click("#go")
    tab.record.wait(clinic.HOST, clinic.THANKS, method="POST")
    tab.settled(clinic.HOST, clinic.THANKS)


def _order(tab: Tab) -> None:
    tab.open(clinic.HOST, clinic.ORDER)
    _fill(tab, {"full_name": MARKERS[14], "risk": MARKERS[15]})
    tab.page.click("#go")
    tab.record.wait(clinic.HOST, clinic.ORDER, method="POST")
    tab.settled(clinic.HOST, clinic.THANKS)


def _refer(tab: Tab) -> None:
    """A form that posts to another host."""
    tab.open(clinic.HOST, clinic.REFER)
    _fill(tab, {"full_name": MARKERS[16], "diagnosis": MARKERS[17], "medicine": MARKERS[18]})
    _choose(tab, "#contact", MARKERS[19])
    tab.page.click("#go")
    tab.settled(clinic.CASEWORK_HOST, "/take")


def _chat(tab: Tab) -> None:
    """What was said stands in the page and in its title, and the box is empty, without the focus having moved."""
    tab.page.goto(shapes.address("chat"))
    tab.page.click("#box")
    tab.page.keyboard.type(MARKERS[20])
    tab.page.click("#send")
    tab.record.wait(shapes.HOST, "/said", method="POST")
    assert MARKERS[20] in tab.page.title()


def _repeated(tab: Tab, listening: Worker) -> None:
    """A summary with links to change it, and a page that thanks by name; both ask something more, so that both are described."""
    tab.page.goto(shapes.address("ask"))
    _fill(tab, {"name": MARKERS[21], "what": MARKERS[22]})
    tab.page.click("#go")
    _described(tab, listening, "How did you hear of us?")
    _fill(tab, {"heard": MARKERS[23]})
    tab.page.click("#go")
    _described(tab, listening, "Join our list")


def _described(tab: Tab, listening: Worker, words: str) -> None:
    until(tab.page, lambda: any(words in frame for frame in sealed.frames(listening)), f"the form with {words}")


def _fill(tab: Tab, answers: dict[str, str]) -> None:
    for name, answer in answers.items():
        tab.page.fill(f"#{name}", answer)


def _choose(tab: Tab, field: str, marker: str) -> None:
    """Choose the first real option of a select; what it stands for is the marker."""
    tab.page.locator(f"{field} option").nth(1).evaluate("(option, marker) => { option.value = marker; }", marker)
    tab.page.select_option(field, marker)


def _without_third_parties(frames: list[str]) -> str:
    """The frames, but for third parties' own requests and their bodies."""
    messages: list[dict[str, Any]] = [json.loads(frame) for frame in frames]
    theirs: set[str] = set()
    for message in messages:
        if message["type"] == "requests":
            requests = message["requests"]
            theirs |= {r["id"] for r in requests if any(r["url"].startswith(f"https://{host}/") for host in THIRD_PARTIES)}
            message["requests"] = [r for r in requests if r["id"] not in theirs]
    return json.dumps([m for m in messages if not (m["type"] == "body" and m["request"] in theirs)])
