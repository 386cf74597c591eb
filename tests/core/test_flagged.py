"""How far a request got, and what its company is told to know by that: counted, and taken back."""

from itertools import permutations

import pytest

from netcurtain.core import counting
from netcurtain.core.finding import DecodedEvent, DecodedField, What
from netcurtain.core.flagged import Company, Flagged
from netcurtain.core.request import Fate

ATTEMPTED, SENT, ANSWERED, STOPPED = Fate.ATTEMPTED, Fate.SENT, Fate.ANSWERED, Fate.STOPPED_BY_ANOTHER


def flagged(*told: int, name: str = "r1") -> Flagged:
    one = Flagged(name, "https://t.example/", "image", "||t.example^", "EasyPrivacy", "Tee", "t.example", 1.0)
    one.tells(tuple(fact(number) for number in told))
    return one


def fact(number: int) -> DecodedField:
    return DecodedField(What.BUTTON_TEXT, f"button {number}", "b")


def after(*words: Fate) -> Flagged:
    one = flagged()
    for word in words:
        one.gets_to(word)
    return one


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ((SENT, ATTEMPTED), ATTEMPTED),
        ((SENT, ATTEMPTED, SENT, ATTEMPTED), ATTEMPTED),
        ((SENT, ATTEMPTED, ANSWERED), ANSWERED),
        ((SENT, STOPPED), SENT),
        ((STOPPED, SENT), SENT),
        ((STOPPED, ATTEMPTED, SENT), STOPPED),
    ],
)
def test_a_request_that_was_sent_and_reached_nobody_was_attempted(words: tuple[Fate, ...], fate: Fate) -> None:
    assert after(*words).fate is fate


@pytest.mark.parametrize(
    ("words", "fate"), [((SENT, ATTEMPTED), ATTEMPTED), ((SENT, ATTEMPTED, ANSWERED), ANSWERED), ((STOPPED, ATTEMPTED), STOPPED)]
)
def test_the_order_in_which_it_is_heard_makes_no_difference(words: tuple[Fate, ...], fate: Fate) -> None:
    """Nor that it is heard twice."""
    assert {after(*order).fate for order in permutations((*words, *words))} == {fate}


def test_only_what_is_new_is_news() -> None:
    one = flagged()
    assert [one.gets_to(word) for word in (SENT, SENT, ATTEMPTED, ATTEMPTED, SENT, ANSWERED, ATTEMPTED, SENT)] == [
        *(True, False, True, False),
        *(False, True, False, False),
    ]


def test_where_it_stands_for_more_than_one_the_first_ones_failure_says_nothing_of_the_others() -> None:
    one = flagged()
    one.count = 2
    assert [one.gets_to(word) for word in (ATTEMPTED, SENT, ATTEMPTED, ANSWERED)] == [False, True, False, True]
    assert not one.reached_nobody


@pytest.mark.parametrize(
    ("words", "went_out", "fate"),
    [
        ((), False, ATTEMPTED),
        ((SENT,), False, SENT),
        ((ATTEMPTED,), False, ATTEMPTED),
        ((SENT, ATTEMPTED), True, SENT),
        ((ATTEMPTED, SENT), True, SENT),
        ((SENT, ATTEMPTED, ANSWERED), False, ANSWERED),
        ((STOPPED, ATTEMPTED), False, STOPPED),
    ],
)
def test_that_it_stands_for_more_may_be_heard_late(words: tuple[Fate, ...], went_out: bool, fate: Fate) -> None:
    one = after(*words)
    assert one.stands_for(1) is False
    assert (one.stands_for(50), one.fate, one.count) == (went_out, fate, 50)
    one.gets_to(SENT)
    assert one.fate is not ATTEMPTED


def test_it_has_ended_once_that_was_told() -> None:
    assert [after(*words).has_ended for words in ((), (ATTEMPTED,), (SENT,), (STOPPED,))] == [False, True, True, True]


def test_a_company_is_told_what_the_requests_say_that_went_out_and_no_more() -> None:
    company, one, other = Company("Tee", ""), flagged(1, 2), flagged(2, 3, name="r2")
    for request in (one, other):
        request.gets_to(SENT)
        company.note(request)
        company.note(request)
    assert (company.went_out, company.told()) == (True, (fact(1), fact(2), fact(3)))
    one.gets_to(ATTEMPTED)
    company.note(one)
    assert (company.went_out, company.told()) == (True, (fact(2), fact(3)))
    other.gets_to(ATTEMPTED)
    company.note(other)
    assert (company.went_out, set(company.told())) == (False, {fact(1), fact(2), fact(3)}), "that is what it tried to tell"
    assert len(company.facts_told) == 0


