"""Words for a complaint to an organisation and for the ICO, to start from: facts in careful words, blanks in square brackets. Pure."""

from netcurtain.core.evidence import Evidence
from netcurtain.core.saved_copy import Letters
from netcurtain.evidence import letter_wording, wording
from netcurtain.evidence.alike import alike
from netcurtain.evidence.record_blocks import listed
from netcurtain.evidence.times import clock, day

MOST_STATEMENT = 2_000
"""Characters that the ICO's form takes."""
MOST_FACTS = 12
"""In the letter; the copy has the rest."""
MOST_SITE = 100


def letters(evidence: Evidence) -> Letters:
    """The texts, from facts that an organisation may have."""
    facts = _facts(evidence)
    site = evidence.site[:MOST_SITE]
    said = facts[:MOST_FACTS] + [letter_wording.MORE] * (len(facts) > MOST_FACTS)
    complaint = letter_wording.COMPLAINT.format(site=site, facts=_list(said), not_seen=letter_wording.NOT_SEEN)
    return Letters(
        complaint,
        answered=_statement(site, letter_wording.ANSWERED, facts),
        not_answered=_statement(site, letter_wording.NOT_ANSWERED, facts),
    )


def _statement(site: str, answer: str, facts: list[str]) -> str:
    """As many facts as there is room for."""
    for count in range(min(len(facts), MOST_FACTS), -1, -1):
        said = facts[:count] + [letter_wording.MORE] * (len(facts) > count)
        statement = letter_wording.STATEMENT.format(site=site, answer=answer, facts=_list(said), not_seen=letter_wording.STATEMENT_NOT_SEEN)
        if in_a_form(statement) <= MOST_STATEMENT:
            return statement
    return statement[: MOST_STATEMENT - statement.count("\n")]


def in_a_form(text: str) -> int:
    """Its characters as forms of the web send and count them: the end of a line is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + text.count("\n")


def _facts(evidence: Evidence) -> list[str]:
    """One claim a company and host, of its first request that went out, else of the first that was tried."""
    claims: dict[tuple[str, str], tuple[bool, float, str]] = {}
    for page in evidence.pages:
        for kind in alike(page):
            one = kind.first
            went_out = one.fate.went_out
            text = wording.claim(day(one.time), clock(one.time), one.host, listed(one, page), went_out=went_out)
            told = " ".join(one.sentences[:1])
            claim = (not went_out, one.time, " ".join(filter(None, (text, told))))
            claims[one.organisation, one.host] = min(claims.get((one.organisation, one.host), claim), claim)
    return [text for _, _, text in sorted(claims.values())] or [letter_wording.NO_FACTS]


def _list(facts: list[str]) -> str:
    return "\n".join(f"- {fact}" for fact in facts)
