from typing import Any

import pytest
from tests.history.records import CHECKED_WITH

from netcurtain.core.consent import Consent
from netcurtain.core.finding import What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.history import stories, unseen, wording
from netcurtain.history.migrations import CONSENTS
from netcurtain.history.rows import MomentKind
from netcurtain.history.writing import Limits

META = "Meta (Facebook)"


def words(kept: Any, visit: str = "v1") -> list[str]:
    return [line.what for line in kept.told(visit).lines]


def test_a_visit_is_told_in_plain_words_oldest_first(kept: Any, make: Any) -> None:
    kept.store.keep(
        [
            make.page(),
            make.request(after=100),
            make.finding(after=100),
            make.form(),
            make.request("r2", after=20_000),
            make.finding(after=20_000, whats=(What.BUTTON_TEXT,)),
            make.fate(Fate.ANSWERED),
            make.fate(Fate.SENT, "r2"),
            make.submission(after=30_000),
        ]
    )
    assert [(line.time - make.time, line.what) for line in kept.told().lines] == [
        (0, "“Report a crime” was opened: https://www.police.example/report?step"),
        (0, "There was a form here that asks for something personal."),
        (100, "Meta (Facebook) was told page_address."),
        (20_000, "Meta (Facebook) was told button_text."),
        (30_000, "A form was sent from this page."),
    ]


def test_what_went_out_takes_the_place_of_what_was_only_tried(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(), make.request(), make.finding(Fate.ATTEMPTED), make.fate(Fate.SENT), make.finding(Fate.SENT)])
    assert words(kept)[1:] == ["Meta (Facebook) was told page_address."]
    assert kept.rows("SELECT rows FROM visits") == [(3,)]


def test_two_requests_of_the_same_moment_are_both_told(kept: Any, make: Any) -> None:
    button = {"whats": (What.BUTTON_TEXT,)}
    kept.store.keep([make.page(), make.finding(Fate.ATTEMPTED), make.finding(Fate.ATTEMPTED, **button)])
    kept.store.keep([make.finding(Fate.SENT), make.finding(Fate.SENT, **button)])
    assert set(words(kept)[1:]) == {
        "Meta (Facebook) was told page_address.",
        "Meta (Facebook) was told button_text.",
    }


def test_the_same_thing_told_again_on_a_page_is_said_once_but_each_sending_has_its_line(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(), *(make.finding(after=n) for n in range(5))])
    kept.store.keep([make.submission("s1", after=10), make.submission("s2", after=20), make.submission("s1", after=30)])
    assert [line.time - make.time for line in kept.told().lines] == [0, 0, 10, 20]


def test_two_pages_each_have_their_own_lines(kept: Any, make: Any) -> None:
    kept.store.keep([make.page("p1"), make.page("p2", started=make.time + 50), make.finding(page="p1"), make.finding(page="p2", after=60)])
    assert [line.time - make.time for line in kept.told().lines] == [0, 0, 50, 60]


@pytest.mark.parametrize(
    ("fate", "sentence"),
    [
        (Fate.ATTEMPTED, "This page tried to contact Hotjar."),
        (Fate.STOPPED_BY_US, "This page tried to contact Hotjar."),
        (Fate.STOPPED_BY_ANOTHER, "This page tried to contact Hotjar."),
        (Fate.SENT, "Hotjar was contacted by this page."),
        (Fate.ANSWERED, "Hotjar was contacted by this page."),
    ],
)
def test_a_company_that_nothing_can_be_read_of_was_contacted_only_if_seen_to_be(kept: Any, make: Any, fate: Fate, sentence: str) -> None:
    kept.store.keep([make.page(), make.request(organisation="Hotjar"), make.fate(fate), make.finding(fate, whats=())])
    assert words(kept)[1:] == [sentence]
    assert kept.told().lines[1].kind is (MomentKind.CONTACTED if fate.went_out else MomentKind.TRIED)


