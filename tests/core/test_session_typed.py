"""What somebody wrote in a field was seen in a request to a third party, before they sent the form."""

import pytest
from tests.core.scenes import META, Scene, got_to, opened, requested, sensitive, submitted, typed

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core import wording
from netcurtain.core.finding import DecodedField, FlaggedBy, Typed, What, Written
from netcurtain.core.flagged import MAX_TYPED
from netcurtain.core.level import Level
from netcurtain.core.record import FindingRecord, RequestRecord
from netcurtain.core.request import Fate

NAME = DecodedField(What.TYPED, Typed("Your name", Written.SHA256), "")
SAID = "replay.example was told a scrambled copy of what you wrote in \u201cYour name\u201d."


def on_the_form() -> Scene:
    scene = Scene()
    scene.reports(opened(), sensitive())
    return scene


def test_whoever_takes_what_was_typed_is_met_at_once_and_the_warning_says_so() -> None:
    scene = on_the_form()
    assert scene.verdict.level is Level.NOTICE
    scene.reports(typed())
    assert (scene.verdict.level, scene.verdict.companies) == (Level.WARNING, ["replay.example"])
    words = scene.verdict.words
    assert words.arrival == "This page has told one company a scrambled copy of what you wrote in a field here."
    assert words.told == ["This page told replay.example a scrambled copy of what you wrote in a field here."]
    assert words.not_seen == scene.view.not_seen == wording.MORE_TYPED
    assert words.details == ["replay.example is on none of our lists, but what you wrote in a field here was in a request to it."]
    assert words.unstoppable == "replay.example may still be told something. We cannot stop all of it here."
    assert scene.last(happened.VerdictChanged).level is Level.WARNING


def test_the_finding_names_the_field_and_how_it_was_written() -> None:
    scene = on_the_form()
    scene.reports(typed())
    (finding,) = scene.findings
    assert (finding.sentence, finding.told, finding.flagged_by) == (SAID, (NAME,), FlaggedBy.TYPED)
    assert (finding.filter, finding.filter_list, finding.host) == ("", "", "api.replay.example")
    assert [record.finding for record in scene.told(FindingRecord)] == [finding]
    assert scene.last(RequestRecord).host == "api.replay.example"
    match = scene.last(happened.MatchSeen).request
    assert (match.url, match.flagged_by, match.fate) == ("https://api.replay.example/", FlaggedBy.TYPED, Fate.SENT)


@pytest.mark.parametrize("label", ["Anne Example", "", "your_name"])
def test_a_label_that_the_page_was_not_seen_to_have_is_let_go_of(label: str) -> None:
    scene = on_the_form()
    scene.reports(typed(label=label))
    assert scene.findings[0].told == (DecodedField(What.TYPED, Typed("", Written.SHA256), ""),)
    assert scene.findings[0].sentence == "replay.example was told a scrambled copy of what you wrote in a field."
    assert "Anne" not in repr((scene.instructions, scene.events, scene.records))


@pytest.mark.parametrize(
    ("fate", "sentence"),
    [(Fate.ATTEMPTED, None), (Fate.STOPPED_BY_ANOTHER, f"This page tried to tell {SAID.replace(' was told', '')}")],
)
def test_what_was_not_seen_to_go_is_only_tried(fate: Fate, sentence: str | None) -> None:
    scene = on_the_form()
    scene.reports(typed(fate=fate))
    assert [finding.sentence for finding in scene.findings] == ([sentence] if sentence else [])
    assert scene.verdict.level is Level.WARNING
    assert scene.verdict.words.told == ["This page tried to contact replay.example."]
    assert scene.verdict.words.not_seen == wording.NOT_SEEN_TYPED


def test_it_is_said_once_it_is_seen_to_go() -> None:
    scene = on_the_form()
    scene.reports(typed(fate=Fate.ATTEMPTED), got_to(Fate.SENT, "r9"))
    assert [finding.sentence for finding in scene.findings] == [SAID]
    assert scene.verdict.words.not_seen == wording.MORE_TYPED


def test_a_request_that_a_filter_flagged_tells_it_as_well() -> None:
    scene = on_the_form()
    scene.reports(requested(META), got_to(Fate.SENT), typed("r1", host="www.facebook.com", written=Written.PLAIN))
    assert scene.verdict.companies == ["Meta (Facebook)"]
    assert scene.verdict.words.told == ["This page told Meta (Facebook) its address and what you wrote in a field here."]
    assert scene.view.headline == "This page has told one company what you wrote in a field here."
    assert scene.verdict.words.details == ["Meta (Facebook) is a tracker in EasyPrivacy (||www.facebook.com^)."]
    assert scene.findings[-1].sentence == "Meta (Facebook) was told what you wrote in \u201cYour name\u201d."
    assert (scene.findings[-1].flagged_by, scene.company().requests) == (FlaggedBy.FILTER, 1)


