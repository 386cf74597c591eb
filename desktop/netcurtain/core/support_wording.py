"""What is said of a contact, on the card and in the window. Nothing is said of what its row does not state (``filters/support.toml``)."""

import re

from netcurtain.core.support import Bill, Contact, Nation
from netcurtain.core.translation import _
from netcurtain.core.wording import MONTHS, listed

BILL_UNKNOWN = _("We do not know which calls show on a phone bill, unless we say so.")
BILL = {Bill.OFF: _("It does not show on a phone bill."), Bill.ON: _("It shows on a phone bill.")}
CHECK_HOURS = _("Check the opening hours.")
FREE = _("free")
WITHOUT_SPEAKING = _("Without speaking")
NATIONS_UNKNOWN = _("We do not know in which nations.")
PLACES = {
    Nation.ENGLAND: _("England"),
    Nation.SCOTLAND: _("Scotland"),
    Nation.WALES: _("Wales"),
    Nation.NI: _("Northern Ireland"),
}
GRADES = {
    "A": "",
    "B": _("We have not seen it on a page of their own."),
    "C": _("We have seen it only on other people's pages."),
}
_A_FILE = re.compile(r"file \d+")
_PATH = re.compile(r"(?<=[a-z])/\S*")
_MONTHS = dict(zip(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), MONTHS, strict=True))
_DAYS = {"Mon": "Monday", "Fri": "Friday"}
_SHORT = re.compile(rf"\b({'|'.join((*_MONTHS, *_DAYS))})\b")


def card_line(contact: Contact, *, name_nations: bool) -> str:
    """A contact in a few short sentences: its number, hours, cost, for whom, what one must know, and the ways without speaking."""
    first = ", ".join(part for part in (contact.call, *_known(contact)) if part)
    sentences = [f"{contact.name}: {first}." if first else f"{contact.name}.", for_whom(contact, name_nations=name_nations)]
    sentences += [_unsure(contact), _bill(contact), *contact.notes]
    if contact.without_speaking:
        sentences.append(_("Without speaking: {ways}.").format(ways="; ".join(contact.without_speaking)))
    return " ".join(sentence for sentence in (*sentences, *contact.notes_on_ways) if sentence)


def facts(contact: Contact) -> str:
    """Hours, cost, bill and notes as sentences: only what is known, and "check the opening hours" where they are not sure."""
    known = ", ".join(_known(contact))
    sentences = [f"{known[0].upper()}{known[1:]}." if known else "", _unsure(contact), _bill(contact), *contact.notes]
    return " ".join(sentence for sentence in sentences if sentence)


def _known(contact: Contact) -> list[str]:
    return [part for part in (_in_full(contact.hours or ""), FREE if contact.free else "") if part]


def _unsure(contact: Contact) -> str:
    return CHECK_HOURS if contact.hours == "" else ""


def _bill(contact: Contact) -> str:
    return BILL[contact.bill] if contact.bill is not None else ""


def for_whom(contact: Contact, *, name_nations: bool = True) -> str:
    """For whom it is, and where; says so where the nations are not stated."""
    where = listed([PLACES[nation] for nation in contact.nations]) if name_nations and 0 < len(contact.nations) < len(Nation) else ""
    whom = contact.whom or (_("anyone") if where else "")
    sentence = _("In {nations}, for {whom}.") if where else _("For {whom}.") if whom else ""
    who = sentence.format(nations=where, whom=whom)
    return " ".join(part for part in (who, "" if contact.nations else NATIONS_UNKNOWN) if part)


def origin(contact: Contact) -> str:
    """Where the number was seen, and the date of that page."""
    source = _PATH.sub("", contact.source.removeprefix("https://").removeprefix("http://").removeprefix("www."))
    if _A_FILE.match(source):
        source, seen = _A_FILE.sub(_("a public file"), source), _("Seen in {source}, {date}.")
    else:
        seen = _("Seen at {source}, {date}.")
    return " ".join(part for part in (seen.format(source=source, date=_in_full(contact.date)), GRADES[contact.grade]) if part)


def _in_full(text: str) -> str:
    """Short months and days written out."""
    return _SHORT.sub(lambda found: (_MONTHS | _DAYS)[found[0]], text)
