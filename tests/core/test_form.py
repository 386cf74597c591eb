"""core/form.py judges forms that are written for these tests, by the lexicon that ships."""

from importlib.resources import files

import pytest

from netcurtain.core.form import Lexicon, LexiconError, judge, parse_lexicon
from netcurtain.core.form_reading import TEXT_LIMIT
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import FormDescriptor, FormField, FormShape


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))


def described(
    title: str = "",
    *labels: str,
    headings: tuple[str, ...] = (),
    button: str = "Continue",
    url: str = "https://www.example.org/form",
    near: str = "",
    fields: tuple[FormField, ...] = (),
    legends: tuple[str, ...] = (),
    action: str = "",
) -> FormDescriptor:
    """A form with text boxes that bear these labels."""
    boxes = [FormField(tag="input", type="text", label=label) for label in labels]
    return FormDescriptor(
        page_url=url,
        title=title,
        headings=list(headings),
        form=FormShape(action=action, method="post", fields=[*boxes, *fields], legends=list(legends), buttons=[button]),
        text_near=near,
    )


def radios(name: str, *labels: str) -> tuple[FormField, ...]:
    return tuple(FormField(tag="input", type="radio", name=name, label=label) for label in labels)


def box(name: str, *, kind: str = "text", label: str = "", options: tuple[str, ...] = ()) -> FormField:
    tag = {"textarea": "textarea", "select": "select"}.get(kind, "input")
    return FormField(tag=tag, type=kind, name=name, label=label, options=list(options))


CONTACT = ("Your name", "Email address", "Telephone number")

