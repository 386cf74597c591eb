"""Private windows, and what a person typed: neither leaves a trace."""

import msgspec
import pytest
from tests.core.scenes import META, META_POST, Scene, chosen, form, got_to, opened, requested, sensitive, submitted

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.level import Level
from netcurtain.core.observation import Choice
from netcurtain.core.request import Fate

PRINTED_WITH_CARE = (happened.MatchSeen, happened.FindingMade)


def a_private_visit() -> Scene:
    scene = Scene()
    scene.reports(
        opened(private=True, title="Report it"),
        sensitive(),
        requested(META),
        requested(META_POST, "r2", method="POST", has_body=True),
        got_to(Fate.SENT, "r1", "r2"),
        seen.Body("r2", "p1", {"cd[buttonText]": ["Report it"]}),
        seen.PageChanged("p1", "https://www.example.police.uk/report/2", "Step 2"),
        submitted(held=True),
        chosen(Choice.WITHOUT_COMPANIES),
        submitted("s2"),
        seen.Departed("s1", "p1", True),
        seen.PageClosed("p1"),
    )
    return scene


def test_a_private_window_is_matched_and_warned_and_never_kept() -> None:
    scene = a_private_visit()
    assert Level.WARNING in [verdict.level for verdict in scene.told(say.Verdict)]
    assert scene.records == []


def test_every_event_of_a_private_window_with_words_or_an_address_says_so() -> None:
    scene = a_private_visit()
    assert all(event.view.private for event in scene.told(happened.PageUpdated))
    marked = [event for event in scene.events if isinstance(event, PRINTED_WITH_CARE)]
    assert {type(event) for event in marked} == set(PRINTED_WITH_CARE)
    assert all(event.private for event in marked)
    rest = [event for event in scene.events if not isinstance(event, (*PRINTED_WITH_CARE, happened.PageUpdated))]
    assert rest
    assert not [event for event in rest if "police" in repr(event) or "Report it" in repr(event)]


def test_the_verdict_on_a_private_page_names_nobody_by_a_host() -> None:
    scene = Scene()
    scene.reports(opened(private=True), requested("https://pixel.rape-support.example/"), requested(META, "r2"))
    assert scene.last(happened.VerdictChanged).organisations == ("Meta (Facebook)",)
    assert scene.verdict.companies == ["rape-support.example", "Meta (Facebook)"]


# ---------- What a person typed


def marker(number: int) -> str:
    return f"MARKER{number:02}X"


def typed_everywhere() -> Scene:
    """Twenty markers, each in a place where a value may stand, as if the extension had left out nothing."""
    m = [marker(n) for n in range(20)]
    action = f"https://www.facebook.com/tr/?dl={m[0]}&cd[buttonText]={m[1]}#{m[2]}"
    scene = Scene()
    scene.reports(
        opened(url=f"https://{m[3]}:{m[4]}@www.example.police.uk/report?what={m[5]}&b={m[6]}#{m[7]}"),
        seen.PageChanged("p1", f"https://www.example.police.uk/report?c={m[8]}#{m[9]}"),
        form("Report rape or sexual assault", "What happened?", action=action),
        # The person's own form, by navigation, in a frame and by script; and autosave in the site's own addresses.
        requested(f"https://www.facebook.com/tr/?dl={m[10]}&cd[buttonText]={m[11]}", "r1", type="main_frame", has_body=True),
        requested(f"https://www.facebook.com/tr/?dl={m[12]}&ev={m[13]}", "r2", type="sub_frame", has_body=True),
        requested(f"https://www.facebook.com/tr/?cd[buttonText]={m[14]}#{m[15]}", "r3", type="xmlhttprequest", has_body=True),
        requested(f"https://www.example.police.uk/save?text={m[16]}", "r4", type="xmlhttprequest"),
        # A tracker that was told the page's whole address.
        requested(f"https://www.facebook.com/privacy_sandbox/pixel/register/trigger/?dl=https%3A%2F%2Fa.example%2F%3Fq%3D{m[17]}", "r5"),
        requested(f"https://stats.g.doubleclick.net/collect?dl={m[18]}&dt={m[19]}", "r6"),
        got_to(Fate.SENT, "r1", "r2", "r3", "r4", "r5", "r6"),
        seen.Body("r1", "p1", {"cd[buttonText]": [m[0]]}),
        seen.Body("r2", "p1", raw=f"cd[buttonText]={m[1]}".encode()),
        seen.Body("r3", "p1", {"cd[buttonText]": [m[2]]}),
        submitted(held=True),
        chosen(Choice.WITHOUT_COMPANIES),
        seen.Departed("s1", "p1", True),
        seen.PageClosed("p1"),
    )
    return scene


def test_what_was_typed_comes_out_nowhere() -> None:
    scene = typed_everywhere()
    assert len(scene.told(happened.MatchSeen)) == 5, "every tracker was flagged all the same"
    assert scene.told(say.BodyWanted) == []
    everything = repr((scene.instructions, scene.events, scene.records)) + repr([msgspec.json.encode(one) for one in scene.instructions])
    assert [marker(n) for n in range(20) if marker(n) in everything] == []


def test_even_the_matcher_sees_the_persons_own_submission_without_values() -> None:
    asked = typed_everywhere().matcher.asked
    assert asked[:3] == [
        "https://www.facebook.com/tr/?dl&cd[buttonText]",
        "https://www.facebook.com/tr/?dl&ev",
        "https://www.facebook.com/tr/?cd[buttonText]",
    ]


@pytest.mark.parametrize("written", ["anna@mail.example", "id:anna%40mail.example"])
def test_an_e_mail_address_in_the_path_of_a_trackers_request_is_not_shown(written: str) -> None:
    scene = Scene()
    scene.reports(opened(), requested(f"https://www.facebook.com/who/{written}/now"))
    assert scene.last(happened.MatchSeen).request.url == "https://www.facebook.com/who/\u2026/now"
    assert "anna" not in repr((scene.instructions, scene.events, scene.records))


def test_what_decoders_read_is_not_in_the_repr_of_what_follows() -> None:
    scene = Scene()
    out = scene.reports(opened(), requested("https://www.facebook.com/tr/?ev=MARKER&cd[buttonText]=MARKER"))
    assert "MARKER" in str(out.decoded)
    assert "MARKER" not in repr(out)


def test_the_address_that_a_tracker_was_told_is_kept_without_values() -> None:
    told = [fact.value for event in typed_everywhere().told(happened.FindingMade) for fact in event.finding.told]
    assert told == ["https://a.example/?q", "", ""]


@pytest.mark.parametrize(
    "observation",
    [
        opened(url="https://a.example/?MARKER=MARKER", title="MARKER"),
        seen.PageChanged("p1", "https://a.example/MARKER", "MARKER"),
        requested("https://a.example/?MARKER"),
        seen.Body("r1", "p1", {"MARKER": ["MARKER"]}, b"MARKER"),
        form("MARKER", "MARKER", action="https://a.example/?MARKER"),
    ],
    ids=lambda observation: type(observation).__name__,
)
def test_a_report_shown_by_mistake_shows_nothing_of_the_page(observation: seen.Observation) -> None:
    assert "MARKER" not in repr(observation)
