"""Every sentence the core says: findings, reasons, warnings. Short, plain, no blame, no alarm (docs/WORDS.md, "Sentences")."""

from collections.abc import Sequence
from datetime import date

from netcurtain.core.finding import DecodedField, IdentityKind, Typed, What, Written
from netcurtain.core.translation import _, plural

MOST_NAMES = 6
"""Names that one sentence lists before it says "and three others"."""

MOST_QUOTED = 80
"""Characters of a button's words that a sentence quotes."""

_NUMBERS = tuple(_("no one two three four five six seven eight nine ten").split())
_AND = _("{0} and {1}")
_COMMA = _(", ")
_MARKS_WITHIN = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"')
_QUOTED = _("\u201c{0}\u201d")
MONTHS = tuple(_("January February March April May June July August September October November December").split())
"""Their names, January first."""

NOT_SEEN_TYPED = _("We have not seen what you wrote go to them, but we cannot see everything.")
MORE_TYPED = _("We cannot see everything, so more of what you wrote may have gone to them.")
NOTHING_SEEN = _("We saw none of the companies on our lists. Sites can also pass things on where nobody's browser can see.")
NOTHING_LEFT = _(
    "We did not see your form go, so we have let these companies through again. If the site says that it arrived, do not send it again."
)
OWN_ADDRESS = _("a company behind this site's own address")
"""The name of whoever is flagged on the site's own address, in the middle of a sentence."""
UNNAMED = ""
"""The name of a company that a sentence counts and does not name."""
MISSED_THE_START = _("Netcurtain was not looking all the time this page was open, so there may be more.")
PAUSED = _("Netcurtain is paused on this site until you leave it.")
PAUSED_MEANS = _("Until then it does not look here or remember anything new, and forms go to the site as usual.")
PAUSED_LEFT_OUT = _("The companies that you chose to go on without stay left out.")

_KINDS: dict[What, str] = {
    What.PAGE_ADDRESS: _("its address"),
    What.PAGE_TITLE: _("its title"),
    What.BUTTON_TEXT: _("which button was pressed"),
    What.FORM_FIELDS: _("which questions are on it"),
    What.TYPED: _("what you wrote in a field here"),
    What.IDENTITY: _("a detail about a person"),
    What.ACCOUNT: _("a code for an account signed in on this browser (which may not be yours)"),
}
"""The kinds of fact a warning speaks of, in the order it names them and said of a page; all else is for the details."""

_SCRAMBLED = _("a scrambled copy of what you wrote in a field here")

_TAKEN: dict[IdentityKind, str] = {
    IdentityKind.EMAIL: _("e-mail addresses"),
    IdentityKind.PHONE: _("telephone numbers"),
    IdentityKind.FIRST_NAME: _("first names"),
    IdentityKind.LAST_NAME: _("last names"),
    IdentityKind.GENDER: _("whether somebody is a man or a woman"),
    IdentityKind.BIRTH_DATE: _("dates of birth"),
    IdentityKind.CITY: _("towns"),
    IdentityKind.COUNTY: _("counties"),
    IdentityKind.POSTCODE: _("postcodes"),
    IdentityKind.COUNTRY: _("countries"),
    IdentityKind.EXTERNAL_ID: _("the site's own numbers for people"),
}
"""What a pixel takes from forms, as a sentence lists it."""

HASHED = frozenset({Written.MD5, Written.SHA1, Written.SHA256, Written.SHA512})
"""Ways of writing that nobody can read back, but that one who has the same text can tell again: a scrambled copy."""


def number(count: int) -> str:
    """Up to ten as a word, as people write it in a sentence."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def spoken_date(day: date) -> str:
    """A date as people write it: 13 August 2026."""
    return _("{day} {month} {year}").format(day=day.day, month=MONTHS[day.month - 1], year=day.year)


def begin(sentence: str) -> str:
    """A sentence that begins with a number in words: with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


def companies(count: int) -> str:
    """One company, two companies."""
    return plural("{number} company", "{number} companies", count).format(number=number(count), count=count)


def more_companies(count: int) -> str:
    """How many more there are than were named: two other companies were seen here."""
    sentence = plural("{number} other company was seen here.", "{number} other companies were seen here.", count)
    return begin(sentence.format(number=number(count), count=count))


def requests(count: int) -> str:
    """One request, two requests."""
    return plural("{number} request", "{number} requests", count).format(number=number(count), count=count)


def listed(words: Sequence[str]) -> str:
    """Join words as people do: A, A and B, A, B and C."""
    if len(words) < 2:
        return "".join(words)
    return _AND.format(_COMMA.join(words[:-1]), words[-1])


