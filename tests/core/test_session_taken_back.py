"""A request that was sent and reached nobody, as where a name leads nowhere: what was said of it is taken back, and nothing else is."""

import pytest
from tests.core.scenes import (
    GOOGLE,
    META,
    META_BUTTON,
    META_POST,
    NOON,
    SITE,
    Scene,
    chosen,
    form,
    got_to,
    opened,
    request,
    requested,
    sensitive,
    submitted,
    typed,
)

from netcurtain.core import counting, wording
from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core import page as page_file
from netcurtain.core.evidence import Evidence
from netcurtain.core.finding import What
from netcurtain.core.keeping import Deleted
from netcurtain.core.record import FateRecord, FindingRecord
from netcurtain.core.request import Fate

ATTEMPTED, SENT, ANSWERED = Fate.ATTEMPTED, Fate.SENT, Fate.ANSWERED
META_NAME = "Meta (Facebook)"
WAS_TOLD = "Meta (Facebook) was told that this page was opened. It was also told this page's address."
TRIED = "This page tried to tell Meta (Facebook) that this page was opened. It also tried to tell it this page's address."


def with_cookies(fate: Fate, name: str = "r1") -> seen.Fates:
    """The browser tells the cookies with ``sent``."""
    return seen.Fates([seen.RequestFate(name, "p1", fate, 0, ["c_user"] if fate is SENT else [])])


def scene_of(*observations: seen.Observation) -> Scene:
    scene = Scene()
    scene.reports(opened(), *observations)
    return scene


def copy_of(scene: Scene) -> Evidence:
    made = scene.session.evidence("b:p1", "", NOON)
    assert made is not None
    return made


def test_from_beginning_to_end_it_was_only_tried() -> None:
    scene = scene_of(requested(META), got_to(SENT))
    assert (scene.company().went_out, scene.company().sentences) == (True, (WAS_TOLD,))
    scene.reports(got_to(ATTEMPTED))
    company = scene.company()
    assert (company.went_out, company.sentences, [one.fate for one in company.seen]) == (False, (TRIED,), [ATTEMPTED])
    assert scene.view.headline == wording.headline(0, 0, 1)
    assert [record.fate for record in scene.told(FateRecord)] == [SENT, ATTEMPTED]
    assert [record.finding.sentence for record in scene.told(FindingRecord)] == [WAS_TOLD, TRIED]
    (page,) = copy_of(scene).pages
    assert (page.requests[0].fate, page.requests[0].sentences) == (ATTEMPTED, (TRIED,))
    assert [moment.sentence for moment in page.moments] == [TRIED]


def test_the_popup_and_the_card_say_so_too() -> None:
    scene = scene_of(sensitive(), requested(META), got_to(SENT), submitted(held=True))
    assert scene.verdict.words.told == ["This page told Meta (Facebook) its address."]
    scene.reports(got_to(ATTEMPTED))
    assert scene.verdict.words.told == ["This page tried to contact Meta (Facebook)."]
    assert scene.last(happened.WarningChanged).told == ("This page tried to contact Meta (Facebook).",)
    scene.reports(seen.PopupOpened("p1"))
    (said,) = scene.last(say.PageWords).told
    assert said.startswith("This page tried to tell Meta (Facebook)")


def test_another_request_keeps_its_company_told_with_what_that_one_says() -> None:
    scene = scene_of(form("Report", button="Report it"), requested(META), requested(META_BUTTON, "r2"), got_to(SENT, "r1", "r2"))
    assert {fact.what for fact in scene.company().told} >= {What.PAGE_ADDRESS, What.BUTTON_TEXT}
    scene.reports(got_to(ATTEMPTED, "r2"))
    assert scene.company().went_out
    assert What.BUTTON_TEXT not in {fact.what for fact in scene.company().told}
    assert scene.company().sentences[0] == WAS_TOLD
    assert scene.company().sentences[1].startswith("This page tried to tell Meta (Facebook) which button was pressed")