@pytest.mark.parametrize(("fate", "kind"), [(Fate.SENT, MomentKind.TOLD), (Fate.STOPPED_BY_US, MomentKind.TRIED)])
def test_a_moment_is_one_of_telling_only_where_it_went_out(kept: Any, make: Any, fate: Fate, kind: MomentKind) -> None:
    kept.store.keep([make.page(), make.request(), make.fate(fate), make.finding(fate)])
    assert [line.kind for line in kept.told().lines] == [MomentKind.OPENED, kind]


def test_a_company_that_was_only_seen_trying_to_be_told_but_was_reached_otherwise_was_contacted(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(), make.request(), make.finding(Fate.ATTEMPTED), make.request("r2", after=5, fate=Fate.SENT)])
    assert words(kept)[1:] == [
        "This page tried to tell Meta (Facebook) page_address.",
        "Meta (Facebook) was contacted by this page.",
    ]


@pytest.mark.parametrize(
    ("levels", "sensitive", "lines"),
    [
        ((FormLevel.POSSIBLY,), False, ["There was a form here that may ask for something personal."]),
        ((FormLevel.POSSIBLY, FormLevel.SENSITIVE), True, ["There was a form here that asks for something personal."]),
        ((FormLevel.SENSITIVE, FormLevel.POSSIBLY), True, ["There was a form here that asks for something personal."]),
        ((FormLevel.NO,), False, []),
    ],
)
def test_a_form_counts_by_the_most_it_was_seen_to_ask(
    kept: Any, make: Any, levels: tuple[FormLevel, ...], sensitive: bool, lines: list[str]
) -> None:
    kept.store.keep([make.page(), *(make.form(level) for level in levels)])
    assert words(kept)[1:] == lines
    assert kept.visits()[0].sensitive is sensitive


def test_a_page_without_a_title_is_named_by_its_address(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(title="", url="https://www.police.example/" + "a" * 5000)])
    (line,) = words(kept)
    assert line.startswith("A page was opened: https://www.police.example/aaa")
    assert len(line) < 400


def test_a_visit_row_counts_the_companies_that_something_went_out_to(kept: Any, make: Any) -> None:
    kept.store.keep([make.page("p1"), make.page("p2", started=make.time + 5)])
    kept.store.keep([make.request("r1"), make.request("r2"), make.request("r3", "p2"), make.request("r4", organisation="Google")])
    kept.store.keep([make.request("r5", organisation="Hotjar"), make.request("r6", organisation="Snap")])
    kept.store.keep([make.fate(Fate.SENT, "r1"), make.fate(Fate.ANSWERED, "r3", "p2"), make.fate(Fate.ANSWERED, "r4")])
    kept.store.keep([make.fate(Fate.STOPPED_BY_US, "r5")])
    (row,) = kept.visits()
    assert (row.visit, row.site, row.started, row.companies, row.sensitive) == ("v1", "police.example", make.time, 2, False)
    assert kept.told().row == row


def test_visits_come_newest_first_and_no_more_than_asked_for(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(f"p{n}", f"v{n}", started=make.time + n) for n in (2, 1, 3)])
    assert [row.visit for row in kept.visits()] == ["v3", "v2", "v1"]
    assert [row.visit for row in kept.visits(limit=2)] == ["v3", "v2"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", {"v1", "v2", "v3"}),
        ("POLICE", {"v1"}),
        ("facebook", {"v1"}),
        ("upper", {"v2"}),
        ("éditions", {"v2"}),
        ("STRASSE", {"v3"}),
        ("%", {"v3"}),
        ("_", {"v2"}),
        ("l_c", set()),
        ("\\", set()),
        ("'; DROP TABLE visits; --", set()),
        ("zzz", set()),
    ],
)
def test_a_search_looks_for_its_letters_in_sites_and_companies(kept: Any, make: Any, search: str, found: set[str]) -> None:
    kept.store.keep([make.page("p1", "v1"), make.page("p2", "v2", "under_score.Upper.example"), make.page("p3", "v3", "c.example")])
    kept.store.keep(
        [make.request(), make.request("r2", "p2", organisation="ÉDITIONS"), make.request("r3", "p3", organisation="100% Straße")]
    )
    assert {row.visit for row in kept.visits(search)} == found