def named(names: Sequence[str]) -> str:
    """Companies in a sentence: all of a few, the first of many. Those without a name come last, counted."""
    known = [name for name in names if name != UNNAMED]
    if len(known) == len(names) <= MOST_NAMES:
        return listed(known)
    first = known[: MOST_NAMES - 1]
    rest = len(names) - len(first)
    if len(known) == len(names):
        return listed([*first, _("{number} others").format(number=number(rest), count=rest)])
    if not first:
        return companies(rest)
    others = plural("{number} other company", "{number} other companies", rest).format(number=number(rest), count=rest)
    return listed([*first, others])


def kinds_told(told: Sequence[DecodedField]) -> tuple[str, ...]:
    """The kinds of fact among ``told``, in words, each once."""
    present = {fact.what for fact in told}
    return tuple(_SCRAMBLED if what is What.TYPED and only_scrambled(told) else words for what, words in _KINDS.items() if what in present)


def only_scrambled(told: Sequence[DecodedField]) -> bool:
    """Whether all that somebody wrote and that is among ``told`` is there as a scrambled copy only."""
    return all(fact.value.written in HASHED for fact in told if isinstance(fact.value, Typed))


def contacted(company: str, went_out: bool) -> str:
    """A company of which nothing more is known than that the page asked it for something."""
    sentence = _("{company} was contacted by this page.") if went_out else _("This page tried to contact {company}.")
    return company_first(sentence.format(company=company))


def headline(told: int, contacted: int, tried: int, *, stopped: bool = False) -> str:
    """The first line about a page: how many companies were told that it was opened, else contacted, else only tried, and by us stopped."""
    if told:
        count = told
        sentence = plural(
            "This page has told {number} company that it was opened.", "This page has told {number} companies that it was opened.", count
        )
    elif contacted:
        count = contacted
        sentence = plural("This page has contacted {number} company.", "This page has contacted {number} companies.", count)
    elif tried and stopped:
        count = tried
        sentence = plural(
            "This page tried to contact {number} company, and we stopped it.",
            "This page tried to contact {number} companies, and we stopped it.",
            count,
        )
    elif tried:
        count = tried
        sentence = plural("This page tried to contact {number} company.", "This page tried to contact {number} companies.", count)
    else:
        return NOTHING_SEEN
    return sentence.format(number=number(count), count=count)


def headline_typed(told: int, *, scrambled: bool = False) -> str:
    """The first line about a page that let what somebody had typed, or only a scrambled copy, go to companies, before they sent it."""
    if scrambled:
        sentence = plural(
            "This page has told {number} company a scrambled copy of what you wrote in a field here.",
            "This page has told {number} companies a scrambled copy of what you wrote in a field here.",
            told,
        )
    else:
        sentence = plural(
            "This page has told {number} company what you wrote in a field here.",
            "This page has told {number} companies what you wrote in a field here.",
            told,
        )
    return sentence.format(number=number(told), count=told)


def warning(told: Sequence[tuple[str, tuple[str, ...]]], contacted: Sequence[str], tried: Sequence[str]) -> list[str]:
    """The sentences of the card. Companies with the same kinds of fact share a sentence; none quotes the page.

    ``told`` pairs a company with the kinds of fact it was told; ``contacted`` were reached, ``tried`` were not seen to be.
    """
    together: dict[tuple[str, ...], list[str]] = {}
    for company, kinds in told:
        together.setdefault(kinds, []).append(company)
    told_them = _("This page told {companies} {kinds}.")
    sentences = [told_them.format(companies=named(names), kinds=listed(kinds)) for kinds, names in together.items()]
    if contacted:
        sentence = _("It also contacted {companies}.") if sentences else _("This page has contacted {companies}.")
        sentences.append(sentence.format(companies=named(contacted)))
    if tried:
        sentence = _("It also tried to contact {companies}.") if sentences else _("This page tried to contact {companies}.")
        sentences.append(sentence.format(companies=named(tried)))
    return sentences


def earlier(reached: Sequence[str], tried: Sequence[str]) -> list[str]:
    """Companies that were met only on earlier pages of the visit: those that something went out to, and the others."""
    sentences = []
    if reached:
        sentence = plural(
            "Earlier on this site, {companies} was contacted.", "Earlier on this site, {companies} were contacted.", len(reached)
        )
        sentences.append(sentence.format(companies=named(reached)))
    if tried:
        also = _("An earlier page here also tried to contact {companies}.")
        alone = _("An earlier page here tried to contact {companies}.")
        sentences.append((also if reached else alone).format(companies=named(tried)))
    return sentences


