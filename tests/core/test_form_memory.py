"""What later forms of a visit inherit from a sensitive one: whole journeys through the session, and the memory's own limits."""

from collections.abc import Callable
from itertools import count

import pytest
from tests.core.scenes import META, NOON, Scene, chosen, key, opened, requested, submitted

from netcurtain.core import event as happened
from netcurtain.core import observation as seen
from netcurtain.core.form_memory import EARLIER, MAX_STEPS, FormMemory
from netcurtain.core.level import FormJudgement, FormLevel, Reason
from netcurtain.core.page import Form
from netcurtain.core.record import FormRecord

MINUTE = 60_000.0
POLICE, BENEFITS, NHS = "https://www.northshire.example", "https://www.oakfield.example", "https://www.hillside.example"
CHARITY, NEWS, COUNCIL = "https://www.harbour.example", "https://www.daily.example", "https://www.riverton.example"

Fields = tuple[tuple[str, str], ...]
Words = tuple[str, Fields, str]
"""A form in words: its heading, its fields (type and label) and its button."""

ASSAULT: Words = ("Report rape or sexual assault", (("textarea", "What happened?"),), "Continue")
ABUSE: Words = ("Domestic abuse helpline", (("textarea", "Tell us what is happening"), ("text", "Is it safe to call you?")), "Send")
DISABILITY: Words = ("Apply for Personal Independence Payment", (("textarea", "How does your condition affect you?"),), "Continue")
HEALTH: Words = ("Register with a GP surgery", (("textarea", "Do you have any medical conditions?"),), "Continue")
ANYTHING: Words = ("Is there anything else you would like to tell us?", (("textarea", "Anything else"),), "Continue")
CONTACT: Words = ("Your contact details", (("text", "Your name"), ("email", "Email address")), "Continue")
CHECK: Words = ("Check your answers", (), "Accept and send")
BORN: Words = ("What is your date of birth?", (("text", "Day"), ("text", "Month"), ("text", "Year")), "Continue")
PARTNER: Words = ("Do you live with a partner?", (("radio", "Yes"), ("radio", "No")), "Continue")
SEARCH: Words = ("", (("search", "Search this site"),), "Search")
NEWSLETTER: Words = ("Our newsletter", (("email", "Sign up to our newsletter"),), "Sign up")
LOG_IN: Words = ("Sign in", (("text", "Username"), ("password", "Password")), "Sign in")
COOKIES: Words = ("Cookies on this site", (), "Accept all cookies")
FEEDBACK: Words = ("Was this page helpful?", (("radio", "Yes"), ("radio", "No")), "Send feedback")
DONATION: Words = ("Make a donation", (("text", "Amount"), ("text", "Your name")), "Donate")
PREFERENCES: Words = ("Contact preferences", (("checkbox", "By post"), ("checkbox", "By phone")), "Save")
POTHOLE: Words = ("Report a pothole", (("text", "Where is it?"),), "Continue")
LIBRARY: Words = ("Join the library", (("text", "Your name"), ("text", "House number")), "Join")
APPLY_FOR_JOB: Words = (
    "Job application",
    (("text", "Your name"), ("file", "Upload your CV"), ("radio", "Do you have a disability?")),
    "Submit application",
)


