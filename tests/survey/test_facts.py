"""survey/facts.py: what follows from a result. Three answers, never two: met, not met, and nobody can say."""

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.survey import made

from netcurtain.core.finding import What
from netcurtain.core.level import Level
from netcurtain.core.wording import recorders
from netcurtain.survey import facts
from netcurtain.survey.asked import Address
from netcurtain.survey.facts import State
from netcurtain.survey.report.counts import each_once
from netcurtain.survey.result import Choosing, FilterSeen, PageSurveyed, Stage
from netcurtain.survey.sites import with_repeats
from netcurtain.survey.trouble import Trouble

BEFORE, REFUSED, ACCEPTED = State.BEFORE, State.AFTER_REFUSING, State.AFTER_ACCEPTING
ON_ARRIVAL = made.company("A Company", made.look())
ALWAYS = made.company("A Company", made.look(), made.look(Stage.REFUSED), made.look(Stage.ACCEPTED))


def test_every_stage_belongs_to_one_state() -> None:
    assert sorted(stage for stages in facts.STAGES.values() for stage in stages) == sorted(Stage)


@pytest.mark.parametrize(
    ("page", "met"),
    [
        (made.page(ON_ARRIVAL), [True, False, False]),
        (made.page(ALWAYS), [True, True, True]),
        (made.page(made.company("A Company", made.look(Stage.TOUCHED))), [True, False, False]),
        (made.page(made.company("A Company", made.look(Stage.ACCEPTED))), [False, False, True]),
        (made.page(ON_ARRIVAL, banner=""), [True, None, None]),
        (made.page(ALWAYS, refused=Choosing.FAILED), [True, None, True]),
        (made.page(ALWAYS, refused=Choosing.NO_WAY), [True, None, True]),
        (made.page(ON_ARRIVAL, trouble=Trouble.TIMED_OUT), [True, None, None]),
        (made.page(made.company("A Company", made.look(Stage.ACCEPTED)), trouble=Trouble.CRASHED), [None, None, True]),
        (
            made.page(ON_ARRIVAL, seen=(made.seen(), made.seen(Stage.REFUSED, from_start=False), made.seen(Stage.ACCEPTED))),
            [True, None, False],
        ),
    ],
    ids=["before", "always", "on_touch", "only_after_accepting", "no_banner", "refusing_failed", "no_way", "trouble", "crashed", "missed"],
)
def test_met_says_yes_no_or_that_nobody_can_say(page: PageSurveyed, met: list[bool | None]) -> None:
    assert [facts.met(page, page.companies[0], state) for state in State] == met
    assert [facts.contacted(page, page.companies[0], state) for state in State] == met
    assert [facts.requests(page, page.companies[0], state) for state in State] == [None if one is None else int(one) for one in met]


def test_met_is_not_contacted_where_nothing_was_seen_to_leave() -> None:
    page = made.page(made.company("A Company", made.look(went_out=False)))
    assert facts.met(page, page.companies[0], BEFORE) is True
    assert facts.contacted(page, page.companies[0], BEFORE) is False


def test_a_company_of_no_page_was_met_in_no_state_that_was_seen() -> None:
    page = made.page(banner="")
    assert [facts.met(page, None, state) for state in State] == [False, None, None]


def test_requests_of_both_stages_before_a_choice_are_counted_together() -> None:
    page = made.page(made.company("A Company", made.look(requests=3), made.look(Stage.TOUCHED, requests=4)))
    assert facts.requests(page, page.companies[0], BEFORE) == 7
    assert facts.all_requests(page, BEFORE) == 24
    assert facts.third_party_hosts(page, BEFORE) == 2


def test_a_page_says_nothing_of_a_state_that_was_not_reached() -> None:
    page = made.page(banner="")
    assert [facts.all_requests(page, state) for state in State] == [24, None, None]
    assert [facts.third_party_hosts(page, state) for state in State] == [2, None, None]
    assert [facts.level(page, state) for state in State] == [Level.NOTICE, None, None]


@pytest.mark.parametrize(
    "more",
    [{"trouble": Trouble.BUSY, "seen": (made.seen(),)}, {"banner": "", "seen": (made.seen(from_start=False),)}],
    ids=["trouble", "missed"],
)
def test_what_was_not_seen_wholly_is_not_told_as_all_there_was(more: dict[str, Any]) -> None:
    page = made.page(**more)
    assert (facts.all_requests(page, BEFORE), facts.third_party_hosts(page, BEFORE), facts.level(page, BEFORE)) == (None, None, None)


