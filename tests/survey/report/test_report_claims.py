"""survey/report.py: its numbers add up, what was looked at in part does not read as clean, and every claim can be checked."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.survey.made import STARTED, company, event, look, page, seen, site
from tests.survey.report.reading import Page, words, written

from netcurtain.survey.asked import Asked
from netcurtain.survey.report import claims_wording, wording
from netcurtain.survey.report import site as report_site
from netcurtain.survey.report import site_wording as of_a_site
from netcurtain.survey.report.claims_wording import CHECK_FILES
from netcurtain.survey.report.document import text as text_of
from netcurtain.survey.report.report import write
from netcurtain.survey.result import Choosing, CompanySurveyed, FilterSeen, Look, PageSurveyed, SiteSurveyed, Stage
from netcurtain.survey.trouble import Trouble


def site_of(number: int, *companies: CompanySurveyed, **more: Any) -> PageSurveyed:
    """Another page than those of other numbers."""
    return page(*companies, number=number, started=STARTED + number, **more)


def test_the_numbers_of_pages_add_up(tmp_path: Path) -> None:
    broken = {"trouble": Trouble.CRASHED, "seen": (seen(),)}
    text = words(
        tmp_path,
        site(page(company()), page(company(), number=2), site_of(3), site_of(4, company("A", look(events=())))),
        site(site_of(5, company(), **broken), site_of(6, **broken), site_of(7, trouble=Trouble.ROBOTS, seen=())),
    )
    assert (
        "Six pages, from a list of seven addresses. "
        "Three pages could be looked at as a whole before any choice about cookies, two pages only in part and one page not at all. "
        "That was on two sites. "
        "One row for a page that another line asks for, too: such a page is counted once." in text
    )
    assert "1 of three pages that we looked at as a whole told a company something before any choice about cookies was made." in text
    assert "One more page contacted a company, and we could not read what it was told." in text
    assert "On one more page we saw none of the companies on our lists then." in text
    in_part = "Two more pages could be looked at only in part, and are not counted here."
    assert f"{in_part} In the part that we saw, one of them contacted a company." in text


def test_a_page_that_broke_off_does_not_read_as_a_clean_one(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(trouble=Trouble.CRASHED, seen=tuple(seen(stage) for stage in Stage))))
    assert of_a_site.NOBODY not in text
    assert text.count(of_a_site.NOT_FINISHED) == 2, "in the site's line and on its page"
    assert "The page could not be looked at as a whole." in text


@pytest.mark.parametrize(
    ("of_start", "said"), [(True, wording.NO_PAGES_OF_TROUBLE), (False, wording.NO_TROUBLE_BUT_LATE)], ids=["seen", "missed"]
)
def test_all_was_looked_at_as_a_whole_only_where_no_start_was_missed(tmp_path: Path, of_start: bool, said: str) -> None:
    found = (wording.NO_PAGES_OF_TROUBLE, wording.NO_TROUBLE_BUT_LATE)
    text = words(tmp_path, site(page(seen=(seen(from_start=of_start),))))
    assert [sentence for sentence in found if sentence in text] == [said]


def test_a_sentence_carries_the_time_and_the_filter_of_its_own_request(tmp_path: Path) -> None:
    by = FilterSeen("||title.example^", "EasyPrivacy")
    told = event("page_title", sentence="A was told its title.", time=STARTED + 9000, by=by)
    unknown = event("identity", sentence="A was told a number.", time=0.0, by=FilterSeen("", ""))
    text = words(tmp_path, site(page(company("A", look(events=(told, unknown))))))
    assert "“A was told its title.” 13 August 2026, 14:00:09 UTC, flagged by ||title.example^ (EasyPrivacy, version 202608130000)." in text
    assert "“A was told a number.”" not in text, "where nothing is known of its request"


def test_a_survey_is_cut_by_its_size_too(tmp_path: Path) -> None:
    sites = [site(page(number=number, title=f"Page {number}", started=float(number))) for number in range(1, 5)]
    one = len(report_site.site(sites[0]))
    assert len(write(sites, tmp_path, most_html=one * 5)) == 1
    _report, *parts = write(sites, tmp_path, most_html=one * 2)
    assert [sum(f'id="page-{number:04}-01"' in path.read_text() for number in range(1, 5)) for path in parts] == [2, 2]


def test_it_says_what_was_asked_and_gives_nobodys_secret_away(tmp_path: Path) -> None:
    asked = Asked(clicks=2, delay=4.0, type_marker=True, contact="jo@charity.example", browser_options=("--proxy-server=jo:pass@p:1",))
    path, *_parts = write([site(page())], tmp_path, asked)
    text = path.read_text(encoding="utf-8")
    assert "up to two links away, ten pages of a site at most." in text
    assert "Between two loads of a site it waited 4 seconds. A page had 30 seconds to come up." in text
    assert "The browser had options of its own: --proxy-server." in text
    assert "--type-marker" in text
    assert not [part for part in ("jo@", "pass@", "jo:") if part in text]
    assert claims_wording.OPTIONS_HEAD not in words(tmp_path, site(page()))


def test_files_for_checking_are_linked(tmp_path: Path) -> None:
    assert set(CHECK_FILES) <= set(Page(written(tmp_path, site(page()))).all_of("href"))


def test_a_search_for_pages_that_broke_off_is_told(tmp_path: Path) -> None:
    assert of_a_site.SEARCH_BROKE_OFF in words(tmp_path, site(page(search_broke_off=True)))
    assert of_a_site.SEARCH_BROKE_OFF not in words(tmp_path, site(page()))


def test_a_choice_that_was_not_tried_is_not_said_to_have_been_pressed(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(refused=Choosing.NOT_TRIED, accepted=Choosing.NOT_TRIED)))
    assert "We did not come to refuse. We did not come to accept." in text
    assert "We pressed its" not in text


def test_a_number_or_a_country_is_not_said_to_be_somebody(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company("A", look(told=["identity"])))))
    assert "one told a detail about a person, such as a number, a country or a scrambled e-mail address" in text
    assert "who somebody is" not in text.lower().replace("knows who somebody is", ""), "but for what cannot be said"


def test_a_page_that_broke_off_is_not_said_to_ask_nothing_personal(tmp_path: Path) -> None:
    def asks(**more: Any) -> str:
        (row,) = re.findall(r'<tr data-words="[^"]*">(.*?)</tr>', written(tmp_path, site(page(**more))))
        return re.sub(r"<[^>]*>", "", re.findall(r"<td>.*?</td>", row)[0])

    assert asks(seen=(seen(),)) == "not that we saw"
    assert asks(seen=(seen(),), trouble=Trouble.CRASHED).startswith("–")
    assert asks(seen=(seen(sensitive=True),), trouble=Trouble.CRASHED) == "yes"


def test_none_of_our_own_sentences_is_cut(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company())))
    assert "…" not in text
    assert all(sentence in text for sentence in wording.HOW_TOLD)


def test_a_page_that_broke_off_is_not_said_to_have_no_form_and_no_banner(tmp_path: Path) -> None:
    def told(**more: Any) -> list[bool]:
        text = words(tmp_path, site(page(banner="", forms=0, seen=(seen(),), **more)))
        return [sentence in text for sentence in ("We saw no form on it.", of_a_site.NO_BANNER)]

    assert told() == [True, True]
    assert told(trouble=Trouble.CRASHED) == [False, False]


def test_a_page_that_did_not_answer_is_not_said_to_have_no_form_and_no_banner(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(banner="", refused=None, accepted=None, forms=None)))
    assert f"We could not see whether it has a form. The cursor was put in a field. {of_a_site.UNKNOWN_BANNER}" in text
    assert of_a_site.NO_BANNER not in text


def cells(tmp_path: Path, one: PageSurveyed) -> list[str]:
    """A page's row in the table of pages."""
    (row,) = re.findall(r'<tr data-words="[^"]*">(.*?)</tr>', written(tmp_path, site(one)))
    return [re.sub(r'<span class="heard">.*?</span>|<[^>]*>', "", cell) for cell in re.findall(r"<td.*?</td>", row)]


