"""What the *Other ways* page says of itself; what it says of a contact is worded in core/support_wording.py."""

from netcurtain.core import support_wording
from netcurtain.core.support import Nation
from netcurtain.core.translation import _, plural
from netcurtain.core.wording import begin, number

TITLE = _("Other ways")
LEAD = _("People who take reports, help or listen.")
NOTHING_OPENS = _("Nothing here opens or calls by itself.")
BILL = support_wording.BILL_UNKNOWN
WEBSITES = _("Their own websites may tell companies about a visit too. So the number comes first here.")
NOT_RUNG = _(
    "We took these from copies of public pages on 24 November 2026. Nobody has rung them for us. "
    "If one does not answer, it may have changed."
)

SUBJECT = _("What it is about")
NATION = _("Where")
WITHOUT_SPEAKING = _("Only ways without speaking")

ANYTHING = _("Anything")
SUBJECTS = {
    "crime_report": _("A crime"),
    "sexual_offence": _("Rape or sexual abuse"),
    "domestic_abuse": _("Abuse at home or by a partner"),
    "hate_crime": _("A hate crime"),
    "modern_slavery": _("Forced work or slavery"),
    "safeguarding": _("A child or adult at risk"),
    "mental_health": _("Feelings and mental health"),
    "health": _("Health"),
    "sexual_health": _("Sexual health"),
    "pregnancy_reproductive": _("Pregnancy and contraception"),
    "addiction": _("Drugs, drink or gambling"),
    "disability": _("Disability"),
    "finance": _("Money or fraud"),
    "benefits": _("Benefits"),
    "immigration": _("Immigration or asylum"),
    "legal": _("A legal matter"),
    "whistleblowing": _("Something wrong at work"),
    "criminal_record": _("A criminal record"),
    "identity_documents": _("Passports and other papers"),
    "ethnicity": _("Ethnic background"),
    "religion_belief": _("Religion or belief"),
    "sexuality_gender": _("Sexuality or gender"),
    "political_union": _("Politics or a trade union"),
}
"""The app's category ids in plain words, in the order people pick from."""

ALL_NATIONS = _("All of the UK")
NATIONS = {nation: support_wording.PLACES[nation] for nation in Nation}

EMERGENCY = _("In an emergency")
OTHERS = _("Others that may help")
EVERYBODY = _("Everyone we know of")
NONE_OF_ITS_OWN = _("We know of nobody for this alone.")
NONE_WITHOUT_SPEAKING = _("We know of no way without speaking for this alone.")

NO_NUMBER = _("No number to call")
FEWER_WAYS = _("Show fewer ways")
COPY = _("Copy number")
COPIED = _("Copied")
COPY_WAY = _("Copy")
PARTNER_NOT_OURS = _("These words are theirs. Netcurtain has not looked into them.")


def more_ways(count: int) -> str:
    """The button that shows the other ways to reach 999."""
    words = plural("{number} more way to reach 999, without speaking", "{number} more ways to reach 999, without speaking", count)
    return begin(words.format(number=number(count), count=count))


def without_speaking(way: str) -> str:
    """One way, as a line of its own."""
    return way[0].upper() + way[1:]


def copy_number(name: str) -> str:
    """The button, spoken."""
    return _("Copy the number of {name}").format(name=name)


def copied_number(name: str) -> str:
    """The button once it was pressed, spoken."""
    return _("Copied the number of {name}").format(name=name)


def from_partner(name: str) -> str:
    """Over the ways that a charity's file adds."""
    return _("From {name}").format(name=name)


def copy_way(way: str) -> str:
    """The button beside a charity's way, spoken."""
    return _("Copy how to reach {way}").format(way=way)


def copied_way(way: str) -> str:
    """The button once it was pressed, spoken."""
    return _("Copied how to reach {way}").format(way=way)