def test_a_warning_stays_one_whatever_was_not_seen() -> None:
    page = made.page(trouble=Trouble.BUSY, seen=(made.seen(level=Level.WARNING),))
    assert facts.level(page, BEFORE) is Level.WARNING


@pytest.mark.parametrize(
    ("page", "judged"),
    [
        (made.page(), False),
        (made.page(seen=(made.seen(sensitive=True),)), True),
        (made.page(seen=(made.seen(Stage.REFUSED, sensitive=True),)), None),
        (made.page(seen=(made.seen(sensitive=True),), trouble=Trouble.BUSY), True),
        (made.page(seen=(made.seen(),), trouble=Trouble.BUSY), None),
        (made.page(seen=()), None),
    ],
    ids=["no", "yes", "another_state", "yes_until_trouble", "trouble", "nothing_seen"],
)
def test_a_page_is_judged_or_nobody_can_say(page: PageSurveyed, judged: bool | None) -> None:
    assert facts.judged(page, BEFORE) is judged


@pytest.mark.parametrize(
    ("more", "title"),
    [({}, False), ({"trouble": Trouble.BUSY}, None), ({"seen": (made.seen(), made.seen(Stage.TOUCHED, from_start=False))}, None)],
    ids=["whole", "trouble", "missed"],
)
def test_that_a_company_was_not_told_something_is_said_only_of_a_whole_page(more: dict[str, Any], title: bool | None) -> None:
    page = made.page(ON_ARRIVAL, **more)
    assert facts.told(page, page.companies[0], What.PAGE_ADDRESS) is True
    assert facts.told(page, page.companies[0], What.PAGE_TITLE) is title


def test_that_a_company_was_told_nothing_in_a_state_is_said_only_of_a_whole_page() -> None:
    nothing = made.company("A Company", made.look(told=()))
    for trouble, kinds in ((None, ()), (Trouble.BUSY, None)):
        assert facts.kinds_told_in(made.page(nothing, trouble=trouble), nothing, BEFORE) == kinds
    assert facts.kinds_told_in(made.page(ON_ARRIVAL, trouble=Trouble.BUSY), ON_ARRIVAL, BEFORE) == (What.PAGE_ADDRESS,)


FAILED_CHOICE = made.page(
    made.company("Before", made.look()),
    made.company("After", made.look(Stage.REFUSED, told=["page_title"])),
    refused=Choosing.FAILED,
    accepted=Choosing.NOT_TRIED,
    seen=(made.seen(), made.seen(Stage.REFUSED, sensitive=True, categories=("health",), from_start=False, level=Level.WARNING)),
)
"""What was seen after the press may have been another page's."""


def test_what_was_seen_after_a_choice_that_failed_counts_nowhere() -> None:
    before, after = FAILED_CHOICE.companies
    assert facts.companies(FAILED_CHOICE) == (before,)
    assert facts.looks(FAILED_CHOICE, after) == ()
    assert [facts.reached(FAILED_CHOICE, state) for state in State] == [True, False, False]
    assert [facts.met(FAILED_CHOICE, after, state) for state in State] == [False, None, None]
    assert facts.seen(FAILED_CHOICE, REFUSED) == ()
    assert [one.stage for one in facts.seen(FAILED_CHOICE)] == [Stage.ARRIVED]
    assert facts.sensitive(FAILED_CHOICE) is False
    assert [facts.level(FAILED_CHOICE, state) for state in State] == [Level.NOTICE, None, None]
    assert facts.wholly(FAILED_CHOICE), "that it was missed in part is of no stage that counts"


def test_what_was_seen_only_after_a_choice_that_failed_is_neither_said_nor_denied() -> None:
    before, after = FAILED_CHOICE.companies
    assert facts.judged(FAILED_CHOICE) is None
    assert facts.judged(FAILED_CHOICE, BEFORE) is False
    assert facts.categories(FAILED_CHOICE) is None
    assert facts.told(FAILED_CHOICE, after, What.PAGE_TITLE) is None
    assert facts.told(FAILED_CHOICE, before, What.PAGE_TITLE) is False
    only_after = made.page(after, refused=Choosing.FAILED, seen=(made.seen(), made.seen(Stage.REFUSED)))
    assert facts.met_nobody(only_after) is None