class Walk:
    """A person who goes from page to page. What each page's form came to is in ``levels``, the newest last."""

    def __init__(self) -> None:
        self.scene = Scene()
        self.time = NOON
        self.page = ""
        self.url = ""
        self.tab = 1
        self._pages, self._submissions, self._forms = count(1), count(1), count(1)
        self.newest = ""

    def at(self, url: str, *forms: Words, action: str = "") -> "Walk":
        """A new document, with these forms; the last of them is the one that is meant from then on."""
        if self.page:
            self.scene.reports(seen.PageClosed(self.page, self.time))
        self.page, self.url = f"p{next(self._pages)}", url
        self.scene.reports(opened(self.page, url, tab=self.tab, time=self.time))
        for form in forms:
            self.shows(form, action=action)
        return self

    def shows(self, words: Words, *, name: str = "", action: str = "") -> "Walk":
        """One more form on the page as it is."""
        heading, fields, button = words
        self.newest = name or f"f{next(self._forms)}"
        shape = seen.FormShape(
            action=action or self.url,
            method="post",
            fields=[
                seen.FormField(tag=kind if kind == "textarea" else "input", type=kind, name="one" if kind == "radio" else "", label=label)
                for kind, label in fields
            ],
            buttons=[button],
        )
        descriptor = seen.FormDescriptor(page_url=self.url, title=heading, headings=[heading], form=shape)
        self.scene.reports(seen.FormDescribed(self.page, self.newest, descriptor))
        return self

    def gone(self) -> "Walk":
        self.scene.reports(seen.FormGone(self.page, self.newest))
        return self

    def meant(self, form: str) -> "Walk":
        self.newest = form
        return self

    def moves(self, url: str) -> "Walk":
        """Another address without a new document."""
        self.url = url
        self.scene.reports(seen.PageChanged(self.page, url))
        return self

    def sends(self) -> "Walk":
        self.scene.reports(submitted(f"s{next(self._submissions)}", page=self.page, form=self.newest))
        return self

    def is_asked(self, choice: seen.Choice) -> "Walk":
        """A company is there, so the form is held until this answer."""
        name = f"s{next(self._submissions)}"
        self.scene.reports(requested(META, name, page=self.page), submitted(name, page=self.page, form=self.newest, held=True))
        self.scene.reports(chosen(choice, name, page=self.page))
        return self

    def waits(self, minutes: float) -> "Walk":
        self.time += minutes * MINUTE
        return self

    def has_not_gone(self) -> "Walk":
        """Nothing left of the newest submission."""
        self.scene.reports(seen.Departed(f"s{next(self._submissions) - 1}", self.page, left=False))
        return self

    def in_another_tab(self) -> "Walk":
        self.tab, self.page = 2, ""
        return self

    @property
    def form(self) -> Form:
        return self.scene.session._pages[key(self.page)].forms[self.newest]


def police() -> Walk:
    return Walk().at(f"{POLICE}/ro/assault/start", ASSAULT)


