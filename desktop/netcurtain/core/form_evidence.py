"""What on a form points to a category: the phrases of its texts, and whose site it is. core/form.py weighs it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from netcurtain.core.form_reading import Reading, Where
from netcurtain.core.form_terms import Grade, Lexicon, Sign
from netcurtain.core.form_weights import WEIGHTS
from netcurtain.core.observation import FormDescriptor

WITH_AN_ACT = {Grade.PLAIN: 0.8, Grade.FAINT: 0.4}
"""What a weaker subject is worth next to a word like "apply" or "report"."""
FRAMED = {Grade.STRONG: 0.9, Grade.PLAIN: 0.45}
"""What a subject is worth as a question, where the words around it ask about a person's own life ("do you have ...")."""
ACTS_AT = frozenset({Where.TITLE, Where.HEADING, Where.LEGEND, Where.BUTTON, Where.ADDRESS})
YOU = frozenset({"you", "your", "my", "i am", "are you", "do you", "have you", "did you"})
NAMED = 0.4
"""The weight of a host that names its subject."""
MOST_LABELS = 8
LONGEST_NAME = 40
SHORTEST_IN_NAME = 6
SHORTEST_BESIDE = 3
"""Letters of a word that a site's name may begin or end with, and the same beside a word like "line" or "help"."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One phrase that points to a category.

    ``grade`` is the term's, None for a known host; ``asks``: it is a question, which no ordinary purpose takes away; ``loose``: a question
    of one word that speaks to nobody ("Symptoms"); ``acts``: beside a word like "apply"; ``site``: the whole site is there for it.
    """

    category: str
    phrase: str
    text: str
    where: Where
    weight: float
    grade: Grade | None = None
    asks: bool = False
    loose: bool = False
    acts: bool = False
    site: bool = False

    @property
    def faint(self) -> bool:
        """Whether it counts in company only."""
        return self.grade is Grade.FAINT


def evidence_of(descriptor: FormDescriptor, readings: list[Reading], lexicon: Lexicon) -> dict[str, list[Evidence]]:
    """The evidence by category; a phrase that is said in several places counts once, where it says most."""
    return _by_category([*_said(readings), *_site(descriptor, lexicon)])


def _said(readings: list[Reading]) -> Iterator[Evidence]:
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
            yield Evidence(
                term.category, phrase, text, passage.where, weight * place, term.grade, asks,
                loose=asks and not reading.framed and " " not in phrase and not _to_somebody(reading),
                acts=act,
                site=_names_a_service(reading, term.grade),
            )  # fmt: skip


def _to_somebody(reading: Reading) -> bool:
    """Whether the words speak to a person: "your symptoms", "what did you take?"."""
    return any(phrase in YOU for sign, phrase in reading.signs if sign is Sign.PERSONAL)


def _names_a_service(reading: Reading, grade: Grade) -> bool:
    """Whether a phrase is the name of a public service in an address."""
    if reading.passage.where is not Where.ADDRESS or reading.passage.share <= 1:
        return False
    return grade is Grade.STRONG or (grade is Grade.PLAIN and reading.acts)


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
    """The longest known words that a name is, begins with or ends with; short ones only as the whole name or beside a usual word."""
    if name in lexicon.site_words:
        yield name
        return
    lengths = range(min(len(name), LONGEST_NAME) - 1, SHORTEST_BESIDE - 1, -1)
    yield from {
        next((name[:n] for n in lengths if name[:n] in lexicon.site_words and _stands(n, name[n:], lexicon)), ""),
        next((name[-n:] for n in lengths if name[-n:] in lexicon.site_words and _stands(n, name[:-n], lexicon)), ""),
    } - {""}


def _stands(length: int, beside: str, lexicon: Lexicon) -> bool:
    return length >= SHORTEST_IN_NAME or beside in lexicon.companions or beside in lexicon.site_words


def _by_category(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    strongest: dict[tuple[str, str, bool, bool], Evidence] = {}
    for e in evidence:
        key = (e.category, e.phrase, e.asks, e.site)
        if key not in strongest or e.weight > strongest[key].weight:
            strongest[key] = e
    grouped: dict[str, list[Evidence]] = {}
    for e in strongest.values():
        grouped.setdefault(e.category, []).append(e)
    return grouped
