"""Every sentence the core says: findings, reasons, warnings. Short, plain, reading age about 11; no blame, no alarm (LOOK.md, "Words")."""

from collections.abc import Sequence
from datetime import date

from netcurtain.core.finding import DecodedField, IdentityKind, Typed, What, Written

MOST_NAMES = 6
"""Names that one sentence lists before it says "and three others"."""

MOST_QUOTED = 80
"""Characters of a button's words that a sentence quotes."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

NOT_SEEN_TYPED = "We have not seen what you wrote go to them, but we cannot see everything."
MORE_TYPED = "We cannot see everything, so more of what you wrote may have gone to them."
NOTHING_SEEN = "We saw none of the companies on our lists. Sites can also pass things on where nobody's browser can see."
NOTHING_LEFT = (
    "We did not see your form go, so we have let these companies through again. If the site says that it arrived, do not send it again."
)
OWN_ADDRESS = "a company behind this site's own address"
"""The name of whoever is flagged on the site's own address, in the middle of a sentence."""
UNNAMED = ""
"""The name of a company that a sentence counts and does not name."""
MISSED_THE_START = "Netcurtain was not looking all the time this page was open, so there may be more."
PAUSED = "Netcurtain is paused on this site until you leave it."
PAUSED_MEANS = "Until then it does not look here or remember anything new, and forms go to the site as usual."
PAUSED_LEFT_OUT = "The companies that you chose to go on without stay left out."

_KINDS: dict[What, str] = {
    What.PAGE_ADDRESS: "its address",
    What.PAGE_TITLE: "its title",
    What.BUTTON_TEXT: "which button was pressed",
    What.FORM_FIELDS: "which questions are on it",
    What.TYPED: "what you wrote in a field here",
}
"""The kinds of fact a warning speaks of, in the order it names them and said of a page; all else is for the details."""

_TAKEN: dict[IdentityKind, str] = {
    IdentityKind.EMAIL: "e-mail addresses",
    IdentityKind.PHONE: "telephone numbers",
    IdentityKind.FIRST_NAME: "first names",
    IdentityKind.LAST_NAME: "last names",
    IdentityKind.GENDER: "whether somebody is a man or a woman",
    IdentityKind.BIRTH_DATE: "dates of birth",
    IdentityKind.CITY: "towns",
    IdentityKind.COUNTY: "counties",
    IdentityKind.POSTCODE: "postcodes",
    IdentityKind.COUNTRY: "countries",
    IdentityKind.EXTERNAL_ID: "the site's own numbers for people",
}
"""What a pixel takes from forms, as a sentence lists it."""

HASHED = frozenset({Written.MD5, Written.SHA1, Written.SHA256, Written.SHA512})
"""Ways of writing that nobody can read back, but that one who has the same text can tell again: a scrambled copy."""


def number(count: int) -> str:
    """Up to ten as a word, as people write it in a sentence."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def spoken_date(day: date) -> str:
    """A date as people write it: 13 August 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def companies(count: int) -> str:
    """One company, two companies."""
    return f"{number(count)} {'company' if count == 1 else 'companies'}"


def more_companies(count: int) -> str:
    """How many more there are than were named: two other companies were seen here."""
    return f"{companies(count).capitalize().replace(' ', ' other ')} {'was' if count == 1 else 'were'} seen here."


def requests(count: int) -> str:
    """One request, two requests."""
    return f"{number(count)} {'request' if count == 1 else 'requests'}"