def recorders(names: Sequence[str]) -> str:
    """Companies on this page that can record how it is used."""
    if not names:
        return ""
    return plural(
        "{companies} is on this page. It can record how a page is used. "
        "It normally hides what people type; we cannot see whether it does here.",
        "{companies} are on this page. They can record how a page is used. "
        "They normally hide what people type; we cannot see whether they do here.",
        len(names),
    ).format(companies=named(names))


def cannot_stop(names: Sequence[str], own_address: bool) -> str:
    """Companies that cannot be left out altogether, and whether something passes through the site's own address."""
    sentences = []
    if names:
        sentences.append(_("{companies} may still be told something. We cannot stop all of it here.").format(companies=named(names)))
    if own_address:
        sentences.append(_("Something here may pass through this site's own address. We cannot see or stop that."))
    return " ".join(sentences)


def gone(site: str, stopped: Sequence[tuple[str, int]], knew: Sequence[str], earlier: Sequence[str] = ()) -> str:
    """After a form has gone without the companies: what was stopped, who was contacted on its page before that, and who elsewhere."""
    sentences = [_("Your form has gone to {site}. Look for its own message that it arrived.").format(site=site)]
    names = [name for name, _requests in stopped]
    if stopped:
        count = sum(requests for _name, requests in stopped)
        sentence = plural("We stopped {number} request to {companies}.", "We stopped {number} requests to {companies}.", count)
        sentences.append(sentence.format(number=number(count), count=count, companies=named(names)))
    if knew:
        sentences.append(_already_knew(knew, just_named=set(knew) == set(names)))
    if earlier:
        sentence = plural(
            "{companies} was contacted earlier on this site.", "{companies} were contacted earlier on this site.", len(earlier)
        )
        sentences.append(company_first(sentence.format(companies=named(earlier))))
    return " ".join(sentences)


def _already_knew(knew: Sequence[str], *, just_named: bool) -> str:
    if just_named:
        return plural(
            "It already knew that the page with the form was open.", "They already knew that the page with the form was open.", len(knew)
        )
    return company_first(_("{companies} already knew that the page with the form was open.").format(companies=named(knew)))


def detail(company: str, filters: Sequence[str], lists: Sequence[str]) -> str:
    """The detail behind a company: in which lists it stands as a tracker, and the filters that say so, where any do."""
    sentence = _("{company} is a tracker in {lists} ({filters}).") if filters else _("{company} is a tracker in {lists}.")
    where = listed(lists) or _("our table of companies")
    return company_first(sentence.format(company=company, lists=where, filters=", ".join(filters[:3])))


def detail_typed(company: str) -> str:
    """The detail behind a company that no list knows."""
    sentence = _("{company} is on none of our lists, but what you wrote in a field here was in a request to it.")
    return company_first(sentence.format(company=company))


def detail_kind(company: str) -> str:
    """The detail behind a company that no list knows, at whose host a known vendor's request was seen."""
    sentence = _("{company} is on none of our lists, but a request to it is of the kind that trackers get.")
    return company_first(sentence.format(company=company))


def set_up(company: str, taken: Sequence[IdentityKind], seen: Sequence[IdentityKind]) -> str:
    """What a company's pixel takes from forms as it is set up, and what of all that was seen to go out to it."""
    gone = [_TAKEN[kind] for kind in seen if kind in taken]
    if gone:
        sentence = _("{company} is set up here to take {kinds} from forms. We have seen this go to it: {seen}.")
    else:
        sentence = _("{company} is set up here to take {kinds} from forms. We have not seen it do so.")
    return company_first(sentence.format(company=company, kinds=listed([_TAKEN[kind] for kind in taken]), seen=listed(gone)))


def set_up_hidden(company: str) -> str:
    """The same where the browser does not show the script that says so."""
    return _("This browser does not let us see what {company} is set up to take.").format(company=company)


def company_first(company: str) -> str:
    """A company's name, or a sentence that begins with one, with a capital letter where the name is our own words."""
    return company[0].upper() + company[1:] if company.startswith(OWN_ADDRESS) else company


def quoted(text: str) -> str:
    """Somebody else's words in a sentence, MOST_QUOTED characters of them, without marks in them that look as if the quotation ended."""
    text = text.translate(_MARKS_WITHIN)
    cut = text if len(text) <= MOST_QUOTED else text[: MOST_QUOTED - 1].rstrip() + "\u2026"
    return _QUOTED.format(cut)
