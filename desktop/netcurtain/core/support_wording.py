"""What is said of a contact, on the card and in the window. Nothing is said of what its row does not state (``filters/support.toml``)."""

import re

from netcurtain.core.support import Bill, Contact, Nation
from netcurtain.core.wording import listed

BILL_UNKNOWN = "We do not know which calls show on a phone bill, unless we say so."
BILL = {Bill.OFF: "It does not show on a phone bill.", Bill.ON: "It shows on a phone bill."}
CHECK_HOURS = "Check the opening hours."
FREE = "free"
WITHOUT_SPEAKING = "Without speaking"
NATIONS_UNKNOWN = "We do not know in which nations."
PLACES = {
    Nation.ENGLAND: "England",
    Nation.SCOTLAND: "Scotland",
    Nation.WALES: "Wales",
    Nation.NI: "Northern Ireland",
}
GRADES = {
    "A": "",
    "B": "We have not seen it on a page of their own.",
    "C": "We have seen it only on other people's pages.",
}
_A_FILE = re.compile(r"file \d+")
_PATH = re.compile(r"(?<=[a-z])/\S*")
_MONTHS = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Jun": "June", "Jul": "July", "Aug": "August",
    "Sep": "September", "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
_DAYS = {"Mon": "Monday", "Fri": "Friday"}
_SHORT = re.compile(rf"\b({'|'.join((*_MONTHS, *_DAYS))})\b")


def card_line(contact: Contact, *, name_nations: bool) -> str:
    """A contact in a few short sentences: its number, hours, cost, for whom, the ways without speaking, and what one must know."""
    first = ", ".join(part for part in (contact.call, *_known(contact)) if part)
    sentences = [f"{contact.name}: {first}." if first else f"{contact.name}.", for_whom(contact, name_nations=name_nations)]
    sentences += [_unsure(contact), _bill(contact)]
    if contact.without_speaking:
        sentences.append(f"{WITHOUT_SPEAKING}: {'; '.join(contact.without_speaking)}.")
    return " ".join(sentence for sentence in (*sentences, *contact.notes) if sentence)


def facts(contact: Contact) -> str:
    """Hours, cost and bill as sentences: only what is known, and "check the opening hours" where they are not sure."""
    known = ", ".join(_known(contact))
    sentences = [f"{known[0].upper()}{known[1:]}." if known else "", _unsure(contact), _bill(contact)]
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
    whom = contact.whom or ("anyone" if where else "")
    who = f"In {where}, for {whom}." if where else f"For {whom}." if whom else ""
    return " ".join(part for part in (who, "" if contact.nations else NATIONS_UNKNOWN) if part)


def origin(contact: Contact) -> str:
    """Where the number was seen, and the date of that page."""
    source = _PATH.sub("", contact.source.removeprefix("https://").removeprefix("http://").removeprefix("www."))
    source = f"in {_A_FILE.sub('a public file', source)}" if _A_FILE.match(source) else f"at {source}"
    return " ".join(part for part in (f"Seen {source}, {_in_full(contact.date)}.", GRADES[contact.grade]) if part)


def _in_full(text: str) -> str:
    """Short months and days written out."""
    return _SHORT.sub(lambda found: (_MONTHS | _DAYS)[found[0]], text)