SENSITIVE = {
    "a report of rape": (
        described("Report rape or sexual assault", "What happened?", "Your name", url="https://x.police.uk/report"),
        "sexual_offence",
    ),
    "a button alone": (described("Report sexual assault | Anytown Police", button="Start now"), "sexual_offence"),
    "a crime": (described("Report a crime", "Where did it happen?", "What happened?", "Your name"), "crime_report"),
    "domestic abuse": (
        described("Get help", *CONTACT, "Is it safe to call you?", near="We support anyone who lives with domestic abuse. Leave this site"),
        "domestic_abuse",
    ),
    "hate crime": (described("True Vision: report a hate crime", "What happened?", "Why do you think you were targeted?"), "hate_crime"),
    "slavery": (described("Tell us about modern slavery", "Where is this happening?", "Who is involved?"), "modern_slavery"),
    "a worry about a child": (described("Worried about a child? Make a referral", "Child's name", "Your concerns"), "safeguarding"),
    "a one-question page of a benefit appeal": (
        described(
            "What is your date of birth? - Appeal a benefit decision - GOV.UK",
            "Day",
            "Month",
            "Year",
            headings=("What is your date of birth?",),
        ),
        "benefits",
    ),
    "a one-question page of a doctor": (
        described("Register with a GP surgery - NHS", "First name", "Last name", headings=("What is your name?",)),
        "health",
    ),
    "therapy": (described("Refer yourself to talking therapies", *CONTACT, "Date of birth"), "mental_health"),
    "a questionnaire of moods": (
        described(
            "Questionnaire",
            legends=("Over the last two weeks, how often have you had little interest or pleasure in doing things?",),
            fields=radios("q1", "Not at all", "Several days", "Nearly every day"),
        ),
        "mental_health",
    ),
    "a test kit that is ordered": (
        described("Order a free STI test kit", *CONTACT, "Delivery address", button="Place order"),
        "sexual_health",
    ),
    "an abortion": (described("Book an abortion consultation", *CONTACT, "Date of your last period"), "pregnancy_reproductive"),
    "gambling": (described("Support with gambling", *CONTACT, "How can we help?"), "addiction"),
    "a blue badge": (described("Apply for a Blue Badge", *CONTACT, "National Insurance number"), "disability"),
    "a visa": (described("Apply for a skilled worker visa", *CONTACT), "immigration"),
    "a debt": (described("Debt advice enquiry", *CONTACT, "How much do you owe?"), "finance"),
    "a passport": (described("Renew your passport", "Passport number", "Date of birth"), "identity_documents"),
    "a divorce": (described("Apply for a divorce", *CONTACT, "Date you separated"), "legal"),
    "a wrongdoing at work": (described("Speak up", "Describe the wrongdoing", "Do you wish to remain anonymous?"), "whistleblowing"),
    "a union": (described("Join the union", *CONTACT, "Workplace"), "political_union"),
    "a prayer": (described("Prayer request", "Your name", "What shall we pray for?"), "religion_belief"),
    "a conviction in a job application": (
        described("Job application", *CONTACT, "Do you have any unspent convictions?", button="Submit application"),
        "criminal_record",
    ),
    "equality monitoring in a job application": (
        described(
            "Apply for this job",
            *CONTACT,
            fields=(box("e", kind="select", label="What is your ethnic group?"),),
            button="Submit application",
        ),
        "ethnicity",
    ),
    "a question about health at an event": (
        described("Register for this event", *CONTACT, "Do you have any medical conditions?", button="Book your place"),
        "health",
    ),
    "a question about sexuality in a newsletter": (
        described(
            "Newsletter", "Email", fields=(box("o", kind="select", label="Sexual orientation", options=("Gay or lesbian", "Bisexual")),)
        ),
        "sexuality_gender",
    ),
    "answers that name an illness": (
        described("Join the 10k", *CONTACT, legends=("Do you have any of these?",), fields=radios("c", "Asthma", "Epilepsy", "None")),
        "health",
    ),
    "a name in the source, where no label is": (described("About you", fields=(box("sexualOrientation"),)), "sexuality_gender"),
    "a word inside a longer term": (described("Report a dog attack", *CONTACT, "What happened?"), "crime_report"),
    "a service that its host names": (
        described("Your name", "First name", "Last name", url="https://www.apply-for-asylum-support.service.gov.uk/name"),
        "immigration",
    ),
    "a service that its host names in one word": (
        described("Your name", "First name", "Last name", url="https://www.modernslavery.gov.uk/name"),
        "modern_slavery",
    ),
    "a step on a site that is named for its subject": (
        described("Your name", "First name", "Last name", url="https://www.asylum-support.example.org/name"),
        "immigration",
    ),
    "a bare chat on such a site": (
        described(
            "Chat", fields=(box("m", kind="textarea", label="Message"),), button="Send", url="https://www.anytownrefuge.example.org/chat"
        ),
        "domestic_abuse",
    ),
    "a service named by the path of a site with many": (
        described("What is your name?", "First name", "Last name", url="https://www.nhs.uk/register-with-a-gp/name"),
        "health",
    ),
    "a late step below a report to the police": (
        described("Report", "What did it look like?", headings=("About the bag",), url="https://www.example.police.uk/report/theft/3"),
        "crime_report",
    ),
    "a late step below an address that reports": (
        described("Anything else", "What happened?", url="https://www.example.org/report/rape-sexual-offences/more"),
        "sexual_offence",
    ),
    "a chat at a site with a short name beside a usual word": (
        described("Chat", fields=(box("m", kind="textarea"),), button="Send", url="https://www.griefline.example.org/room"),
        "mental_health",
    ),
    "a booking at a site for one thing": (
        described("Book a drop-in", "Name", button="Book", url="https://www.asylumhelp.example.org/drop-in"),
        "immigration",
    ),
    "an e-mail address as a step of many": (
        described("Claim asylum support", fields=(box("e", kind="email", label="Email address"),), headings=("How do we reach you?",)),
        "immigration",
    ),
    "a stolen car": (described("Report that your car was stolen", "When did you last see your car?", "Your name"), "crime_report"),
    "a question to somebody that begins as a consultation's": (
        described("Appeal", headings=("Should your doctor be told about your epilepsy?",), fields=radios("v", "Yes", "No")),
        "health",
    ),
    "an illness that a school is told of": (
        described("Report an absence", "Child", fields=(box("r", kind="textarea", label="Reason"),), button="Send"),
        "health",
    ),
    "a parking permit that a disability gives": (
        described(
            "Apply for a disabled parking permit", headings=("Who are you applying for?",), fields=radios("w", "Myself", "Somebody else")
        ),
        "disability",
    ),
    "what an exercise class asks": (
        described("Before you start", fields=radios("a", "Has a doctor ever said that you should rest?"), button="Ready"),
        "health",
    ),
    "Welsh with a changed first letter": (described("Cael help", "Oes gennych chi bryderon am blentyn?", button="Nesaf"), "safeguarding"),
    "Welsh": (described("Rhoi gwybod am drosedd casineb", "Beth ddigwyddodd?", "Enw"), "hate_crime"),
}

