"""Words to start from: a complaint, and a statement that fits the ICO's form."""

import re

import pytest
from tests.evidence import samples

from netcurtain.evidence import letter_wording
from netcurtain.evidence.letter import MOST_STATEMENT, in_a_form, letters


def test_the_complaint_says_the_law_the_facts_and_where_to_reply() -> None:
    complaint = letters(samples.evidence()).complaint
    for words in (
        "section 164A of the Data Protection Act 2018",
        "within 30 days",
        "Reply only to [",
        "about data only",
        "keep it apart from any crime report",
        "police.example",
        "On 24 November 2026 at 14:02:10 UTC this browser sent a request to www.facebook.com, listed as Meta (Facebook)",
        "this browser tried to send a request to px.unlisted-tracker.example",
        "May it have been linked to a person?",
    ):
        assert words in complaint
    assert "{" not in complaint


@pytest.mark.parametrize("text", ["answered", "not_answered"])
@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_statement_fits_the_form(count: int, text: str) -> None:
    host = "a-rather-long-name-of-a-host.with-many-parts.and-more-parts"
    requests = [samples.request(f"r{number}", host=f"{host}{number}.example", organisation=f"o{number}") for number in range(count)]
    statement = getattr(letters(samples.evidence(samples.page(*requests), site="s" * 300)), text)
    assert len(statement.replace("\n", "\r\n")) == in_a_form(statement) <= MOST_STATEMENT
    assert "Reply only to [" in statement
    assert ("There is more in the copy." in statement) == (count > 5)
    if count:
        assert "this browser sent a request to" in statement


def test_a_company_is_told_of_once_by_what_went_out() -> None:
    from netcurtain.core.request import Fate

    page = samples.page(samples.request("a", fate=Fate.ATTEMPTED), samples.request("b", samples.T0 + 60_000))
    complaint = letters(samples.evidence(page)).complaint
    assert "at 14:03:10 UTC this browser sent a request to www.facebook.com" in complaint
    assert complaint.count("www.facebook.com") == 1


def test_braces_of_a_page_are_left_as_they_are() -> None:
    page = samples.page(samples.request(sentences=("{site} {0} {not_there}",)))
    assert "{site} {0} {not_there}" in letters(samples.evidence(page)).complaint


@pytest.mark.parametrize("count", range(1, 13))
def test_the_end_of_a_line_counts_twice_as_the_form_counts_it(count: int) -> None:
    requests = [samples.request(f"r{n}", host=f"h{n}.example", organisation=f"o{n}.example") for n in range(count)]
    made = letters(samples.evidence(samples.page(*requests)))
    assert max(len(statement.replace("\n", "\r\n")) for statement in (made.answered, made.not_answered)) <= MOST_STATEMENT


def test_the_statement_speaks_to_the_ico_and_the_letter_to_the_organisation() -> None:
    made = letters(samples.evidence())
    assert "what your own computers pass on" in made.complaint
    for statement in (made.answered, made.not_answered):
        assert "what the organisation's own computers pass on" in statement
        assert "your own" not in statement


def test_thirty_days_are_for_saying_that_it_arrived() -> None:
    statement = letters(samples.evidence()).not_answered
    assert "[They did not acknowledge it within 30 days.]\n[They have not told me what they did.]" in statement
    assert "They answered" not in statement


def test_who_has_an_answer_says_when_and_why_it_is_not_enough_and_nothing_of_30_days() -> None:
    statement = letters(samples.evidence()).answered
    assert "They answered on [date]. I am not content because [say why]." in statement
    assert "30 days" not in statement
    assert "They have not told me" not in statement


def test_no_blank_stands_in_another_or_is_left_open() -> None:
    templates = {name: text for name, text in vars(letter_wording).items() if name.isupper()}
    assert any("[" in text for text in templates.values())
    for name, text in templates.items():
        assert not set("[]") & set(re.sub(r"\[[^\[\]\n]{1,200}\]", "", text)), name
