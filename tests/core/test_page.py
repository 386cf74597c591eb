"""A page and its visit as the pipeline fills them."""

import pytest

from netcurtain.core import counting
from netcurtain.core import flagged as flagged_file
from netcurtain.core import page as page_file
from netcurtain.core.consent import Consent
from netcurtain.core.event import PageKey
from netcurtain.core.finding import DecodedEvent, DecodedField, FlaggedBy, What
from netcurtain.core.flagged import Company, Flagged
from netcurtain.core.level import FormJudgement, FormLevel
from netcurtain.core.organisations import RECORDER
from netcurtain.core.page import Form, Page, Visit
from netcurtain.core.request import Fate


def new_page() -> Page:
    visit = Visit("v", "site.example", False)
    return Page(PageKey("b", "p"), 1, visit, "https://www.site.example/", "www.site.example", "", False, 1.0, True)


def flagged(number: int = 1, company: str = "Tee", *, host: str = "t.example", fate: Fate = Fate.ATTEMPTED) -> Flagged:
    return Flagged(f"r{number}", f"https://{host}/", "image", f"||{host}^", "EasyPrivacy", company, host, 1.0, fate)


def a_form(name: str, level: FormLevel = FormLevel.SENSITIVE, host: str = "", score: float = 0.9) -> Form:
    return Form(name, f"https://{host}/save" if host else "", host, FormJudgement(level, score, (), ()))


def fact(number: int) -> DecodedField:
    return DecodedField(What.BUTTON_TEXT, f"button {number}", "b")


def test_a_company_tells_what_went_out_from_what_was_only_tried() -> None:
    company = Company("Tee", "")
    tried, sent = flagged(1), flagged(2)
    tried.told, sent.told = (fact(1),), (fact(2),)
    company.note(tried)
    assert (company.went_out, company.told()) == (False, (fact(1),))
    sent.gets_to(Fate.SENT)
    company.note(sent)
    assert company.told() == (fact(2),)


def test_a_kind_of_fact_that_comes_late_is_not_missing_behind_many_of_another_kind() -> None:
    company, title = Company("Tee", ""), DecodedField(What.PAGE_TITLE, "Report it", "t")
    for number in range(counting.MAX_FACTS + 5):
        one = flagged(number, fate=Fate.SENT)
        one.told = (fact(number),)
        company.note(one)
    assert len(company.told()) == counting.MAX_FACTS
    late = flagged(1000, fate=Fate.SENT)
    late.told = (title, fact(1001))
    company.note(late)
    company.note(late)
    assert company.told()[counting.MAX_FACTS :] == (title,)


def test_requests_that_hold_much_are_let_go_of_before_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_file, "MAX_HELD", 40)
    page = new_page()
    every = [flagged(number) for number in range(8)]
    for one in every:
        page.flag(one, "", 1)
        told = tuple(fact(number) for number in range(4))
        one.read, one.said = (DecodedEvent("Tee", "Tee", None, told),), {"Tee was told something.": told}
        one.tells(told)
        page.note_told(one)
        page.note_told(one)
    # Each holds four facts, and an event with the same four.
    assert list(page.flagged) == ["r4", "r5", "r6", "r7"]
    assert page.held == sum(one.weight for one in page.flagged.values()) == 36
    assert [bool(one.read or one.told or one.said) for one in every] == [False] * 4 + [True] * 4
    assert len(page.companies["Tee"].newest) == 8
    monkeypatch.setattr(page_file, "MAX_HELD", 5)
    page.note_told(every[4])
    assert every[4].read, "not the one that is read right now"


def test_the_heaviest_form_is_the_main_one() -> None:
    page = new_page()
    assert page.main_form() is None
    for form in (
        a_form("no", FormLevel.NO, score=0.3),
        a_form("less", score=0.6),
        a_form("most", score=0.8),
        a_form("possibly", FormLevel.POSSIBLY),
    ):
        page.add_form(form)
    main = page.main_form()
    assert main is not None
    assert main.id == "most"


@pytest.mark.parametrize(
    ("forms", "hosts"),
    [
        ([], ()),
        ([a_form("a", host="a.example"), a_form("b", FormLevel.NO, host="search.example")], ("a.example",)),
        ([a_form("a", FormLevel.POSSIBLY, host="a.example"), a_form("b", host="b.example")], ("b.example", "a.example")),
        ([a_form("a", FormLevel.NO, host="a.example"), a_form("b", FormLevel.NO)], ("a.example",)),
    ],
)
def test_where_the_forms_go_that_matter(forms: list[Form], hosts: tuple[str, ...]) -> None:
    page = new_page()
    for form in forms:
        page.add_form(form)
    assert page.action_hosts() == hosts