def test_that_a_company_was_told_nothing_is_not_said_where_it_was_told_after_a_choice_that_failed() -> None:
    later = made.company("A Company", made.look(told=()), made.look(Stage.REFUSED, told=["page_address"]))
    page = made.page(later, refused=Choosing.FAILED, accepted=Choosing.NOT_TRIED)
    assert facts.wholly(page)
    assert facts.told(page, later, What.PAGE_ADDRESS) is None
    assert facts.kinds_told_in(page, later) is None
    assert facts.kinds_told_in(page, later, BEFORE) == (), "before the press it was told nothing"
    assert facts.told_nothing(page) is False
    nothing = made.company("A Company", made.look(told=()), made.look(Stage.REFUSED, told=()))
    page = made.page(nothing, refused=Choosing.FAILED, accepted=Choosing.NOT_TRIED)
    assert (facts.kinds_told_in(page, nothing), facts.kinds_tried_in(page, nothing), facts.told_nothing(page)) == ((), (), True)


def test_that_nothing_was_only_tried_is_not_said_where_it_was_after_a_choice_that_failed() -> None:
    later = made.company("A Company", made.look(told=()), made.look(Stage.REFUSED, told=["page_title"], went_out=False))
    page = made.page(later, refused=Choosing.FAILED, accepted=Choosing.NOT_TRIED)
    assert facts.kinds_tried_in(page, later) is None
    assert facts.kinds_tried_in(made.page(later), later) == (What.PAGE_TITLE,)
    assert facts.kinds_tried_in(made.page(ON_ARRIVAL), ON_ARRIVAL) == ()
    assert facts.kinds_tried_in(made.page(ON_ARRIVAL, trouble=Trouble.BUSY), ON_ARRIVAL) is None


@pytest.mark.parametrize(
    ("page", "nobody"),
    [
        (made.page(), True),
        (made.page(ON_ARRIVAL), False),
        (made.page(ON_ARRIVAL, trouble=Trouble.BUSY), False),
        (made.page(trouble=Trouble.BUSY, seen=(made.seen(),)), None),
        (made.page(seen=(made.seen(from_start=False),)), None),
        (made.page(trouble=Trouble.NOT_FOUND), None),
    ],
    ids=["nobody", "somebody", "somebody until trouble", "trouble", "missed", "not there"],
)
def test_that_nobody_was_met_is_said_only_of_a_whole_page(page: PageSurveyed, nobody: bool | None) -> None:
    assert facts.met_nobody(page) is nobody


@pytest.mark.parametrize(
    ("more", "categories"),
    [
        ({"seen": (made.seen(sensitive=True, categories=("health",), from_start=False),)}, ("health",)),
        ({"seen": (made.seen(),)}, ()),
        ({"seen": (made.seen(from_start=False),)}, None),
        ({"seen": (made.seen(), made.seen(Stage.TOUCHED, from_start=False))}, None),
        ({"seen": (made.seen(),), "trouble": Trouble.BUSY}, None),
        ({"seen": ()}, None),
    ],
    ids=["some, in part", "none", "missed", "missed later", "trouble", "nothing seen"],
)
def test_that_a_page_asks_about_nothing_is_said_only_of_a_whole_page(more: dict[str, Any], categories: tuple[str, ...] | None) -> None:
    assert facts.categories(made.page(**more)) == categories


@pytest.mark.parametrize(
    ("more", "forms"),
    [
        ({"forms": 2}, 2),
        ({"forms": 2, "trouble": Trouble.BUSY}, 2),
        ({"forms": 0}, 0),
        ({"forms": 0, "trouble": Trouble.BUSY}, None),
        ({"forms": None}, None),
    ],
    ids=["two", "two until trouble", "none", "none until trouble", "no answer"],
)
def test_that_a_page_has_no_form_is_said_only_where_that_was_seen(more: dict[str, Any], forms: int | None) -> None:
    assert facts.forms(made.page(seen=(made.seen(),), **more)) == forms


def test_that_a_page_has_no_banner_is_said_only_where_that_was_seen() -> None:
    page, troubled = made.page(banner=""), made.page(banner="", trouble=Trouble.BUSY, seen=(made.seen(),))
    assert facts.choice(page, Choosing.NO_BANNER) is Choosing.NO_BANNER
    assert facts.choice(troubled, Choosing.NO_BANNER) is None
    assert facts.choice(troubled, Choosing.NOT_TRIED) is Choosing.NOT_TRIED
    assert facts.choice(page, None) is None


def test_a_line_that_asks_what_an_earlier_one_asked_repeats_its_pages() -> None:
    pages = [made.page(number=3), made.page(number=3, of_site=2, clicks=1), made.page(number=5, asked="https://police.example/")]
    site = made.site(*pages)
    again = with_repeats(site, {3: (Address(7, "https://police.example/report", "Again"),)})
    assert facts.repeats(again) == {"0007-01": "0003-01", "0007-02": "0003-02"}
    assert facts.repeats(site) == {}