def test_no_number_of_forms_stands_where_nobody_could_count_them(tmp_path: Path) -> None:
    broken: dict[str, Any] = {"seen": (seen(),), "trouble": Trouble.CRASHED}
    pages = page(forms=2), page(forms=0), page(forms=None), page(forms=2, **broken), page(forms=0, **broken)
    assert [cells(tmp_path, one)[2] for one in pages] == ["2", "0", "–", "2", "–"]


def test_that_nothing_was_told_is_said_only_of_a_page_looked_at_as_a_whole(tmp_path: Path) -> None:
    unread = company("A", look(events=()))
    pages = (
        page(unread),
        page(unread, seen=(seen(),), trouble=Trouble.CRASHED),
        page(company("A", look(Stage.REFUSED, events=())), refused=Choosing.FAILED),
        page(company("A", look(events=()), look(Stage.REFUSED)), refused=Choosing.FAILED),
        page(unread, company("B", look(Stage.REFUSED)), refused=Choosing.FAILED),
        page(seen=(seen(),), trouble=Trouble.CRASHED),
        page(),
    )
    assert [cells(tmp_path, one)[6] for one in pages] == ["nothing that we could read", "–", "–", "–", "–", "–", ""]


def test_that_no_request_left_is_said_only_of_a_page_of_which_none_did(tmp_path: Path) -> None:
    tried = company("A", look(went_out=False))
    pages = (
        page(tried),
        page(tried, company("B", look(events=()))),
        page(tried, seen=(seen(),), trouble=Trouble.CRASHED),
        page(tried, company("B", look(Stage.REFUSED)), refused=Choosing.FAILED),
    )
    assert [cells(tmp_path, one)[6] for one in pages] == ["no request was seen to leave", "nothing that we could read", "–", "–"]


