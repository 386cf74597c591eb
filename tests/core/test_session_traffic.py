"""What becomes of a page's requests, how far they got, and the bodies that were asked for."""

import json
from urllib.parse import quote

import pytest
from tests.core import scenes
from tests.core.scenes import (
    GOOGLE,
    HOTJAR,
    META,
    META_BUTTON,
    META_POST,
    NOON,
    SITE,
    Scene,
    form,
    got_to,
    opened,
    request,
    requested,
    sensitive,
)

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.decoders import meta
from netcurtain.core.event import CompanyView
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.flagged import MAX_SEEN
from netcurtain.core.level import Level
from netcurtain.core.page import MAX_COMPANIES
from netcurtain.core.record import FateRecord, FindingRecord, RequestRecord
from netcurtain.core.request import Fate
from netcurtain.core.wording import OWN_ADDRESS

ADDRESS = DecodedField(What.PAGE_ADDRESS, "https://www.example.police.uk/report?step", "dl")
BUTTON = DecodedField(What.BUTTON_TEXT, "Report it", "cd[buttonText]")
WAS_TOLD = "Meta (Facebook) was told that this page was opened. It was also told this page's address."
TRIED_TO_TELL = "This page tried to tell Meta (Facebook) that this page was opened. It also tried to tell it this page's address."
PRESSED = "Meta (Facebook) was told which button was pressed on this page: \u201cReport it\u201d."
SAYS_REPORT_IT = form("Report", button="Report it")


def company(scene: Scene, name: str = "Meta (Facebook)") -> CompanyView:
    return next(one for one in scene.view.companies if one.name == name)


def test_a_match_names_filter_list_and_company_and_has_no_query() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META))
    match = scene.last(happened.MatchSeen).request
    assert (match.url, match.filter, match.filter_list, match.organisation) == (
        "https://www.facebook.com/tr/",
        "||www.facebook.com^",
        "EasyPrivacy",
        "Meta (Facebook)",
    )
    record = scene.last(RequestRecord)
    assert (record.host, record.filter, record.fate) == ("www.facebook.com", "||www.facebook.com^", Fate.ATTEMPTED)


@pytest.mark.parametrize(
    ("fates", "headline", "sentence"),
    [
        ([], "This page tried to contact one company.", "This page tried to contact Meta (Facebook)."),
        ([Fate.SENT], "This page has told one company that it was opened.", WAS_TOLD),
        ([Fate.ANSWERED], "This page has told one company that it was opened.", WAS_TOLD),
        ([Fate.SENT, Fate.ANSWERED], "This page has told one company that it was opened.", WAS_TOLD),
        ([Fate.STOPPED_BY_US], "This page tried to contact one company, and we stopped it.", TRIED_TO_TELL),
        ([Fate.STOPPED_BY_ANOTHER], "This page tried to contact one company.", TRIED_TO_TELL),
    ],
)
def test_was_told_is_said_only_of_what_went_out(fates: list[Fate], headline: str, sentence: str) -> None:
    scene = Scene()
    scene.reports(opened(), requested(META))
    for fate in fates:
        scene.reports(got_to(fate))
    assert scene.view.headline == headline
    assert company(scene).sentences == (sentence,)
    assert company(scene).told == (ADDRESS,)
    assert [one.finding.sentence for one in scene.told(happened.FindingMade)] == ([sentence] if fates else [])


def test_a_company_that_tells_nothing_readable_was_contacted() -> None:
    scene = Scene()
    scene.reports(opened(), requested(GOOGLE), got_to(Fate.SENT))
    assert scene.view.headline == "This page has contacted one company."
    assert company(scene, "Google").sentences == ("Google was contacted by this page.",)
    assert scene.told(happened.FindingMade) == []


@pytest.mark.parametrize(
    ("fates", "ends"),
    [
        ([Fate.SENT, Fate.SENT], Fate.SENT),
        ([Fate.ANSWERED, Fate.SENT], Fate.ANSWERED),
        ([Fate.SENT, Fate.STOPPED_BY_ANOTHER], Fate.SENT),
        ([Fate.STOPPED_BY_US, Fate.STOPPED_BY_US, Fate.ATTEMPTED], Fate.STOPPED_BY_US),
        ([Fate.STOPPED_BY_US, Fate.SENT], Fate.SENT),
    ],
)
def test_a_request_gets_further_never_back(fates: list[Fate], ends: Fate) -> None:
    scene = Scene()
    scene.reports(opened(), requested(META))
    for fate in fates:
        scene.reports(got_to(fate))
    learnt = [record.fate for record in scene.told(FateRecord)]
    assert learnt[-1] is company(scene).seen[0].fate is ends
    assert len(learnt) == len(set(learnt))


