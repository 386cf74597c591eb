"""The forms a Welsh phrase takes: "trosedd" is also "drosedd", "nhrosedd" and "throsedd". Used by core/form_terms.py."""

from itertools import product

MUTATIONS = {
    "p": ("b", "mh", "ph"), "t": ("d", "nh", "th"), "c": ("g", "ngh", "ch"), "b": ("f", "m"), "d": ("dd", "n"), "g": ("", "ng"),
    "m": ("f",), "ll": ("l",), "rh": ("r",), "a": ("ha",), "e": ("he",), "i": ("hi",), "o": ("ho",), "u": ("hu",), "y": ("hy",),
}  # fmt: skip
"""What a first letter may become: softened, nasal, breathed."""

LETTERS_OF_TWO = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")
SHORTEST, SHORTEST_ALONE = 3, 5
"""Letters of a word that changes, beside others and alone; shorter ones would become other words, English ones too."""
MOST_WORDS = 2
"""Words of a phrase that change; the others seldom stand at a place where they would."""


def mutations(phrase: str) -> list[str]:
    """The phrase as given, then with its first words changed."""
    words = phrase.split()
    shortest = SHORTEST if len(words) > 1 else SHORTEST_ALONE
    forms = [_forms(word) if place < MOST_WORDS and len(word) >= shortest else [word] for place, word in enumerate(words)]
    return [" ".join(chosen) for chosen in product(*forms)]


def _forms(word: str) -> list[str]:
    first = word[:2] if word.startswith(LETTERS_OF_TWO) else word[:1]
    return [word, *(change + word[len(first) :] for change in MUTATIONS.get(first, ()))]
