"""A copy for an organisation: the same evidence without the words of buttons, and without numbers for the browser. Pure.

What was told stays: that a button was pressed, not which; a sentence that says "a number for this browser" quotes none. Sentences go
through evidence_sentences.py, and requests are cut once more.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from netcurtain.core.evidence import Evidence, EvidenceMoment, EvidencePage, EvidenceRequest, Redacted
from netcurtain.core.evidence_sentences import without_button_words
from netcurtain.core.finding import What
from netcurtain.core.redacting import EVERY_NAME, Leave, Own, left_out, redact, told_without
from netcurtain.core.remembered import Sent, SentBody


def without(evidence: Evidence, *, button_words: bool, browser_numbers: bool) -> Evidence:
    """The evidence without the words of buttons, without numbers for the browser, or without both."""
    leave = Leave(button_words, browser_numbers)
    if not button_words and not browser_numbers:
        return evidence
    return replace(evidence, pages=tuple(_page(page, leave) for page in evidence.pages))


def _page(page: EvidencePage, leave: Leave) -> EvidencePage:
    moments = (EvidenceMoment(one.time, sentence) for one in page.moments for sentence in _reworded([one.sentence], page, leave))
    return replace(page, requests=tuple(_request(one, page, leave) for one in page.requests), moments=tuple(dict.fromkeys(moments)))


def _request(request: EvidenceRequest, page: EvidencePage, leave: Leave) -> EvidenceRequest:
    return replace(
        request,
        events=left_out(request.events, leave),
        cookies=told_without(request.cookies, leave),
        sentences=_reworded(request.sentences, page, leave),
        redacted=_cut_again(request, request.redacted, page, leave) if request.redacted else None,
    )


def _cut_again(request: EvidenceRequest, redacted: Redacted, page: EvidencePage, leave: Leave) -> Redacted:
    """All names in it may stand already; of its values some may not any more."""
    body = SentBody(None, redacted.body.encode(), redacted.kind) if redacted.body is not None else None
    sent = Sent(redacted.url, request.method, "", "", body)
    again = redact(sent, request.events, Own(page.address, page.title, EVERY_NAME, request.filter), leave)
    return replace(again, same=again.same and redacted.same)


def _reworded(sentences: Iterable[str], page: EvidencePage, leave: Leave) -> tuple[str, ...]:
    if not leave.button_words:
        return tuple(sentences)
    buttons = _buttons(page)
    reworded = (without_button_words(sentence, buttons, page.address + page.title) for sentence in sentences)
    return tuple(dict.fromkeys(filter(None, reworded)))


def _buttons(page: EvidencePage) -> list[str]:
    facts = (fact for request in page.requests for event in request.events for fact in event.told)
    return list(dict.fromkeys(fact.text for fact in facts if fact.what is What.BUTTON_TEXT and fact.text))