@pytest.mark.parametrize("fate", [Fate.ATTEMPTED, Fate.SENT])
def test_a_filter_that_flags_it_afterwards_is_named_and_it_counts_once(fate: Fate) -> None:
    scene = on_the_form()
    scene.reports(typed("r1", host="www.facebook.com", fate=fate), requested(META), got_to(Fate.SENT))
    company = scene.company()
    assert (company.requests, company.seen[0].filter, company.seen[0].url) == (1, "||www.facebook.com^", "https://www.facebook.com/tr/")
    assert {fact.what for fact in company.told} == {What.TYPED, What.PAGE_ADDRESS}
    assert [rule.domains for rule in scene.verdict.rules] == [["www.facebook.com"]]
    assert scene.verdict.words.unstoppable == ""
    assert len(scene.findings) == 2


def test_a_request_that_nothing_else_flags_stays_as_it_is() -> None:
    scene = on_the_form()
    scene.reports(typed("r1"), requested("https://api.replay.example/a"))
    assert len(scene.told(happened.MatchSeen)) == 1


@pytest.mark.parametrize("host", ["www.example.police.uk", "api.example.police.uk", ""])
def test_the_site_itself_may_have_it(host: str) -> None:
    scene = on_the_form()
    out = scene.reports(typed(host=host))
    assert (out.events, out.instructions, out.records) == ([], [], [])


def test_a_known_company_is_called_by_its_name() -> None:
    scene = on_the_form()
    scene.reports(typed(host="API.Hotjar.COM"))
    assert scene.verdict.companies == ["Hotjar"]


def test_two_fields_are_two_sentences_and_the_same_one_is_said_once() -> None:
    scene = on_the_form()
    scene.reports(typed(), typed(), typed(label="What happened?", written=Written.BASE64))
    assert [finding.sentence for finding in scene.findings] == [
        SAID,
        "replay.example was told what you wrote in \u201cWhat happened?\u201d (written another way).",
    ]


def test_a_request_tells_of_only_so_many_fields() -> None:
    scene = on_the_form()
    shape = seen.FormShape(fields=[seen.FormField(label=f"Question {n}") for n in range(MAX_TYPED + 5)])
    scene.reports(seen.FormDescribed("p1", "f2", seen.FormDescriptor(form=shape)))
    scene.reports(*(typed(label=f"Question {n}") for n in range(MAX_TYPED + 5)))
    assert len(scene.findings) == MAX_TYPED


def test_a_warning_that_waits_says_it_too() -> None:
    scene = on_the_form()
    scene.reports(requested(META), submitted(held=True))
    assert scene.last(happened.SubmissionMade).not_seen == wording.NOT_SEEN_TYPED
    scene.reports(got_to(Fate.SENT), typed("r1", host="www.facebook.com"))
    changed = scene.last(happened.WarningChanged)
    assert changed.told == ("This page told Meta (Facebook) its address and a scrambled copy of what you wrote in a field here.",)
    assert changed.not_seen == wording.MORE_TYPED
    scene.reports(submitted("s2", held=True))
    assert scene.last(happened.SubmissionMade).not_seen == wording.MORE_TYPED


def test_on_the_next_page_of_the_visit_it_is_not_said_that_nothing_was_seen_to_go() -> None:
    scene = on_the_form()
    scene.reports(typed(), seen.PageClosed("p1"), opened("p2"))
    assert scene.view.not_seen == wording.MORE_TYPED


def test_while_a_visit_is_paused_nobody_looks() -> None:
    scene = on_the_form()
    scene.reports(seen.Paused("p1", True), typed())
    assert (scene.findings, scene.told(happened.MatchSeen)) == ([], [])


def test_a_private_window_names_no_unknown_host_where_others_could_read_it() -> None:
    scene = Scene()
    scene.reports(opened(private=True), sensitive(), typed(), submitted(held=True))
    assert scene.last(happened.SubmissionMade).told == ("This page told one company a scrambled copy of what you wrote in a field here.",)
    assert scene.records == []


def test_an_observation_never_shows_the_label_in_its_repr() -> None:
    assert "name" not in repr(typed())


def test_one_of_many_companies_too_many_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netcurtain.core.page.MAX_COMPANIES", 1)
    scene = on_the_form()
    scene.reports(requested(META), typed())
    assert scene.verdict.companies == ["Meta (Facebook)"]
    assert scene.told(say.BodyWanted) == []
