from typing import Any

import msgspec
import pytest
from tests.history.records import CHECKED_WITH

from netcurtain.core.consent import Consent
from netcurtain.core.finding import DecodedField, Identity, IdentityForm, IdentityKind, What
from netcurtain.core.record import FindingRecord
from netcurtain.core.request import Fate
from netcurtain.history.changes import compared
from netcurtain.history.recording import kinds_of
from netcurtain.history.rows import Change, CompanyChange, Doubt, VisitRow
from netcurtain.history.seen import Said, Seen, SeenCompany, together

OLDER, NEWER = (VisitRow(name, "police.example", started, 0, sensitive=False) for name, started in (("v1", 1.0), ("v2", 2.0)))
META = "Meta (Facebook)"


WHATS = {"A": What.PAGE_ADDRESS, "B": What.PAGE_TITLE, "T": What.EVENT, "U": What.ACCOUNT}


def said(*words: str) -> Said:
    """Each word says one kind of fact by its first letter, in whatever wording."""
    return Said(frozenset(words), kinds_of(DecodedField(WHATS[word[0]], "", "p") for word in words))


def told(*words: str, tried: tuple[str, ...] = ()) -> SeenCompany:
    return SeenCompany(said(*words), said(*tried), reached=bool(words))


def of_version_1(*words: str, tried: tuple[str, ...] = ()) -> SeenCompany:
    return SeenCompany(Said(frozenset(words), 0, not words), Said(frozenset(tried), 0, not tried), reached=bool(words))


CONTACTED, TRIED = SeenCompany(reached=True), SeenCompany(tried=said("T"))
CASES: dict[str, tuple[SeenCompany | None, SeenCompany | None, Change]] = {
    "new": (None, TRIED, Change.GAINED),
    "gone": (told("A"), None, Change.LOST),
    "the same": (told("A", tried=("T",)), told("A", tried=("T",)), Change.SAME),
    "told one thing more": (told("A"), told("A", "B"), Change.TOLD_MORE),
    "told another thing": (told("A"), told("B"), Change.TOLD_MORE),
    "told one thing less": (told("A", "B"), told("A"), Change.TOLD_LESS),
    "told, then stopped": (told("A"), TRIED, Change.TOLD_LESS),
    "stopped, then told": (TRIED, told("A"), Change.TOLD_MORE),
    "told, then only contacted": (told("A"), CONTACTED, Change.TOLD_LESS),
    "contacted, then told": (CONTACTED, told("A"), Change.TOLD_MORE),
    "contacted, then only tried": (CONTACTED, TRIED, Change.TOLD_LESS),
    "tried, then contacted": (SeenCompany(), CONTACTED, Change.TOLD_MORE),
    "only contacted on both": (CONTACTED, CONTACTED, Change.SAME),
    "tried to tell more": (TRIED, SeenCompany(tried=said("T", "U")), Change.TRIED_MORE),
    "tried to tell less": (TRIED, SeenCompany(), Change.TRIED_LESS),
    "told the same, and tried to tell more": (told("A"), told("A", tried=("T",)), Change.TRIED_MORE),
    "one of two alike was stopped": (told("A"), told("A", tried=("A",)), Change.SAME),
    "told in another language": (told("A", tried=("T",)), told("A yn Gymraeg", tried=("T yn Gymraeg",)), Change.SAME),
    "told after another answer about cookies": (told("A. Before."), told("A. After."), Change.SAME),
    "told by version 1": (of_version_1("x"), told("A", "B"), Change.SAME),
    "told nothing by version 1": (of_version_1(tried=("x",)), told("A"), Change.TOLD_MORE),
    "tried by version 1": (of_version_1(tried=("x",)), TRIED, Change.SAME),
}


@pytest.mark.parametrize(("before", "after", "change"), CASES.values(), ids=CASES)
def test_a_company_gained_lost_or_was_told_more_or_less(before: SeenCompany | None, after: SeenCompany | None, change: Change) -> None:
    older = Seen(OLDER, {META: before} if before else {})
    newer = Seen(NEWER, {META: after} if after else {})
    (company,) = compared(older, newer).companies
    assert company.change is change
    assert bool(company.before) is (before is not None)
    assert bool(company.after) is (after is not None)


def test_what_is_new_stands_first_and_what_is_the_same_last() -> None:
    older = Seen(OLDER, {"Same": CONTACTED, "Lost": CONTACTED, "Less": told("A")})
    newer = Seen(NEWER, {"Same": CONTACTED, "Less": CONTACTED, "b gained": CONTACTED, "A gained": CONTACTED})
    assert [company.organisation for company in compared(older, newer).companies] == ["A gained", "b gained", "Lost", "Less", "Same"]


