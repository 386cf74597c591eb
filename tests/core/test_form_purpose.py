"""core/form_purpose.py tells what a form is for, whatever else its page holds: forms for these tests, by the lexicon that ships."""

from importlib.resources import files

import msgspec
import pytest
from tests.core.form_examples import box, described, radios

from netcurtain.core.form import Lexicon, judge, parse_lexicon
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import FormDescriptor


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))


AROUND = [
    "Cookies on Anytown Police", "We use cookies", "Search this site", "Menu", "Navigation menu", "Log in", "Donate", "Events", "Basket",
    "Latest news", "Sign up to our newsletter", "Is this page useful?", "Help us improve this website", "Café",
    "Cwcis ar y wefan hon",
]  # fmt: skip
STEP = described("Report a crime | Anytown Police", headings=("What was it?",), fields=radios("w", "Burglary", "Assault", "Something else"))


def with_heading(form: FormDescriptor, heading: str) -> FormDescriptor:
    return msgspec.structs.replace(form, headings=[heading, *form.headings])


@pytest.mark.parametrize("heading", AROUND)
def test_a_heading_of_another_part_of_the_page_takes_nothing_from_a_form(heading: str, lexicon: Lexicon) -> None:
    judgement = judge(with_heading(STEP, heading), lexicon)
    assert (judgement.level, judgement.harmless) == (FormLevel.SENSITIVE, judge(STEP, lexicon).harmless)


def test_the_text_of_a_cookie_banner_near_a_form_takes_nothing_from_it(lexicon: Lexicon) -> None:
    banner = "We use cookies. Accept all cookies. Reject cookies. Cookie settings."
    assert judge(msgspec.structs.replace(STEP, text_near=banner), lexicon).level is FormLevel.SENSITIVE


HARMLESS = {
    "a newsletter": ("Sign up to our newsletter", described("", "Name", fields=(box("e", label="Your e-mail"),), button="Sign up")),
    "a cookie choice": ("Cookies on this site", described("", fields=radios("c", "Statistics", "Marketing"), button="Accept all cookies")),
    "a search": ("Search this site", described("", "Town", button="Search")),
    "feedback": ("Is this page useful?", described("", fields=radios("u", "Is this page useful?", "No"), button="Send feedback")),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_the_same_heading_counts_where_the_form_is_for_that(name: str, lexicon: Lexicon) -> None:
    heading, form = HARMLESS[name]
    on_its_page = msgspec.structs.replace(form, title="Report domestic abuse: help for survivors", headings=["Domestic abuse"])
    assert judge(with_heading(on_its_page, heading), lexicon).level is not FormLevel.SENSITIVE


def test_a_form_that_goes_on_to_the_next_step_is_no_search(lexicon: Lexicon) -> None:
    box_of_the_site = box("q", kind="search", label="Search")
    form = described("Register with a GP", "Do you have any allergies?", fields=(box_of_the_site,))
    buttons = ["Search", *form.form.buttons]
    whole_page = msgspec.structs.replace(form, form=msgspec.structs.replace(form.form, buttons=buttons))
    assert judge(whole_page, lexicon).level is FormLevel.SENSITIVE


ORDINARY = {
    "an alert": described(
        "Get emails about changes to immigration rules", "How often do you want to get emails?", headings=("Get emails",)
    ),
    "an auction": described("Register to bid", "Name", headings=("Police property auction",), url="https://www.example.police.uk/auction"),
    "a petition": described("Sign this petition", "I am a British citizen or UK resident", "Name", button="Sign"),
    "leaflets": described("Order publications", "Breast cancer leaflet", "Bowel cancer poster", "Delivery address", button="Order"),
    "a course": described("Learn sign language", "Name", headings=("Enrol on a course",), button="Enrol now"),
}
TELLING = {
    "a group": described("Recovery from addiction group", "Name", "Date of birth", headings=("Enrol now",), button="Enrol now"),
    "a group to attend": described("Rape survivors group", "Name", "Date of birth", headings=("Register to attend",), button="Register"),
    "a course for survivors": described(
        "Domestic abuse support", "Name", "Phone number", "Is it safe to call you?", headings=("Enrol on the course",), button="Enrol"
    ),
    "results by text": described("HIV and STI test results", "Mobile number", headings=("Get text alerts",), button="Continue"),
    "a question of status": described("Housing", fields=(box("c", kind="radio", label="Are you a British citizen or UK resident?"),)),
    "a volunteer who answers": described(
        "Write to us", "Your message", near="Feeling anxious or suicidal? A trained volunteer will reply.", button="Send"
    ),
    "a site that is a café": described("Report domestic abuse | Riverside Café", "Your name", "What happened?"),
}


FOREIGN = {
    "de": ("Suche", "HIV Selbsttest", "HIV Selbsttest bestellen", ("Vorname", "Nachname", "Adresse")),
    "fr": ("Faire un don", "Besoin de parler", "Dépression et suicide", ("Prénom", "Téléphone", "Votre message")),
    "es": ("Iniciar sesión", "Denunciar", "Agresión sexual", ("Nombre", "Teléfono", "Fecha de nacimiento")),
    "pl": ("Newslettera", "Test na HIV", "Test na HIV", ("Imię", "Telefon", "Data urodzenia")),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_the_furniture_of_a_foreign_page_takes_nothing_from_its_form(language: str, lexicon: Lexicon) -> None:
    furniture, title, heading, labels = FOREIGN[language]
    form = msgspec.structs.replace(described(title, *labels, headings=(heading,), button="OK"), language=language)
    assert judge(form, lexicon).level is FormLevel.SENSITIVE
    assert judge(with_heading(form, furniture), lexicon).level is FormLevel.SENSITIVE


@pytest.mark.parametrize("name", TELLING)
def test_a_telling_form_is_not_hidden_by_an_ordinary_phrase(name: str, lexicon: Lexicon) -> None:
    assert judge(TELLING[name], lexicon).level is FormLevel.SENSITIVE


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_form_on_a_telling_page_is_left_alone(name: str, lexicon: Lexicon) -> None:
    assert judge(ORDINARY[name], lexicon).level is not FormLevel.SENSITIVE


def test_finding_an_appointment_is_no_search(lexicon: Lexicon) -> None:
    kinds = box("k", kind="radio", label="What do you need?", options=("Abortion pill", "Pregnancy test"))
    form = described("Book a visit", "Postcode", fields=(kinds,), button="Find an appointment")
    assert judge(form, lexicon).categories[:1] == ("pregnancy_reproductive",)