INHERIT: dict[str, Callable[[], Walk]] = {
    "police, step 2 was led to by the first": lambda: police().sends().at(f"{POLICE}/x/2", CONTACT),
    "police, step 3 was led to by the second": lambda: police().sends().at(f"{POLICE}/x/2", CONTACT).sends().at(f"{POLICE}/y/3", BORN),
    "police, step 4 asks to check": lambda: (
        police()
        .sends()
        .at(f"{POLICE}/ro/assault/who", CONTACT)
        .sends()
        .at(f"{POLICE}/ro/assault/else", BORN)
        .sends()
        .at(f"{POLICE}/ro/assault/check", CHECK)
    ),
    "benefits, one question a page": lambda: (
        Walk()
        .at(f"{BENEFITS}/claim/condition", DISABILITY)
        .sends()
        .at(f"{BENEFITS}/claim/born", BORN)
        .sends()
        .at(f"{BENEFITS}/claim/partner", PARTNER)
    ),
    "benefits, a page to read in between": lambda: (
        Walk().at(f"{BENEFITS}/claim/condition", DISABILITY).sends().at(f"{BENEFITS}/claim/read").at(f"{BENEFITS}/claim/partner", PARTNER)
    ),
    "benefits, steps below the first page": lambda: Walk().at(f"{BENEFITS}/claim", DISABILITY).at(f"{BENEFITS}/claim/partner", PARTNER),
    "a journey in a folder for everything, below its own page": lambda: (
        Walk().at(f"{BENEFITS}/services/pip", DISABILITY).at(f"{BENEFITS}/services/pip/partner", PARTNER)
    ),
    "health, on another host of the site": lambda: (
        Walk().at(f"{NHS}/join/health", HEALTH).sends().at("https://forms.hillside.example/9", CONTACT)
    ),
    "health, sent to the same place": lambda: (
        Walk()
        .at(f"{NHS}/a", HEALTH, action=f"{NHS}/gp-registration/save")
        .at(f"{NHS}/b")
        .at(f"{NHS}/c", CONTACT, action=f"{NHS}/gp-registration/save")
    ),
    "a step that may be sensitive by itself": lambda: police().sends().at(f"{POLICE}/x/2", ANYTHING),
    "after twenty minutes": lambda: police().sends().at(f"{POLICE}/x/2", CONTACT).waits(20).sends().waits(0.1).at(f"{POLICE}/y/3", BORN),
    "back to an earlier step": lambda: (
        police().sends().at(f"{POLICE}/x/2", CONTACT).sends().at(f"{POLICE}/y/3", BORN).at(f"{POLICE}/x/2", CONTACT)
    ),
    "back to a step after a look elsewhere on the site": lambda: (
        police().sends().at(f"{POLICE}/x/2", CONTACT).at(f"{POLICE}/").at(f"{POLICE}/x/2", CONTACT)
    ),
    "a moment on another site in between": lambda: (
        police().sends().at(f"{POLICE}/x/2", CONTACT).at("https://identity.example/").waits(0.2).at(f"{POLICE}/x/2", CONTACT)
    ),
    "the same address for every step": lambda: Walk().at(f"{POLICE}/", ASSAULT).sends().at(f"{POLICE}/", CONTACT),
    "one document, one form takes another's place": lambda: Walk().at(f"{POLICE}/", ASSAULT).gone().shows(CONTACT),
    "one document, the same form asks something else": lambda: Walk().at(f"{POLICE}/").shows(ASSAULT, name="f").shows(BORN, name="f"),
    "one document, the sent form stays hidden in it": lambda: Walk().at(f"{POLICE}/", ASSAULT).sends().shows(CONTACT),
    "one document, another address in the folder": lambda: police().gone().moves(f"{POLICE}/ro/assault/who").shows(CONTACT),
    "one document, another address after it was sent": lambda: (
        Walk().at(f"{POLICE}/", ASSAULT).sends().gone().moves(f"{POLICE}/2").shows(CONTACT)
    ),
    "asked, and gone on as it is": lambda: police().is_asked(seen.Choice.AS_IT_IS).at(f"{POLICE}/x/2", CONTACT),
    "asked, and gone on without the companies": lambda: police().is_asked(seen.Choice.WITHOUT_COMPANIES).at(f"{POLICE}/x/2", CONTACT),
}

