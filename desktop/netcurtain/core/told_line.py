"""A decoded event as programs read it: what `decode` and `check` print of one (DESIGN.md, "The command line")."""

from netcurtain.core.finding import DecodedEvent, DecodedField
from netcurtain.core.told_wording import event_sentence

Line = dict[str, object]


def event_line(event: DecodedEvent, went_out: bool = True) -> Line:
    """One event. ``went_out``: whether its request was seen to leave, for the sentence."""
    return {
        "vendor": event.vendor,
        "organisation": event.organisation,
        "event": event.event,
        "told": [_fact(fact) for fact in event.told],
        "sentence": event_sentence(event, went_out),
    }


def _fact(fact: DecodedField) -> Line:
    return {"what": fact.what, "value": fact.value, "parameter": fact.parameter}
