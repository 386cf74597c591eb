"""A form's description, read with the lexicon: every text with where it stood and which known phrases it holds. core/form.py weighs it."""

import enum
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from netcurtain.core.form_blocks import is_at_home, is_foreign
from netcurtain.core.form_terms import Lexicon, Sign, Term
from netcurtain.core.form_words import Found, Phrases, fold_name, name_as_words, plain_text, spans_of, words_of
from netcurtain.core.observation import FormDescriptor, FormField

T = TypeVar("T")

TEXT_LIMIT = 7_000
"""Characters of a form that are read, the most telling places first: a form with more is judged by these."""

ONE_TEXT_LIMIT = 3_000
ADDRESS_LIMIT = 300

SERVICE_HOST = 1.5
"""The share of a host that names a public service: the page stands there for nothing else."""

SERVICE_PATH = 1.25
"""The same for the first part of the path, where a public service may stand beside others."""

NOT_A_QUESTION = frozenset({"hidden", "submit", "button", "image", "reset"})
CHOICES = frozenset({"radio", "checkbox"})

_QUESTION = re.compile(
    r"\?\s*$|^\s*(?:what|which|who|when|where|how|do|does|did|are|is|was|were|have|has|your|enter|select)\b", re.IGNORECASE
)

_VIEW = re.compile(
    r"^[\s\d.):]*(?:question[\s\d.):]*)?(?:should\b.{0,200}\bbe|(?:(?:to what extent|how far|how strongly) )?do you (?:dis)?agree with)\b",
    re.IGNORECASE,
)
"""What a consultation asks: "Should this be a crime?"."""
_SOMEBODY = re.compile(r"\bshould\b.{0,200}\b(?:we|i|me|my|you|your|they|he|she)\b", re.IGNORECASE)
"""What a service asks of a person: "Should your doctor be told?"."""

_EXAMPLE = re.compile(r"\s*(?:e\.?g\b|for example\b|er enghraifft\b|such as\b)", re.IGNORECASE)
EXAMPLE = 0.4
"""The share of an example of what somebody might type: it asks for nothing by itself."""

NAME = 0.7
"""The share of a field's name in the page's source, where nothing names it to a person."""

_GROUP = "group"
"""The question that a legend or a heading asks and that choices with one name answer; a form description does not say which is whose."""


class Where(enum.StrEnum):
    """Where on the page a phrase stood."""

    LABEL = "field label"
    LEGEND = "legend"
    HEADING = "heading"
    OPTION = "option"
    TITLE = "title"
    BUTTON = "button"
    NEAR = "text near"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the form: ``share`` is how much of its place's weight it has, ``question`` the question it belongs to.

    ``in_source``: nobody reads it; it is a name in the page's source or a part of an address.
    """

    where: Where
    text: str
    share: float = 1.0
    question: str = ""
    in_source: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage and what the lexicon found in it: terms with their folded phrase and as the page writes it.

    ``asks``: it is a question; ``framed``: a question about a person's own life; ``acts``: it applies, reports, asks for help ...;
    ``view``: it asks what somebody thinks of a matter.
    """

    passage: Passage
    terms: tuple[tuple[Term, str, str], ...]
    signs: tuple[tuple[Sign, str], ...]
    purposes: tuple[tuple[str, str], ...]
    asks: bool
    framed: bool
    acts: bool
    view: bool


def questions_of(descriptor: FormDescriptor) -> list[FormField]:
    """The fields a person fills in; choices of one question (the same name) count once."""
    asked: dict[str, FormField] = {}
    for number, field in enumerate(descriptor.form.fields):
        if field.type not in NOT_A_QUESTION:
            key = f"{field.type} {field.name}" if field.type in CHOICES and field.name else str(number)
            asked.setdefault(key, field)
    return list(asked.values())


def read(descriptor: FormDescriptor, lexicon: Lexicon) -> list[Reading]:
    """Every text of a form, up to the limit, with what was found in it."""
    readings: list[Reading] = []
    left = TEXT_LIMIT
    asked: dict[str, Reading] = {}
    not_said = lexicon.foreign if is_at_home(descriptor.language) else frozenset()
    in_capitals = lexicon.in_capitals if is_foreign(descriptor.language) else frozenset()
    for passage in _passages(descriptor, lexicon):
        text = plain_text(passage.text[: min(left, ONE_TEXT_LIMIT)])
        left -= len(text)
        if text:
            reading = _reading(passage, text, lexicon, not_said, frozenset() if passage.in_source else in_capitals)
            if passage.where is Where.OPTION:
                reading = _as_answer(reading, asked.get(passage.question))
            elif passage.question and (reading.framed or reading.purposes or not reading.asks):
                asked[passage.question] = reading
            readings.append(reading)
        if left <= 0:
            break
    return readings


def _as_answer(option: Reading, question: Reading | None) -> Reading:
    """An option means what its question asks: "asthma" under "Do you have ...?" is not "asthma" under "Which topics ...?"."""
    if question is None:
        return option
    return replace(option, asks=option.asks and question.asks and not question.purposes, framed=option.framed or question.framed)


