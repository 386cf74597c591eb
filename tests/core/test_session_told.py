"""What a company was told, a sentence an event: with the account, the choice about cookies, and what gives the page away."""

import json

import pytest
from tests.core.scenes import GOOGLE, META, META_BUTTON, META_POST, NOON, SITE, Scene, form, got_to, opened, requested, sensitive

from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.consent import Consent
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.page import MAX_JUDGED
from netcurtain.core.record import ConsentRecord
from netcurtain.core.request import Fate

BUTTON = "Report rape or sexual assault"
ADDRESS = DecodedField(What.PAGE_ADDRESS, SITE, "u")


def went(*cookies: str, fate: Fate = Fate.SENT, name: str = "r1") -> seen.Fates:
    return seen.Fates([seen.RequestFate(name, "p1", fate, 0, list(cookies))])


def pressed(title: str = BUTTON) -> seen.Body:
    features = json.dumps({"title": title})
    return seen.Body(
        "r1", "p1", {"ev": ["SubscribedButtonClick"], "dl": [SITE], "cd[buttonText]": [BUTTON], "cd[pageFeatures]": [features]}
    )


def police_page() -> Scene:
    scene = Scene()
    scene.reports(opened(title=BUTTON), form("Report", button=BUTTON), requested(META_POST, type="ping", method="POST", has_body=True))
    return scene


def test_the_police_case_is_one_sentence_with_button_page_and_account() -> None:
    scene = police_page()
    scene.reports(pressed(), went("c_user"))
    (finding,) = scene.findings
    assert finding.sentence == (
        "Meta (Facebook) was told which button was pressed on this page: \u201cReport rape or sexual assault\u201d. "
        "It was also told this page's address and title and a code for the Facebook account signed in on this browser "
        "(which may not be yours). "
        "The words \u201crape or sexual assault\u201d alone say what this is about."
    )
    assert (finding.event, finding.gives_away) == ("SubscribedButtonClick", ("rape or sexual assault",))


def test_the_order_in_which_body_and_cookies_come_makes_no_difference_in_the_end() -> None:
    before, after = police_page(), police_page()
    before.reports(pressed(), went("c_user"))
    after.reports(went("c_user"), pressed())
    assert before.findings[-1] == after.findings[-1]
    assert before.company().sentences == after.company().sentences == (before.findings[-1].sentence,)


def test_what_another_blocker_stopped_was_only_tried() -> None:
    scene = Scene()
    scene.reports(opened(), form("Report", button="Report it"), requested(META_BUTTON), went("c_user", fate=Fate.STOPPED_BY_ANOTHER))
    (finding,) = scene.findings
    assert finding.sentence == ("This page tried to tell Meta (Facebook) which button was pressed on this page: \u201cReport it\u201d.")
    assert scene.company().seen[0].fate is finding.fate is Fate.STOPPED_BY_ANOTHER


def test_the_words_of_a_button_outside_of_every_form_are_quoted_once_it_is_pressed() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META_BUTTON), went())
    out = scene.reports(seen.Pressed("p1", "Report  it"))
    assert (out.events, out.instructions, out.records) == ([], [], [])
    scene.reports(requested(META_BUTTON, "r2"), went(name="r2"))
    assert [finding.sentence for finding in scene.findings] == [
        "Meta (Facebook) was told which button was pressed on this page.",
        "Meta (Facebook) was told which button was pressed on this page: \u201cReport it\u201d.",
    ]


# ---------- Batches


def batch(*lines: str) -> Scene:
    scene = Scene()
    url = "https://region1.google-analytics.com/g/collect?v=2&tid=G-ABC123&dl=https%3A%2F%2Fwww.example.police.uk%2Freport"
    scene.reports(opened(), requested(url, type="ping", method="POST", has_body=True))
    scene.reports(seen.Body("r1", "p1", raw="\r\n".join(lines).encode()), went())
    return scene


def test_events_that_came_together_are_a_finding_each() -> None:
    scene = batch("en=page_view", "en=form_start&ep.form_id=report-form")
    assert [finding.event for finding in scene.findings] == ["page_view", "form_start"]
    assert scene.company("Google").sentences == tuple(finding.sentence for finding in scene.findings)


def test_events_that_say_the_same_are_one_finding() -> None:
    assert [finding.event for finding in batch("en=scroll", "en=scroll&_et=1", "en=page_view").findings] == ["scroll", "page_view"]


def test_the_name_that_a_site_made_up_for_an_event_is_let_go_of() -> None:
    scene = batch("en=reported_by_anne")
    (finding,) = scene.findings
    assert finding.event is None
    assert "anne" not in repr((scene.events, scene.records))


# ---------- Cookies


@pytest.mark.parametrize(
    ("cookies", "told"),
    [
        (["c_user", "fr"], [(What.ACCOUNT, "c_user"), (What.VISITOR_ID, "fr")]),
        (["li_at"], []),
        ([], []),
    ],
)
def test_a_cookie_is_told_where_no_decoder_knows_the_request(cookies: list[str], told: list[tuple[What, str]]) -> None:
    scene = Scene()
    scene.reports(opened(), requested("https://pixel.facebook.com/script.js", type="script"), went(*cookies))
    assert [(fact.what, fact.value) for fact in scene.company().told] == told
    assert len(scene.findings) == bool(told)


def test_a_cookie_of_a_request_that_did_not_go_out_is_not_told() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), went("c_user", fate=Fate.STOPPED_BY_US))
    assert What.ACCOUNT not in {fact.what for fact in scene.company().told}


