"""Whatever a browser reports, in whatever order: nothing raises, nothing grows without end, and nothing is said that was not seen."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.scenes import EXCEPTED, GOOGLE, HOTJAR, META, META_BUTTON, META_POST, SITE, Scene, chosen, form, got_to, opened, requested

from netcurtain.core import event as happened
from netcurtain.core import form_memory as form_memory_file
from netcurtain.core import instruction as say
from netcurtain.core import left as left_file
from netcurtain.core import observation as seen
from netcurtain.core import page as page_file
from netcurtain.core import session as session_file
from netcurtain.core import submission as submission_file
from netcurtain.core import visits as visits_file
from netcurtain.core.consent import Consent
from netcurtain.core.finding import Written
from netcurtain.core.level import Level
from netcurtain.core.observation import Choice
from netcurtain.core.record import PageRecord, VisitUnkeptRecord
from netcurtain.core.request import Fate
from netcurtain.link import protocol

PAGES = st.sampled_from(["p1", "p1", "p1", "p2", "p2", "p3", "p4"])
IDS = st.sampled_from(["r1", "r2", "r3", "r4"])
SUBMISSIONS = st.sampled_from(["s1", "s2", "s3"])
FORMS = st.sampled_from(["f1", "f2", "f3"])
ODD = st.text(max_size=40)
ADDRESSES = st.one_of(
    st.sampled_from(
        [SITE, META, META_BUTTON, META_POST, GOOGLE, HOTJAR, EXCEPTED, "https://two.example/?q=1", "about:blank", "data:,x", ""]
    ),
    st.integers(0, 9).map(lambda n: f"https://pixel.company{n}.example/{n}"),
    st.sampled_from(["http://[::1", "https://", "wss://www.facebook.com:99999/tr", "https://www.facebook.com/tr?cd[formFeatures]=[[]]"]),
    ODD,
)
TRACKERS = st.sampled_from([META, META_BUTTON, META_POST, GOOGLE, HOTJAR])
PARAMETERS = st.dictionaries(
    st.sampled_from(["dl", "ev", "cd[buttonText]", "cd[formFeatures]", "cd[pageFeatures]", "x"]), st.lists(ODD, max_size=2), max_size=4
)
OPENINGS = st.builds(
    lambda page, url, tab, private: opened(page, url, tab=tab, private=private), PAGES, ADDRESSES, st.integers(1, 3), st.booleans()
)
REQUESTS = st.builds(
    lambda url, name, page, kind, body: requested(url, name, page=page, type=kind, has_body=body),
    TRACKERS | ADDRESSES,
    IDS,
    PAGES,
    st.sampled_from(["image", "main_frame", "sub_frame", "ping", "nonsense"]),
    st.booleans(),
)
FATES = st.builds(
    lambda fate, name, page, cookies: seen.Fates([seen.RequestFate(name, page, fate, 200, cookies)]),
    st.sampled_from(Fate),
    IDS,
    PAGES,
    st.lists(st.sampled_from(["c_user", "fr", "other"]), max_size=2),
)
TYPED = st.builds(
    lambda page, name, host, written, fate: seen.TypedSeen(page, name, host, "What happened?", written, 1.0, "ping", fate),
    PAGES,
    IDS,
    st.sampled_from(["www.facebook.com", "www.example.police.uk", "replay.example", "[::1", ""]) | ODD,
    st.sampled_from(Written),
    st.sampled_from(Fate),
)
CONSENTS = st.builds(seen.ConsentSeen, PAGES, st.sampled_from(Consent), st.sampled_from([0.0, 1.0, 2e12]))
BODIES = st.builds(seen.Body, IDS, PAGES, st.none() | PARAMETERS, st.none() | st.binary(max_size=40))
DESCRIBED = st.builds(
    lambda title, page, name, action: form(title, "What happened?", page=page, id=name, action=action),
    st.sampled_from(["Report rape or sexual assault", "Find a library", ""]),
    PAGES,
    FORMS,
    ADDRESSES,
)
SUBMITTED = st.builds(seen.Submitted, SUBMISSIONS, PAGES, FORMS, st.booleans(), st.just(1.0))
CHOSEN = st.builds(lambda choice, submission, page: chosen(choice, submission, page=page), st.sampled_from(Choice), SUBMISSIONS, PAGES)
RARER: st.SearchStrategy[seen.Observation] = st.one_of(
    OPENINGS,
    st.builds(seen.PageChanged, PAGES, st.none() | ADDRESSES, st.none() | ODD),
    st.builds(seen.PageClosed, PAGES),
    st.builds(seen.PageInFront, st.none() | PAGES),
    st.builds(seen.FormGone, PAGES, FORMS),
    CONSENTS,
    st.builds(seen.Pressed, PAGES, ODD),
    st.builds(seen.Corrected, PAGES, st.sampled_from([None, False, True])),
    st.builds(seen.Departed, SUBMISSIONS, PAGES, st.booleans()),
)
COMMON = [REQUESTS, REQUESTS, REQUESTS, FATES, FATES, FATES, BODIES, TYPED, DESCRIBED, SUBMITTED, CHOSEN]
OBSERVATIONS = st.sampled_from([*COMMON, *COMMON, RARER]).flatmap(lambda kind: kind)
STEPS = st.lists(st.tuples(st.sampled_from(["b", "b", "b", "c"]), OBSERVATIONS), min_size=120, max_size=150)


def check_bounds(scene: Scene) -> None:
    session = scene.session
    assert len(session._pages) <= session_file.MAX_PAGES
    assert len(session._visits) <= 2 * visits_file.MAX_VISITS
    assert len(session._submissions) <= submission_file.MAX_SUBMISSIONS
    assert len(session._left) <= left_file.MAX_LEFT
    assert session._left.requests <= left_file.MAX_SENT
    assert set(session._told) <= set(session._pages)
    for page in session._pages.values():
        assert len(page.companies) <= page_file.MAX_COMPANIES
        assert len(page.flagged) <= page_file.MAX_TRACKED
        assert len(page.forms) <= page_file.MAX_FORMS
        assert len(page.visit.memory) <= form_memory_file.MAX_STEPS
        assert "=" not in page.url.partition("?")[2]
        assert "#" not in page.url


def check_honesty(scene: Scene) -> None:
    for finding in scene.told(happened.FindingMade):
        assert (" was told " in finding.finding.sentence) == finding.finding.fate.went_out
    for verdict in scene.told(say.Verdict):
        assert (verdict.level is Level.WARNING) == bool(verdict.words.told)
        assert all("main_frame" not in rule.types for rule in verdict.rules)


def check_privacy(scene: Scene) -> None:
    private = {f"{event.view.key.browser}:{event.view.key.page}" for event in scene.told(happened.PageUpdated) if event.view.private}
    public = {record.page for record in scene.told(PageRecord)}
    of_pages = [record for record in scene.records if not isinstance(record, VisitUnkeptRecord)]
    assert all(record.page in public for record in of_pages)
    for name in private - public:
        assert not [record for record in of_pages if record.page == name]


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
)
@given(STEPS)
def test_no_sequence_of_reports_breaks_the_session(steps: list[tuple[str, seen.Observation]]) -> None:
    scene = Scene()
    limits = {(page_file, "MAX_COMPANIES"): 4, (page_file, "MAX_TRACKED"): 3, (page_file, "MAX_FORMS"): 2}
    limits |= {
        (session_file, "MAX_PAGES"): 3,
        (visits_file, "MAX_VISITS"): 2,
        (submission_file, "MAX_SUBMISSIONS"): 2,
        (left_file, "MAX_LEFT"): 1,
    }
    before = {place: getattr(*place) for place in limits}
    try:
        for place, limit in limits.items():
            setattr(*place, limit)
        scene.reports(opened("p1", tab=1), opened("p2", META, tab=2, private=True))
        for browser, observation in steps:
            scene.reports(observation, browser=browser)
            check_bounds(scene)
        scene.follow(scene.session.greet("b", frozenset({"p1", "p2"})))
        scene.follow(scene.session.forget_browser("c"))
        check_bounds(scene)
    finally:
        for place, limit in before.items():
            setattr(*place, limit)
    check_honesty(scene)
    check_privacy(scene)
    assert all(len(protocol.encode(one)) <= protocol.MAX_MESSAGE for one in scene.instructions if isinstance(one, msgspec.Struct))


def test_a_page_at_every_limit_still_has_a_verdict_that_fits_into_a_message() -> None:
    scene = Scene()
    scene.reports(opened())
    for number in range(page_file.MAX_FORMS + 5):
        scene.reports(form("Report rape or sexual assault", page="p1", id=f"{number:064}"))
    batch = seen.Requests([requested(f"https://pixel.{'long' * 14}{n}.example/{'x' * 3000}", f"r{n}").requests[0] for n in range(400)])
    scene.reports(batch, got_to(Fate.SENT, *(f"r{n}" for n in range(400))))
    assert scene.verdict.level is Level.WARNING
    assert len(protocol.encode(scene.verdict)) < protocol.MAX_MESSAGE // 4
