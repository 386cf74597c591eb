"""Is this form sensitive, and why? A description of a form and the lexicon go in, a judgement with its reasons comes out.

Three things are weighed. What the form *asks* counts always. What its page is *about* counts unless the form is for something harmless
(a search, a newsletter ...) or about a thing rather than a person (a pothole, a pet). *Whose* site it is counts a little; where the site is
there for one sensitive thing, telling it anything counts, again unless the form is for something harmless.
"""

from dataclasses import dataclass, replace

from netcurtain.core.form_evidence import FRAMED, NAMED, Evidence, evidence_of
from netcurtain.core.form_purpose import TOP, gates, invites, is_personal, signs, together
from netcurtain.core.form_rank import ranks_of
from netcurtain.core.form_reading import Reading, Where, questions_of, read
from netcurtain.core.form_shape import QUESTIONS_AT, is_known
from netcurtain.core.form_terms import Grade, Lexicon, LexiconError, Sign, parse_lexicon
from netcurtain.core.form_weights import WEIGHTS
from netcurtain.core.level import FormJudgement, FormLevel, Reason
from netcurtain.core.observation import FormDescriptor

__all__ = ["Lexicon", "LexiconError", "judge", "parse_lexicon"]

SENSITIVE = 0.44
POSSIBLY = 0.33
MAX_REASONS = 8

MOST_FAINT = 0.35
MOST_NEAR = 0.5
MOST_ADDRESS = 0.3
"""The most that many phrases of one weak kind add up to; an address alone stays below "possibly"."""
MOST_ADDRESS_TOLD = 0.43
"""The same where the form asks what happened: still less than sensitive."""
MOST_PLAIN = 0.4
"""The most that one word says that has other meanings."""
ONE_WORD = 0.3
"""What one word in a title or a button says, however strong, and a little by its place: a play may be called "Asylum"."""
NOT_ASKED = frozenset({Where.TITLE, Where.HEADING, Where.BUTTON, Where.NEAR, Where.ADDRESS})

TAKES_A_STEP = 0.75
NOT_PERSONAL = 0.48
"""What a subject keeps on a form that asks nothing personal: where it is a step of many, and where it is not."""

AT_ITS_SITE = 0.6
"""How much it says that a person tells anything at all to a site that is there for one sensitive thing."""
AT_ITS_SITE_UNTOLD = 0.42
"""The same where the person tells nothing yet: possibly."""
INVITED = 0.6
"""The same of a site for many things, where the page invites to report, to apply, to order."""
TELLING_TYPES = frozenset({"tel", "textarea", "date"})
WIDE = frozenset({"health", "crime_report", "legal"})
"""Categories whose sites have forms of every kind: a message to a clinic may be about anything, a step of many there is not."""
OF_A_BODY = frozenset({"health", "mental_health", "sexual_health", "pregnancy_reproductive", "addiction", "disability", "sexuality_gender"})
"""What a pet or a car may be said to have as well."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a form is like, whatever it is about. All from 0 to 1, or yes and no.

    ``disclosure``: words of telling what happened; ``asks_to_tell``: the same in a question; ``gate``: it is for something harmless;
    ``thing``, ``machine``: it is about a thing or an animal, about one that may be said to be unwell; ``keep_question``, ``keep_subject``:
    what the words keep of their weight; ``personal``: it asks something of or about a person; ``known``: a step of many, or it makes the
    person known; ``tells``: known, or the person tells something; ``invited``: the page invites to something in particular;
    ``address_invites``: so does its address.
    """

    disclosure: float
    asks_to_tell: float
    gate: float
    thing: float
    machine: float
    keep_question: float
    keep_subject: float
    personal: bool
    known: bool
    tells: bool
    invited: bool
    address_invites: bool


def judge(descriptor: FormDescriptor, lexicon: Lexicon) -> FormJudgement:
    """How surely a form asks for something sensitive, what about, and why. The same form always gets the same judgement."""
    readings = read(descriptor, lexicon)
    form = _situation(descriptor, readings, lexicon)
    scores: dict[str, float] = {}
    evidence = evidence_of(descriptor, readings, lexicon)
    for category, found in evidence.items():
        a_person = 1 - 0.9 * form.machine if category in OF_A_BODY else 1.0
        subject = max(_subject([e for e in found if not e.asks], form), _at_its_site(category, found, form))
        question = together(e.weight * (1 - _taken(e, form)) for e in found if e.asks)
        scores[category] = 1 - (1 - question * form.keep_question * a_person) * (1 - subject * form.keep_subject * a_person)
    ranks = ranks_of(evidence, form.keep_question, form.keep_subject)
    return replace(_judgement(scores, ranks, evidence), harmless=round(max(form.gate, form.thing), 3))