def test_a_request_that_is_seen_to_go_out_makes_one_finding_in_the_history() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META), got_to(Fate.SENT), got_to(Fate.ANSWERED))
    (record,) = scene.told(FindingRecord)
    assert (record.finding.told, record.finding.fate, record.finding.filter) == ((ADDRESS,), Fate.SENT, "||www.facebook.com^")


def test_facts_of_several_requests_come_together() -> None:
    scene = Scene()
    scene.reports(opened(), SAYS_REPORT_IT, requested(META), requested(META_BUTTON, "r2"), got_to(Fate.SENT, "r1", "r2"))
    assert company(scene).told == (ADDRESS, BUTTON)
    assert company(scene).sentences == (
        WAS_TOLD,
        PRESSED,
    )


def test_what_was_told_outlives_the_requests_that_are_shown() -> None:
    scene = Scene()
    scene.reports(opened(), SAYS_REPORT_IT, requested(META_BUTTON, "first"), got_to(Fate.SENT, "first"))
    for number in range(MAX_SEEN + 5):
        scene.reports(requested(META_POST, f"r{number}"))
    shown = company(scene)
    assert (shown.requests, len(shown.seen), shown.seen[-1].request) == (MAX_SEEN + 6, MAX_SEEN, f"r{MAX_SEEN + 4}")
    assert (shown.told, shown.went_out) == ((BUTTON,), True)


def test_joined_requests_count_as_many() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META, count=7))
    assert company(scene).requests == 7


def test_a_batch_that_changes_nothing_tells_nobody() -> None:
    scene = Scene()
    scene.reports(opened())
    out = scene.reports(requested("https://www.example.police.uk/a.css"))
    assert (out.events, out.instructions, out.records) == ([], [], [])


def test_an_exception_alone_makes_no_company_and_comes_along_with_the_rules() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(scenes.EXCEPTED))
    assert (scene.view.companies, scene.verdict.companies) == ((), [])
    assert (scene.told(happened.MatchSeen), scene.told(RequestRecord)) == ([], [])
    scene.reports(requested(META, "r2"))
    assert [(rule.domains, rule.allow) for rule in scene.verdict.rules] == [(["excepted.example"], True), (["www.facebook.com"], False)]


def test_nobody_on_the_sites_own_address_is_named_by_it() -> None:
    scene = Scene()
    scene.reports(opened(url="https://www.tracker.example/"), sensitive(), requested("https://stats.tracker.example/p"), got_to(Fate.SENT))
    assert scene.verdict.companies == [OWN_ADDRESS]
    assert scene.verdict.words.told == ["This page has contacted a company behind this site's own address."]
    assert scene.verdict.words.unstoppable == "Something here may pass through this site's own address. We cannot see or stop that."
    assert scene.verdict.rules == []


def test_an_unknown_company_is_called_by_its_domain() -> None:
    scene = Scene()
    scene.reports(opened(), requested("https://a.b.tracker.example/p"))
    assert scene.verdict.companies == ["tracker.example"]


def test_a_session_recorder_is_named_at_arrival_once_something_went_out() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(HOTJAR, type="script"))
    assert "record" not in scene.verdict.words.arrival
    scene.reports(got_to(Fate.ANSWERED))
    words = (
        "Hotjar is on this page. It can record how a page is used. It normally hides what people type; we cannot see whether it does here."
    )
    assert scene.verdict.words.arrival == f"This page has contacted one company. {words}"
    assert company(scene, "Hotjar").sentences == ("Hotjar was contacted by this page.", words)


def test_a_page_tells_only_so_many_companies_apart() -> None:
    scene = Scene()
    many = [request(f"https://pixel.company{n}.example/", f"r{n}") for n in range(MAX_COMPANIES + 9)]
    scene.reports(opened(), seen.Requests([*many, request(META, "last", has_body=True)]), got_to(Fate.SENT, "last"))
    assert len(scene.view.companies) == len(scene.verdict.companies) == MAX_COMPANIES
    assert len(scene.told(happened.MatchSeen)) == MAX_COMPANIES + 10