def test_what_two_requests_said_alike_stays_told_by_the_one_that_went_out() -> None:
    scene = scene_of(requested(META), requested(META, "r2"), got_to(SENT, "r1", "r2"), got_to(ATTEMPTED, "r2"))
    assert scene.company().sentences == (WAS_TOLD, TRIED)
    assert {fact.what for fact in scene.company().told} >= {What.PAGE_ADDRESS}


def test_an_answer_proves_that_it_went_out() -> None:
    scene = scene_of(requested(META), got_to(SENT), got_to(ATTEMPTED), got_to(ANSWERED), got_to(ATTEMPTED))
    assert (scene.company().went_out, scene.company().sentences) == (True, (WAS_TOLD,))
    assert [record.fate for record in scene.told(FateRecord)] == [SENT, ATTEMPTED, ANSWERED]


def test_a_body_that_is_read_late_was_only_tried() -> None:
    scene = scene_of(requested(META_POST, type="ping", method="POST", has_body=True), got_to(SENT), got_to(ATTEMPTED))
    scene.reports(seen.Body("r1", "p1", {"ev": ["PageView"], "dl": [SITE]}))
    assert scene.company().sentences == (TRIED,)


def test_the_cookies_of_one_that_reached_nobody_are_not_told() -> None:
    scene = scene_of(requested(META), seen.Fates([seen.RequestFate("r1", "p1", SENT, 0, ["c_user"])]))
    assert What.ACCOUNT in {fact.what for fact in scene.company().told}
    scene.reports(got_to(ATTEMPTED))
    assert What.ACCOUNT not in {fact.what for fact in scene.company().told}
    assert scene.company().sentences == (TRIED,)


@pytest.mark.parametrize(
    "words",
    [(SENT, ATTEMPTED, ANSWERED), (ATTEMPTED, SENT, ANSWERED), (ANSWERED, SENT), (SENT, ANSWERED)],
    ids="-".join,
)
def test_the_cookies_of_one_that_was_answered_are_told_whenever_they_are_heard_of(words: tuple[Fate, ...]) -> None:
    scene = scene_of(requested(META), *map(with_cookies, words))
    assert What.ACCOUNT in {fact.what for fact in scene.company().told}
    assert copy_of(scene).pages[0].requests[0].cookies


def test_what_was_typed_did_not_go() -> None:
    scene = scene_of(form("Report", "Your name"), typed(), typed("r8", host="other.example"))
    assert scene.view.headline == "This page has told two companies a scrambled copy of what you wrote in a field here."
    scene.reports(got_to(ATTEMPTED, "r9"))
    assert scene.view.headline == "This page has told one company a scrambled copy of what you wrote in a field here."
    assert wording.MORE_TYPED in scene.view.not_seen
    scene.reports(got_to(ATTEMPTED, "r8"))
    assert wording.NOT_SEEN_TYPED in scene.view.not_seen
    assert not any(company.went_out for company in scene.view.companies)


# ---------- Requests that were joined: only the first one's way is told


def test_that_one_of_many_reached_nobody_says_nothing_of_the_others() -> None:
    scene = scene_of(requested(META, count=50), got_to(SENT), got_to(ATTEMPTED))
    assert (scene.company().requests, scene.company().went_out, scene.company().sentences) == (50, True, (WAS_TOLD,))
    assert [record.fate for record in scene.told(FateRecord)] == [SENT]
    scene.reports(seen.PageClosed("p1", NOON), opened("p2"), got_to(ATTEMPTED))
    assert scene.view.headline == "Earlier on this site, Meta (Facebook) was contacted."


@pytest.mark.parametrize("words", [(SENT, ATTEMPTED), (ATTEMPTED, SENT)], ids="-".join)
def test_nor_where_it_is_heard_late_that_there_are_many(words: tuple[Fate, ...]) -> None:
    scene = scene_of(form("Report", "Your name"), typed("r1", host="www.facebook.com", fate=ATTEMPTED), *map(got_to, words))
    assert (scene.company().requests, scene.company().went_out) == (1, False)
    scene.reports(requested(META, count=50))
    assert (scene.company().requests, scene.company().went_out) == (50, True)
    assert scene.view.headline.startswith("This page has told one company")
    assert WAS_TOLD in scene.company().sentences
    assert not [sentence for sentence in scene.company().sentences if "tried" in sentence]
    assert scene.told(FateRecord)[-1] == FateRecord("b:p1", "r1", SENT)


