"""A page as the windows see it."""

import pytest
from tests.core.scenes import GOOGLE, META, META_BUTTON, Scene, got_to, harmless, key, opened, requested, sensitive

from netcurtain.core import wording
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.flagged import Flagged
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.observation import PageClosed
from netcurtain.core.page import Page, Visit
from netcurtain.core.request import Fate
from netcurtain.core.view import view_of


def test_everything_that_is_shown_of_a_page() -> None:
    scene = Scene()
    scene.reports(
        opened(url="https://www.example.police.uk/report?step=2#a", title="Report it"), sensitive(), requested(META), got_to(Fate.SENT)
    )
    view = scene.view
    assert (view.key, view.host, view.private) == (key(), "www.example.police.uk", False)
    assert (view.url, view.title) == ("https://www.example.police.uk/report?step", "Report it")
    assert (view.level, view.form_level) == (Level.WARNING, FormLevel.SENSITIVE)
    (company,) = view.companies
    assert (company.name, company.category, company.requests, company.went_out) == ("Meta (Facebook)", "advertising", 1, True)
    assert [(one.request, one.fate) for one in company.seen] == [("r1", Fate.SENT)]


@pytest.mark.parametrize(
    ("flagged", "from_start", "not_seen"),
    [
        (False, True, wording.NOTHING_SEEN),
        (True, True, wording.NOT_SEEN_TYPED),
        (False, False, f"{wording.NOTHING_SEEN} {wording.MISSED_THE_START}"),
    ],
)
def test_what_was_not_seen_is_always_said(flagged: bool, from_start: bool, not_seen: str) -> None:
    scene = Scene()
    scene.reports(opened(from_start=from_start), harmless())
    if flagged:
        scene.reports(requested(META))
    assert scene.view.not_seen == not_seen


def test_a_quiet_page_after_one_with_companies_does_not_claim_that_none_were_seen() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), PageClosed("p1"), opened("p2"))
    assert scene.view.headline == "An earlier page here tried to contact Meta (Facebook)."
    assert scene.view.not_seen == wording.NOT_SEEN_TYPED


def test_a_company_is_shown_as_before_until_something_of_it_changes() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META))
    shown = [scene.company()]
    scene.reports(requested(GOOGLE, id="r2"))
    assert scene.company() is shown[0]
    for change in (got_to(Fate.SENT), requested(META_BUTTON, id="r3"), got_to(Fate.STOPPED_BY_US, "r3"), requested(META, id="r4", count=5)):
        scene.reports(change)
        assert scene.company() != shown[-1]
        shown.append(scene.company())
    assert [company.requests for company in shown] == [1, 1, 2, 2, 7]
    assert [one.fate for one in shown[-1].seen] == [Fate.SENT, Fate.STOPPED_BY_US, Fate.ATTEMPTED]
    assert shown[0].seen[0].fate is Fate.ATTEMPTED, "what was handed out does not change"


def test_a_company_is_shown_anew_where_as_much_was_taken_back_as_came() -> None:
    page = Page(key(), 1, Visit("v", "site.example", False), "https://site.example/", "site.example", "", False, 1.0, True)
    one, other = (Flagged(name, "https://t.example/", "image", "", "", "Tee", "t.example", 1.0) for name in ("r1", "r2"))
    for number, flagged in enumerate((one, other)):
        page.flag(flagged, "", 1)
        flagged.tells((DecodedField(What.BUTTON_TEXT, f"button {number}", "b"),))
        page.note(flagged)
    page.companies["Tee"].newest.clear()  # neither is among the newest any more
    one.gets_to(Fate.SENT)
    page.note(one)
    assert view_of(page).companies[0].told == one.told
    one.gets_to(Fate.ATTEMPTED)
    other.gets_to(Fate.SENT)
    page.note(one)
    page.note(other)
    assert view_of(page).companies[0].told == other.told
