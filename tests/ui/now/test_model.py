from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec import structs
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from netcurtain.core import wording as core_wording
from netcurtain.core.event import BrowserLeft, CompanyView, FrontChanged, LinkChanged, PageGone, PageKey, PageUpdated, PageView
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.request import Fate
from netcurtain.ui import wording
from netcurtain.ui.now.model import CompanyModel, NowModel, State, caveats, kinds_told, spoken, told_lead
from netcurtain.ui.theme import Colour


def state(model: NowModel) -> State:
    return model.state


def nothing_read(company: CompanyView) -> CompanyView:
    """With no sentence but that it was contacted."""
    return replace(company, sentences=(core_wording.contacted(company.name, went_out=True),))


def test_colours_follow_what_was_told(make_company: Callable[..., CompanyView]) -> None:
    told = make_company("Meta", *What).told
    colours = {kind.word: kind.colour for kind in kinds_told(told)}
    assert colours == {
        "address": Colour.SKY,
        "title": Colour.SKY,
        "the page before": Colour.SKY,
        "what was pressed": Colour.AMBER,
        "which questions": Colour.AMBER,
        "who you are": Colour.ROSE,
        "an account code": Colour.ROSE,
        "what you wrote": Colour.ROSE,
    }


def test_told_is_said_only_of_what_went_out(make_company: Callable[..., CompanyView]) -> None:
    assert told_lead(make_company("M", What.PAGE_ADDRESS)) == wording.TOLD
    assert told_lead(make_company("M", What.PAGE_ADDRESS, went_out=False)) == wording.TRIED
    assert told_lead(make_company("M", went_out=False)) == wording.HERE
    assert told_lead(nothing_read(make_company("M"))) == wording.NOTHING_READ


@pytest.mark.parametrize("what", [what for what in What if not kinds_told([DecodedField(what, "w", "p")])])
def test_that_nothing_can_be_read_is_not_said_where_a_fact_was_read_that_has_no_mark(
    make_company: Callable[..., CompanyView], what: What
) -> None:
    company = nothing_read(make_company("M", what))
    assert told_lead(company) == "contacted"
    assert spoken(company) == "M, contacted"


def test_that_nothing_can_be_read_is_not_said_where_an_event_was_known_by_its_name_alone(make_company: Callable[..., CompanyView]) -> None:
    assert told_lead(make_company("M")) == "contacted"


def test_a_company_that_was_stopped_is_said_to_be(make_company: Callable[..., CompanyView]) -> None:
    company = make_company("M", went_out=False)
    stopped = replace(company, seen=(structs.replace(company.seen[0], fate=Fate.STOPPED_BY_US),))
    assert told_lead(stopped) == "stopped by Netcurtain"


def test_the_page_in_front_is_the_one_shown(
    key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., CompanyView]
) -> None:
    model = NowModel()
    assert state(model) is State.NO_BROWSER
    model.hear(LinkChanged(1))
    assert state(model) is State.NO_PAGE
    other = PageKey("browser", "other")
    model.hear(PageUpdated(make_page(make_company()), True))
    model.hear(PageUpdated(make_page(key=other, host="other.example"), True))
    assert state(model) is State.NO_PAGE
    model.hear(FrontChanged("browser", key))
    assert model.view is not None
    assert model.view.host == "site.example"
    assert model.companies.rowCount() == 1
    model.hear(FrontChanged("another browser", None))
    assert model.view is not None
    model.hear(FrontChanged("browser", other))
    assert model.view.host == "other.example"
    assert model.companies.rowCount() == 0
    model.hear(PageGone(other))
    assert state(model) is State.NO_PAGE
    model.hear(FrontChanged("browser", key))
    model.hear(LinkChanged(0))
    assert state(model) is State.NO_BROWSER
    assert model.companies.rowCount() == 0


@pytest.mark.parametrize("event", [FrontChanged("another browser", None), BrowserLeft("another browser")])
def test_when_one_browser_has_no_page_in_front_the_page_of_the_other_is_shown(
    key: PageKey, make_page: Callable[..., PageView], event: object
) -> None:
    model = NowModel()
    model.hear(LinkChanged(2))
    other = PageKey("another browser", "page")
    model.hear(PageUpdated(make_page(), True))
    model.hear(PageUpdated(make_page(key=other, host="other.example"), True))
    model.hear(FrontChanged("browser", key))
    model.hear(FrontChanged("another browser", other))
    assert model.view is not None
    assert model.view.host == "other.example"
    model.hear(event)
    assert model.view.host == "site.example"


def test_an_update_touches_only_the_rows_that_differ(make_company: Callable[..., CompanyView]) -> None:
    model = CompanyModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first, second, third = make_company("A"), make_company("B"), make_company("C")
    changed: list[int] = []
    added: list[tuple[int, int]] = []
    reset: list[bool] = []
    model.dataChanged.connect(lambda index, _last: changed.append(index.row()))
    model.rowsInserted.connect(lambda _parent, start, end: added.append((start, end)))
    model.modelReset.connect(lambda: reset.append(True))
    model.show((first, second))
    model.show((first, make_company("B", What.PAGE_TITLE), third))
    assert (changed, added, reset) == ([1], [(0, 1), (2, 2)], [])
    model.show((third,))
    assert reset == [True]
    assert [model.index(row).data() for row in range(model.rowCount(QModelIndex()))] == ["C"]


def test_what_was_not_seen_is_said_once(make_page: Callable[..., PageView]) -> None:
    nothing, missed = core_wording.NOTHING_SEEN, core_wording.MISSED_THE_START
    assert caveats(make_page(headline=nothing, not_seen=nothing)) == ()
    assert caveats(make_page(headline=nothing, not_seen=f"{nothing} {missed}", from_start=False)) == (missed,)
    assert caveats(make_page(not_seen="We cannot see everything.", from_start=False)) == ("We cannot see everything.", missed)


def test_pages_behind_the_front_one_repaint_nothing(make_page: Callable[..., PageView]) -> None:
    model = NowModel()
    model.hear(LinkChanged(1))
    told: list[bool] = []
    model.changed.connect(lambda: told.append(True))
    for number in range(50):
        model.hear(PageUpdated(make_page(key=PageKey("browser", f"background {number}")), True))
    assert told == []