STAY: dict[str, Callable[[], Walk]] = {
    "without anything before": lambda: Walk().at(f"{POLICE}/x/2", CONTACT),
    "the site's search on the next page": lambda: police().sends().at(f"{POLICE}/x/2", SEARCH),
    "the newsletter on the next page": lambda: police().sends().at(f"{POLICE}/x/2", NEWSLETTER),
    "the log-in on the next page": lambda: police().sends().at(f"{POLICE}/x/2", LOG_IN),
    "the cookies on the next page": lambda: police().sends().at(f"{POLICE}/ro/assault/2", COOKIES),
    "feedback on the same page": lambda: police().gone().shows(FEEDBACK),
    "a form beside the sensitive one": lambda: police().shows(LIBRARY),
    "a form beside a sensitive one that took the place of one that was sent": lambda: (
        Walk().at(f"{POLICE}/").shows(ASSAULT, name="f").sends().shows(HEALTH, name="f").shows(LIBRARY)
    ),
    "a form beside the sensitive one, which goes": lambda: Walk().at(f"{POLICE}/", LIBRARY, ASSAULT).gone().meant("f1"),
    "news, an article on abuse and then the search": lambda: Walk().at(f"{NEWS}/news/abuse", NEWSLETTER).at(f"{NEWS}/search", SEARCH),
    "news, a helpline's form and then another article": lambda: (
        Walk().at(f"{NEWS}/news/abuse-help", ABUSE).at(f"{NEWS}/news/gardens", LIBRARY)
    ),
    "a charity's helpline and then a gift": lambda: (
        Walk().at(f"{CHARITY}/get-help/helpline", ABUSE).sends().at(f"{CHARITY}/get-help/thanks").at(f"{CHARITY}/donate", DONATION)
    ),
    "a charity's gift, and then how it may write": lambda: (
        Walk()
        .at(f"{CHARITY}/get-help/helpline", ABUSE)
        .sends()
        .at(f"{CHARITY}/donate", DONATION)
        .sends()
        .at(f"{CHARITY}/donate/preferences", PREFERENCES)
    ),
    "a helpline's form that was not sent, and another corner of the site": lambda: (
        Walk().at(f"{CHARITY}/get-help/helpline", ABUSE).at(f"{CHARITY}/library", LIBRARY)
    ),
    "a report that was sent, its thanks, and another corner of the site": lambda: (
        police().sends().at(f"{POLICE}/ro/assault/thanks").at(f"{POLICE}/library", LIBRARY)
    ),
    "a council's pothole after its blue badge": lambda: (
        Walk().at(f"{COUNCIL}/report/badge", DISABILITY).sends().at(f"{COUNCIL}/report/pothole", POTHOLE)
    ),
    "a form on the front page that was not sent, and another corner of the site": lambda: (
        Walk().at(f"{POLICE}/", ASSAULT).at(f"{POLICE}/library", LIBRARY)
    ),
    "two services side by side": lambda: Walk().at(f"{COUNCIL}/services/badge", DISABILITY).at(f"{COUNCIL}/services/library", LIBRARY),
    "one question of a job application": lambda: Walk().at(f"{COUNCIL}/jobs/12", APPLY_FOR_JOB).sends().at(f"{COUNCIL}/jobs/13", LIBRARY),
    "asked, and not now": lambda: police().is_asked(seen.Choice.NOT_NOW).at(f"{POLICE}/library", LIBRARY),
    "asked, but it has not gone": lambda: police().is_asked(seen.Choice.WITHOUT_COMPANIES).has_not_gone().at(f"{POLICE}/library", LIBRARY),
    "another visit": lambda: police().sends().at("https://elsewhere.example/").waits(5).at(f"{POLICE}/ro/assault/who", CONTACT),
    "another site": lambda: police().sends().at(f"{CHARITY}/ro/assault/who", CONTACT),
    "another tab": lambda: police().sends().in_another_tab().at(f"{POLICE}/ro/assault/who", CONTACT),
    "one document, another corner of the site": lambda: police().gone().moves(f"{POLICE}/library").shows(LIBRARY),
}


@pytest.mark.parametrize("journey", INHERIT.values(), ids=INHERIT.keys())
def test_a_step_of_the_same_journey_is_sensitive_as_well(journey: Callable[[], Walk]) -> None:
    form = journey().form
    assert form.alone.level is not FormLevel.SENSITIVE
    assert form.judgement.level is FormLevel.SENSITIVE
    assert form.judgement.reasons[0].where == EARLIER


@pytest.mark.parametrize("journey", STAY.values(), ids=STAY.keys())
def test_what_is_no_step_of_it_stays_as_it_is(journey: Callable[[], Walk]) -> None:
    form = journey().form
    assert form.inherited is None
    assert form.judgement.level is not FormLevel.SENSITIVE


def test_what_is_inherited_is_what_was_decided_then_and_the_phrase_goes_along_from_step_to_step() -> None:
    walk = police()
    first = walk.form.judgement
    last = walk.sends().at(f"{POLICE}/x/2", CONTACT).sends().at(f"{POLICE}/y/3", BORN).form.judgement
    assert last.categories == first.categories
    assert last.score == first.score
    assert last.reasons[0] == Reason(EARLIER, first.reasons[0].text, first.reasons[0].category)