def _situation(descriptor: FormDescriptor, readings: list[Reading], lexicon: Lexicon) -> Situation:
    questions = questions_of(descriptor)
    asks_to_tell = signs([r for r in readings if r.passage.where in QUESTIONS_AT], Sign.DISCLOSURE)
    gate, firm = gates(descriptor, readings, questions, lexicon)
    creature = signs(readings, Sign.CREATURE)
    thing = max(creature, signs(readings, Sign.THING))
    personal, known, invited = is_personal(readings, questions), is_known(readings), invites(readings, TOP)
    address_invites = invites(readings, {Where.ADDRESS})
    asked = 1.0 if personal else TAKES_A_STEP if known or invited else NOT_PERSONAL
    return Situation(
        disclosure=signs(readings, Sign.DISCLOSURE),
        asks_to_tell=asks_to_tell,
        gate=gate,
        thing=thing,
        machine=signs(readings, Sign.MACHINE),
        keep_question=(1 - 0.85 * firm) * (1 - 0.9 * creature),
        keep_subject=(1 - gate * (1 - 0.6 * asks_to_tell)) * (1 - thing) * asked,
        personal=personal,
        known=known,
        tells=known or asks_to_tell > 0 or any(q.type in TELLING_TYPES or q.tag == "textarea" for q in questions),
        invited=invited,
        address_invites=address_invites,
    )


def _judgement(scores: dict[str, float], ranks: dict[str, float], evidence: dict[str, list[Evidence]]) -> FormJudgement:
    score = max(scores.values(), default=0.0)
    if score < POSSIBLY:
        return FormJudgement(FormLevel.NO, round(score, 3), (), ())
    level, enough = (FormLevel.SENSITIVE, SENSITIVE) if score >= SENSITIVE else (FormLevel.POSSIBLY, POSSIBLY)
    categories = sorted((c for c, s in scores.items() if s >= enough), key=lambda c: -ranks[c])
    each = 3 if len(categories) < 3 else 2
    reasons = [Reason(e.where, e.text, e.category) for c in categories for e in _most_telling(evidence[c])[:each]]
    return FormJudgement(level, round(score, 3), tuple(categories), tuple(reasons[:MAX_REASONS]))


def _most_telling(found: list[Evidence]) -> list[Evidence]:
    """The evidence by its weight, each wording once."""
    once: dict[str, Evidence] = {}
    for e in sorted(found, key=lambda e: -e.weight):
        once.setdefault(e.text.casefold(), e)
    return list(once.values())


def _at_its_site(category: str, found: list[Evidence], form: Situation) -> float:
    """How surely a form is about a category because of where it stands."""
    if any(e.site for e in found):
        narrow = form.known or category not in WIDE or any(e.site and e.weight > NAMED for e in found)
        return AT_ITS_SITE if narrow and (form.tells or (form.personal and form.invited)) else AT_ITS_SITE_UNTOLD
    known_host = any(e.grade is None for e in found)
    invited = form.invited or (form.known and form.address_invites)
    if known_host and form.tells and invited and (form.personal or form.known):
        return INVITED
    named = any(e.where is Where.ADDRESS and e.grade is Grade.STRONG for e in found)
    return INVITED if named and form.asks_to_tell and form.address_invites else 0.0


def _taken(question: Evidence, form: Situation) -> float:
    """How much of a question's weight goes to a thing or a purpose: graffiti may be "racist" and a quiz may ask about "insulin"."""
    if question.loose:
        return max(0.75 * form.thing, 0.9 * form.gate if question.where is Where.HEADING else 0.0)
    return 0.5 * form.thing if question.grade in FRAMED else 0.0


def _subject(found: list[Evidence], form: Situation) -> float:
    """How surely the page is about a category. Weak kinds of evidence add up to so much and no more; words of disclosure strengthen it."""
    faint = min(MOST_FAINT, together(e.weight for e in found if e.faint))
    near = min(MOST_NEAR, together(e.weight for e in found if e.where is Where.NEAR and not e.faint))
    address = together(e.weight for e in found if e.where is Where.ADDRESS and not e.faint)
    plain = together(e.weight for e in found if e.where not in (Where.NEAR, Where.ADDRESS) and not e.faint)
    subject = together((faint, near, address, plain))
    only_address = all(e.where is Where.ADDRESS for e in found)
    named_by_its_service = form.personal and any(e.weight > WEIGHTS[Where.ADDRESS].subject for e in found)
    if only_address and not named_by_its_service:
        subject = min(subject, MOST_ADDRESS)
    if not form.asks_to_tell and _is_one_plain_word(found):
        subject = min(subject, MOST_PLAIN)
    if not form.asks_to_tell and _is_one_strong_word(found):
        subject = min(subject, ONE_WORD + subject / 10)
    if subject >= 0.2 and (form.asks_to_tell or not only_address):
        told = 1 - (1 - subject) * (1 - 0.4 * form.disclosure)
        subject = min(told, MOST_ADDRESS_TOLD) if only_address and not named_by_its_service else told
    return subject


def _is_one_plain_word(found: list[Evidence]) -> bool:
    """Whether all that a page says is "doctor" or "court": there are bicycle doctors and tennis courts."""
    return all(e.grade is Grade.PLAIN and " " not in e.phrase for e in found) and len({e.phrase for e in found}) == 1


def _is_one_strong_word(found: list[Evidence]) -> bool:
    """Whether all that a page says is one word, with nothing to ask or to do about it."""
    return bool(found) and all(
        e.grade is not None and not e.site and not e.acts and " " not in e.phrase and e.where in NOT_ASKED for e in found
    ) and len({e.phrase for e in found}) == 1  # fmt: skip