def _passages(descriptor: FormDescriptor, lexicon: Lexicon) -> Iterator[Passage]:
    """Every text of a form, the most telling first; long lists of options last."""
    form = descriptor.form
    yield Passage(Where.TITLE, descriptor.title)
    for number, heading in enumerate(descriptor.headings):
        share = 1.0 if number == 0 else 0.8 if number < 3 else 0.5
        yield Passage(Where.HEADING, heading, share, _GROUP if _QUESTION.search(heading) else "")
    for legend in form.legends:
        yield Passage(Where.LEGEND, legend, question=_GROUP)
    names = Counter(field.name for field in form.fields if field.type in CHOICES)
    options: list[Passage] = []
    for number, field in enumerate(form.fields):
        if field.type in NOT_A_QUESTION:
            continue
        one_of_many = field.type in CHOICES and names[field.name] > 1
        where, question = (Where.OPTION, _GROUP) if one_of_many else (Where.LABEL, str(number))
        for text, share in _labels(field):
            yield Passage(where, text, share, question)
        if not (field.label or field.aria_label or field.placeholder):
            yield Passage(where, name_as_words(field.name or field.id), NAME, question, in_source=True)
        options.extend(Passage(Where.OPTION, option, question=str(number)) for option in field.options)
    for button in form.buttons:
        yield Passage(Where.BUTTON, button)
    yield Passage(Where.NEAR, descriptor.text_near)
    yield from _address(descriptor.page_url, lexicon)
    if form.action != descriptor.page_url:
        yield from _address(form.action, lexicon)
    yield from options


def _labels(field: FormField) -> list[tuple[str, float]]:
    """What names a field to a person."""
    texts = [(text, 1.0) for text in dict.fromkeys((field.label, field.aria_label)) if text]
    if field.placeholder:
        texts.append((field.placeholder, EXAMPLE if _EXAMPLE.match(field.placeholder) else 0.7 if texts else 1.0))
    return texts


def _address(address: str, lexicon: Lexicon) -> Iterator[Passage]:
    """The host and path of an address as texts; the query is nobody's business, and a bad address has no words."""
    try:
        parts = urlsplit(address)
        labels = (parts.hostname or "").removeprefix("www.").split(".")
    except ValueError:
        return
    names_a_service = any(".".join(labels[start:]) in lexicon.service_hosts for start in range(1, min(len(labels), 8)))
    host = ".".join(lexicon.joined.get(fold_name(label), label) for label in labels)[:ADDRESS_LIMIT]
    yield Passage(Where.ADDRESS, host, SERVICE_HOST if names_a_service else 1.0, in_source=True)
    first, slash, rest = unquote(parts.path)[:ADDRESS_LIMIT].lstrip("/").partition("/")
    beside_others = names_a_service or ".".join(labels) in lexicon.service_hosts
    yield Passage(Where.ADDRESS, first, SERVICE_PATH if beside_others else 1.0, in_source=True)
    yield Passage(Where.ADDRESS, rest if slash else "", in_source=True)


def _reading(passage: Passage, text: str, lexicon: Lexicon, not_said: frozenset[str], in_capitals: frozenset[str]) -> Reading:
    words = words_of(text)
    found = _said(lexicon.terms, words, not_said)
    spans = spans_of(text) if found else []
    if in_capitals:
        found = [term for term in found if words[term.start] not in in_capitals or not _in_small_letters(text, spans, term)]
    taken = {place: term.end - term.start for term in found for place in range(term.start, term.end)}
    signs = tuple(
        (sign, " ".join(words[phrase.start : phrase.end]))
        for phrase in _said(lexicon.signs, words, not_said)
        for sign in phrase.meanings
        if sign not in _STANDS_ALONE or _stands(phrase, taken)
    )
    purposes = tuple(
        (name, " ".join(words[phrase.start : phrase.end]))
        for phrase in _said(lexicon.purpose_words, words, not_said)
        if _stands(phrase, taken)
        for name in phrase.meanings
    )
    if passage.where is Where.BUTTON:
        whole = " ".join(words)
        purposes += tuple((name, whole) for name in lexicon.buttons.get(whole, ()) if whole not in not_said)
    kinds = {sign for sign, _ in signs}
    view = passage.where in _VIEWED and bool(_VIEW.search(text)) and not _SOMEBODY.search(text)
    return Reading(
        passage=passage,
        terms=tuple(
            (term, " ".join(words[phrase.start : phrase.end]), text[spans[phrase.start][0] : spans[phrase.end - 1][1]])
            for phrase in found
            for term in phrase.meanings
        ),
        signs=signs,
        purposes=purposes,
        asks=Sign.INTEREST not in kinds
        and not view
        and (passage.where in _ASKING or (passage.where is Where.HEADING and not purposes and bool(_QUESTION.search(text)))),
        framed=Sign.FRAME in kinds,
        acts=Sign.ACT in kinds,
        view=view,
    )


def _said(phrases: Phrases[T], words: list[str], not_said: frozenset[str]) -> list[Found[T]]:
    """The phrases among the words, but those that the page's language does not have: "viol" is an instrument in English."""
    found = list(phrases.find(words))
    return [f for f in found if " ".join(words[f.start : f.end]) not in not_said] if not_said else found


def _in_small_letters(text: str, spans: list[tuple[int, int]], term: Found[Term]) -> bool:
    """Whether a term of one word is written like any other word: "DLA" is an allowance, "dla" is Polish for "for"."""
    start, end = spans[term.start]
    return term.end - term.start == 1 and text[start + 1 : end].islower()


def _stands(phrase: Found[Sign] | Found[str], taken: Mapping[int, int]) -> bool:
    """A word inside a longer term is part of that term: the donation in "blood donation", the dog in "guide dog"."""
    return taken.get(phrase.start, 0) <= phrase.end - phrase.start


_ASKING = frozenset({Where.LABEL, Where.LEGEND, Where.OPTION})
_VIEWED = frozenset({Where.LABEL, Where.LEGEND, Where.HEADING})
_STANDS_ALONE = frozenset({Sign.THING, Sign.CREATURE, Sign.MACHINE})