# ---------- Where more came after it


def test_what_was_let_go_of_stays_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is not to make us forget what it told by asking for more."""
    monkeypatch.setattr(page_file, "MAX_TRACKED", 2)
    scene = scene_of(requested(META), got_to(SENT), requested(META, "r2"), requested(META, "r3"), got_to(ATTEMPTED))
    assert (scene.company().went_out, scene.company().sentences) == (True, (WAS_TOLD,))


def test_what_was_let_go_of_waits_for_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_file, "MAX_TRACKED", 2)
    monkeypatch.setattr(counting, "MAX_FACTS", 0)
    scene = scene_of(*(requested(META, f"m{n}") for n in range(9)), *(got_to(SENT, f"m{n}") for n in range(9)))
    scene.reports(*(one for n in range(9) for one in (requested(META, f"n{n}"), got_to(SENT, f"n{n}"))))
    (page,) = scene.session._pages.values()
    assert page.companies[META_NAME].left_out.keys() == {"n7", "n8"} == page.flagged.keys()


def test_one_that_is_not_shown_any_more_is_taken_back_all_the_same() -> None:
    scene = scene_of(requested(META), got_to(SENT), *(requested(META, f"m{n}") for n in range(60)))
    assert "r1" not in {one.request for one in scene.company().seen}
    scene.reports(got_to(ATTEMPTED))
    assert (scene.company().went_out, scene.company().sentences) == (False, (TRIED,))


def test_what_found_no_room_behind_those_that_reached_nobody_is_told() -> None:
    failing, address = [f"x{number}" for number in range(counting.MAX_FACTS + 10)], f"{META.partition('%3F')[0]}%2F"
    scene = scene_of(seen.Requests([request(f"{address}{name}", name) for name in failing]), got_to(SENT, *failing))
    assert (len(scene.company().told), len(scene.company().sentences)) == (counting.MAX_FACTS, 1)
    scene.reports(requested(f"{address}good", "good"), got_to(SENT, "good"), got_to(ANSWERED, "good"), got_to(ATTEMPTED, *failing))
    assert [fact.value for fact in scene.company().told] == ["https://www.example.police.uk/report/good"]
    assert scene.view.headline == wording.headline(1, 1, 1)


# ---------- While the visit is paused

PAUSE, LOOK_AGAIN = seen.Paused("p1", True), seen.Paused("p1", False)


def test_a_pause_does_not_keep_up_what_was_said_before() -> None:
    scene = scene_of(requested(META), got_to(SENT), PAUSE)
    out = scene.reports(got_to(ATTEMPTED))
    assert (out.records, out.events, out.instructions) == ([FateRecord("b:p1", "r1", ATTEMPTED)], [], [])
    scene.reports(LOOK_AGAIN)
    assert (scene.company().went_out, scene.company().sentences) == (False, (TRIED,))


@pytest.mark.parametrize("word", [SENT, ANSWERED, ATTEMPTED])
def test_nothing_else_is_looked_at_in_a_pause(word: Fate) -> None:
    scene = scene_of(requested(META), PAUSE)
    out = scene.reports(got_to(word))
    assert (out.records, out.events, out.instructions) == ([], [], [])
    scene.reports(LOOK_AGAIN)
    assert scene.company().sentences == (wording.contacted(META_NAME, went_out=False),)


def test_a_page_that_was_left_is_put_right_in_a_pause_too() -> None:
    scene = scene_of(requested(META), got_to(SENT), seen.PageClosed("p1", NOON), opened("p2"), seen.Paused("p2", True))
    out = scene.reports(got_to(ATTEMPTED))
    assert (out.records, out.events, out.instructions) == ([FateRecord("b:p1", "r1", ATTEMPTED)], [], [])
    scene.reports(seen.Paused("p2", False))
    assert scene.view.headline == "An earlier page here tried to contact Meta (Facebook)."


@pytest.mark.parametrize("left", [False, True], ids=["open", "left"])
@pytest.mark.parametrize("private", [False, True], ids=["not to be kept", "private"])
def test_of_what_is_not_kept_nothing_is_put_right_in_the_history(private: bool, left: bool) -> None:
    scene = Scene()
    scene.reports(opened(private=private), requested(META), got_to(SENT), *([] if private else [seen.NotToBeKept("p1")]), PAUSE)
    scene.reports(*([seen.PageClosed("p1", NOON)] if left else []))
    assert scene.reports(got_to(ATTEMPTED)).records == []


# ---------- The pages after it


def test_a_later_page_does_not_say_that_an_earlier_one_reached_somebody() -> None:
    """What a page sends as it is left comes to nothing only when it is gone."""
    scene = scene_of(requested(META), got_to(SENT), seen.PageClosed("p1", NOON), opened("p2"))
    assert scene.view.headline == "Earlier on this site, Meta (Facebook) was contacted."
    scene.reports(got_to(ATTEMPTED))
    assert scene.view.headline == "An earlier page here tried to contact Meta (Facebook)."
    assert scene.records[-1] == FateRecord("b:p1", "r1", ATTEMPTED)
    out = scene.reports(got_to(ATTEMPTED))
    assert (out.records, out.events, out.instructions) == ([], [], [])


def test_what_was_typed_on_an_earlier_page_did_not_go() -> None:
    scene = scene_of(form("Report", "Your name"), typed(), seen.PageClosed("p1", NOON), opened("p2"))
    assert scene.view.not_seen == wording.MORE_TYPED
    scene.reports(got_to(ATTEMPTED, "r9"))
    assert scene.view.not_seen == wording.NOT_SEEN_TYPED


def test_a_company_that_another_page_reached_stays_reached() -> None:
    scene = scene_of(requested(META), got_to(SENT), opened("p2", tab=1), requested(META, "r2", page="p2"), got_to(SENT, "r2", page="p2"))
    scene.reports(seen.PageClosed("p1", NOON), got_to(ATTEMPTED), seen.PageClosed("p2", NOON), opened("p3"))
    assert scene.view.headline == "Earlier on this site, Meta (Facebook) was contacted."


def test_a_company_that_the_visit_does_not_tell_apart_is_not_taken_back_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_file, "MAX_COMPANIES", 1)
    scene = scene_of(requested(GOOGLE, "r0"), got_to(SENT, "r0"), opened("p2"), requested(META, page="p2"), got_to(SENT, page="p2"))
    scene.reports(seen.PageClosed("p2", NOON), opened("p3"), got_to(ATTEMPTED, page="p2"))
    assert scene.view.headline == "Earlier on this site, Google was contacted."


def test_nothing_is_kept_of_a_private_page_that_was_left() -> None:
    scene = Scene()
    scene.reports(opened(private=True), requested(META), got_to(SENT), seen.PageClosed("p1", NOON), got_to(ATTEMPTED))
    assert scene.records == []


def test_who_is_said_to_have_known_of_a_form_was_reached() -> None:
    scene = scene_of(sensitive(), requested(META), got_to(SENT), submitted(held=True), chosen(seen.Choice.WITHOUT_COMPANIES))
    scene.reports(seen.PageClosed("p1", NOON), opened("p2"), got_to(ATTEMPTED), seen.Departed("s1", "p2", left=True))
    assert META_NAME not in scene.last(say.DepartedWords).text


def test_who_knew_of_a_form_is_told_though_its_visit_met_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_file, "MAX_COMPANIES", 1)
    scene = scene_of(requested(GOOGLE, "r0"), got_to(SENT, "r0"), seen.PageClosed("p1", NOON), opened("p2"), sensitive(page="p2"))
    scene.reports(requested(META, page="p2"), got_to(SENT, page="p2"), submitted(page="p2", held=True))
    scene.reports(chosen(seen.Choice.WITHOUT_COMPANIES, page="p2"), seen.Departed("s1", "p2", left=True))
    assert "Meta (Facebook) already knew that the page with the form was open." in scene.last(say.DepartedWords).text


def test_who_is_reached_by_the_next_page_did_not_know_of_the_form() -> None:
    scene = scene_of(sensitive(), requested(META), got_to(SENT), submitted(held=True), chosen(seen.Choice.WITHOUT_COMPANIES))
    scene.reports(seen.PageClosed("p1", NOON), opened("p2"), requested(META, "r2", page="p2"), got_to(SENT, "r2", page="p2"))
    scene.reports(got_to(ATTEMPTED), seen.Departed("s1", "p2", left=True))
    assert "already knew" not in scene.last(say.DepartedWords).text


def test_who_was_reached_by_another_request_of_the_page_knew_of_the_form() -> None:
    scene = scene_of(sensitive(), requested(META), requested(META, "r2"), got_to(SENT, "r1", "r2"), submitted(held=True))
    scene.reports(chosen(seen.Choice.WITHOUT_COMPANIES), seen.PageClosed("p1", NOON), opened("p2"), got_to(ATTEMPTED))
    scene.reports(seen.Departed("s1", "p2", left=True))
    assert "Meta (Facebook) already knew" in scene.last(say.DepartedWords).text


def shown_last(scene: Scene, page: str) -> str:
    return next(event.view.headline for event in reversed(scene.told(happened.PageUpdated)) if event.view.key.page == page)


def test_every_open_page_of_the_visit_says_so_at_once() -> None:
    scene = scene_of(requested(META), got_to(SENT), opened("p2"))
    assert shown_last(scene, "p2") == "Earlier on this site, Meta (Facebook) was contacted."
    scene.reports(got_to(ATTEMPTED))
    assert shown_last(scene, "p2") == "An earlier page here tried to contact Meta (Facebook)."
    assert shown_last(scene, "p1") == wording.headline(0, 0, 1)


def test_a_page_that_a_browser_comes_back_without_was_left_just_now() -> None:
    scene = scene_of(requested(META), got_to(SENT), opened("p2", time=NOON + 60_000))
    scene.follow(scene.session.greet("b", frozenset({"p2"})))
    scene.reports(seen.PageClosed("p9", NOON + 60_002), got_to(ATTEMPTED))
    assert shown_last(scene, "p2") == "An earlier page here tried to contact Meta (Facebook)."


def test_a_page_that_comes_up_again_under_its_name_says_so_too() -> None:
    scene = scene_of(requested(META), got_to(SENT), seen.PageClosed("p1", NOON), opened("p1"), got_to(ATTEMPTED))
    assert scene.view.headline == "An earlier page here tried to contact Meta (Facebook)."


def test_a_visit_that_goes_on_is_right_though_what_was_kept_of_it_was_deleted() -> None:
    scene = scene_of(requested(META), got_to(SENT), seen.PageClosed("p1", NOON), opened("p2"))
    scene.follow(scene.session.forget_choices(Deleted(everything=True)))
    out = scene.reports(got_to(ATTEMPTED))
    assert scene.view.headline == "An earlier page here tried to contact Meta (Facebook)."
    assert out.records == []


@pytest.mark.parametrize(("deleted", "left"), [(Deleted(site="example.police.uk"), 0), (Deleted(site="library.example"), 1)])
def test_of_one_that_is_over_nothing_is_remembered_once_it_was_deleted(deleted: Deleted, left: int) -> None:
    scene = scene_of(requested(META), got_to(SENT), opened("p2", "https://other.example/", time=NOON + 1))
    scene.reports(opened("p3", "https://third.example/", time=NOON + 40_000), seen.PageClosed("p1"))
    scene.session.forget_choices(deleted)
    assert len(scene.session._left) == left
