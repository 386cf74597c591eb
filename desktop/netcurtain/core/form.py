"""Is this form sensitive, and why? A description of a form and the lexicon go in, a judgement with its reasons comes out.

Three things are weighed. What the form *asks* counts always. What its page is *about* counts unless the form is for something harmless
(a search, a newsletter ...) or about a thing rather than a person (a pothole, a pet). *Whose* site it is counts a little; where the site is
there for one sensitive thing, telling it anything counts, again unless the form is for something harmless.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import prod
from urllib.parse import urlsplit

from netcurtain.core.form_reading import Reading, Where, questions_of, read
from netcurtain.core.form_terms import Grade, Lexicon, LexiconError, Sign, fold_name, parse_lexicon
from netcurtain.core.level import FormJudgement, FormLevel, Reason
from netcurtain.core.observation import FormDescriptor, FormField

__all__ = ["Lexicon", "LexiconError", "judge", "parse_lexicon"]

SENSITIVE = 0.44
POSSIBLY = 0.33
MAX_REASONS = 8


@dataclass(frozen=True, slots=True)
class Weights:
    """What a phrase is worth at a place: as a subject, as a purpose, as a sign of disclosure, as a look-alike."""

    subject: float
    purpose: float
    disclosure: float
    look_alike: float


WEIGHTS = {
    Where.LABEL: Weights(1.0, 0.45, 0.6, 0.2),
    Where.LEGEND: Weights(1.0, 0.7, 0.6, 0.8),
    Where.HEADING: Weights(1.0, 0.8, 0.6, 0.8),
    Where.OPTION: Weights(0.8, 0.0, 0.3, 0.0),
    Where.TITLE: Weights(0.75, 0.7, 0.4, 0.8),
    Where.BUTTON: Weights(0.7, 0.85, 0.5, 0.6),
    Where.NEAR: Weights(0.5, 0.2, 0.35, 0.1),
    Where.ADDRESS: Weights(0.4, 0.5, 0.0, 0.6),
}

MOST_FAINT = 0.35
MOST_NEAR = 0.5
MOST_ADDRESS = 0.3
"""The most that many phrases of one weak kind add up to; an address alone stays below "possibly"."""
MOST_ADDRESS_TOLD = 0.43
"""The same where the form asks what happened: still less than sensitive."""
MOST_PLAIN = 0.4
"""The most that one word says that has other meanings."""

WITH_AN_ACT = {Grade.PLAIN: 0.8, Grade.FAINT: 0.4}
"""What a weaker subject is worth next to a word like "apply" or "report"."""
FRAMED = {Grade.STRONG: 0.9, Grade.PLAIN: 0.45}
"""What a subject is worth as a question, where the words around it ask about a person's own life ("do you have ...")."""
ACTS_AT = frozenset({Where.TITLE, Where.HEADING, Where.LEGEND, Where.BUTTON, Where.ADDRESS})
QUESTIONS_AT = frozenset({Where.LABEL, Where.LEGEND, Where.HEADING})

PERSONAL_TYPES = frozenset({"email", "tel", "date", "file", "textarea"})
NOT_PERSONAL = 0.75
"""What a subject keeps on a form that asks nothing personal and starts nothing."""
BUILT_LIKE = 0.9
"""How much a field of a telling type or name says of a form's purpose."""
LONGEST_NAME = 40
FEW_QUESTIONS = 4
"""In a short form a label says what the form is for ("Your gift"); in a long one it is one question of many."""

AT_ITS_SITE = 0.6
"""How much it says that a person tells anything at all to a site that is there for one sensitive thing."""
NAMED = 0.4
"""The weight of a host that names its subject."""
MOST_LABELS = 8
SHORTEST_IN_NAME = 6
TELLING_TYPES = frozenset({"tel", "textarea"})
WIDE = frozenset({"health", "crime_report", "legal"})
"""Categories whose sites have forms of every kind: a message to a clinic may be about anything, a step of many there is not."""

