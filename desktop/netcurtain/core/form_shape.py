"""How a form is built, and which harmless purpose that tells. core/form_purpose.py adds the words.

Many pages hold words of other forms: a cookie banner, the site's search, "Is this page useful?". They count where the form is built as
one of their purpose would be.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from netcurtain.core.form_blocks import Asked
from netcurtain.core.form_reading import CHOICES, Reading, Where
from netcurtain.core.form_terms import Lexicon, Purpose, Sign
from netcurtain.core.form_words import fold_name, part_of_path
from netcurtain.core.observation import FormDescriptor, FormField

TYPED = frozenset({"text", "search"})
QUESTIONS_AT = frozenset({Where.LABEL, Where.LEGEND, Where.HEADING})
BUILT_LIKE = 0.9
"""How much a field of a telling type or name says of a form's purpose."""
ALONE = 0.7
"""How much it says that a form asks for an e-mail address and nothing else, where that is no step of many."""
STANDS_AT = 0.75
"""How much a part of the address says of it: below ``/news/`` stands an article, below ``/jobs/`` a job."""
FEW_QUESTIONS = 4
"""In a short form a label says what the form is for ("Your gift"); in a long one it is one question of many."""
MOST_OPINIONS = 2
LONGEST_NAME = 40
LONGEST_PATH = 300
DATED = "dated"
SHORTEST_INSIDE = 6
"""Letters of a name that counts inside a longer one too: "your username", but not "who is the user?"."""
_DATE = re.compile(r"/(?:19|20)\d\d/\d\d?(?:/|$)")
"""The day or month of an article in its address, read as the part "dated"."""
_MAIL = re.compile(r"\be[\s_-]?(?:mail|bost)", re.IGNORECASE)
_SUM = re.compile(r"\s*[£€$]\s?\d[\d.,]*\s*")
_NO_MAILING = frozenset({"tel", "date", "file"})
_YES_OR_NO = frozenset({"yes", "no", "ydw", "nac ydw", "oedd", "nac oedd", "ie", "na"})
_COMMENT = re.compile(
    r"\b(?:comments?|feedback|suggestions?|improve|make (?:it|this) better|went wrong|tell us (?:more|why)|sylw|sylwadau)\b", re.IGNORECASE
)
"""What a box below "Is this page useful?" is called, and one for a talk or a report is not."""
_WHO = frozenset({
    "name", "your name", "full name", "first name", "last name", "surname", "email", "email addres", "enw", "eich enw",
    "prenom", "nom", "courriel", "nombre", "apellido", "correo", "vorname", "nachname", "imi", "nazwisko",
})  # fmt: skip
"""What nearly any form asks, folded."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a form is built of, whatever it is about.

    ``names``: what the boxes that are typed into are called; ``parts``: of the page's address; ``called``: what each question goes by, but
    those of who one is; ``goes_on``: a button takes the person to the next step; ``presses_on``: after more than one question; ``a_step``:
    the person makes themselves known, or takes one step of many.
    """

    count: int
    types: frozenset[str]
    free_text: bool
    names: frozenset[str]
    parts: frozenset[str]
    asked: frozenset[Asked]
    called: tuple[tuple[str, ...], ...]
    buttons: frozenset[str]
    goes_on: bool
    presses_on: bool
    a_step: bool


def shape_of(descriptor: FormDescriptor, readings: list[Reading], questions: list[FormField], lexicon: Lexicon) -> Shape:
    """The shape of a form."""
    types = frozenset(q.type for q in questions)
    buttons = frozenset(map(fold_name, descriptor.form.buttons))
    goes_on = not buttons.isdisjoint(lexicon.steps)
    asks_for_mail = any(q.type == "email" or _MAIL.search(_text_of(q) or q.name) for q in questions)
    asked = {
        Asked.MAIL: asks_for_mail and not goes_on and len(questions) <= FEW_QUESTIONS and types.isdisjoint(_NO_MAILING),
        Asked.PHONE: len(questions) == 1 and types == {"tel"},
        Asked.MONEY: any(_SUM.fullmatch(field.label) for field in descriptor.form.fields),
        Asked.OPINION: not goes_on and _asks_an_opinion(descriptor.form.fields, readings, questions),
    }
    return Shape(
        count=len(questions),
        types=types,
        free_text=any(map(_is_free, questions)),
        names=_names_typed_into(questions),
        parts=_parts(descriptor.page_url),
        asked=frozenset(kind for kind, is_asked in asked.items() if is_asked),
        called=tuple(goes_by for q in questions if _WHO.isdisjoint(goes_by := _goes_by(q)) and q.type != "email"),
        buttons=buttons,
        goes_on=goes_on,
        presses_on=goes_on and len(questions) > 1,
        a_step=is_known(readings),
    )