def test_what_a_new_run_is_told_again_of_an_old_page_counts_once() -> None:
    scene = Scene()
    scene.reports(opened(from_start=False, time=NOON), sensitive(), requested(META), got_to(Fate.SENT), requested(META))
    assert (scene.verdict.level, scene.verdict.words.told) == (Level.WARNING, ["This page told Meta (Facebook) its address."])
    assert company(scene).requests == 1
    assert company(scene).seen[0].fate is Fate.SENT


# ---------- Words that may be the person's own


def told_by_a_tracker(button: str = "", title: str = "", *, described: str = "Continue", page_title: str = "Report a crime") -> Scene:
    scene = Scene()
    body = {"cd[buttonText]": [button], "cd[pageFeatures]": [json.dumps({"title": title})]}
    scene.reports(opened(title=page_title), form("Report", button=described), seen.FormGone("p1", "f1"))
    scene.reports(requested(META_POST, method="POST", has_body=True), got_to(Fate.SENT), seen.Body("r1", "p1", body))
    return scene


@pytest.mark.parametrize(
    ("button", "value", "sentence"),
    [
        (" Report  IT ", "Report IT", "Meta (Facebook) was told which button was pressed on this page: \u201cReport IT\u201d."),
        ("Continue as Anne Example", "", "Meta (Facebook) was told which button was pressed on this page."),
    ],
)
def test_a_button_is_quoted_only_in_the_words_that_the_page_was_seen_to_have(button: str, value: str, sentence: str) -> None:
    scene = told_by_a_tracker(button, described="Report it")
    (made,) = scene.told(happened.FindingMade)
    assert made.finding.sentence == sentence
    assert made.finding.told == company(scene).told == (DecodedField(What.BUTTON_TEXT, value, "cd[buttonText]"),)


@pytest.mark.parametrize(("title", "value"), [("Report  a crime", "Report a crime"), ("Anne Example, report", "")])
def test_a_title_is_kept_only_as_the_page_was_seen_to_have_it(title: str, value: str) -> None:
    scene = told_by_a_tracker(title=title)
    assert company(scene).told == (DecodedField(What.PAGE_TITLE, value, "cd[pageFeatures]"),)
    finding = scene.last(happened.FindingMade).finding
    assert finding.sentence.startswith("Meta (Facebook) was told this page's title.")
    assert finding.gives_away == (("Report a crime",) if value else ())


def test_what_a_person_typed_and_a_tracker_repeats_comes_out_nowhere() -> None:
    scene = told_by_a_tracker("Go on as MARKER", "MARKER, your report")
    assert len(scene.told(FindingRecord)) == 1
    assert "MARKER" not in repr((scene.instructions, scene.events, scene.records))


# ---------- Bodies


def form_body(**parameters: str) -> dict[str, list[str]]:
    return {name: [value] for name, value in parameters.items()}


def test_the_body_of_a_form_post_is_asked_for_and_read() -> None:
    scene = Scene()
    scene.reports(opened(), SAYS_REPORT_IT, requested(META_POST, type="sub_frame", method="POST", has_body=True), got_to(Fate.SENT))
    assert scene.told(say.BodyWanted) == [say.BodyWanted("r1", "p1")]
    body = {"ev": ["SubscribedButtonClick"], "dl": [SITE + "?step=2"], "cd[buttonText]": ["Report it"], "rqm": ["formPOST"]}
    scene.reports(seen.Body("r1", "p1", body))
    assert company(scene).told == (ADDRESS, BUTTON)
    assert scene.last(happened.FindingMade).finding.sentence == f"{PRESSED} It was also told this page's address."


def test_a_raw_body_of_parameters_is_read_too() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META_POST, type="ping", method="POST", has_body=True), got_to(Fate.SENT))
    scene.reports(seen.Body("r1", "p1", raw=f"ev=PageView&dl={quote(SITE + '?step=2', safe='')}".encode()))
    assert company(scene).told == (ADDRESS,)


def test_a_body_adds_to_what_the_address_told_and_then_one_sentence_says_it_all() -> None:
    scene = Scene()
    scene.reports(opened(), SAYS_REPORT_IT, requested(META, method="POST", has_body=True), got_to(Fate.SENT))
    scene.reports(seen.Body("r1", "p1", {"cd[buttonText]": ["Report it"]}))
    assert company(scene).told == (ADDRESS, BUTTON)
    assert [one.finding.told for one in scene.told(happened.FindingMade)] == [(ADDRESS,), (ADDRESS, BUTTON)]
    assert company(scene).sentences == (f"{PRESSED} It was also told that this page was opened and this page's address.",)