def test_cookies_that_are_known_only_with_the_answer_are_told_too() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), went(), went("c_user", fate=Fate.ANSWERED))
    assert What.ACCOUNT in {fact.what for fact in scene.company().told}
    assert "a code for the Facebook account" in scene.findings[-1].sentence


# ---------- Requests that no decoder knows


UNKNOWN = "https://pixel.nobody.example/p"


def test_the_pages_address_and_title_are_found_in_what_no_decoder_knows() -> None:
    scene = Scene()
    scene.reports(opened(title="Report a crime"), requested(f"{UNKNOWN}?u={SITE}%3Fa%3Db&t=Report%20a%20crime"), went())
    (finding,) = scene.findings
    assert finding.told == (ADDRESS, DecodedField(What.PAGE_TITLE, "Report a crime", "t"))
    assert finding.sentence.startswith("nobody.example was told this page's address and title.")


def test_its_body_is_asked_for_and_searched() -> None:
    scene = Scene()
    scene.reports(opened(), requested(UNKNOWN, type="ping", method="POST", has_body=True), went())
    assert scene.told(say.BodyWanted) == [say.BodyWanted("r1", "p1")]
    scene.reports(seen.Body("r1", "p1", raw=json.dumps({"page": {"url": SITE}, "Anne Example": 1}).encode()))
    assert scene.company("nobody.example").told == (DecodedField(What.PAGE_ADDRESS, SITE, "page.url"),)


def test_a_body_is_read_as_what_it_says_it_is() -> None:
    scene = Scene()
    scene.reports(opened(), requested(UNKNOWN, type="ping", method="POST", has_body=True), went())
    body = f"a b c={SITE}".encode()
    scene.reports(seen.Body("r1", "p1", raw=body, kind="application/x-www-form-urlencoded"))
    assert [fact.parameter for fact in scene.company("nobody.example").told] == [""], "the name of no usual parameter is kept"


def test_a_request_that_tells_nothing_of_the_page_makes_no_finding() -> None:
    scene = Scene()
    scene.reports(opened(), requested(f"{UNKNOWN}?x=1"), went())
    assert (scene.findings, scene.company("nobody.example").sentences) == ([], ("nobody.example was contacted by this page.",))


# ---------- Consent


def chose(consent: Consent, time: float) -> seen.ConsentSeen:
    return seen.ConsentSeen("p1", consent, time)


@pytest.mark.parametrize(
    ("choices", "consent"),
    [
        ([], None),
        ([chose(Consent.BEFORE_CHOICE, NOON - 5)], Consent.BEFORE_CHOICE),
        ([chose(Consent.BEFORE_CHOICE, NOON - 5), chose(Consent.REFUSED, NOON)], Consent.REFUSED),
        ([chose(Consent.BEFORE_CHOICE, NOON - 5), chose(Consent.ACCEPTED, NOON + 1)], Consent.BEFORE_CHOICE),
        ([chose(Consent.ACCEPTED, NOON + 1)], None),
    ],
)
def test_a_finding_says_how_the_question_about_cookies_stood(choices: list[seen.ConsentSeen], consent: Consent | None) -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), *choices, went())
    assert scene.findings[0].consent is consent
    assert ("cookies" in scene.findings[0].sentence) == (consent is not None)


def test_what_the_tab_saw_goes_before_what_the_request_says() -> None:
    url = "https://region1.google-analytics.com/g/collect?v=2&tid=G-ABC123&en=page_view&gcd=13q3q3q3q5l1"
    said, saw = Scene(), Scene()
    said.reports(opened(), requested(url), went())
    saw.reports(opened(), chose(Consent.ACCEPTED, NOON - 1), requested(url), went())
    assert (said.findings[0].consent, saw.findings[0].consent) == (Consent.REFUSED, Consent.ACCEPTED)


def test_a_choice_alone_changes_nothing_that_is_shown() -> None:
    scene = Scene()
    scene.reports(opened())
    out = scene.reports(chose(Consent.REFUSED, NOON))
    assert (out.events, out.instructions) == ([], [])
    assert out.records == [ConsentRecord("b:p1", Consent.REFUSED, NOON)]


# ---------- What gives the page away


def test_the_same_address_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[object] = []

    def judge(told: object, _lexicon: object) -> tuple[str, ...]:
        judged.append(told)
        return ()

    monkeypatch.setattr("netcurtain.core.told.gives_away", judge)
    scene = Scene()
    scene.reports(opened(), *(requested(META, f"r{n}") for n in range(5)), got_to(Fate.SENT, *(f"r{n}" for n in range(5))))
    assert (len(scene.findings), len(judged)) == (5, 1)


def test_a_page_remembers_only_so_much_of_what_gives_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netcurtain.core.told.MAX_JUDGED", 2)
    assert MAX_JUDGED > 2
    scene = Scene()
    for n in range(5):
        scene.reports(opened(), requested(f"https://www.facebook.com/tr/?ev=PageView&dl={SITE}/{n}", f"r{n}"), went(name=f"r{n}"))
    (page,) = scene.session._pages.values()
    assert (len(scene.findings), len(page.judged)) == (5, 2)


def test_a_form_that_is_sent_to_a_tracker_is_never_searched_for_the_page() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(action=f"{UNKNOWN}?a=1"), requested(f"{UNKNOWN}?u={SITE}", type="xmlhttprequest", has_body=True))
    scene.reports(went())
    assert (scene.findings, scene.told(say.BodyWanted)) == ([], [])


def test_a_vendor_with_nothing_readable_was_contacted() -> None:
    scene = Scene()
    scene.reports(opened(), requested(GOOGLE), went())
    assert scene.findings == []