GENERAL = frozenset({"health", "crime_report", "legal", "safeguarding", "benefits", "identity_documents"})
"""Categories that come along with a narrower one, which is then named first."""
NARROWER = 2.2
HALF_SAID = frozenset({Grade.FAINT, Grade.MAY_REVEAL})
MOST_OPTIONS = 0.8
"""What many answers to one question say together: a long list of religions is one question."""
OWN_SITE = 3.0
"""What a site is there for is what its forms are first about."""
RANK = {Where.TITLE: 1.5, Where.HEADING: 1.5, Where.NEAR: 0.5}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One phrase that points to a category.

    ``grade`` is the term's, None for a known host; ``asks``: it is a question, which no ordinary purpose takes away; ``site``: the whole
    site is there for it.
    """

    category: str
    phrase: str
    text: str
    where: Where
    weight: float
    grade: Grade | None = None
    asks: bool = False
    site: bool = False

    @property
    def faint(self) -> bool:
        return self.grade is Grade.FAINT


def judge(descriptor: FormDescriptor, lexicon: Lexicon) -> FormJudgement:
    """How surely a form asks for something sensitive, what about, and why. The same form always gets the same judgement."""
    readings = read(descriptor, lexicon)
    questions = questions_of(descriptor)
    disclosure = _signs(readings, Sign.DISCLOSURE)
    asks_to_tell = _signs([r for r in readings if r.passage.where in QUESTIONS_AT], Sign.DISCLOSURE)

    gate, firm = _gates(readings, questions, lexicon)
    creature = _signs(readings, Sign.CREATURE)
    thing = max(creature, _signs(readings, Sign.THING))
    keep_question = (1 - 0.85 * firm) * (1 - 0.9 * creature)
    personal = _personal(readings, questions)
    keep_subject = (1 - gate * (1 - 0.6 * asks_to_tell)) * (1 - thing) * (1.0 if personal else NOT_PERSONAL)

    known = _is_known(readings)
    tells = known or asks_to_tell > 0 or any(q.type in TELLING_TYPES or q.tag == "textarea" for q in questions)

    scores: dict[str, float] = {}
    ranks: dict[str, float] = {}
    evidence = _by_category([*_evidence(readings), *_site(descriptor, lexicon)])
    for category, found in evidence.items():
        subject = _subject([e for e in found if not e.asks], disclosure, asks_to_tell, personal)
        if any(e.site for e in found):
            at_its_site = tells and (known or category not in WIDE or any(e.site and e.weight > NAMED for e in found))
            subject = max(subject, AT_ITS_SITE * (1.0 if at_its_site else 0.7))
        question = _together(e.weight * (1 - 0.5 * thing if e.grade in FRAMED else 1) for e in found if e.asks)
        scores[category] = 1 - (1 - question * keep_question) * (1 - subject * keep_subject)
        ranks[category] = _rank(category, found, keep_question, keep_subject)
    return replace(_judgement(scores, ranks, evidence), harmless=round(max(gate, thing), 3))


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


def _evidence(readings: list[Reading]) -> Iterator[Evidence]:
    """What each known phrase says where it stands."""
    for reading in readings:
        passage = reading.passage
        act = reading.acts and passage.where in ACTS_AT
        place = WEIGHTS[passage.where].subject * passage.share
        for term, phrase, text in reading.terms:
            asks = reading.asks and (term.grade.asks or (reading.framed and term.grade in FRAMED))
            weight = FRAMED.get(term.grade, term.grade.weight) if asks else term.grade.weight
            if act and not asks:
                weight = max(weight, WITH_AN_ACT.get(term.grade, 0.0))
            names_a_service = passage.where is Where.ADDRESS and passage.share > 1
            site = names_a_service and (term.grade is Grade.STRONG or (reading.acts and term.grade is Grade.PLAIN))
            yield Evidence(term.category, phrase, text, passage.where, weight * place, term.grade, asks, site)


def _site(descriptor: FormDescriptor, lexicon: Lexicon) -> Iterator[Evidence]:
    """Whose site it is: the longest known ending of the page's host, and the words its names begin or end with."""
    try:
        host = urlsplit(descriptor.page_url).hostname or ""
    except ValueError:
        return
    labels = host.split(".")[-MOST_LABELS:]
    for start in range(len(labels)):
        ending = ".".join(labels[start:])
        if ending in lexicon.hosts:
            for category, weight in lexicon.hosts[ending]:
                yield Evidence(category, ending, ending, Where.ADDRESS, weight, site=weight >= NAMED)
            break
    for name in {part for label in labels[:-1] for part in label.split("-")}:
        for word in _site_words(name, lexicon):
            for category in lexicon.site_words[word]:
                yield Evidence(category, word, name, Where.ADDRESS, NAMED, site=True)


def _site_words(name: str, lexicon: Lexicon) -> Iterator[str]:
    """The longest known words that a name is, begins with or ends with; short ones only where they are the whole name."""
    if name in lexicon.site_words:
        yield name
        return
    lengths = range(min(len(name), LONGEST_NAME) - 1, SHORTEST_IN_NAME - 1, -1)
    yield from {
        next((name[:n] for n in lengths if name[:n] in lexicon.site_words), ""),
        next((name[-n:] for n in lengths if name[-n:] in lexicon.site_words), ""),
    } - {""}