def told(tmp_path: Path, *companies: CompanySurveyed) -> str:
    """What company A was told by a page on which refusing failed, in the table of companies."""
    return told_by(tmp_path, site(page(*companies, refused=Choosing.FAILED)))


def told_by(tmp_path: Path, *sites: SiteSurveyed) -> str:
    report = written(tmp_path, *sites)
    (row,) = re.findall(r'<table id="companies".*?<tr><th scope="row">A</th>(.*?)</tr>.*?</table>', report)
    return re.sub(r'<span class="heard">.*?</span>|<[^>]*>', "", re.findall(r"<td.*?</td>", row)[-1])


def test_that_a_company_was_told_nothing_is_said_only_where_no_choice_that_failed_told_it_something(tmp_path: Path) -> None:
    unread, nothing = look(events=()), "nothing that we could read"
    assert told(tmp_path, company("A", unread)) == nothing
    assert told(tmp_path, company("A", unread, look(Stage.REFUSED, events=()))) == nothing
    assert told(tmp_path, company("A", unread, look(Stage.REFUSED))) == "–"
    assert told(tmp_path, company("A", look(), look(Stage.REFUSED))) == "The page&#x27;s address"
    assert told(tmp_path, company("A", look())) == "The page&#x27;s address"


def test_of_a_company_that_was_only_tried_it_is_said_that_no_request_left_where_none_did(tmp_path: Path) -> None:
    tried, unread_later = look(went_out=False), look(Stage.REFUSED, events=())
    assert told(tmp_path, company("A", tried)) == "no request was seen to leave"
    assert told(tmp_path, company("A", tried, look(Stage.REFUSED, went_out=False))) == "no request was seen to leave"
    assert told(tmp_path, company("A", tried, unread_later)) == told(tmp_path, company("A", tried, look(Stage.REFUSED))) == "–"


@pytest.mark.parametrize(
    ("first", "said"),
    [(look(events=()), "nothing that we could read"), (look(went_out=False), "no request was seen to leave")],
    ids=["contacted", "only tried"],
)
def test_a_page_that_met_a_company_only_after_a_choice_that_failed_sets_a_doubt_too(tmp_path: Path, first: Look, said: str) -> None:
    met, other_company = site_of(1, company("A", first)), site_of(2, company("B", look(Stage.REFUSED)), refused=Choosing.FAILED)
    doubtful = site_of(3, company("A", look(Stage.REFUSED)), refused=Choosing.FAILED)
    assert told_by(tmp_path, site(met, other_company)) == said
    assert told_by(tmp_path, site(met, doubtful)) == "–"
    assert told_by(tmp_path, site(met), site(doubtful)) == told_by(tmp_path, site(doubtful), site(met)) == "–"


@pytest.mark.parametrize("first", [look(events=()), look(went_out=False)], ids=["contacted", "only tried"])
@pytest.mark.parametrize(
    "why", [{"trouble": Trouble.TIMED_OUT}, {"seen": (seen(from_start=False),)}], ids=["it broke off", "its start was missed"]
)
def test_that_a_company_was_told_nothing_is_not_said_where_its_page_was_seen_in_part(
    tmp_path: Path, first: Look, why: dict[str, Any]
) -> None:
    in_part = site_of(2, company("A", first), **why)
    assert told_by(tmp_path, site(in_part)) == cells(tmp_path, in_part)[6] == "–"
    assert told_by(tmp_path, site(site_of(1, company("A", first)), in_part)) == "–"


