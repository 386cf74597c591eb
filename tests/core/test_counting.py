"""How many requests tell a fact: counted up to a limit, and taken back one by one."""

import pytest

from netcurtain.core import counting
from netcurtain.core.counting import Facts, fewer, more
from netcurtain.core.finding import DecodedField, What


def fact(number: int, what: What = What.BUTTON_TEXT) -> DecodedField:
    return DecodedField(what, f"words {number}", "b")


def test_with_the_last_of_them_it_is_gone() -> None:
    counts: dict[str, int] = {}
    more(counts, "a")
    more(counts, "a")
    fewer(counts, "a")
    assert counts == {"a": 1}
    fewer(counts, "a")
    assert counts == {}


def test_a_fact_is_there_as_long_as_one_request_tells_it() -> None:
    facts = Facts()
    assert [facts.add(fact(1)), facts.add(fact(1)), facts.drop(fact(1)), list(facts)] == [True, True, False, [fact(1)]]
    assert (facts.drop(fact(1)), len(facts), facts.kinds) == (True, 0, {})


def test_where_it_is_full_only_a_new_kind_or_a_known_fact_finds_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MAX_FACTS", 2)
    facts, title = Facts(), fact(9, What.PAGE_TITLE)
    assert [facts.add(one) for one in (fact(1), fact(2), fact(3), fact(1), title, fact(8, What.PAGE_TITLE))] == [
        *(True, True, False, True, True, False),
    ]
    assert facts.drop(title)
    assert (facts.add(fact(3)), facts.add(fact(8, What.PAGE_TITLE))) == (False, True)
