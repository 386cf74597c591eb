"""A copy's facts from open pages."""

import pytest
from msgspec.structs import replace
from tests.core.evidence_text import text_of
from tests.core.scenes import (
    GOOGLE,
    META,
    META_BUTTON,
    NOON,
    SITE,
    Scene,
    chosen,
    got_to,
    opened,
    request,
    requested,
    sensitive,
    submitted,
    typed,
)

from netcurtain.core import evidence_of, evidence_wording, wording
from netcurtain.core import observation as seen
from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances, ConsentMoment, Evidence, EvidenceMoment, ServerClock, Source
from netcurtain.core.finding import FlaggedBy, What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.core.short_names import page_name

LISTS = ("EasyPrivacy of 13 August 2026",)


def called(page: str) -> str:
    """A page's name, as it is kept too."""
    return page_name(f"b:{page}").hex()


def copy_of(scene: Scene, visit: str = "b:p1", site: str = "") -> Evidence:
    evidence = scene.session.evidence(visit, site, NOON + 5)
    assert evidence is not None
    return evidence


def test_a_flagged_request_is_in_a_copy_with_what_it_told_and_cut() -> None:
    scene = Scene()
    scene.reports(opened(title="Report it"), sensitive(), requested(META, count=3), got_to(Fate.ANSWERED))
    evidence = copy_of(scene)
    (page,) = evidence.pages
    (one,) = page.requests
    assert (evidence.sources, evidence.site, evidence.made) == (frozenset({Source.OPEN}), "example.police.uk", NOON + 5)
    assert (page.page, page.address, page.title, page.opened) == (called("p1"), SITE, "Report it", NOON)
    assert page.form_level is FormLevel.SENSITIVE
    assert (one.request, one.host, one.filter, one.filter_list) == ("r1", "www.facebook.com", "||www.facebook.com^", "EasyPrivacy")
    assert (one.fate, one.status, one.method, one.type, one.count) == (Fate.ANSWERED, 200, "GET", "image", 3)
    assert one.initiator == "https://www.example.police.uk"
    assert one.redacted is not None
    assert one.redacted.same
    assert one.redacted.url.endswith("?ev=PageView&dl=https%3A%2F%2Fwww.example.police.uk%2Freport%3Fstep%3D")
    assert [fact.what for event in one.events for fact in event.told] == [What.PAGE_ADDRESS]
    assert one.sentences == tuple(finding.sentence for finding in scene.findings)
    assert page.moments == (EvidenceMoment(NOON, one.sentences[0]),)


def test_a_company_of_which_nothing_was_read_is_told_as_contacted() -> None:
    scene = Scene()
    scene.reports(opened(), requested("https://pixel.nobody.example/x"), got_to(Fate.SENT))
    (moment,) = copy_of(scene).pages[0].moments
    (one,) = copy_of(scene).pages[0].requests
    assert moment == EvidenceMoment(NOON, wording.contacted(one.organisation, True))


def test_the_persons_choices_are_in_no_copy() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(META), got_to(Fate.SENT), submitted(held=True))
    waits = text_of(copy_of(scene))
    scene.reports(seen.Corrected("p1", False), seen.Corrected("p1", None))
    assert text_of(copy_of(scene)) == waits
    scene.reports(seen.Corrected("p1", False))
    assert copy_of(scene).pages[0].form_level is FormLevel.SENSITIVE
    scene.reports(chosen(seen.Choice.NOT_NOW))
    assert copy_of(scene).pages[0].submissions == ()
    assert "not_now" not in text_of(copy_of(scene))


def test_when_a_form_went_is_in_a_copy_once() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), submitted(), submitted())
    assert copy_of(scene).pages[0].submissions == (NOON,)


def test_consent_the_servers_clock_and_what_was_missed_are_in_a_copy() -> None:
    scene = Scene()
    scene.reports(opened(from_start=False), seen.ConsentSeen("p1", Consent.REFUSED, NOON + 1))
    scene.reports(seen.ServerTime("p1", "WWW.example.police.uk", -1250.0), seen.ServerTime("p1", "other.example", 9.0))
    evidence = copy_of(scene)
    (page,) = evidence.pages
    assert page.consents == (ConsentMoment(NOON + 1, Consent.REFUSED),)
    assert page.server_clock == ServerClock("www.example.police.uk", -1250.0)
    assert not page.from_start
    assert evidence.not_seen == (wording.NOTHING_SEEN, evidence_wording.MISSED_A_START)


def test_what_a_page_was_checked_with_is_what_held_when_it_came_up() -> None:
    scene = Scene()
    scene.session.greet("b", frozenset(), "Chrome 156", "0.1.0")
    scene.reports(opened())
    scene.session.greet("b", frozenset({"p1"}), "Chrome 157", "0.2.0")
    scene.reports(opened("p2"))
    first, second = copy_of(scene).pages
    assert first.circumstances == Circumstances(LISTS, "", "0.1.0", "Chrome 156")
    assert second.circumstances == Circumstances(LISTS, "", "0.2.0", "Chrome 157")


def test_no_sign_that_hides_or_turns_text_around_comes_into_a_copy_with_a_browsers_name() -> None:
    scene = Scene()
    scene.session.greet("b", frozenset(), "Chr\u202eome\n156\x1b", "0.1\u2066.0\x00")
    scene.reports(opened())
    assert copy_of(scene).pages[0].circumstances == Circumstances(LISTS, "", "0.1.0", "Chrome 156")


