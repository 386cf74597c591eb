"""Which category a sensitive form is first about. core/form.py decides whether it is sensitive; here its categories are put in order.

Three rules, besides how much is said where. The narrower matter goes before the wider one that carries it. A heading that asks and reveals
by itself goes before the service that asks it. What serves a matter, money in a case or a ground of hatred, goes after the matter.
"""

from collections.abc import Mapping, Sequence

from netcurtain.core.form_evidence import Evidence
from netcurtain.core.form_reading import Where
from netcurtain.core.form_terms import Grade

NARROW = {
    "legal": 0.6, "identity_documents": 0.7, "health": 1.0, "crime_report": 1.0, "safeguarding": 1.0, "benefits": 1.0, "finance": 1.4,
    "religion_belief": 1.6, "mental_health": 1.6, "immigration": 1.6, "whistleblowing": 1.6, "domestic_abuse": 3.0, "hate_crime": 3.0,
    "modern_slavery": 3.0, "sexual_offence": 3.2,
}  # fmt: skip
"""A wide category comes along with a narrower one (a court with a divorce, a crime with a rape), which is then named first."""
NARROW_ENOUGH = 2.2
"""The same for the others."""
HALF_SAID = frozenset({Grade.FAINT, Grade.MAY_REVEAL})
MOST_OPTIONS = 0.8
"""What many answers to one question say together: a long list of religions is one question."""
OWN_SITE = 3.0
"""What a site is there for is what its forms are first about."""
PLACES = {Where.TITLE: 2.2, Where.HEADING: 1.2, Where.NEAR: 0.5}
"""What a place counts; the others count 1."""
HEADING_THAT_ASKS = 3.0
VEHICLES = frozenset({"finance", "benefits", "legal"})
"""What a question asks about on the way to something else: it stays behind the service's name."""
MEANS = 0.35
"""What a question of income or rent keeps where the title names a benefit or a case."""
GROUNDS = frozenset({"ethnicity", "religion_belief", "disability", "sexuality_gender", "pregnancy_reproductive"})
MANY_GROUNDS = 3
ONE_OF_THE_GROUNDS = 0.3
"""What each ground keeps where so many are answers to one question: "race, faith, disability" is about hatred or a wrong at work."""


def ranks_of(evidence: Mapping[str, Sequence[Evidence]], keep_question: float, keep_subject: float) -> dict[str, float]:
    """How much of a form is about each category. The two numbers, 0 to 1, are what its questions and subjects keep of their weight."""
    grounds = _grounds(evidence)
    means = "finance" in evidence and _is_a_step_of_a_case(evidence)
    return {
        category: _rank(found, keep_question, keep_subject)
        * NARROW.get(category, NARROW_ENOUGH)
        * (ONE_OF_THE_GROUNDS if category in grounds else 1.0)
        * (MEANS if means and category == "finance" else 1.0)
        for category, found in evidence.items()
    }


def _rank(found: Sequence[Evidence], keep_question: float, keep_subject: float) -> float:
    """Everything that is said of a category, added up, most of all what names the service. A title that repeats the question does not."""
    asked = {e.phrase for e in found if e.asks and e.where is Where.HEADING}
    options = whole = 0.0
    for e in found:
        if e.where is Where.TITLE and e.phrase in asked:
            continue
        counts = OWN_SITE if e.site else 0.5 if e.grade in HALF_SAID else 1.0
        says = e.weight * (keep_question if e.asks else keep_subject) * _place(e) * counts
        if e.where is Where.OPTION:
            options += says
        else:
            whole += says
    return whole + min(options, MOST_OPTIONS)


def _place(e: Evidence) -> float:
    reveals = e.asks and e.where is Where.HEADING and e.grade not in HALF_SAID and e.category not in VEHICLES
    return HEADING_THAT_ASKS if reveals else PLACES.get(e.where, 1.0)


def _grounds(evidence: Mapping[str, Sequence[Evidence]]) -> frozenset[str]:
    """The grounds of hatred or a wrong that a form only offers as answers, where they are many."""
    offered = frozenset(c for c in GROUNDS & evidence.keys() if all(e.where is Where.OPTION for e in evidence[c]))
    return offered if len(offered) >= MANY_GROUNDS else frozenset()


def _is_a_step_of_a_case(evidence: Mapping[str, Sequence[Evidence]]) -> bool:
    """Whether the title names a benefit or a case, and no matter of money."""
    return any(_is_in_title(evidence.get(c, ())) for c in ("benefits", "legal")) and not _is_in_title(evidence["finance"])


def _is_in_title(found: Sequence[Evidence]) -> bool:
    return any(e.grade is Grade.STRONG and e.where is Where.TITLE for e in found)
