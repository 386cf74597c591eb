"""core/form.py judges forms that are written for these tests, by the lexicon that ships."""

from importlib.resources import files

import msgspec
import pytest
from tests.core.form_examples import CONTACT, NOT_SENSITIVE, SENSITIVE, box, described

from netcurtain.core.form import Lexicon, LexiconError, judge, parse_lexicon
from netcurtain.core.form_blocks import Asked
from netcurtain.core.form_reading import TEXT_LIMIT
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import FormDescriptor, FormField, FormShape


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SENSITIVE)
def test_a_form_that_reveals_is_sensitive(name: str, lexicon: Lexicon) -> None:
    form, category = SENSITIVE[name]
    judgement = judge(form, lexicon)
    assert judgement.level is FormLevel.SENSITIVE, judgement
    assert judgement.categories[0] == category, judgement
    assert any(reason.category == category for reason in judgement.reasons)


@pytest.mark.parametrize("name", NOT_SENSITIVE)
def test_a_harmless_form_is_not(name: str, lexicon: Lexicon) -> None:
    judgement = judge(NOT_SENSITIVE[name], lexicon)
    assert judgement.level is not FormLevel.SENSITIVE, judgement


EQUALITY = box("e", kind="select", label="What is your ethnic group?", options=("White British", "Asian or Asian British"))


@pytest.mark.parametrize("name", ["a newsletter", "a donation", "feedback", "a comment", "a job", "an event", "a checkout", "a pothole"])
def test_a_question_that_reveals_beats_the_purpose(name: str, lexicon: Lexicon) -> None:
    form = NOT_SENSITIVE[name]
    asking = FormDescriptor(
        page_url=form.page_url,
        title=form.title,
        headings=form.headings,
        form=FormShape(fields=[*form.form.fields, EQUALITY], legends=form.form.legends, buttons=form.form.buttons),
    )
    judgement = judge(asking, lexicon)
    assert judgement.level is FormLevel.SENSITIVE
    assert "ethnicity" in judgement.categories


@pytest.mark.parametrize(
    "spelling",
    [
        "SEXUAL ORIENTATION",
        "Sexual-orientation",
        "séxual oriëntation",
        "sexual orien\u00adtation",
        "Sexual orientations",
        "se\u200bxual orientation",
    ],
)
def test_spelling_does_not_matter(spelling: str, lexicon: Lexicon) -> None:
    assert judge(described("", spelling), lexicon).categories[:1] == ("sexuality_gender",)


@pytest.mark.parametrize("label", ["Grapes", "Scunthorpe", "Therapist? No: the rapist", "Trapeze", "Essex"])
def test_words_match_whole(label: str, lexicon: Lexicon) -> None:
    reasons = judge(described("", label), lexicon).reasons
    assert all(reason.text in {"Therapist", "rapist"} for reason in reasons)


def test_reasons_quote_the_page_and_say_where(lexicon: Lexicon) -> None:
    judgement = judge(described("Report a Hate Crime", "Were you SEXUALLY ASSAULTED?"), lexicon)
    said = {(reason.where, reason.text, reason.category) for reason in judgement.reasons}
    assert ("field label", "SEXUALLY ASSAULTED", "sexual_offence") in said
    assert ("title", "Hate Crime", "hate_crime") in said