def test_a_site_names_those_that_were_only_tried_beside_those_that_were_contacted(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company("A"), company("B", look(went_out=False)))))
    assert "Contacted A, and that before any choice about cookies. Tried to contact B." in text


def test_at_any_time_is_explained_once_in_each_section_that_has_numbers_of_it(tmp_path: Path) -> None:
    sections = written(tmp_path, site(page(company()))).split("<h2")
    explained = [section.count(text_of(wording.AT_ANY_TIME)) for section in sections]
    has = ["any time" in section.lower().replace(text_of(wording.AT_ANY_TIME).lower(), "") for section in sections]
    assert explained == [int(there) for there in has]
    assert sum(explained) == 3


def test_a_name_that_is_an_address_has_room_to_break_behind_each_dot(tmp_path: Path) -> None:
    report = written(tmp_path, site(page(company("pixel.unheard.example"), company("A Ltd."))))
    assert report.count('<th scope="row">pixel.<wbr>unheard.<wbr>example</th>') == 2, "in the chart and in the table"
    assert '<th scope="row">A Ltd.</th>' in report


def test_that_a_company_was_not_there_before_a_choice_is_said_as_far_as_it_was_seen(tmp_path: Path) -> None:
    after = company("A", look(Stage.ACCEPTED))
    said = "Contacted A, but not before any choice about cookies"
    assert f"{said}." in words(tmp_path, site(page(after)))
    late = page(after, seen=tuple(seen(stage, from_start=stage is not Stage.ARRIVED) for stage in Stage))
    assert f"{said}, as far as we saw." in words(tmp_path, site(late))


def test_a_company_met_only_after_a_choice_that_failed_is_told_as_that_and_counted_nowhere(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company("A", look(Stage.REFUSED)), refused=Choosing.FAILED)))
    assert text.count(of_a_site.ONLY_DOUBTFUL) == 1
    assert "We saw none of the companies on our lists." not in text
    assert "0 companies were contacted." in text
    assert wording.NONE_CONTACTED in text
    assert f"{of_a_site.UNSURE[Stage.REFUSED]} A Company was told page_address." in text


def test_a_page_is_not_said_to_be_personal_by_what_came_after_a_choice_that_failed(tmp_path: Path) -> None:
    after = seen(Stage.REFUSED, sensitive=True)
    one = page(refused=Choosing.FAILED, seen=(seen(), after, seen(Stage.ACCEPTED)))
    assert cells(tmp_path, one)[1] == "–"
    assert "It asks for something personal" not in words(tmp_path, site(one))
    assert 'data-words="personal"' not in written(tmp_path, site(one))
    assert cells(tmp_path, page(seen=(seen(), after)))[1] == "yes"


def test_a_company_that_was_only_tried_is_not_said_to_be_unseen(tmp_path: Path) -> None:
    text = words(tmp_path, site(page(company("A", look(went_out=False)))))
    assert wording.NONE_CONTACTED in text
    assert "We saw none of the companies on our lists" not in text


def test_that_nothing_was_typed_is_said_only_where_nothing_was_to_be(tmp_path: Path) -> None:
    def told(asked: Asked) -> list[bool]:
        path, *_parts = write([site(page())], tmp_path, asked)
        text = path.read_text(encoding="utf-8")
        return [sentence in text for sentence in (wording.NOTHING_TYPED, wording.MARKER_NOT_THERE)]

    assert told(Asked()) == [True, False]
    assert told(Asked(type_marker=True)) == [False, True]


def test_every_page_was_whole_only_where_none_was_missed_in_any_state(tmp_path: Path) -> None:
    late = tuple(seen(stage, from_start=stage is not Stage.ACCEPTED) for stage in Stage)
    text = words(tmp_path, site(page(seen=late)))
    assert wording.NO_TROUBLE_BUT_LATE in text
    assert wording.NO_PAGES_OF_TROUBLE not in text


def test_the_pages_that_are_not_compared_are_said_to_have_had_trouble_only_where_some_had(tmp_path: Path) -> None:
    pages = page(company()), site_of(2, banner="")
    late = site_of(3, seen=(seen(from_start=False),))
    assert "The others have no question about cookies" in words(tmp_path, site(*pages))
    for other in (late, site_of(3, trouble=Trouble.CRASHED)):
        assert "The others had trouble, or have no question about cookies" in words(tmp_path, site(*pages, other))
