import pytest

from netcurtain.history.rows import Change, CompanyChange, Doubt, SiteChange, VisitRow
from netcurtain.ui.history import wording
from netcurtain.ui.history.change_sentences import MOST_COMPANIES, MOST_SENTENCES, Said, sentences

OLDER, NEWER = VisitRow("v1", "site.example", 1.0, 1, False), VisitRow("v2", "site.example", 2.0, 1, False)


def change(*companies: CompanyChange, doubts: tuple[Doubt, ...] = ()) -> SiteChange:
    return SiteChange(OLDER, NEWER, companies, doubts)


def words(said: tuple[tuple[Said, str], ...]) -> list[str]:
    return [words for _, words in said]


def test_what_changed_comes_before_what_did_not_and_says_what_was_said_then() -> None:
    same = CompanyChange("Hotjar", Change.SAME, ("h",), ("h",))
    more = CompanyChange("Meta", Change.TOLD_MORE, ("Meta was told its address.",), ("Meta was told which button was pressed.",))
    assert words(sentences(change(same, more))) == [
        "Meta was told more on the newer visit.",
        wording.COMPANIES_BEFORE,
        "Meta was told its address.",
        wording.COMPANIES_AFTER,
        "Meta was told which button was pressed.",
        "Nothing about Hotjar changed.",
    ]


@pytest.mark.parametrize("kind", list(Change))
def test_every_change_has_a_sentence_that_names_the_company(kind: Change) -> None:
    said = words(sentences(change(CompanyChange("Evil \u202e", kind, (), ()))))
    assert sum("Evil <U+202E>" in sentence for sentence in said) == 1


@pytest.mark.parametrize("doubt", Doubt)
@pytest.mark.parametrize("changed", [Change.GAINED, Change.SAME])
def test_why_it_may_mislead_is_said_first_whether_anything_changed_or_not(doubt: Doubt, changed: Change) -> None:
    said = sentences(change(CompanyChange("Meta", changed, (), ("m",)), doubts=(doubt,)))
    assert said[:2] == ((Said.CAREFUL, wording.DOUBTS[doubt]), (Said.CAREFUL, wording.MAY_MISLEAD))


def test_a_company_that_was_told_nothing_is_not_said_to_have_been_told() -> None:
    for kind in (Change.TRIED_MORE, Change.TRIED_LESS, Change.SAME):
        assert "was told" not in words(sentences(change(CompanyChange("Meta", kind, (), ()))))[-1]


def test_without_a_doubt_none_is_said() -> None:
    assert wording.MAY_MISLEAD not in words(sentences(change()))


@pytest.mark.parametrize("companies", [(), (CompanyChange("Meta", Change.SAME, ("m",), ("m",)),)], ids=["nobody", "all as before"])
def test_where_nothing_changed_it_is_said_as_what_was_seen(companies: tuple[CompanyChange, ...]) -> None:
    assert wording.NO_CHANGE in words(sentences(change(*companies)))


def test_much_is_counted_instead_of_told() -> None:
    many = tuple(CompanyChange(f"C{n}", Change.GAINED, (), ()) for n in range(MOST_COMPANIES + 3))
    assert words(sentences(change(*many)))[-1] == "and 3 more"
    told = tuple(f"sentence {n}" for n in range(MOST_SENTENCES + 2))
    assert words(sentences(change(CompanyChange("C", Change.GAINED, (), told))))[-1] == "and 2 more"
