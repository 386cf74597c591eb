"""What a flagged request tells: read by a decoder or searched for the page, cut to the words that may be kept, and said as findings.

    payload -> decoded or searched -> quoted -> one finding an event, once it is known how far the request got

Words that the page was not seen to say itself are let go of here: only that they were told stays.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from netcurtain.core import decoders, filing, told_wording
from netcurtain.core.consent import Consent
from netcurtain.core.consent_told import consent_told
from netcurtain.core.decoders import generic
from netcurtain.core.decoders.cookies import told_by_cookies
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.event import FindingMade
from netcurtain.core.finding import DecodedEvent, DecodedField, Finding, Typed, What
from netcurtain.core.flagged import MAX_TYPED, Flagged
from netcurtain.core.form import Lexicon
from netcurtain.core.giveaway import gives_away
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import MAX_JUDGED, MAX_WORDED, Page, Worded
from netcurtain.core.quoting import quoted, quoted_event, usually_named

_JUDGED = frozenset({What.PAGE_ADDRESS, What.PAGE_TITLE, What.REFERRER, What.LINK_ADDRESS, What.BUTTON_TEXT})


def read(page: Page, flagged: Flagged, payload: Payload, out: Outcome) -> None:
    """Read a request, or read it again with its body: that has all that its address told, and more."""
    decoded = decoders.decode(payload)
    events = decoded or _searched(page, flagged.organisation, payload)
    if flagged.read and not any(event.told for event in events):
        return
    out.decoded[flagged.request] = events
    flagged.consent = consent_told([fact for event in events for fact in event.told]) or flagged.consent
    kept = tuple(dict.fromkeys(quoted_event(event, flagged.organisation, page) for event in decoded or map(usually_named, events)))
    flagged.read = kept
    if flagged.tells(tuple(fact for event in kept for fact in event.told)):
        page.note_told(flagged)


def take_cookies(flagged: Flagged, names: Sequence[str]) -> bool:
    """The cookies that go along: an account, a number for the browser; whether one is new. It may be heard later that it went out."""
    known = len(flagged.carried)
    flagged.carried = tuple(dict.fromkeys((*flagged.carried, *told_by_cookies(flagged.host, names))))
    return len(flagged.carried) > known


def take_typed(page: Page, flagged: Flagged, typed: Typed) -> None:
    """What somebody wrote in a field went along."""
    fact = quoted(DecodedField(What.TYPED, typed, ""), page)
    if fact not in flagged.typed and len(flagged.typed) < MAX_TYPED:
        flagged.typed = (*flagged.typed, fact)
        flagged.tells(flagged.typed)
        page.note_told(flagged)


def with_facts(events: Sequence[DecodedEvent], facts: tuple[DecodedField, ...], organisation: str) -> tuple[DecodedEvent, ...]:
    """Events that each tell these facts too; where there is no event, one of these alone."""
    if not facts:
        return tuple(events)
    alone = DecodedEvent(organisation, organisation, None, ())
    return tuple(replace(event, told=tuple(dict.fromkeys((*event.told, *facts)))) for event in events or (alone,))


def unsay(page: Page, flagged: Flagged) -> None:
    """It has turned out otherwise whether a request went out: what was said of it is taken back, and is to be said anew."""
    page.companies[flagged.organisation].unsay(flagged)
    flagged.unsay()


def say(page: Page, flagged: Flagged, lexicon: Lexicon, out: Outcome) -> None:
    """Make the findings of a request, one an event and one a field, once it is known how far it got. None is said twice of a request."""
    if not flagged.has_ended:
        return
    events = with_facts(flagged.read, flagged.cookies, flagged.organisation)
    company, before = flagged.organisation, dict(flagged.said)
    for event in (*events, *(DecodedEvent(company, company, None, (fact,)) for fact in flagged.typed)):
        if not event.told and not event.event:
            continue
        finding = _finding(page, flagged, event, lexicon)
        if finding.sentence in flagged.said:
            continue
        less = [said for said, facts in before.items() if set(facts) < set(event.told)]
        flagged.said[finding.sentence] = event.told
        page.companies[company].say(flagged, finding.sentence, less)
        out.events.append(FindingMade(page.key, finding, page.private))
        out.records.extend(filing.finding_records(page, finding))


def _searched(page: Page, company: str, payload: Payload) -> tuple[DecodedEvent, ...]:
    """Of a request that no decoder knows: whether the page's address and title are in it."""
    found = generic.found_in(payload, page.url, page.title, "")
    return (DecodedEvent(company, company, None, found),) if found else ()


def _finding(page: Page, flagged: Flagged, event: DecodedEvent, lexicon: Lexicon) -> Finding:
    consent = page.consent_at(flagged.time) or flagged.consent
    sentence, given = _worded(page, event, flagged.fate.went_out, consent, lexicon)
    return Finding(
        page=page.key.page,
        organisation=flagged.organisation,
        host=flagged.host,
        filter=flagged.filter,
        filter_list=flagged.filter_list,
        fate=flagged.fate,
        time=flagged.time,
        told=event.told,
        sentence=sentence,
        flagged_by=flagged.flagged_by,
        event=event.event,
        status=flagged.status,
        consent=consent,
        gives_away=given,
    )


def _worded(page: Page, event: DecodedEvent, went_out: bool, consent: Consent | None, lexicon: Lexicon) -> Worded:
    """A finding's sentence, and what it says gives the page away. A tracker tells the same in request after request."""
    said = (event, went_out, consent)
    found = page.worded.get(said)
    if found is None:
        given = _given_away(page, event, lexicon)
        sentences = (
            told_wording.event_sentence(event, went_out),
            told_wording.gives_away_sentence(given),
            told_wording.consent_sentence(consent, went_out),
        )
        found = " ".join(filter(None, sentences)), given
        if len(page.worded) < MAX_WORDED:
            page.worded[said] = found
    return found


def _given_away(page: Page, event: DecodedEvent, lexicon: Lexicon) -> tuple[str, ...]:
    """What gives the page away, in words that may be kept. The same address and title are in request after request."""
    texts = tuple(dict.fromkeys((fact.what, fact.text) for fact in event.told if fact.what in _JUDGED and fact.value))
    found = page.judged.get(texts)
    if found is None:
        found = gives_away(event.told, lexicon)
        if len(page.judged) < MAX_JUDGED:
            page.judged[texts] = found
    return found