def test_a_fact_for_which_there_was_no_room_takes_none_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MAX_FACTS", 1)
    company, one, other = Company("Tee", ""), flagged(1, 2), flagged(1, name="r2")
    for request in (one, other):
        request.gets_to(SENT)
        company.note(request)
    one.gets_to(ATTEMPTED)
    company.note(one)
    assert company.told() == (fact(1),)


def full(monkeypatch: pytest.MonkeyPatch) -> tuple[Company, Flagged, Flagged]:
    """A company with a request that takes all its room, and another that finds none."""
    monkeypatch.setattr(counting, "MAX_FACTS", 1)
    company, one, other = Company("Tee", ""), flagged(1), flagged(2, name="r2")
    for number, request in enumerate((one, other), 1):
        request.gets_to(SENT)
        company.note(request)
        company.say(request, f"Told {number}.")
    assert (company.told(), list(company.sentences)) == ((fact(1),), ["Told 1."])
    return company, one, other


def take_back(company: Company, request: Flagged) -> None:
    request.gets_to(ATTEMPTED)
    company.unsay(request)
    company.note(request)


def test_what_found_no_room_is_told_once_what_took_it_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    company, one, other = full(monkeypatch)
    take_back(company, one)
    company.make_up()
    assert (company.told(), list(company.sentences)) == ((fact(2),), ["Told 2."])
    take_back(company, other)
    assert (len(company.facts_told), company.sentences) == (0, {})


def test_a_sentence_finds_the_room_of_one_that_is_not_said_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    company, one, _other = full(monkeypatch)
    company.unsay(one)
    company.make_up()
    assert (company.told(), list(company.sentences)) == ((fact(1),), ["Told 2."])


def test_nothing_is_told_of_what_was_taken_back_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    company, one, other = full(monkeypatch)
    take_back(company, other)
    take_back(company, one)
    company.make_up()
    assert (len(company.facts_told), company.sentences) == (0, {})


def test_room_is_looked_for_only_where_some_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    company, _one, other = full(monkeypatch)
    third = flagged(3, name="r3")
    third.gets_to(SENT)
    company.note(third)
    take_back(company, other)
    with monkeypatch.context() as patch:
        patch.setattr(Company, "note", lambda *_: pytest.fail("there is no room"))
        company.make_up()
    assert company.told() == (fact(1),)


def test_a_sentence_is_said_as_long_as_one_request_says_it() -> None:
    company, one, other = Company("Tee", ""), flagged(), flagged(name="r2")
    company.say(one, "Both.")
    company.say(other, "Both.")
    company.say(other, "More of the other.", ["Both."])
    assert list(company.sentences) == ["Both.", "More of the other."]
    company.unsay(other)
    assert list(company.sentences) == ["Both."]
    company.unsay(one)
    assert not company.sentences


def test_what_is_let_go_of_stays_told() -> None:
    company, one = Company("Tee", ""), flagged(1)
    one.gets_to(SENT)
    company.note(one)
    company.say(one, "Told.")
    one.let_go()
    assert (one.counted.facts, one.counted.sentences) == ({}, {})
    assert (company.went_out, company.told(), list(company.sentences)) == (True, (fact(1),), ["Told."])


def test_a_cookie_goes_with_what_went_out_and_nothing_else() -> None:
    one = flagged()
    cookie, typed = DecodedField(What.ACCOUNT, "c_user", "cookie"), DecodedField(What.TYPED, "", "")
    one.read, one.carried, one.typed = (DecodedEvent("Tee", "Tee", None, (fact(1),)),), (cookie,), (typed,)
    assert not one.cookies
    one.gets_to(SENT)
    one.tells((fact(1), *one.cookies, typed))
    one.unsay()
    assert cookie in one.told
    one.gets_to(ATTEMPTED)
    one.unsay()
    assert one.told == (fact(1), typed)
    assert not one.cookies
    one.gets_to(ANSWERED)
    assert one.cookies == (cookie,)