def test_a_recorder_is_known_as_one_whatever_else_its_company_does() -> None:
    page = new_page()
    for number, category in enumerate(("advertising", RECORDER, "advertising")):
        page.flag(flagged(number), category, 1)
    assert page.companies["Tee"].category == RECORDER


@pytest.mark.parametrize(("host", "own"), [("t.example", []), ("stats.site.example", ["Tee"]), ("notsite.example", [])])
def test_a_visit_knows_who_is_on_its_sites_own_address(host: str, own: list[str]) -> None:
    page = new_page()
    page.flag(flagged(host=host), "", 1)
    assert list(page.visit.own_address) == own


def test_a_visit_counts_what_was_stopped_and_whom_something_reached() -> None:
    visit = Visit("v", "site.example", False)
    for number, fate in enumerate((Fate.SENT, Fate.STOPPED_BY_US, Fate.STOPPED_BY_US, Fate.STOPPED_BY_ANOTHER)):
        one = flagged(number, fate=fate)
        visit.meet(one)
        visit.note(one)
    assert (list(visit.reached), visit.stopped) == (["Tee"], {"Tee": 2})


def test_every_collection_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("MAX_TRACKED", "MAX_COMPANIES", "MAX_FILTERS", "MAX_FORMS", "MAX_ACTIONS", "MAX_ACTION_HOSTS", "MAX_FIELDS"):
        monkeypatch.setattr(page_file, limit, 3)
    monkeypatch.setattr(counting, "MAX_FACTS", 3)
    monkeypatch.setattr(flagged_file, "MAX_FILTERS", 3)
    page = new_page()
    for number in range(10):
        one = flagged(number, f"Company {number % 5}", host=f"t{number}.example")
        one.told = (fact(number),)
        page.visit.except_by(f"@@||e{number}^")
        if page.flag(one, "", 1):
            page.companies[one.organisation].note(one)
        page.add_form(a_form(f"f{number}", host=f"h{number}.example"))
    assert (len(page.flagged), len(page.companies), len(page.forms), len(page.actions), len(page.action_hosts())) == (3, 3, 3, 3, 3)
    assert (len(page.visit.companies), len(page.visit.exceptions)) == (3, 3)
    one_company = page.companies["Company 0"]
    for number in range(10):
        page.flag(one := flagged(number, "Company 0", host=f"t{number}.example"), "", 1)
        one_company.say(one, f"Sentence {number}.")
    assert (len(one_company.filters), len(one_company.sentences), len(page.visit.companies["Company 0"])) == (3, 3, 3)
    page.add_labels(f"Label {number}" for number in range(10))
    assert len(page.labels) == 3
    page.consents.extend((float(number), Consent.REFUSED) for number in range(page_file.MAX_CONSENTS + 5))
    assert len(page.consents) == page_file.MAX_CONSENTS


def test_what_no_filter_flagged_is_remembered_by_what_did() -> None:
    page = new_page()
    for number, why in enumerate((FlaggedBy.TYPED, FlaggedBy.KNOWN_VENDOR, FlaggedBy.FILTER)):
        one = flagged(number)
        one.flagged_by = why
        if why is not FlaggedBy.FILTER:
            one.filter = ""
        page.flag(one, "", 1)
    assert page.visit.companies == {"Tee": {"||t.example^": None}}
    assert list(page.visit.unlisted) == [("Tee", FlaggedBy.TYPED), ("Tee", FlaggedBy.KNOWN_VENDOR)]
    assert page.companies["Tee"].filters == {("||t.example^", "EasyPrivacy"): None}


@pytest.mark.parametrize(
    ("time", "consent"),
    [(1.0, None), (2.0, Consent.BEFORE_CHOICE), (4.9, Consent.BEFORE_CHOICE), (5.0, Consent.REFUSED), (9.0, Consent.REFUSED)],
)
def test_a_request_was_made_under_the_newest_choice_before_it(time: float, consent: Consent | None) -> None:
    page = new_page()
    page.consents.extend([(5.0, Consent.REFUSED), (2.0, Consent.BEFORE_CHOICE)])
    assert page.consent_at(time) is consent