def test_lines_that_hold_no_address_repeat_nothing_and_are_counted_each() -> None:
    pages = [made.page(number=number, site="", asked="n/a", url="n/a", trouble=Trouble.NO_ADDRESS) for number in (1, 2)]
    assert facts.repeats(made.site(*pages)) == {}
    assert each_once(pages) == tuple(pages)


def test_an_address_that_chromium_takes_for_none_is_one_all_the_same_and_its_repeats_are_counted_once() -> None:
    site = made.site(made.page(number=3, trouble=Trouble.NO_ADDRESS, detail="net::ERR_UNKNOWN_URL_SCHEME"))
    again = with_repeats(site, {3: (Address(7, "https://police.example/report", "Again"),)})
    assert facts.repeats(again) == {"0007-01": "0003-01"}
    assert len(each_once(again.pages)) == 1


def test_the_level_of_a_state_is_its_highest() -> None:
    page = made.page(seen=(made.seen(level=Level.NOTICE), made.seen(Stage.TOUCHED, level=Level.WARNING)), banner="")
    assert facts.level(page, BEFORE) is Level.WARNING


def test_told_is_what_was_seen_to_leave_and_tried_is_the_rest() -> None:
    looks = (
        made.look(events=(made.event("page_title", "page_address"), made.event("identity", "page_title", went_out=False))),
        made.look(Stage.TOUCHED, events=(made.event("button_text", "a kind of a later version"),)),
    )
    assert facts.kinds_told(looks) == (What.PAGE_ADDRESS, What.PAGE_TITLE, What.BUTTON_TEXT)
    assert facts.kinds_tried(looks) == (What.IDENTITY,)


def test_sentences_are_those_of_the_requests_else_those_of_the_company_each_once() -> None:
    told = made.look(events=(made.event(sentence="It was told this."), made.event(sentence="It was told this.")), sentences=("Whole.",))
    whole = made.look(events=(), sentences=("Whole.", "Whole."))
    assert facts.sentences(made.company("A Company", told), (told,)) == ("It was told this.",)
    assert facts.sentences(made.company("A Company", whole), (whole,)) == ("Whole.",)


def test_what_a_recorder_can_do_is_always_said() -> None:
    recorder = recorders(["Hotjar"])
    look = made.look(events=(made.event(sentence="Hotjar was told this."),), sentences=("Hotjar was contacted.", recorder))
    assert facts.sentences(made.company("Hotjar", look), (look,)) == ("Hotjar was told this.", recorder)


def test_sentences_hold_no_address_of_anybody() -> None:
    look = made.look(events=(made.event(sentence="A Company was told jo.doe@mail.example."),))
    assert "jo.doe" not in "".join(facts.sentences(made.company("A Company", look), (look,)))


def test_a_filter_stands_with_its_list_and_the_lists_version() -> None:
    made_with = made.made_with()
    assert facts.filter_line(made.FILTER, made_with) == "||tracker.example^ (EasyPrivacy, version 202608130000)"
    assert facts.filter_line(FilterSeen("||a^", "Another list"), made_with) == "||a^ (Another list)"
    assert facts.filter_line(FilterSeen("", ""), made_with) == ""
    assert facts.list_lines(made_with) == ("EasyPrivacy, version 202608130000, 52,000 filters",)


def test_hosts_filters_and_the_first_moment_are_gathered_over_looks() -> None:
    looks = (made.look(first_seen=2000.0, hosts=("a", "b")), made.look(Stage.TOUCHED, first_seen=1000.0, hosts=("b", "c")))
    assert facts.hosts(looks) == ("a", "b", "c")
    assert facts.filters(looks) == (made.FILTER,)
    assert facts.first_seen(looks) == 1000.0
    assert facts.first_seen(()) is None


@pytest.mark.parametrize(
    ("milliseconds", "moment"),
    [
        (made.STARTED, datetime(2026, 8, 13, 14, tzinfo=UTC)),
        (None, None),
        (0.0, None),
        (float("inf"), None),
        (1e30, None),
        (float("nan"), None),
    ],
    ids=["a_day", "none", "zero", "inf", "too_late", "nan"],
)
def test_moments_are_utc_or_none(milliseconds: float | None, moment: datetime | None) -> None:
    assert facts.moment(milliseconds) == moment
