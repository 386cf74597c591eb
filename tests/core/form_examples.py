"""Forms that are sensitive and forms that are not, by name, and what they are made with: for the tests of core/form.py."""

from netcurtain.core.observation import FormDescriptor, FormField, FormShape


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