def listed(words: Sequence[str]) -> str:
    """Join words as people do: A, A and B, A, B and C."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]


def named(names: Sequence[str]) -> str:
    """Companies in a sentence: all of a few, the first of many. Those without a name come last, counted."""
    known = [name for name in names if name != UNNAMED]
    if len(known) == len(names) <= MOST_NAMES:
        return listed(known)
    first = known[: MOST_NAMES - 1]
    rest = len(names) - len(first)
    if len(known) == len(names):
        return listed([*first, f"{number(rest)} others"])
    return listed([*first, companies(rest).replace(" ", " other ")]) if first else companies(rest)


def kinds_told(told: Sequence[DecodedField]) -> tuple[str, ...]:
    """The kinds of fact among ``told``, in words, each once."""
    present = {fact.what for fact in told}
    return tuple(_scrambled(told, words) if what is What.TYPED else words for what, words in _KINDS.items() if what in present)


def _scrambled(told: Sequence[DecodedField], words: str) -> str:
    return f"a scrambled copy of {words}" if only_scrambled(told) else words


def only_scrambled(told: Sequence[DecodedField]) -> bool:
    """Whether all that somebody wrote and that is among ``told`` is there as a scrambled copy only."""
    return all(fact.value.written in HASHED for fact in told if isinstance(fact.value, Typed))


def contacted(company: str, went_out: bool) -> str:
    """A company of which nothing more is known than that the page asked it for something."""
    return f"{company_first(company)} was contacted by this page." if went_out else f"This page tried to contact {company}."


def headline(told: int, contacted: int, tried: int, *, stopped: bool = False) -> str:
    """The first line about a page: how many companies were told that it was opened, else contacted, else only tried, and by us stopped."""
    if told:
        return f"This page has told {companies(told)} that it was opened."
    if contacted:
        return f"This page has contacted {companies(contacted)}."
    if tried:
        return f"This page tried to contact {companies(tried)}{', and we stopped it' if stopped else ''}."
    return NOTHING_SEEN


def headline_typed(told: int, *, scrambled: bool = False) -> str:
    """The first line about a page that let what somebody had typed, or only a scrambled copy, go to companies, before they sent it."""
    return f"This page has told {companies(told)} {'a scrambled copy of ' if scrambled else ''}{_KINDS[What.TYPED]}."


def warning(told: Sequence[tuple[str, tuple[str, ...]]], contacted: Sequence[str], tried: Sequence[str]) -> list[str]:
    """The sentences of the card. Companies with the same kinds of fact share a sentence; none quotes the page.

    ``told`` pairs a company with the kinds of fact it was told; ``contacted`` were reached, ``tried`` were not seen to be.
    """
    together: dict[tuple[str, ...], list[str]] = {}
    for company, kinds in told:
        together.setdefault(kinds, []).append(company)
    sentences = [f"This page told {named(names)} {listed(kinds)}." for kinds, names in together.items()]
    if contacted:
        sentences.append(f"It also contacted {named(contacted)}." if sentences else f"This page has contacted {named(contacted)}.")
    if tried:
        sentences.append(f"It also tried to contact {named(tried)}." if sentences else f"This page tried to contact {named(tried)}.")
    return sentences


def earlier(reached: Sequence[str], tried: Sequence[str]) -> list[str]:
    """Companies that were met only on earlier pages of the visit: those that something went out to, and the others."""
    sentences = []
    if reached:
        sentences.append(f"Earlier on this site, {named(reached)} {'was' if len(reached) == 1 else 'were'} contacted.")
    if tried:
        sentences.append(f"An earlier page here {'also ' if reached else ''}tried to contact {named(tried)}.")
    return sentences


def recorders(names: Sequence[str]) -> str:
    """Companies on this page that can record how it is used."""
    if not names:
        return ""
    here, they, hide, do = ("is", "It", "hides", "it does") if len(names) == 1 else ("are", "They", "hide", "they do")
    return (
        f"{named(names)} {here} on this page. {they} can record how a page is used. "
        f"{they} normally {hide} what people type; we cannot see whether {do} here."
    )


def cannot_stop(names: Sequence[str], own_address: bool) -> str:
    """Companies that cannot be left out altogether, and whether something passes through the site's own address."""
    sentences = []
    if names:
        sentences.append(f"{named(names)} may still be told something. We cannot stop all of it here.")
    if own_address:
        sentences.append("Something here may pass through this site's own address. We cannot see or stop that.")
    return " ".join(sentences)


def gone(site: str, stopped: Sequence[tuple[str, int]], knew: Sequence[str], earlier: Sequence[str] = ()) -> str:
    """After a form has gone without the companies: what was stopped, who was contacted on its page before that, and who elsewhere."""
    sentences = [f"Your form has gone to {site}. Look for its own message that it arrived."]
    names = [name for name, _ in stopped]
    if stopped:
        sentences.append(f"We stopped {requests(sum(count for _, count in stopped))} to {named(names)}.")
    if knew:
        they = company_first(named(knew)) if set(knew) != set(names) else "They" if len(knew) > 1 else "It"
        sentences.append(f"{they} already knew that the page with the form was open.")
    if earlier:
        sentences.append(f"{company_first(named(earlier))} {'was' if len(earlier) == 1 else 'were'} contacted earlier on this site.")
    return " ".join(sentences)


def detail(company: str, filters: Sequence[str], lists: Sequence[str]) -> str:
    """The detail behind a company: in which lists it stands as a tracker, and the filters that say so, where any do."""
    said_by = f" ({', '.join(filters[:3])})" if filters else ""
    return f"{company_first(company)} is a tracker in {listed(lists) or 'our table of companies'}{said_by}."


def detail_typed(company: str) -> str:
    """The detail behind a company that no list knows."""
    return f"{company_first(company)} is on none of our lists, but what you wrote in a field here was in a request to it."


def detail_kind(company: str) -> str:
    """The detail behind a company that no list knows, at whose host a known vendor's request was seen."""
    return f"{company_first(company)} is on none of our lists, but a request to it is of the kind that trackers get."


def set_up(company: str, taken: Sequence[IdentityKind], seen: Sequence[IdentityKind]) -> str:
    """What a company's pixel takes from forms as it is set up, and what of all that was seen to go out to it."""
    set_to = f"{company_first(company)} is set up here to take {listed([_TAKEN[kind] for kind in taken])} from forms."
    gone = [_TAKEN[kind] for kind in seen if kind in taken]
    if not gone:
        return f"{set_to} We have not seen it do so."
    return f"{set_to} We have seen this go to it: {listed(gone)}."


def set_up_hidden(company: str) -> str:
    """The same where the browser does not show the script that says so."""
    return f"This browser does not let us see what {company} is set up to take."


def company_first(company: str) -> str:
    """A company's name as a sentence begins with it."""
    return company[0].upper() + company[1:] if company.startswith(OWN_ADDRESS) else company


def quoted(text: str) -> str:
    """Somebody else's words in a sentence, MOST_QUOTED characters of them."""
    cut = text if len(text) <= MOST_QUOTED else text[: MOST_QUOTED - 1].rstrip() + "\u2026"
    return f"\u201c{cut}\u201d"