def test_a_redirect_is_told_where_the_request_before_it_is_known() -> None:
    scene = Scene()
    legs = [request(META), replace(request(GOOGLE, "r2"), redirected_from="r1"), replace(request(GOOGLE, "r3"), redirected_from="r9")]
    scene.reports(opened(), seen.Requests(legs))
    assert [one.redirected_from for one in copy_of(scene).pages[0].requests] == ["", "r1", ""]


@pytest.mark.parametrize("method", ["MIDNIGHT", "post"])
def test_a_method_that_a_page_has_made_up_is_not_told(method: str) -> None:
    scene = Scene()
    scene.reports(opened(), requested(META, method=method))
    assert copy_of(scene).pages[0].requests[0].method == ("POST" if method == "post" else "")


def test_requests_that_were_stopped_are_counted_and_never_by_whom() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), requested(GOOGLE, "r2", count=4))
    scene.reports(got_to(Fate.STOPPED_BY_US), got_to(Fate.STOPPED_BY_ANOTHER, "r2"))
    (page,) = copy_of(scene).pages
    assert page.stopped == 5
    assert {one.fate for one in page.requests} == {Fate.STOPPED_BY_ANOTHER}


def test_of_too_many_requests_those_that_told_something_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_of, "MAX_REQUESTS", 2)
    scene = Scene()
    scene.reports(opened(), *(requested("https://pixel.nobody.example/x", f"n{number}") for number in range(3)))
    scene.reports(requested(META, "told"), got_to(Fate.SENT, "told"))
    evidence = copy_of(scene)
    assert {one.request for one in evidence.pages[0].requests} == {"told", "n0"}
    assert evidence.pages[0].left_out == 2
    assert evidence_wording.NOT_ALL_OF_IT in evidence.not_seen


def test_the_oldest_page_does_not_take_the_room_of_what_others_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_of, "MAX_REQUESTS", 20)
    scene = Scene()
    scene.reports(opened("p1"), *(requested("https://pixel.nobody.example/x", f"n{number}") for number in range(30)))
    scene.reports(opened("p2", tab=2), requested(META, "told", page="p2"), got_to(Fate.SENT, "told", page="p2"))
    first, second = copy_of(scene, "b:p1", "example.police.uk").pages
    assert ((len(first.requests), first.left_out), (len(second.requests), second.left_out)) == ((19, 11), (1, 0))


def test_a_company_was_contacted_when_the_first_request_went_out() -> None:
    scene = Scene()
    late = replace(request("https://pixel.nobody.example/y", "r2"), time=NOON + 60_000)
    scene.reports(opened(), requested("https://pixel.nobody.example/x"), got_to(Fate.STOPPED_BY_ANOTHER), seen.Requests([late]))
    (tried,) = copy_of(scene).pages[0].moments
    assert (tried.time, tried.sentence) == (NOON, "This page tried to contact nobody.example.")
    scene.reports(got_to(Fate.SENT, "r2"))
    (moment,) = copy_of(scene).pages[0].moments
    assert (moment.time, moment.sentence) == (NOON + 60_000, "nobody.example was contacted by this page.")


def test_a_copy_speaks_of_the_account_and_not_to_its_reader() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), seen.Fates([seen.RequestFate("r1", "p1", Fate.ANSWERED, 200, ["c_user"])]))
    (page,) = copy_of(scene).pages
    told = " ".join((*page.requests[0].sentences, *(moment.sentence for moment in page.moments)))
    assert "(it may be somebody else’s)" in told
    assert "yours" not in told


def test_a_copy_says_that_something_was_too_large() -> None:
    scene = Scene()
    scene.reports(opened(), requested("https://www.facebook.com/tr/", method="POST", has_body=True))
    scene.reports(seen.Body("r1", "p1", None, b"ev=Lead&fbp=1.2&x=" + b"a" * 70_000))
    evidence = copy_of(scene)
    (one,) = evidence.pages[0].requests
    assert one.events[0].event == "Lead"
    assert one.redacted is not None
    assert not one.redacted.same
    assert evidence_wording.NOT_WHOLE in evidence.not_seen


def test_what_was_typed_is_told_by_its_field_alone_and_has_no_address() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), typed())
    (one,) = copy_of(scene).pages[0].requests
    assert (one.flagged_by, one.redacted, one.method) == (FlaggedBy.TYPED, None, "")
    assert [fact.text for fact in one.typed] == ["Your name (sha256)"]


def test_a_visit_or_a_site_is_copied_and_a_private_visit_only_where_it_was_meant() -> None:
    scene = Scene()
    scene.reports(opened("p1"), opened("p2", tab=2), opened("p3", tab=3, private=True), opened("p4", "https://other.example/", tab=4))
    pages = [[page.page for page in copy_of(scene, *wish).pages] for wish in (("b:p1",), ("b:p1", "example.police.uk"), ("b:p3",))]
    assert pages == [[called("p1")], [called("p1"), called("p2")], [called("p3")]]
    assert scene.session.evidence("b:p9", "", NOON) is None


def test_with_its_page_everything_is_gone() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META_BUTTON), seen.PageClosed("p1"))
    assert scene.session.evidence("b:p1", "", NOON) is None
