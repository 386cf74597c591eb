"""Which words of what was told say alone what a page is about: "rape sexual assault" in ``/report/rape-sexual-assault/``. Pure.

The words are those of the lexicon that name a sensitive subject beyond doubt; faint ones ("health"), and texts about a thing or an animal
("dog"), give nothing away. Only an address, a title, a link and a button are read, and of an address never a value.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from netcurtain.core.finding import DecodedField, What
from netcurtain.core.form_terms import Grade, Lexicon, Sign, Term
from netcurtain.core.form_words import Found, fold_name, name_as_words, plain_text, spans_of, words_of

MOST_GIVEN = 3
MOST_READ = 12
"""Facts of one request that are read."""
TEXT_LIMIT = 300
"""Characters of one text that are read."""
SHORTEST_JOINED = 8
"""Letters of a word that may be several, written without gaps."""

_READ = (What.PAGE_ADDRESS, What.BUTTON_TEXT, What.PAGE_TITLE, What.LINK_ADDRESS, What.REFERRER)
"""What is read, the most telling first."""
_WORDS = frozenset({What.BUTTON_TEXT, What.PAGE_TITLE})
_BETWEEN = frozenset({"or", "and"})
_JOINING = re.compile(r"[\s&]*(?:(?:or|and)\s+)?", re.IGNORECASE)
"""What may stand between two phrases that are one to a reader."""
_PARTS = re.compile(r"[/?&]")
"""What stands between the parts of an address."""
_GENERAL = frozenset({"health", "crime_report", "legal", "safeguarding", "benefits", "finance", "identity_documents"})
"""Categories that say less than the others."""
_STRONG = frozenset({Grade.STRONG})
_NAMES = _STRONG | {Grade.REVEALS}
_HARMLESS = frozenset({Sign.THING, Sign.CREATURE})


@dataclass(frozen=True, slots=True)
class _Text:
    """What a person could read of a fact, and which grades of a term count there: whose site it is says less than its pages."""

    text: str
    counts: frozenset[Grade] = _NAMES


@dataclass(frozen=True, slots=True)
class _Given:
    """Words as they stand in a text, the same folded, and how much they say."""

    words: str
    folded: frozenset[str]
    weight: int


def gives_away(told: Sequence[DecodedField], lexicon: Lexicon) -> tuple[str, ...]:
    """The words, as they stand there, the strongest first; empty where nothing is given away.

    Give it facts whose words may be kept (core/quoting.py): what it returns is shown to people.
    """
    facts = sorted((fact for fact in told if fact.what in _READ and fact.value), key=lambda fact: _READ.index(fact.what))
    texts = dict.fromkeys(text for fact in facts[:MOST_READ] for text in _texts(fact, lexicon))
    given = sorted((one for text in texts for one in _given(text, lexicon)), key=lambda one: -one.weight)
    chosen: list[_Given] = []
    for one in given:
        if len(chosen) < MOST_GIVEN and not any(one.folded <= other.folded or other.folded <= one.folded for other in chosen):
            chosen.append(one)
    return tuple(one.words for one in chosen)


def _texts(fact: DecodedField, lexicon: Lexicon) -> Iterator[_Text]:
    """The words of a button or a title; of an address its host, and its path with the names of its query."""
    if fact.what in _WORDS:
        yield _Text(" ".join(plain_text(fact.text[:TEXT_LIMIT]).split()))
        return
    host, _, path = fact.text.partition("://")[2].partition("/")
    yield _Text(_apart(host[:TEXT_LIMIT], lexicon), _STRONG)
    parts = _PARTS.split(plain_text(unquote(path[:TEXT_LIMIT])))
    yield _Text(" / ".join(_apart(part, lexicon) for part in parts if part))


def _apart(text: str, lexicon: Lexicon) -> str:
    """Words as people write them: ``modernSlavery``, ``modern-slavery`` and ``modernslavery`` are all "modern slavery"."""
    spaced = name_as_words(text)
    text = text if spaced == text else spaced.lower()
    words = [text[start:end] for start, end in spans_of(text)]
    return " ".join(lexicon.joined.get(fold_name(word), word) if len(word) >= SHORTEST_JOINED else word for word in words)


def _given(text: _Text, lexicon: Lexicon) -> Iterator[_Given]:
    """The phrases of a text that give it away; those that stand side by side, or with an "or" between, are one."""
    words = words_of(text.text)
    found = list(lexicon.terms.find(words))
    naming = [phrase for phrase in found if any(term.grade in text.counts for term in phrase.meanings)]
    if not naming or _is_harmless(words, found, lexicon):
        return
    spans = spans_of(text.text)
    for group in _together(naming, text.text, spans):
        start, end = group[0].start, group[-1].end
        terms = [term for phrase in group for term in phrase.meanings if term.grade in text.counts]
        weight = max(2 * (term.category not in _GENERAL) + (term.grade is Grade.STRONG) for term in terms)
        yield _Given(text.text[spans[start][0] : spans[end - 1][1]], frozenset(words[start:end]) - _BETWEEN, weight)


def _is_harmless(words: Sequence[str], found: Sequence[Found[Term]], lexicon: Lexicon) -> bool:
    """Whether a text is about a thing or an animal; the dog in "guide dog" is none."""
    in_terms = {place for term in found if term.end - term.start > 1 for place in range(term.start, term.end)}
    signs = (sign for phrase in lexicon.signs.find(words) if phrase.start not in in_terms for sign in phrase.meanings)
    return not _HARMLESS.isdisjoint(signs)


def _together(phrases: Sequence[Found[Term]], text: str, spans: Sequence[tuple[int, int]]) -> list[list[Found[Term]]]:
    groups: list[list[Found[Term]]] = []
    for phrase in phrases:
        if groups and _JOINING.fullmatch(text, spans[groups[-1][-1].end - 1][1], spans[phrase.start][0]):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return groups
