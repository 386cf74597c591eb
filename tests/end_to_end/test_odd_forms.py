"""Pages that handle their forms in their own ways: one card, one report, and it arrives as it would have without us."""

import pytest
from tests.end_to_end import card
from tests.end_to_end.conftest import Tab
from tests.end_to_end.website import police

pytestmark = pytest.mark.browser

HANDLERS = {
    "prevents and submits": "form.addEventListener('submit', (event) => { event.preventDefault(); form.submit(); })",
    "asks its server first": """form.addEventListener('submit', (event) => {
        if (form.dataset.checked) return;
        event.preventDefault();
        fetch('/save').then(() => { form.dataset.checked = 'yes'; form.requestSubmit(); });
    })""",
}
MEANWHILE = {
    "drawn anew": "{ const form = document.forms[0]; form.replaceWith(form.cloneNode(true)); }",
    "button switched off": "document.querySelector('#go').disabled = true",
    "button drawn anew": "{ const go = document.querySelector('#go'); go.replaceWith(go.cloneNode(true)); }",
}
OF_A_FRAME = """{
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentWindow.HTMLFormElement.prototype.submit.call(document.forms[0]);
}"""


def arrives_once(tab: Tab) -> None:
    received = tab.record.wait(police.HOST, police.START, method="POST")
    assert received.fields["when"] == "last night"
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert len(tab.record.of(police.HOST, path=police.START, method="POST")) == 1
    assert not tab.card.is_up()


def filled_in(tab: Tab, handler: str = "") -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.evaluate(f"{{ const form = document.forms[0]; {handler} }}")
    tab.page.fill("#when", "last night")


@pytest.mark.parametrize("answer", [card.AS_IT_IS, card.WITHOUT])
@pytest.mark.parametrize("handler", HANDLERS.values(), ids=HANDLERS)
def test_a_form_that_its_page_sends_again_is_asked_about_once(tab: Tab, handler: str, answer: str) -> None:
    filled_in(tab, handler)
    tab.page.click("#go")
    tab.card.press(answer)
    arrives_once(tab)


@pytest.mark.parametrize("meanwhile", MEANWHILE.values(), ids=MEANWHILE)
def test_a_form_that_changes_while_the_card_is_up_arrives_with_its_button(tab: Tab, meanwhile: str) -> None:
    filled_in(tab)
    tab.page.click("#go")
    tab.card.wait()
    tab.page.evaluate(meanwhile)
    tab.card.press(card.AS_IT_IS)
    assert tab.record.wait(police.HOST, police.START, method="POST").fields["go"] == "on"
    arrives_once(tab)


def test_a_submit_that_was_taken_from_a_frame_is_held_as_well(tab: Tab) -> None:
    filled_in(tab)
    tab.page.evaluate(OF_A_FRAME)
    tab.card.press(card.AS_IT_IS)
    arrives_once(tab)


def test_a_form_that_is_gone_when_the_person_answers_is_said_to_be(tab: Tab) -> None:
    filled_in(tab)
    tab.page.click("#go")
    tab.card.wait()
    tab.page.evaluate("document.forms[0].remove()")
    tab.card.press(card.AS_IT_IS)
    tab.card.wait_for_text("Not sent: this page has changed.")
    assert tab.record.of(police.HOST, path=police.START, method="POST") == []