def may_be_for(purpose: Purpose, shape: Shape) -> bool:
    """Whether a form for this purpose may look so."""
    if shape.count > purpose.most_questions or (shape.free_text and not purpose.free_text):
        return False
    if purpose.never_a_step and shape.presses_on:
        return False
    return (not purpose.only_types or shape.types <= purpose.only_types) and shape.types.isdisjoint(purpose.never_types)


def tells(purpose: Purpose, shape: Shape) -> tuple[float, ...]:
    """How much the shape says of the purpose, without any words."""
    built_like = not purpose.field_types.isdisjoint(shape.types) or not purpose.field_names.isdisjoint(shape.names)
    alone = bool(purpose.only_types) and bool(shape.types) and not shape.a_step
    return BUILT_LIKE * built_like, ALONE * alone, STANDS_AT * (not purpose.paths.isdisjoint(shape.parts))


def fits(purpose: Purpose, shape: Shape) -> bool:
    """Whether words of this purpose around a form are its own: too little to tell the purpose without them."""
    if not shape.count or not purpose.asks_for.isdisjoint(shape.asked):
        return True
    if shape.called and all(_is_one_of(purpose.own, goes_by) for goes_by in shape.called):
        return True
    return shape.types <= CHOICES and not shape.goes_on and not purpose.own_buttons.isdisjoint(shape.buttons)


def is_known(readings: list[Reading]) -> bool:
    """Whether a person makes themselves known here, or takes one step of many."""
    asked_or_pressed = (r for r in readings if r.passage.where in (Where.BUTTON, Where.LABEL))
    return any(sign is Sign.TELLING for r in asked_or_pressed for sign, _ in r.signs)


def _is_yes_or_no(answers: set[str]) -> bool:
    return bool(answers) and answers <= _YES_OR_NO


def _is_free(field: FormField) -> bool:
    return field.tag == "textarea" or field.type == "textarea"


def _text_of(field: FormField) -> str:
    return field.label or field.aria_label or field.placeholder


def _goes_by(field: FormField) -> tuple[str, ...]:
    return tuple(fold_name(text) for text in (_text_of(field), field.name) if text)


def _is_one_of(own: Iterable[str], goes_by: tuple[str, ...]) -> bool:
    return any(text == name or (len(name) >= SHORTEST_INSIDE and f" {name} " in f" {text} ") for name in own for text in goes_by)


def _asks_an_opinion(fields: list[FormField], readings: list[Reading], questions: list[FormField]) -> bool:
    """Whether all that is asked is yes or no, or a comment, and nothing tells of what happened to somebody."""
    if not 0 < len(questions) <= MOST_OPINIONS:
        return False
    for reading in readings:
        tells_of_it = any(sign is Sign.DISCLOSURE for sign, _ in reading.signs)
        if reading.passage.where in QUESTIONS_AT and (tells_of_it or (reading.terms and reading.passage.where is not Where.HEADING)):
            return False
    asked = {(q.type, q.name) for q in questions}
    return all(
        _COMMENT.search(_text_of(q)) if _is_free(q) else _is_yes_or_no({fold_name(text) for text in (q.label, *q.options)} - {""})
        for q in fields
        if (q.type, q.name) in asked
    )


def _names_typed_into(questions: list[FormField]) -> frozenset[str]:
    """What the boxes are called: a choice named "s" is no search, nor is one of several boxes."""
    typed = [q for q in questions if (q.type in TYPED or q.type == "file") and len(q.name) <= LONGEST_NAME]
    return frozenset(fold_name(q.name) for q in typed if len(q.name) > 1 or (len(typed) == 1 and q.type in TYPED))


def _parts(address: str) -> frozenset[str]:
    """The first name of the host, where others follow it, and the parts of the path."""
    try:
        parts = urlsplit(address)
        labels = (parts.hostname or "").removeprefix("www.").split(".")
    except ValueError:
        return frozenset()
    path = unquote(parts.path)[:LONGEST_PATH]
    names = [*labels[: 1 if len(labels) > 2 else 0], *path.split("/"), DATED if _DATE.search(path) else ""]
    return frozenset(part_of_path(name) for name in names if name and len(name) <= LONGEST_NAME)