def test_a_form_that_may_be_about_something_keeps_that_behind_what_it_inherits() -> None:
    memory = FormMemory()
    memory.note(f"{POLICE}/r/a", "", FormJudgement(FormLevel.SENSITIVE, 0.9, ("health",), (Reason("title", "Illness", "health"),)))
    own = Reason("heading", "your bank", "finance")
    inherited = memory.recall(f"{POLICE}/r/b", "", FormJudgement(FormLevel.POSSIBLY, 0.4, ("finance",), (own,)))
    assert inherited == FormJudgement(FormLevel.SENSITIVE, 0.9, ("health", "finance"), (Reason(EARLIER, "Illness", "health"), own))


def test_a_sensitive_form_needs_no_memory() -> None:
    assert police().sends().at(f"{POLICE}/ro/assault/more", ASSAULT).form.inherited is None


def test_a_form_that_inherits_is_told_and_kept_like_any_other() -> None:
    walk = police().sends().at(f"{POLICE}/x/2", CONTACT)
    judged = walk.scene.last(happened.FormJudged)
    assert (judged.form_level, judged.categories) == (FormLevel.SENSITIVE, walk.form.judgement.categories)
    assert walk.scene.last(FormRecord) == FormRecord(f"b:{walk.page}", walk.newest, FormLevel.SENSITIVE)


def test_a_form_that_was_there_before_the_sensitive_one_is_told_again_when_it_no_longer_inherits() -> None:
    walk = police().sends().at(f"{POLICE}/x/2", LIBRARY)
    assert walk.form.inherited
    walk.shows(ASSAULT)
    assert [one.form_level for one in walk.scene.told(happened.FormJudged)[-2:]] == [FormLevel.NO, FormLevel.SENSITIVE]
    assert walk.meant("f2").form.inherited is None


def test_while_a_visit_is_paused_nothing_is_remembered_and_nothing_inherits() -> None:
    walk = police().sends()
    walk.scene.reports(seen.Paused(walk.page, True))
    walk.at(f"{POLICE}/ro/assault/2", CONTACT)
    assert walk.form.inherited is None
    walk.at(f"{POLICE}/ro/harm/2", ASSAULT)
    assert len(walk.scene.session._pages[key(walk.page)].visit.memory) == 1
    walk.at(f"{POLICE}/ro/assault/2", CONTACT)
    walk.scene.reports(seen.Paused(walk.page, False))
    assert walk.form.inherited


def test_a_visit_remembers_so_many_steps_and_the_newest_of_them() -> None:
    memory = FormMemory()
    judged = FormJudgement(FormLevel.SENSITIVE, 0.9, ("health",), (Reason("title", "Illness", "health"),))
    alone = FormJudgement(FormLevel.NO, 0.0, (), ())
    for number in range(MAX_STEPS + 1):
        memory.note(f"{POLICE}/j{number}/a", "", judged)
    assert len(memory) == MAX_STEPS
    assert memory.recall(f"{POLICE}/j0/b", "", alone) is None
    assert memory.recall(f"{POLICE}/j1/b", "", alone)


@pytest.mark.parametrize("url", ["http://[::1", "", "data:", "https://"], ids=["broken", "nothing", "no host", "half"])
def test_a_bad_address_leads_nowhere(url: str) -> None:
    memory = FormMemory()
    memory.came_up(url)
    memory.note(f"{POLICE}/r/a", "", FormJudgement(FormLevel.SENSITIVE, 0.9, ("health",), (Reason("title", "Illness", "health"),)))
    assert memory.recall(url, url, FormJudgement(FormLevel.NO, 0.0, (), ())) is None


def test_what_is_remembered_shows_no_address() -> None:
    walk = police().sends()
    memory = walk.scene.session._pages[key(walk.page)].visit.memory
    assert "northshire" not in repr(vars(memory))
