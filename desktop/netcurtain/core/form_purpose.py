"""What is a form for, if it is for something harmless, and does it ask about a person or a thing? core/form.py weighs the answers."""

import re
from collections.abc import Iterable, Set
from math import prod
from urllib.parse import unquote, urlsplit

from netcurtain.core.form_reading import Reading, Where
from netcurtain.core.form_terms import Lexicon, Sign
from netcurtain.core.form_weights import WEIGHTS
from netcurtain.core.form_words import fold_name, part_of_path
from netcurtain.core.observation import FormDescriptor, FormField

PERSONAL_TYPES = frozenset({"email", "tel", "date", "file", "textarea"})
TYPED = frozenset({"text", "search"})
QUESTIONS_AT = frozenset({Where.LABEL, Where.LEGEND, Where.HEADING})
TOP = frozenset({Where.TITLE, Where.HEADING, Where.LEGEND, Where.BUTTON})
ANYTHING = frozenset({
    "contact", "contact us", "get in touch", "message us", "tell us", "tell a", "submit", "start", "form", "manage", "access", "chat",
    "log", "support", "help and support", "advice", "ask a question", "ask us", "ask about", "speak to", "talk to", "view your",
    "check your",
})  # fmt: skip
"""What any page may invite to."""
BUILT_LIKE = 0.9
"""How much a field of a telling type or name says of a form's purpose."""
ALONE = 0.7
"""How much it says that a form asks for an e-mail address and nothing else, where that is no step of many."""
STANDS_AT = 0.75
"""How much a part of the address says of it: below ``/news/`` stands an article, below ``/jobs/`` a job."""
IN_SO_MANY_WORDS = 0.75
"""How much a question of three words or more says of it in a short form: "Was this page helpful?"."""
ASKS_A_VIEW = 0.8
"""How much it says that a form asks what somebody thinks of a matter: it is a consultation."""
LONGEST_NAME = 40
LONGEST_PATH = 300
DATED = "dated"
_DATE = re.compile(r"/(?:19|20)\d\d/\d\d?(?:/|$)")
"""The day or month of an article in its address, read as the part "dated"."""
FEW_QUESTIONS = 4
"""In a short form a label says what the form is for ("Your gift"); in a long one it is one question of many."""


def gates(descriptor: FormDescriptor, readings: list[Reading], questions: list[FormField], lexicon: Lexicon) -> tuple[float, float]:
    """How surely the form is for something harmless, and for something so harmless that its questions count little too."""
    a_step = is_known(readings)
    free_text = any(q.tag == "textarea" or q.type == "textarea" for q in questions)
    types = {q.type for q in questions}
    names = _names_typed_into(questions)
    parts = _parts(descriptor.page_url)
    said = _said(readings, questions, lexicon)
    gate = firm = 0.0
    for name, purpose in lexicon.purposes.items():
        if len(questions) > purpose.most_questions or (free_text and not purpose.free_text):
            continue
        if (purpose.only_types and not types <= purpose.only_types) or not types.isdisjoint(purpose.never_types):
            continue
        built_like = not purpose.field_types.isdisjoint(types) or not purpose.field_names.isdisjoint(names)
        alone = bool(purpose.only_types) and bool(types) and not a_step
        stands_at = not purpose.paths.isdisjoint(parts)
        shape = (BUILT_LIKE * built_like, ALONE * alone, STANDS_AT * stands_at)
        strength = together([*said[name].values(), *shape])
        gate = max(gate, strength)
        if purpose.firm:
            firm = max(firm, strength)
    if any(reading.view for reading in readings):
        gate = max(gate, ASKS_A_VIEW)
    return gate, firm


def _names_typed_into(questions: list[FormField]) -> set[str]:
    """What the boxes are called: a choice named "s" is no search, nor is one of several boxes."""
    typed = [q for q in questions if (q.type in TYPED or q.type == "file") and len(q.name) <= LONGEST_NAME]
    return {fold_name(q.name) for q in typed if len(q.name) > 1 or (len(typed) == 1 and q.type in TYPED)}


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


def _parts(address: str) -> set[str]:
    """The first name of the host, where others follow it, and the parts of the path."""
    try:
        parts = urlsplit(address)
        labels = (parts.hostname or "").removeprefix("www.").split(".")
    except ValueError:
        return set()
    path = unquote(parts.path)[:LONGEST_PATH]
    names = [*labels[: 1 if len(labels) > 2 else 0], *path.split("/"), DATED if _DATE.search(path) else ""]
    return {part_of_path(name) for name in names if name and len(name) <= LONGEST_NAME}


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


def is_known(readings: list[Reading]) -> bool:
    """Whether a person makes themselves known here, or takes one step of many."""
    asked_or_pressed = (r for r in readings if r.passage.where in (Where.BUTTON, Where.LABEL))
    return any(sign is Sign.TELLING for r in asked_or_pressed for sign, _ in r.signs)


def invites(readings: list[Reading], places: Set[Where]) -> bool:
    """Whether these places of the page invite to something in particular: to report, to apply, to order; not just to get in touch."""
    inviting = (r for r in readings if r.acts and r.passage.where in places)
    return any(sign is Sign.ACT and phrase not in ANYTHING for r in inviting for sign, phrase in r.signs)


def together(weights: Iterable[float]) -> float:
    """Several pieces of evidence: the chance that at least one of them is right."""
    return 1 - prod(1 - weight for weight in weights)
