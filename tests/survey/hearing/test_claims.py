"""What every claim carries: when its first request went, the filter that flagged it, and which category its company is of."""

from tests.core.scenes import META, SITE, form
from tests.survey.hearing.said import asked, at, company, heard, knowledge, look, opened, sent, typed

from netcurtain.core.observation import Requests
from netcurtain.survey.hearing.gathering import Gathered, gather, joined
from netcurtain.survey.hearing.listening import Note
from netcurtain.survey.result import FilterSeen, Stage

ANALYTICS = "https://analytics.google.com/g/collect?v=2&tid=G-ABC123&en=page_view&dl=https%3A%2F%2Fwww.example.police.uk%2Freport"
ADVERTS = "https://pixel.doubleclick.net/view?v="
REFUSED_AT: dict[Stage | None, float] = {Stage.ARRIVED: 0, Stage.REFUSED: 1000}


def gathered(*notes: Note, begins: dict[Stage | None, float] | None = None) -> Gathered:
    return gather(heard(notes, begins), knowledge())


def adverts(number: int, time: float) -> Requests:
    return asked(f"{ADVERTS}{number}", f"a{number}", time)


def test_an_event_has_the_time_and_the_filter_of_the_first_request_that_told_it() -> None:
    other = META.replace("www.facebook.com", "pixel.facebook.com")
    found = gathered(
        at(2, opened()), at(60, asked(META, "r2", 50)), at(61, asked(other, "r1", 40)), at(62, asked(META, "r3", 45)),
        at(70, sent("r1", "r2", "r3")),
    )  # fmt: skip
    (event,) = look(found, Stage.ARRIVED).events
    assert (event.time, event.by) == (asked(META, time=40).requests[0].time, FilterSeen("||pixel.facebook.com^", "EasyPrivacy"))


def test_an_event_of_our_own_table_has_no_filter() -> None:
    found = gathered(at(2, opened()), at(20, asked(ANALYTICS, "r1", 10, type="ping")), at(30, sent("r1")))
    (event,) = look(found, Stage.ARRIVED, "Google").events
    assert (event.time, event.by) == (asked(META, time=10).requests[0].time, FilterSeen("", ""))


def test_what_was_typed_has_the_time_and_the_filter_of_its_request() -> None:
    found = gathered(
        at(2, opened(url=SITE)), at(5, form("Report", "Your name")), at(20, asked("https://www.facebook.com/x", "r1", 10)),
        at(25, typed("r1", 10)), at(30, sent("r1")),
    )  # fmt: skip
    (event,) = look(found, Stage.ARRIVED).events
    assert (event.time, event.by) == (asked(META, time=10).requests[0].time, FilterSeen("||www.facebook.com^", "EasyPrivacy"))


def test_a_company_has_the_category_of_most_of_its_requests_in_whichever_order_they_came() -> None:
    organisations = knowledge().organisations
    analytics, advertising = (organisations.of(url.split("/")[2], url) for url in (ANALYTICS, ADVERTS))
    assert analytics is not None
    assert advertising is not None
    assert analytics.category != advertising.category
    one = asked(ANALYTICS, "r1", 10, type="ping")
    first = gathered(at(2, opened()), at(20, one), at(21, adverts(1, 11)), at(22, adverts(2, 12)))
    last = gathered(at(2, opened()), at(21, adverts(1, 11)), at(22, adverts(2, 12)), at(23, one))
    assert {company(found, "Google").category for found in (first, last)} == {advertising.category}
    many = asked(ANALYTICS, "r1", 10, type="ping", count=3)
    assert company(gathered(at(2, opened()), at(20, many), at(21, adverts(1, 11)), at(22, adverts(2, 12))), "Google").category == (
        analytics.category
    )


def test_requests_of_every_stage_and_run_count_for_the_category() -> None:
    one = at(20, asked(ANALYTICS, "r1", 10, type="ping"))
    (category,) = {each.category for each in gathered(at(2, opened()), at(20, adverts(1, 11))).companies}
    of_analytics = gathered(at(2, opened()), one)
    in_stages = gathered(at(2, opened()), one, at(1020, adverts(1, 1010)), at(1021, adverts(2, 1011)), begins=REFUSED_AT)
    second = gathered(at(2, opened()), one, at(1020, adverts(1, 1010)), at(1021, adverts(2, 1011)), begins={None: 0, Stage.ACCEPTED: 1000})
    assert company(of_analytics, "Google").category != category
    assert company(in_stages, "Google").category == category
    assert company(joined(of_analytics, second), "Google").category == category
    assert company(joined(of_analytics, in_stages), "Google").category == category


def test_of_two_categories_with_as_many_requests_it_is_always_the_same() -> None:
    one, other = at(20, asked(ANALYTICS, "r1", 10, type="ping")), at(21, adverts(1, 11))
    both = [gathered(at(2, opened()), *notes) for notes in ((one, other), (other, one))]
    assert len({company(found, "Google").category for found in both}) == 1