def test_the_flagged_requests_are_listed_with_filter_and_fate_oldest_first_and_not_without_end(kept: Any, make: Any) -> None:
    many = [make.request(f"r{n}", after=n) for n in range(stories.MOST + 10, 0, -1)]
    kept.store.keep([make.page(), *many, make.fate(Fate.STOPPED_BY_US)])
    requests = kept.told().requests
    assert len(requests) == stories.MOST
    assert kept.told().more_requests == 10
    first = requests[0]
    assert (first.time, first.host, first.organisation) == (make.time + 1, "www.facebook.com", META)
    assert (first.filter, first.filter_list, first.fate) == ("||facebook.com/tr", "EasyPrivacy", Fate.STOPPED_BY_US)


def test_a_story_does_not_go_on_without_end(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(), *(make.submission(f"s{n}", after=n) for n in range(stories.MOST + 10))])
    assert len(kept.told().lines) == stories.MOST
    assert kept.told().more_moments == 11


def test_a_visit_that_is_not_kept_has_no_story(kept: Any) -> None:
    assert kept.story("nothing") is None


def test_each_moment_says_what_it_is_about_and_how_consent_stood_then(kept: Any, make: Any) -> None:
    """The same thing told before a choice and after it are two moments."""
    kept.take(make.page(circumstances=CHECKED_WITH), make.page("p2", started=make.time + 1000, circumstances=CHECKED_WITH), make.form())
    kept.take(
        make.consent(Consent.BEFORE_CHOICE, after=10), make.consent(Consent.ACCEPTED, after=30), make.consent(Consent.ACCEPTED, after=35)
    )
    kept.take(*(make.finding(after=after) for after in (5, 10, 20, 30, 40)), make.submission(after=50))
    kept.take(make.request("r9", "p2", after=1001, organisation="Google", fate=Fate.SENT))
    before, accepted = Consent.BEFORE_CHOICE, Consent.ACCEPTED
    assert [(line.time - make.time, line.kind, line.organisation, line.consent) for line in kept.told().lines] == [
        (0, MomentKind.OPENED, "", None),
        (0, MomentKind.FORM, "", None),
        (5, MomentKind.TOLD, META, None),
        (10, MomentKind.CONSENT, "", before),
        (10, MomentKind.TOLD, META, before),
        (30, MomentKind.CONSENT, "", accepted),
        (30, MomentKind.TOLD, META, accepted),
        (50, MomentKind.SENT, "", accepted),
        (1000, MomentKind.OPENED, "", None),
        (1001, MomentKind.CONTACTED, "Google", None),
    ]
    assert kept.told().lists == CHECKED_WITH.lists
    assert kept.told().not_seen == (wording.ELSEWHERE,)


def test_what_could_not_be_seen_is_said(kept: Any, make: Any) -> None:
    kept.take(make.page(circumstances=CHECKED_WITH, from_start=False), make.page("p2", "v2"))
    assert kept.told().not_seen == (wording.MISSED_A_START, wording.ELSEWHERE)
    assert kept.told("v2").not_seen == (wording.LISTS_UNKNOWN, wording.ELSEWHERE)


def test_where_a_visit_is_full_that_is_said(kept: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unseen, "Limits", lambda: Limits(rows_a_visit=2))
    kept.take(make.page(circumstances=CHECKED_WITH))
    assert wording.NOT_ALL_OF_IT not in kept.told().not_seen
    kept.take(make.request())
    assert wording.NOT_ALL_OF_IT in kept.told().not_seen


def test_every_state_of_consent_has_its_words() -> None:
    assert set(wording.CONSENT) == set(Consent)
    assert set(CONSENTS) == set(Consent)
