"""core/form_shape.py tells whether the words around a form fit it: forms for these tests, by the lexicon that ships."""

from importlib.resources import files

import msgspec
import pytest
from tests.core.form_examples import box, described, radios

from netcurtain.core.form import Lexicon, judge, parse_lexicon
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import FormDescriptor

ABUSE = "Domestic abuse: help for survivors"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))


def is_sensitive(form: FormDescriptor, lexicon: Lexicon) -> bool:
    return judge(form, lexicon).level is FormLevel.SENSITIVE


def pressed(form: FormDescriptor, *buttons: str) -> FormDescriptor:
    return msgspec.structs.replace(form, form=msgspec.structs.replace(form.form, buttons=list(buttons)))


SEARCH = described("Domestic abuse refuges", headings=("Search for a refuge",), fields=(box("q", kind="search", label="Search"),))


@pytest.mark.parametrize(
    "buttons", [("Search", "No thanks"), ("Search", "Previous slide", "Next slide"), ("Search", "Save this search"), ("Next",)]
)
def test_a_search_stays_one_whatever_stands_beside_it(buttons: tuple[str, ...], lexicon: Lexicon) -> None:
    two = msgspec.structs.replace(SEARCH.form, fields=[*SEARCH.form.fields, box("pc", label="Postcode")])
    assert not is_sensitive(pressed(SEARCH, *buttons), lexicon)
    assert buttons == ("Next",) or not is_sensitive(pressed(msgspec.structs.replace(SEARCH, form=two), *buttons), lexicon)


@pytest.mark.parametrize("button", ["Continue", "Next", "Save and continue", "Parhau"])
def test_a_form_of_several_questions_that_goes_on_is_no_search(button: str, lexicon: Lexicon) -> None:
    form = described("Register with a GP", "Do you have any allergies?", fields=(box("q", kind="search", label="Search"),))
    assert is_sensitive(pressed(form, "Search", button), lexicon)


@pytest.mark.parametrize("heading", ["Newsletter", "Stay in touch", "Sign up for updates"])
@pytest.mark.parametrize(
    "form",
    [
        described(
            "Report a rape", "Name", fields=(box("e", kind="email", label="Email"), box("t", kind="tel", label="Phone")), button="Send"
        ),
        described("Report a rape", "Name", "Your e-mail", "Town", "Street", "How to reach you", button="Send"),
        described("Report a rape", fields=(box("e", kind="email", label="Email"),), button="Continue"),
    ],
    ids=["a telephone number too", "many questions", "a step"],
)
def test_a_report_that_asks_for_an_e_mail_address_is_no_newsletter(heading: str, form: FormDescriptor, lexicon: Lexicon) -> None:
    assert is_sensitive(msgspec.structs.replace(form, headings=[heading, "Report a rape"]), lexicon)


FITTING = {
    "a comment": ("Was this page useful?", (box("c", kind="textarea", label="Comments"),), "Submit"),
    "yes or no": ("Was this page useful?", radios("u", "Yes", "No"), "Submit"),
    "yes or no and why": ("Is this page useful?", (*radios("u", "Yes", "No"), box("c", kind="textarea", label="Tell us more")), "Submit"),
    "sums": ("Donate now", (*radios("a", "£5", "£10"), box("n", label="Your name"), box("e", kind="email", label="Email")), "Continue"),
    "an amount": ("Donate", (box("amt", kind="number", label="Amount"), box("n", label="Your name")), "Continue"),
    "cookies by name": (
        "Manage cookies",
        (box("a", kind="checkbox", label="Measure website use"), box("b", kind="checkbox", label="Marketing")),
        "Save and continue",
    ),
    "cookies by the button": ("This site uses cookies", (box("a", kind="checkbox", label="Off"),), "Save and close"),
    "a user": ("Log in", (box("u", label="Username"),), "Next"),
    "a member": ("Log in", (box("m", label="Your membership number"),), "Next"),
    "a mobile number": ("Log in", (box("t", kind="tel", label="Mobile number"),), "Continue"),
}


@pytest.mark.parametrize("name", FITTING)
def test_the_words_around_a_form_that_fits_them_are_its_own(name: str, lexicon: Lexicon) -> None:
    heading, fields, button = FITTING[name]
    form = described(ABUSE, headings=(heading,), fields=fields, button=button)
    assert judge(form, lexicon).level is FormLevel.NO


UNFIT = {
    "what happened": ("Is this page useful?", (box("c", kind="textarea", label="What happened?"),), "Send"),
    "a talk": ("Is this page useful?", (box("c", kind="textarea", label="Your message to us"),), "Send"),
    "a step of yes or no": ("Is this page useful?", radios("s", "Yes", "No"), "Continue"),
    "a kind of harm": ("Manage cookies", (box("a", kind="checkbox", label="He hits me"),), "Save and continue"),
    "a kind of harm among others": (
        "Manage cookies",
        (box("a", kind="checkbox", label="Marketing"), box("b", kind="checkbox", label="He hits me")),
        "Save and continue",
    ),
    "words to be saved": ("This site uses cookies", (box("n", label="Your name"),), "Save and close"),
    "being safe": (
        "Is this page useful?",
        (box("s", kind="select", options=("Yes", "No")), box("c", kind="textarea", label="Comments")),
        "Send",
    ),
    "who did it": ("Log in", (box("u", label="Who is the user of violence?"),), "Next"),
    "a name and a mobile number": ("Log in", (box("n", label="Your name"), box("t", kind="tel", label="Mobile number")), "Continue"),
    "a message": ("Donate", (box("n", label="Your name"), box("c", kind="textarea", label="Your message")), "Send"),
}


@pytest.mark.parametrize("name", UNFIT)
def test_the_words_around_another_form_are_not(name: str, lexicon: Lexicon) -> None:
    heading, fields, button = UNFIT[name]
    headings = (heading, "Are you safe now?" if name == "being safe" else "Report domestic abuse")
    assert is_sensitive(described("Report domestic abuse", headings=headings, fields=fields, button=button), lexicon)


def test_a_step_that_can_be_saved_is_no_cookie_choice(lexicon: Lexicon) -> None:
    form = described("Report a crime", headings=("This site uses cookies",), fields=radios("w", "Burglary", "Assault"))
    assert is_sensitive(pressed(form, "Continue", "Save and close"), lexicon)


@pytest.mark.parametrize("heading", ["Careers", "Vacancies", "Volunteer", "Press office"])
def test_a_heading_that_says_what_its_form_is_for_counts(heading: str, lexicon: Lexicon) -> None:
    form = described("Rape crisis counsellor", "Name", headings=(heading,), fields=(box("t", kind="tel", label="Phone"),), button="Send")
    assert not is_sensitive(form, lexicon)