def test_a_body_that_cannot_be_read_leaves_what_the_address_told(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene()
    scene.reports(opened(), requested(META, method="POST", has_body=True))
    monkeypatch.setattr(meta, "decode", lambda _payload: 1 / 0)
    assert scene.reports(seen.Body("r1", "p1", raw=b"\xff\xfe")).decoded == {}
    scene.reports(got_to(Fate.SENT))
    assert company(scene).sentences == (WAS_TOLD,)


def test_a_body_that_comes_before_the_fate_waits_for_it() -> None:
    scene = Scene()
    scene.reports(
        opened(),
        SAYS_REPORT_IT,
        requested(META_POST, method="POST", has_body=True),
        seen.Body("r1", "p1", {"cd[buttonText]": ["Report it"]}),
    )
    assert scene.told(happened.FindingMade) == []
    scene.reports(got_to(Fate.STOPPED_BY_US))
    assert scene.last(happened.FindingMade).finding.sentence == (
        "This page tried to tell Meta (Facebook) which button was pressed on this page: \u201cReport it\u201d."
    )


ACTION = "https://www.facebook.com/tr/"


@pytest.mark.parametrize(
    ("request_seen", "action"),
    [
        pytest.param(requested(META_POST, type="main_frame", method="POST", has_body=True), SITE, id="a navigation"),
        pytest.param(requested(META_POST, type="sub_frame", method="POST", has_body=True), ACTION, id="the form's action, in a frame"),
        pytest.param(requested(META_POST, type="xmlhttprequest", method="POST", has_body=True), ACTION, id="the form's action, by script"),
        pytest.param(requested(META_POST + "?a=1#x", type="ping", has_body=True), ACTION + "?b=2", id="whatever the query"),
        pytest.param(requested(META_POST, type="ping", method="POST"), SITE, id="nothing to ask for"),
        pytest.param(requested("https://pixel.example/p", type="sub_frame", method="POST", has_body=True), SITE, id="a frame of nobody's"),
        pytest.param(
            requested("https://pixel.example.police.uk/log", type="xmlhttprequest", method="POST", has_body=True),
            SITE,
            id="of the site itself",
        ),
        pytest.param(requested("https://unflagged.example/", type="ping", has_body=True), SITE, id="not flagged"),
    ],
)
def test_a_body_is_not_asked_for(request_seen: seen.Requests, action: str) -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(action=action), request_seen)
    assert scene.told(say.BodyWanted) == []
    assert scene.reports(seen.Body("r1", "p1", {"dl": [SITE]})).events == []


@pytest.mark.parametrize("host", ["www.example.police.uk", "pixel.elsewhere.example"])
def test_a_body_is_asked_for_where_a_vendor_is_on_the_sites_own_address_or_a_filter_names_another_site(host: str) -> None:
    scene = Scene()
    path = "/matomo.php?idsite=1&rec=1" if host.startswith("www") else "/log"
    scene.reports(opened(), sensitive(action=SITE), requested(f"https://{host}{path}", type="ping", method="POST", has_body=True))
    assert scene.told(say.BodyWanted) == [say.BodyWanted("r1", "p1")]


def test_a_body_is_asked_for_of_what_a_site_asks_of_itself_on_a_page_without_a_form() -> None:
    scene = Scene()
    scene.reports(opened(), requested("https://pixel.example.police.uk/log", type="ping", method="POST", has_body=True))
    assert scene.told(say.BodyWanted) == [say.BodyWanted("r1", "p1")]


def test_a_form_that_is_gone_still_has_its_action_spared() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(action=ACTION), seen.FormGone("p1", "f1"))
    scene.reports(requested(META_POST, type="xmlhttprequest", method="POST", has_body=True))
    assert scene.told(say.BodyWanted) == []


def test_a_body_is_taken_once() -> None:
    scene = Scene()
    scene.reports(opened(), requested(META_POST, method="POST", has_body=True), got_to(Fate.SENT))
    scene.reports(seen.Body("r1", "p1", {"cd[buttonText]": ["One"]}))
    assert scene.reports(seen.Body("r1", "p1", {"cd[buttonText]": ["Two"]})).events == []


def test_a_form_sent_by_get_to_a_tracker_is_flagged_but_not_read() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(action=ACTION), requested(META_BUTTON, type="sub_frame"), got_to(Fate.SENT))
    assert scene.verdict.companies == ["Meta (Facebook)"]
    assert company(scene).told == ()