def test_where_a_phrase_stands_weighs(lexicon: Lexicon) -> None:
    scores = [
        judge(form, lexicon).score
        for form in (
            described("", "chlamydia", "Your name"),
            described("", "Your name", fields=(box("x", kind="select", options=("chlamydia",)),)),
            described("chlamydia", "Your name"),
            described("", "Your name", button="chlamydia"),
            described("", "Your name", near="chlamydia"),
            described("", "Your name", url="https://example.org/chlamydia"),
        )
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


@pytest.mark.parametrize(
    ("label", "asked"),
    [("Workshop", False), ("Which topics are you interested in?", False), ("Do you have any of these?", True)],
)
def test_an_answer_means_what_its_question_asks(label: str, asked: bool, lexicon: Lexicon) -> None:
    form = described("Our museum", fields=(box("x", kind="select", label=label, options=("Asthma",)),), button="Book your place")
    assert (judge(form, lexicon).level is FormLevel.SENSITIVE) is asked


@pytest.mark.parametrize("heading", ["Bicycle doctor", "Court reporters", "The old hospital"])
def test_one_word_that_has_other_meanings_is_not_enough(heading: str, lexicon: Lexicon) -> None:
    assert judge(described("", *CONTACT, headings=(heading,)), lexicon).level is not FormLevel.SENSITIVE


def test_many_answers_to_one_question_do_not_lead(lexicon: Lexicon) -> None:
    beliefs = box("r", kind="select", label="Pick one", options=("Buddhist", "Christian", "Hindu", "Jewish", "Muslim", "Sikh"))
    assert judge(described("", "What is your ethnic group?", fields=(beliefs,)), lexicon).categories == ("ethnicity", "religion_belief")


def test_a_choice_named_like_a_search_is_none(lexicon: Lexicon) -> None:
    seizure = box("s", kind="radio", label="Have you had a seizure?", options=("Yes", "No"))
    assert judge(described("Tell us", fields=(seizure,)), lexicon).level is FormLevel.SENSITIVE


def test_a_lone_email_box_with_sign_up_is_no_sign_of_its_site(lexicon: Lexicon) -> None:
    email, phone = box("e", kind="email", label="Email"), box("t", kind="tel", label="Phone")
    site = "https://www.anytownrefuge.example.org/"
    assert judge(described("Hello", fields=(email,), button="Sign up", url=site), lexicon).level is FormLevel.NO
    assert judge(described("Hello", fields=(email, phone), button="Sign up", url=site), lexicon).level is FormLevel.SENSITIVE


def test_a_site_known_by_a_word_says_so_with_the_word_as_it_stands(lexicon: Lexicon) -> None:
    form = described("Chat", fields=(box("m", kind="textarea", label="Message"),), url="https://www.anytownrefuge.example.org/chat")
    assert [(r.where, r.text, r.category) for r in judge(form, lexicon).reasons] == [("address", "anytownrefuge", "domestic_abuse")]


REASONED = {
    "a report": (described("Report a hate crime", "What happened?"), "hate crime"),
    "a question": (described("Step 3", "Do you have a disability?"), "disability"),
    "an answer": (described("Help", fields=(box("x", kind="select", label="Do you have", options=("Epilepsy",)),)), "Epilepsy"),
    "a legend": (described("Form", "Name", legends=("Ethnic group",)), "Ethnic group"),
    "a button": (described("", "Name", "Your age", button="Book an abortion"), "Book an abortion"),
    "a host": (described("Your name", "First name", url="https://www.apply-for-asylum-support.service.gov.uk/name"), "asylum-support"),
    "the text near": (described("Talk to us", *CONTACT, "What happened?", near="Help after rape"), "rape"),
    "a placeholder": (described("", fields=(FormField(tag="input", type="text", placeholder="Your symptoms"),)), "symptoms"),
    "a name": (described("", fields=(box("sexualOrientation"),)), "sexual Orientation"),
    "Welsh": (described("Cais", "Oes gennych chi anabledd?"), "anabledd"),
}


@pytest.mark.parametrize("name", REASONED)
def test_the_first_reason_is_what_a_stranger_would_point_at(name: str, lexicon: Lexicon) -> None:
    form, phrase = REASONED[name]
    assert phrase in judge(form, lexicon).reasons[0].text


def test_no_wording_is_told_twice_for_a_category(lexicon: Lexicon) -> None:
    reasons = judge(
        described("Hate crime", "Hate crime", headings=("HATE CRIME: were you targeted?",), button="hate crime"), lexicon
    ).reasons
    assert len({reason.text.casefold() for reason in reasons}) == len(reasons)


def test_a_form_says_nothing_where_nothing_is_known(lexicon: Lexicon) -> None:
    judgement = judge(described("Tell us your favourite colour", "Colour"), lexicon)
    assert (judgement.level, judgement.categories, judgement.reasons) == (FormLevel.NO, (), ())


def test_hostile_text_is_only_text(lexicon: Lexicon) -> None:
    odd = described("<script>alert(1)</script>\x00\ud800\u202e[[category]]", "(" * 500, "'" * 500, url="http://[::1", action="http://[bad")
    assert judge(odd, lexicon).level is FormLevel.NO


def test_a_form_at_every_limit_is_judged_by_its_first_words(lexicon: Lexicon) -> None:
    filler = "word " * 120
    fields = [FormField(type="text", label=filler, name=filler, options=[filler] * 60) for _ in range(300)]
    huge = FormDescriptor(title="Report a hate crime", headings=[filler] * 40, form=FormShape(fields=fields), text_near=filler * 6)
    assert "hate_crime" in judge(huge, lexicon).categories


def test_what_stands_beyond_the_limit_is_not_read(lexicon: Lexicon) -> None:
    filler = tuple("word " * 100 for _ in range(TEXT_LIMIT // 500 + 1))
    assert judge(described("", "Ethnic group", headings=filler[:2]), lexicon).level is FormLevel.SENSITIVE
    assert judge(described("", "Ethnic group", headings=filler), lexicon).level is FormLevel.NO


def test_hidden_fields_are_no_questions(lexicon: Lexicon) -> None:
    hidden = described("Contact", *CONTACT, fields=(box("ethnicity", kind="hidden", label="Ethnic group"),))
    assert judge(hidden, lexicon).level is FormLevel.NO


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml [",
        '[[category]]\nname = "weather"\nlanguage = "en"',
        '[[category]]\nname = "health"\nlanguage = "english"',
        '[[category]]\nname = "health"\nlanguage = "en"\nstrong = ["cancer", 3]',
        '[[category]]\nname = "health"\nlanguage = "en"\nstrnog = ["cancer"]',
        '[[category]]\nname = "health"\nlanguage = "en"\nstrong = ["..."]',
        '[[category]]\nname = "health"\nlanguage = "en"\n[[host]]\ncategory = "health"\nweight = 0.9\nsuffixes = ["nhs.uk"]',
    ],
)
def test_a_bad_lexicon_is_refused(text: str) -> None:
    with pytest.raises(LexiconError):
        parse_lexicon(text)


def test_another_language_adds_its_words() -> None:
    both = parse_lexicon(
        '[[category]]\nname = "health"\nlanguage = "en"\nreveals = ["illness"]\n'
        '[[category]]\nname = "health"\nlanguage = "de"\nreveals = ["Krankheiten"]'
    )
    assert judge(described("", "illness"), both).categories == ("health",)
    assert judge(described("", "Krankheiten"), both).categories == ("health",)


@pytest.mark.parametrize(
    ("form", "category"),
    [
        (described("Zgłoś kradzież", "Co się stało?", button="Dalej"), "crime_report"),
        (described("Violences conjugales", "Prénom", "Décrivez ce qui s'est passé", button="Envoyer"), "domestic_abuse"),
        (described("Solicitud de asilo", "Nombre", "País de origen", button="Siguiente"), "immigration"),
        (described("Termin buchen", "Vorname", "Ihre Beschwerden", "Krankenkasse", button="Weiter"), "health"),
    ],
)
def test_the_plainest_words_of_other_languages_are_known(form: FormDescriptor, category: str, lexicon: Lexicon) -> None:
    assert judge(form, lexicon).categories[:1] == (category,)


@pytest.mark.parametrize(
    "form",
    [
        described("Wesprzyj ofiary przemocy domowej", "Imię", headings=("Przekaż darowiznę",), button="Wpłać"),
        described("Aidez les réfugiés", "Nom", headings=("Faire un don",), button="Je donne"),
        described("Ayuda contra la violencia de género", headings=("Boletín",), fields=(box("e", kind="email"),), button="Suscribirme"),
        described("Psychotherapeut gesucht", "Vorname", headings=("Bewerbung",), button="Bewerbung absenden"),
    ],
)
def test_a_harmless_form_in_another_language_is_not(form: FormDescriptor, lexicon: Lexicon) -> None:
    assert judge(form, lexicon).level is not FormLevel.SENSITIVE


def in_language(language: str, form: FormDescriptor) -> FormDescriptor:
    return msgspec.structs.replace(form, language=language)


@pytest.mark.parametrize(
    ("language", "label", "sensitive"),
    [
        ("pl", "Oferta dla firm", False),
        ("es-ES", "Nombre del niño", False),
        ("pl", "Pobierasz DLA?", True),
        ("en-GB", "Your nino", True),
        ("cy", "Ydych chi'n cael dla?", True),
        ("", "Do you get esa?", True),
        ("pl", "Full std screen", True),
    ],
)
def test_on_a_foreign_page_a_short_name_is_one_only_in_capitals(language: str, label: str, sensitive: bool, lexicon: Lexicon) -> None:
    assert (judge(in_language(language, described("", label)), lexicon).level is FormLevel.SENSITIVE) is sensitive


@pytest.mark.parametrize("name", ["nino", "dla_rate", "esaGroup"])
def test_a_name_in_the_source_of_a_page_needs_no_capitals(name: str, lexicon: Lexicon) -> None:
    assert judge(in_language("pl", described("", fields=(box(name),))), lexicon).level is FormLevel.SENSITIVE


@pytest.mark.parametrize(
    "word",
    [
        "Scarification", "Viol", "Tater", "Tatort", "Enceinte", "Asilo", "Matrona", "Salud", "Santé", "Medico", "Arzt", "Gendarmerie",
        "Polizei", "Malady", "Gesundheit", "Ordonnance",
    ],
)  # fmt: skip
def test_a_foreign_word_that_is_one_of_ours_or_a_name_is_no_term(word: str, lexicon: Lexicon) -> None:
    form = described(f"{word} - Northtown", *CONTACT, word, headings=(f"Book {word}",), button="Book now")
    assert judge(form, lexicon).level is FormLevel.NO


@pytest.mark.parametrize("word", ["Inscription", "Signaler", "Rendez-vous"])
def test_a_foreign_word_that_is_one_of_ours_invites_to_nothing(word: str, lexicon: Lexicon) -> None:
    message = box("m", kind="textarea", label="Message")
    form = described(f"{word} form", word, headings=(word,), fields=(message,), button="Submit", url="https://www.northtown.police.uk/form")
    assert judge(form, lexicon).level is not FormLevel.SENSITIVE


@pytest.mark.parametrize("word", ["Nom", "Vous", "Vos"])
def test_a_foreign_word_that_is_one_of_ours_asks_nothing_of_a_person(word: str, lexicon: Lexicon) -> None:
    assert judge(described("Domestic abuse", word), lexicon).score == judge(described("Domestic abuse", "Item"), lexicon).score


@pytest.mark.parametrize(("language", "sensitive"), [("", True), ("de", True), ("en", False), ("EN-gb", False), ("cy", False)])
def test_a_page_in_our_languages_is_read_without_foreign_words(language: str, sensitive: bool, lexicon: Lexicon) -> None:
    form = in_language(language, described("Diebstahl", "Vorname", headings=("Strafanzeige",), button="Weiter"))
    assert (judge(form, lexicon).level is FormLevel.SENSITIVE) is sensitive


def test_a_foreign_button_on_a_page_in_our_languages_tells_no_purpose(lexicon: Lexicon) -> None:
    assert judge(in_language("en", described("Report domestic abuse", "Your name", button="Dona")), lexicon).harmless == 0


def test_every_block_of_a_purpose_says_how_such_a_form_is_built() -> None:
    text = '[[category]]\nname = "health"\nlanguage = "en"\n'
    blocks = '[[purpose]]\nname = "search"\nlanguage = "{}"\n{}\n'
    purpose = parse_lexicon(
        text + blocks.format("en", 'asks_for = ["mail"]') + blocks.format("cy", 'asks_for = ["phone"]\nnever_a_step = true')
    ).purposes["search"]
    assert purpose.asks_for == {Asked.MAIL, Asked.PHONE}
    assert purpose.never_a_step


@pytest.mark.parametrize(("path", "sensitive"), [("news", False), ("new", True)])
def test_a_part_of_an_address_counts_as_it_is_written(path: str, sensitive: bool, lexicon: Lexicon) -> None:
    form = described("Domestic abuse helpline", *CONTACT, url=f"https://www.example.org/{path}/")
    assert (judge(form, lexicon).level is FormLevel.SENSITIVE) is sensitive


@pytest.mark.parametrize("address", ["https://[::1", "https://www.example.org/" + "a/" * 4000, "", "x", "https:///%ff%00/x"])
def test_any_address_is_read(address: str, lexicon: Lexicon) -> None:
    assert judge(described("Report a hate crime", "Your name", url=address), lexicon).categories[:1] == ("hate_crime",)