DOUBTFUL: dict[str, tuple[dict[str, Any], Doubt]] = {
    "other pages": ({"addresses": frozenset("b")}, Doubt.OTHER_PAGES),
    "other lists": ({"lists": frozenset("b")}, Doubt.OTHER_LISTS),
    "another answer about cookies": ({"consents": frozenset({Consent.REFUSED})}, Doubt.OTHER_CONSENT),
    "no question about cookies": ({"consents": frozenset()}, Doubt.OTHER_CONSENT),
    "stopped on one": ({"stopped": True}, Doubt.STOPPED),
    "unknown lists": ({"lists": frozenset(), "doubts": frozenset({Doubt.LISTS_UNKNOWN})}, Doubt.LISTS_UNKNOWN),
    **{doubt: ({"doubts": frozenset({doubt})}, doubt) for doubt in (Doubt.MISSED_A_START, Doubt.GAPS, Doubt.FULL)},
    "kept by version 1": ({"companies": {META: of_version_1("x")}}, Doubt.KINDS_UNKNOWN),
}
PLAIN: dict[str, Any] = {"companies": {META: told("A")}, "addresses": frozenset("a"), "lists": frozenset("l"), "consents": frozenset("c")}


@pytest.mark.parametrize(("other", "doubt"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_speaks_against_comparing_them_is_told_whichever_visit_it_is_of(other: dict[str, Any], doubt: Doubt) -> None:
    plain, doubtful = Seen(OLDER, **PLAIN), Seen(NEWER, **{**PLAIN, **other})
    assert compared(plain, doubtful).doubts == compared(doubtful, plain).doubts == (doubt,)
    assert compared(plain, plain).doubts == ()


def test_what_both_shelves_saw_of_a_visit_is_put_together() -> None:
    refused = frozenset({Consent.REFUSED})
    one = Seen(OLDER, {META: told("A"), "Google": CONTACTED}, frozenset({"u"}), frozenset({"l"}), stopped=True)
    other = Seen(
        NEWER,
        {META: told("B", tried=("T",)), "Google": SeenCompany()},
        frozenset({"w"}),
        frozenset({"l"}),
        refused,
        doubts=frozenset({Doubt.FULL}),
    )
    companies = {META: told("A", "B", tried=("T",)), "Google": CONTACTED}
    both = Seen(OLDER, companies, frozenset({"u", "w"}), frozenset({"l"}), refused, True, frozenset({Doubt.FULL}))
    assert together(OLDER, [one, other]) == both


def test_of_an_identity_it_counts_which_part_of_it_was_told() -> None:
    email, city = (DecodedField(What.IDENTITY, Identity(kind, IdentityForm.PLAIN), "p") for kind in (IdentityKind.EMAIL, IdentityKind.CITY))
    assert kinds_of([email]) != kinds_of([city])
    assert kinds_of([email, city]) == kinds_of([email]) | kinds_of([city])


def test_how_the_question_about_cookies_stood_alone_makes_no_company_told_more(kept: Any, make: Any) -> None:
    before, after = make.finding(), make.finding(page="p2", after=9)
    worded = msgspec.structs.replace(after.finding, sentence=after.finding.sentence + " This was after cookies had been agreed to.")
    kept.take(make.page(), make.consent(Consent.REFUSED), before)
    kept.take(make.page("p2", "v2", started=make.time + 9), make.consent(page="p2", after=9), FindingRecord("p2", worded))
    change = kept.compared("v1", "v2")
    assert [company.change for company in change.companies] == [Change.SAME]
    assert change.doubts == (Doubt.LISTS_UNKNOWN, Doubt.OTHER_CONSENT)


def test_stopped_requests_and_pages_that_were_not_seen_from_the_start_are_seen(kept: Any, make: Any) -> None:
    kept.take(make.page(from_start=False, circumstances=CHECKED_WITH), make.request(fate=Fate.STOPPED_BY_US))
    kept.take(make.page("p2", "v2", started=make.time + 9, circumstances=CHECKED_WITH), make.request("r1", "p2", fate=Fate.SENT))
    assert kept.compared("v1", "v2").doubts == (Doubt.MISSED_A_START, Doubt.STOPPED)


def test_two_visits_out_of_the_history(kept: Any, make: Any) -> None:
    kept.take(make.page(), make.request(), make.fate(Fate.SENT), make.finding(), make.request("r2", organisation="Google"))
    kept.take(make.page("p2", "v2", started=make.time + 9), make.request("r1", "p2", fate=Fate.STOPPED_BY_US))
    kept.take(make.finding(Fate.ATTEMPTED, "p2"), make.request("r3", "p2", organisation="Hotjar", fate=Fate.SENT))
    change = kept.compared("v1", "v2")
    assert (change.older.visit, change.newer.visit, change.doubts) == ("v1", "v2", (Doubt.LISTS_UNKNOWN, Doubt.STOPPED))
    assert change.companies == (
        CompanyChange("Hotjar", Change.GAINED, (), ("Hotjar was contacted by this page.",)),
        CompanyChange("Google", Change.LOST, ("This page tried to contact Google.",), ()),
        CompanyChange(META, Change.TOLD_LESS, (f"{META} was told page_address.",), (f"This page tried to tell {META} page_address.",)),
    )
    assert kept.compared("v2", "v1") == change


def test_visits_that_are_not_there_or_to_another_site_are_not_compared(kept: Any, make: Any) -> None:
    kept.take(make.page(), make.page("p2", "v2", "library.example"))
    assert kept.compared("v1", "v2") is None
    assert kept.compared("v1", "v3") is None
