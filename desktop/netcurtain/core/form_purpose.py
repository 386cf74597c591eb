"""What is a form for, if it is for something harmless, and does it ask about a person or a thing? core/form.py weighs the answers."""

from collections.abc import Iterable, Set
from math import prod

from netcurtain.core.form_reading import Reading, Where
from netcurtain.core.form_shape import FEW_QUESTIONS, QUESTIONS_AT, fits, may_be_for, shape_of, tells
from netcurtain.core.form_terms import Lexicon, Sign
from netcurtain.core.form_weights import WEIGHTS
from netcurtain.core.observation import FormDescriptor, FormField

PERSONAL_TYPES = frozenset({"email", "tel", "date", "file", "textarea"})
TOP = frozenset({Where.TITLE, Where.HEADING, Where.LEGEND, Where.BUTTON})
AROUND = frozenset({Where.HEADING, Where.NEAR})
"""What may belong to another part of the page: its cookie banner, its search, its footer."""
ANYTHING = frozenset({
    "contact", "contact us", "get in touch", "message us", "tell us", "tell a", "submit", "start", "form", "manage", "access", "chat",
    "log", "support", "help and support", "advice", "ask a question", "ask us", "ask about", "speak to", "talk to", "view your",
    "check your",
})  # fmt: skip
"""What any page may invite to."""
IN_SO_MANY_WORDS = 0.75
"""How much a question of three words or more says of it in a short form: "Was this page helpful?"."""
ASKS_A_VIEW = 0.8
"""How much it says that a form asks what somebody thinks of a matter: it is a consultation."""


def gates(descriptor: FormDescriptor, readings: list[Reading], questions: list[FormField], lexicon: Lexicon) -> tuple[float, float]:
    """How surely the form is for something harmless, and for something so harmless that its questions count little too."""
    shape = shape_of(descriptor, readings, questions, lexicon)
    own = {name for reading in readings if reading.passage.where not in AROUND for name, _ in reading.purposes}
    said = _said(readings, questions, lexicon)
    gate = firm = 0.0
    for name, purpose in lexicon.purposes.items():
        if not may_be_for(purpose, shape):
            continue
        told = tells(purpose, shape)
        its_own = name in own or any(told) or fits(purpose, shape)
        words = (says for phrase, says in said[name].items() if its_own or phrase not in purpose.around)
        strength = together([*words, *told])
        gate = max(gate, strength)
        if purpose.firm:
            firm = max(firm, strength)
    if any(reading.view for reading in readings):
        gate = max(gate, ASKS_A_VIEW)
    return gate, firm


def _said(readings: list[Reading], questions: list[FormField], lexicon: Lexicon) -> dict[str, dict[str, float]]:
    """The words that tell a purpose, by purpose, each with what it says where it says most."""
    few = len(questions) <= FEW_QUESTIONS
    label_share = 1.0 if few else 0.3
    said: dict[str, dict[str, float]] = {name: {} for name in lexicon.purposes}
    for reading in readings:
        passage = reading.passage
        share = label_share if passage.where is Where.LABEL else 1.0 if passage.share >= 1 else 0.5
        for name, phrase in reading.purposes:
            says = WEIGHTS[passage.where].purpose * share
            if few and passage.where in QUESTIONS_AT and phrase.count(" ") >= 2:
                says = max(says, IN_SO_MANY_WORDS)
            said[name][phrase] = max(said[name].get(phrase, 0.0), says)
    return said


def signs(readings: list[Reading], wanted: Sign) -> float:
    """How clearly the form shows a sign, from 0 to 1; a phrase that is said in several places counts once."""
    said: dict[str, float] = {}
    for reading in readings:
        weights = WEIGHTS[reading.passage.where]
        place = weights.disclosure if wanted is Sign.DISCLOSURE else weights.look_alike
        for sign, phrase in reading.signs:
            if sign is wanted:
                said[phrase] = max(said.get(phrase, 0.0), place * reading.passage.share)
    return together(said.values())


def is_personal(readings: list[Reading], questions: list[FormField]) -> bool:
    """Whether the form asks anything of or about a person, or, without a question, is the button that starts a report or a claim."""
    if any(q.type in PERSONAL_TYPES or q.tag == "textarea" or q.autocomplete not in ("", "off", "on") for q in questions):
        return True
    if not questions:
        return any(r.acts for r in readings if r.passage.where is Where.BUTTON)
    return any(sign is Sign.PERSONAL for r in readings if r.passage.where in QUESTIONS_AT for sign, _ in r.signs)


def invites(readings: list[Reading], places: Set[Where]) -> bool:
    """Whether these places of the page invite to something in particular: to report, to apply, to order; not just to get in touch."""
    inviting = (r for r in readings if r.acts and r.passage.where in places)
    return any(sign is Sign.ACT and phrase not in ANYTHING for r in inviting for sign, phrase in r.signs)


def together(weights: Iterable[float]) -> float:
    """Several pieces of evidence: the chance that at least one of them is right."""
    return 1 - prod(1 - weight for weight in weights)
