"""Every sentence the core says: findings, reasons, warnings. Short, plain, reading age about 11; no blame, no alarm (LOOK.md, "Words")."""

from collections.abc import Sequence

from netcurtain.core.finding import DecodedField, What

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

NOT_SEEN_TYPED = "We have not seen what you wrote go to them, but we cannot see everything."
NOTHING_SEEN = "We saw none of the companies on our lists. Sites can also pass things on where nobody's browser can see."
NOTHING_LEFT = "Nothing was sent, so we have let these companies through again. What you wrote is still here. Please try again."
MISSED_THE_START = "This page was open before Netcurtain could look, so there may be more."

_KINDS: dict[What, str] = {
    What.PAGE_ADDRESS: "its address",
    What.PAGE_TITLE: "its title",
    What.BUTTON_TEXT: "which button was pressed",
    What.FORM_FIELDS: "which questions are on it",
}
"""The kinds of fact a warning speaks of, in the order it names them; all else is for the details."""


def number(count: int) -> str:
    """Up to ten as a word, as people write it in a sentence."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def companies(count: int) -> str:
    """ "one company", "two companies"."""
    return f"{number(count)} {'company' if count == 1 else 'companies'}"


def requests(count: int) -> str:
    """ "one request", "two requests"."""
    return f"{number(count)} {'request' if count == 1 else 'requests'}"


def listed(words: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]


def kinds_told(told: Sequence[DecodedField]) -> tuple[str, ...]:
    """The kinds of fact among ``told``, in words, each once."""
    present = {fact.what for fact in told}
    return tuple(words for what, words in _KINDS.items() if what in present)


def finding(company: str, told: Sequence[DecodedField], went_out: bool) -> str:
    """One company and one page: what it was told, with the button's own words."""
    parts = list(kinds_told(told))
    parts = [p.replace("its ", "this page's ", 1) if p.startswith("its ") else p.replace("on it", "on this page") for p in parts]
    button = next((fact.value for fact in told if fact.what is What.BUTTON_TEXT), "")
    if button:
        parts = [f"{p}: \u201c{button}\u201d" if p == _KINDS[What.BUTTON_TEXT] else p for p in parts]
    if not parts:
        return f"{company} was contacted by this page." if went_out else f"This page tried to contact {company}."
    if went_out:
        return f"{company} was told {listed(parts)}."
    return f"This page tried to tell {company} {listed(parts)}."


def headline(told: int, contacted: int, tried: int) -> str:
    """The first line about a page: how many companies were told that it was opened, else contacted, else only tried."""
    if told:
        return f"This page has told {companies(told)} that it was opened."
    if contacted:
        return f"This page has contacted {companies(contacted)}."
    if tried:
        return f"This page tried to contact {companies(tried)}."
    return NOTHING_SEEN


def warning(told: Sequence[tuple[str, tuple[str, ...]]], contacted: Sequence[str], tried: Sequence[str]) -> list[str]:
    """The sentences of the card. Companies with the same kinds of fact share a sentence; none quotes the page.

    ``told`` pairs a company with the kinds of fact it was told; ``contacted`` were reached, ``tried`` were not seen to be.
    """
    together: dict[tuple[str, ...], list[str]] = {}
    for company, kinds in told:
        together.setdefault(kinds, []).append(company)
    sentences = [f"This page told {listed(names)} {listed(kinds)}." for kinds, names in together.items()]
    if contacted:
        sentences.append(f"It also contacted {listed(contacted)}." if sentences else f"This page has contacted {listed(contacted)}.")
    if tried:
        sentences.append(f"It {'also ' if sentences else ''}tried to contact {listed(tried)}.".replace("It tried", "This page tried"))
    return sentences


def earlier(names: Sequence[str]) -> str:
    """Companies that were met earlier in the visit only."""
    return f"Earlier on this site, {listed(names)} {'was' if len(names) == 1 else 'were'} contacted."


def cannot_stop(names: Sequence[str]) -> str:
    """Companies that pass through the site's own address."""
    return f"{listed(names)} may be told through this site's own address. We cannot stop that." if names else ""


def gone(site: str, stopped: Sequence[tuple[str, int]]) -> str:
    """After a form has gone without the companies: what was stopped."""
    sentences = [f"Your form has gone to {site}. Look for its own message that it arrived."]
    if stopped:
        total = sum(count for _, count in stopped)
        sentences.append(f"We stopped {requests(total)} to {listed([name for name, _ in stopped])}.")
    sentences.append("They already knew this page was open.")
    return " ".join(sentences)


def detail(company: str, filters: Sequence[str], lists: Sequence[str]) -> str:
    """The detail behind a company: which filters, in which lists, say that it is a tracker."""
    return f"{company}: {listed(lists)} lists it ({', '.join(filters[:3])})."