def _by_category(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    """The evidence by category; a phrase that is said in several places counts once, where it says most."""
    strongest: dict[tuple[str, str, bool], Evidence] = {}
    for e in evidence:
        key = (e.category, e.phrase, e.asks)
        if key not in strongest or e.weight > strongest[key].weight:
            strongest[key] = e
    grouped: dict[str, list[Evidence]] = {}
    for e in strongest.values():
        grouped.setdefault(e.category, []).append(e)
    return grouped


def _subject(found: list[Evidence], disclosure: float, asks_to_tell: float, personal: bool) -> float:
    """How surely the page is about a category. Weak kinds of evidence add up to so much and no more; words of disclosure strengthen it."""
    faint = min(MOST_FAINT, _together(e.weight for e in found if e.faint))
    near = min(MOST_NEAR, _together(e.weight for e in found if e.where is Where.NEAR and not e.faint))
    address = _together(e.weight for e in found if e.where is Where.ADDRESS and not e.faint)
    plain = _together(e.weight for e in found if e.where not in (Where.NEAR, Where.ADDRESS) and not e.faint)
    subject = _together((faint, near, address, plain))
    only_address = all(e.where is Where.ADDRESS for e in found)
    named_by_its_service = personal and any(e.weight > WEIGHTS[Where.ADDRESS].subject for e in found)
    if only_address and not named_by_its_service:
        subject = min(subject, MOST_ADDRESS)
    if not asks_to_tell and _is_one_plain_word(found):
        subject = min(subject, MOST_PLAIN)
    if subject >= 0.2 and (asks_to_tell or not only_address):
        told = 1 - (1 - subject) * (1 - 0.4 * disclosure)
        subject = min(told, MOST_ADDRESS_TOLD) if only_address and not named_by_its_service else told
    return subject


def _is_one_plain_word(found: list[Evidence]) -> bool:
    """Whether all that a page says is "doctor" or "court": there are bicycle doctors and tennis courts."""
    return all(e.grade is Grade.PLAIN and " " not in e.phrase for e in found) and len({e.phrase for e in found}) == 1


def _rank(category: str, found: list[Evidence], keep_question: float, keep_subject: float) -> float:
    """How much of the form is about a category: everything that is said of it, added up, most of all what names the service."""
    options = whole = 0.0
    for e in found:
        counts = OWN_SITE if e.site else 0.5 if e.grade in HALF_SAID else 1.0
        says = e.weight * (keep_question if e.asks else keep_subject) * RANK.get(e.where, 1.0) * counts
        if e.where is Where.OPTION:
            options += says
        else:
            whole += says
    whole += min(options, MOST_OPTIONS)
    return whole if category in GENERAL else whole * NARROWER


def _gates(readings: list[Reading], questions: list[FormField], lexicon: Lexicon) -> tuple[float, float]:
    """How surely the form is for something harmless, and for something so harmless that its questions count little too."""
    free_text = any(q.tag == "textarea" or q.type == "textarea" for q in questions)
    label_share = 1.0 if len(questions) <= FEW_QUESTIONS else 0.3
    types = {q.type for q in questions}
    # Only what is typed into: a choice named "s" is no search.
    names = {fold_name(q.name) for q in questions if q.type in ("text", "search") and len(q.name) <= LONGEST_NAME}
    said: dict[str, dict[str, float]] = {name: {} for name in lexicon.purposes}
    for reading in readings:
        passage = reading.passage
        share = label_share if passage.where is Where.LABEL else 1.0 if passage.share >= 1 else 0.5
        for name, phrase in reading.purposes:
            said[name][phrase] = max(said[name].get(phrase, 0.0), WEIGHTS[passage.where].purpose * share)
    gate = firm = 0.0
    for name, purpose in lexicon.purposes.items():
        if len(questions) > purpose.most_questions or (free_text and not purpose.free_text):
            continue
        if purpose.only_types and not types <= purpose.only_types:
            continue
        built_like = not purpose.field_types.isdisjoint(types) or not purpose.field_names.isdisjoint(names)
        strength = _together([*said[name].values(), BUILT_LIKE if built_like else 0.0])
        gate = max(gate, strength)
        if purpose.firm:
            firm = max(firm, strength)
    return gate, firm


def _signs(readings: list[Reading], wanted: Sign) -> float:
    """How clearly the form shows a sign, from 0 to 1; a phrase that is said in several places counts once."""
    said: dict[str, float] = {}
    for reading in readings:
        weights = WEIGHTS[reading.passage.where]
        place = weights.disclosure if wanted is Sign.DISCLOSURE else weights.look_alike
        for sign, phrase in reading.signs:
            if sign is wanted:
                said[phrase] = max(said.get(phrase, 0.0), place * reading.passage.share)
    return _together(said.values())


def _personal(readings: list[Reading], questions: list[FormField]) -> bool:
    """Whether the form asks anything of or about a person, or, without a question, is the button that starts a report or a claim."""
    if any(q.type in PERSONAL_TYPES or q.tag == "textarea" or q.autocomplete not in ("", "off", "on") for q in questions):
        return True
    if not questions:
        return any(r.acts for r in readings if r.passage.where is Where.BUTTON)
    return any(sign is Sign.PERSONAL for r in readings if r.passage.where in QUESTIONS_AT for sign, _ in r.signs)


def _is_known(readings: list[Reading]) -> bool:
    """Whether a person makes themselves known here, or takes one step of many."""
    asked_or_pressed = (r for r in readings if r.passage.where in (Where.BUTTON, Where.LABEL))
    return any(sign is Sign.TELLING for r in asked_or_pressed for sign, _ in r.signs)


def _together(weights: Iterable[float]) -> float:
    """Several pieces of evidence: the chance that at least one of them is right."""
    return 1 - prod(1 - weight for weight in weights)