NOT_SENSITIVE = {
    "a search": described("Rape Crisis Anytown", fields=(box("q", kind="search"),), button="Search"),
    "an archive that is searched by a revealing word": described(
        "Search the trials",
        "Surname",
        "From",
        "To",
        fields=(box("o", kind="select", label="Offence", options=("Theft", "Sexual offences")),),
        button="Search",
    ),
    "a newsletter on a site that is named for its subject": described(
        "Our news",
        fields=(box("e", kind="email", label="Email address"),),
        button="Sign up",
        url="https://www.anytownrefuge.example.org/news",
    ),
    "a school's choice of workshop": described(
        "Visit us",
        "School",
        fields=(box("w", kind="select", label="Workshop", options=("Refugees then and now",)),),
        button="Ask for dates",
    ),
    "an example of what one may search for": described(
        "Jobs", fields=(FormField(tag="input", type="text", name="what", placeholder="e.g. probation officer, HIV nurse"),), button="Look"
    ),
    "a price list": described(
        "Prices", fields=(box("t", kind="select", label="Treatment", options=("IVF", "Egg freezing")),), button="Show prices"
    ),
    "a search for a clinic": described("Find your nearest sexual health clinic", "Postcode", button="Search"),
    "a newsletter": described("Domestic abuse charity", "Email address", headings=("Sign up to our newsletter",), button="Subscribe"),
    "a newsletter with topics": described(
        "Keep up to date",
        "Email address",
        legends=("Which topics are you interested in?",),
        fields=tuple(box("topic", kind="checkbox", label=label) for label in ("Disability", "Cancer", "Mental health")),
        button="Subscribe",
    ),
    "a donation": described(
        "Donate to the cancer hospice", *CONTACT, "Donation amount", "Sort code", "Account number", button="Donate now"
    ),
    "a log-in": described("Talking therapies: log in", "Email", fields=(box("p", kind="password", label="Password"),), button="Log in"),
    "a cookie choice": described("Cookies on NHS sites", fields=radios("c", "Accept", "Reject"), button="Accept all cookies"),
    "feedback": described("Stop smoking service: give feedback", "How satisfied are you?", "How can we improve?", button="Send feedback"),
    "a comment": described("Depression: one man's story", "Comment", "Name", "Email", headings=("Leave a comment",), button="Post comment"),
    "a job": described("Sexual assault centre: job application", *CONTACT, "Upload your CV", button="Apply for this job"),
    "an event": described("Mental health conference", *CONTACT, "Number of tickets", button="Book tickets"),
    "a checkout": described("Checkout", *CONTACT, "Card number", "Security code", "Delivery address", button="Place order"),
    "a filter": described(
        "Services", fields=(box("f", kind="select", label="Condition", options=("Asthma", "Cancer")),), button="Apply filters"
    ),
    "a filter by a revealing word": described(
        "Services", fields=(box("f", kind="select", label="Disability"),), button="Apply filters", headings=("Filter by",)
    ),
    "a host of another kind": described("Your name", "First name", button="OK", url="https://www.asylum-support.example.org/name"),
    "a wide subject that a host names": described(
        "Contact us",
        *CONTACT,
        fields=(box("m", kind="textarea", label="Message"),),
        button="Send",
        url="https://www.riverside-clinic.example.org/contact",
    ),
    "a pothole": described("Report a pothole", *CONTACT, "Where is it?", "Is anyone hurt?", url="https://x.gov.uk/report"),
    "phishing": described("Report a phishing email to the police", *CONTACT, "What did it say?"),
    "a pet": described(
        "Register your pet with our vet surgery", *CONTACT, "Pet's name", "Breed", "Does your pet have any medical conditions?"
    ),
    "a court of another kind": described("Book a tennis court", *CONTACT, "Visa card number"),
    "benefits of another kind": described("Apply for membership", *CONTACT, near="Membership benefits and terms and conditions apply."),
    "a lone e-mail address below an article": described(
        "Man charged with stalking", fields=(box("e", kind="email", label="Your email"),), button="Get it", url="https://n.example.org/a/12"
    ),
    "an article by its date": described(
        "Care home closed after abuse", *CONTACT, button="Send", url="https://www.example.org/2026/11/care-home-closed-after-abuse"
    ),
    "a job by its address": described("Refuge worker, domestic abuse", *CONTACT, button="Send", url="https://www.example.org/jobs/12"),
    "a play": described("After the evening", *CONTACT, headings=("Asylum",), button="Send"),
    "a poll": described("Is there more knife crime?", fields=radios("v", "Yes", "No"), button="Send"),
    "a car that is unwell": described(
        "Book a check", "Symptoms", "Your name", headings=("Is your car feeling poorly?",), button="Book", url="https://m.example.org/check"
    ),
    "graffiti that are": described("Report graffiti", "Is it racist?", "Where is it?", button="Report"),
    "a quiz": described("Question 4 of 10", headings=("Which organ makes insulin?",), fields=radios("a", "Liver"), button="Next question"),
    "a page that asks if it helped": described("Cancer", "Was this page helpful?", "Your name", headings=("Chemotherapy",), button="OK"),
    "what a consultation asks": described(
        "Question 4 - Consultations",
        "Please say why",
        headings=("Question 4: Should sexual harassment be a crime?",),
        fields=radios("v", "Yes"),
    ),
    "a test of knowledge": described(
        "Test your knowledge of asthma",
        headings=("Which of these eases asthma?",),
        fields=radios("a", "An inhaler", "Tea"),
        button="Answer",
    ),
    "why somebody wants to help others": described(
        "Volunteer with us", "Your name", "Why do you want to listen to people who feel suicidal?", button="Apply"
    ),
    "what somebody has done for others": described(
        "Night worker", *CONTACT, "Your experience of working with people who self-harm", button="Send", url="https://x.example.org/jobs/4"
    ),
    "a training": described(
        "Book: Safeguarding Adults Level 2 - Anytown Adult Social Care",
        "Name",
        headings=("Book: Safeguarding Adults Level 2",),
        button="Book",
        url="https://www.example.org/learning/safeguarding",
    ),
    "what a waste carrier carries": described(
        "Register", legends=("What kind of waste do you carry?",), fields=radios("w", "Clinical waste", "Medicines from pharmacies")
    ),
    "who would foster": described(
        "Could you foster? - Anytown Fostering",
        *CONTACT,
        headings=("Could you foster?",),
        button="Request a call",
        url="https://www.anytown-fostering.example.org/enquire",
    ),
    "Welsh feedback": described(
        "Rhowch eich barn am ein gwefan - Meddygfa Llanfair",
        headings=("Rhowch eich barn am ein gwefan",),
        fields=(box("s", kind="textarea", label="Sylwadau"),),
        button="Anfon",
        url="https://meddygfa-llanfair.nhs.uk/barn",
    ),
    "the police's address alone": described("Contact us", *CONTACT, "Message", url="https://www.example.police.uk/contact"),
    "an address alone": described("Contact", *CONTACT, url="https://www.example.org/rape/sexual-assault/report"),
    "nothing at all": FormDescriptor(),
}


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


@pytest.mark.parametrize(("path", "sensitive"), [("news", False), ("new", True)])
def test_a_part_of_an_address_counts_as_it_is_written(path: str, sensitive: bool, lexicon: Lexicon) -> None:
    form = described("Domestic abuse helpline", *CONTACT, url=f"https://www.example.org/{path}/")
    assert (judge(form, lexicon).level is FormLevel.SENSITIVE) is sensitive


@pytest.mark.parametrize("address", ["https://[::1", "https://www.example.org/" + "a/" * 4000, "", "x", "https:///%ff%00/x"])
def test_any_address_is_read(address: str, lexicon: Lexicon) -> None:
    assert judge(described("Report a hate crime", "Your name", url=address), lexicon).categories[:1] == ("hate_crime",)
