"""A copy for an organisation: without the words of buttons, and without numbers for the browser."""

import json

import pytest
from tests.core.evidence_text import text_of
from tests.core.scenes import NOON, SITE, Scene, form, got_to, opened, requested

from netcurtain.core import observation as seen
from netcurtain.core.evidence import Evidence
from netcurtain.core.evidence_without import without
from netcurtain.core.finding import What
from netcurtain.core.request import Fate

BUTTON = "Report the rape"
PRESSED = (
    f"https://www.facebook.com/tr/?id=400000000000001&ev=SubscribedButtonClick&fbp=fb.1.2&cd[buttonText]={BUTTON.replace(' ', '%20')}"
    "&dl=https%3A%2F%2Fwww.example.police.uk%2Freport"
)
SNAP = {"ctx": {"pl": SITE, "u_c1": "abc"}, "req": [{"t": {"ev": "CLICK"}}, {"md": {"btx": BUTTON}}]}


def whole(fate: Fate = Fate.SENT) -> Evidence:
    scene = Scene()
    scene.reports(opened(title="Help"), form("Report rape", "Your name", button=BUTTON), requested(PRESSED))
    scene.reports(requested("https://tr.snapchat.com/p", "r2", method="POST", has_body=True))
    scene.reports(seen.Body("r2", "p1", None, json.dumps(SNAP).encode()), got_to(fate, "r1", "r2"))
    evidence = scene.session.evidence("b:p1", "", NOON)
    assert evidence is not None
    return evidence


def kinds(evidence: Evidence) -> set[What]:
    return {fact.what for page in evidence.pages for one in page.requests for event in one.events for fact in event.told}


def test_nothing_is_left_out_that_was_not_asked_for() -> None:
    evidence = whole()
    assert without(evidence, button_words=False, browser_numbers=False) is evidence
    assert text_of(evidence).count(BUTTON) > 3


@pytest.mark.parametrize("fate", [Fate.SENT, Fate.STOPPED_BY_US])
def test_without_the_words_of_buttons_it_still_says_that_one_was_pressed(fate: Fate) -> None:
    evidence = without(whole(fate), button_words=True, browser_numbers=False)
    assert "rape" not in text_of(evidence).casefold()
    assert {What.BUTTON_TEXT, What.VISITOR_ID} <= kinds(evidence)
    for one in evidence.pages[0].requests:
        assert any("which button was pressed on this page" in sentence for sentence in one.sentences)
        assert one.redacted is not None
        assert one.redacted.same
    assert all("  " not in moment.sentence and "\u201c" not in moment.sentence for moment in evidence.pages[0].moments)


def test_without_numbers_for_the_browser_none_is_in_a_request() -> None:
    evidence = without(whole(), button_words=False, browser_numbers=True)
    assert What.VISITOR_ID not in kinds(evidence)
    first, second = (one.redacted for one in evidence.pages[0].requests)
    assert first is not None
    assert second is not None
    assert (first.same, second.same) == (True, True)
    assert "fbp=-" in first.url
    assert '"u_c1":"-"' in (second.body or "")
    assert BUTTON in text_of(evidence)


def test_a_word_that_the_address_says_as_well_is_still_said_to_give_the_page_away() -> None:
    scene = Scene()
    url = "https://www.example.police.uk/rape"
    button = PRESSED.replace("%2Freport", "%2Frape")
    scene.reports(opened(url=url), form("Report rape", "Your name", button=BUTTON), requested(button), got_to(Fate.SENT))
    evidence = scene.session.evidence("b:p1", "", NOON)
    assert evidence is not None
    (one,) = without(evidence, button_words=True, browser_numbers=True).pages[0].requests
    assert "\u201crape\u201d alone says" in one.sentences[0]
    assert BUTTON not in one.sentences[0]
