"""A decoded event as programs read it: what `decode` and `check` print of one (docs/COMMANDS.md, "decode")."""

from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, Typed
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
    return {"what": fact.what, "value": value_line(fact), "parameter": fact.parameter}


def value_line(fact: DecodedField) -> object:
    """What a fact holds: a text, the names of a form's fields, which kind of identity, or which field was written in; never the answer."""
    match fact.value:
        case str(text):
            return text
        case Identity(kind, form):
            return {"kind": kind, "form": form}
        case Typed(label, written):
            return {"field": label, "written": written}
        case names:
            return list(names)
