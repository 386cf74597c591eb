"""What the *Other ways* page says of itself; what it says of a contact is worded in core/support_wording.py."""

from netcurtain.core import support_wording
from netcurtain.core.support import Nation
from netcurtain.core.wording import number

TITLE = "Other ways"
LEAD = "People who take reports, help or listen."
NOTHING_OPENS = "Nothing here opens or calls by itself."
BILL = support_wording.BILL_UNKNOWN
WEBSITES = "Their own websites may tell companies about a visit too. So the number comes first here."
NOT_RUNG = (
    "We took these from copies of public pages on 24 November 2026. Nobody has rung them for us. "
    "If one does not answer, it may have changed."
)

SUBJECT = "What it is about"
NATION = "Where"
WITHOUT_SPEAKING = "Only ways without speaking"

ANYTHING = "Anything"
SUBJECTS = {
    "crime_report": "A crime",
    "sexual_offence": "Rape or sexual abuse",
    "domestic_abuse": "Abuse at home or by a partner",
    "hate_crime": "A hate crime",
    "modern_slavery": "Forced work or slavery",
    "safeguarding": "A child or adult at risk",
    "mental_health": "Feelings and mental health",
    "health": "Health",
    "sexual_health": "Sexual health",
    "pregnancy_reproductive": "Pregnancy and contraception",
    "addiction": "Drugs, drink or gambling",
    "disability": "Disability",
    "finance": "Money or fraud",
    "benefits": "Benefits",
    "immigration": "Immigration or asylum",
    "legal": "A legal matter",
    "whistleblowing": "Something wrong at work",
    "criminal_record": "A criminal record",
    "identity_documents": "Passports and other papers",
    "ethnicity": "Ethnic background",
    "religion_belief": "Religion or belief",
    "sexuality_gender": "Sexuality or gender",
    "political_union": "Politics or a trade union",
}
"""The app's category ids in plain words, in the order people pick from."""

ALL_NATIONS = "All of the UK"
NATIONS = {nation: support_wording.PLACES[nation] for nation in Nation}

EMERGENCY = "In danger now"
OTHERS = "Others that may help"
EVERYBODY = "Everyone we know of"
NONE_OF_ITS_OWN = "We know of nobody for this alone."
NONE_WITHOUT_SPEAKING = "We know of no way without speaking for this alone."

NO_NUMBER = "No number to call"
FEWER_WAYS = "Show fewer ways"
COPY = "Copy number"
COPIED = "Copied"


def more_ways(count: int) -> str:
    """The button that shows the other ways to reach 999."""
    return f"{number(count).capitalize()} more {'way' if count == 1 else 'ways'} to reach 999, without speaking"


def without_speaking(way: str) -> str:
    """One way, as a line of its own."""
    return way[0].upper() + way[1:]


def copy_number(name: str) -> str:
    """The button, spoken."""
    return f"Copy the number of {name}"


def copied_number(name: str) -> str:
    """The button once it was pressed, spoken."""
    return f"Copied the number of {name}"
