"""core/form_rank.py names first what a form is first about: forms written for these tests, by the lexicon that ships."""

from importlib.resources import files

import pytest
from tests.core.form_examples import box, described, radios

from netcurtain.core.form import Lexicon, judge, parse_lexicon
from netcurtain.core.form_evidence import Evidence
from netcurtain.core.form_rank import ranks_of
from netcurtain.core.form_reading import Where
from netcurtain.core.form_terms import Grade
from netcurtain.core.observation import FormDescriptor


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))


def page(question: str, service: str, *answers: str) -> FormDescriptor:
    """One question a page, as public services ask: the title repeats the question and names the service."""
    return described(f"{question} - {service}", headings=(question,), fields=radios("q", *(answers or ("Yes", "No"))))


FIRST = {
    "the service, where the question is general": (page("What is your full name?", "Claim Child Benefit"), "benefits"),
    "the question, where it reveals by itself": (page("Are you on bail?", "Reply to a jury summons"), "criminal_record"),
    "the question, though the service is about a crime": (
        page("Have you seen a GP about your mental health?", "Claim criminal injuries compensation"),
        "mental_health",
    ),
    "the child, though a court is asked": (
        page("Are the children at risk of being abducted?", "Ask a court about child arrangements"),
        "safeguarding",
    ),
    "the case, where the question is of pay": (
        described("Your pay - Claim to an employment tribunal", "Pay before tax", headings=("Your pay",)),
        "legal",
    ),
    "the benefit, where the question is of rent": (
        described("How much is your rent? - Universal Credit", headings=("How much is your rent?",), fields=(box("r"),)),
        "benefits",
    ),
    "money, where the service is about money": (
        described("What is your income? - Help with court fees", "Gross pay", headings=("What is your income?",)),
        "finance",
    ),
    "the wrong, where the grounds are answers": (
        page(
            "Why were you dismissed?", "Claim to an employment tribunal", "Race", "Disability", "Religion or belief", "Sexual orientation"
        ),
        "legal",
    ),
    "a ground, where the form asks for it": (
        page("What is your ethnic group?", "Claim to an employment tribunal", "White", "Asian"),
        "ethnicity",
    ),
}


@pytest.mark.parametrize("name", FIRST)
def test_the_first_category_is(name: str, lexicon: Lexicon) -> None:
    form, category = FIRST[name]
    judgement = judge(form, lexicon)
    assert judgement.categories[:1] == (category,), judgement


def test_a_title_that_repeats_the_question_names_no_service() -> None:
    asked = Evidence("finance", "owe", "owe", Where.HEADING, 0.9, Grade.REVEALS, asks=True)
    repeated = Evidence("finance", "owe", "owe", Where.TITLE, 0.67, Grade.REVEALS)
    named = Evidence("finance", "debt advice", "Debt advice", Where.TITLE, 0.67, Grade.STRONG)
    alone = ranks_of({"finance": [asked]}, 1, 1)
    assert ranks_of({"finance": [asked, repeated]}, 1, 1) == alone
    assert ranks_of({"finance": [asked, named]}, 1, 1)["finance"] > alone["finance"]
