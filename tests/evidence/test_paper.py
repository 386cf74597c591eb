"""What the PDF says, in careful words."""

import msgspec
import pytest
from tests.evidence import samples

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances, ConsentMoment, Evidence, EvidenceMoment, Redacted, Source
from netcurtain.core.finding import DecodedField, FlaggedBy, Typed, What, Written
from netcurtain.core.request import Fate
from netcurtain.core.saved_copy import CopyKind
from netcurtain.evidence import times, wording
from netcurtain.evidence.blocks import Lead, PageBreak, Rows, Table
from netcurtain.evidence.data import data
from netcurtain.evidence.fitting import Lacking
from netcurtain.evidence.paper import MOST_COMPANIES, MOST_RECORDS, paper
from netcurtain.evidence.recording import recording

HASHES = {"copy.json": "1" * 64, "copy.har": "2" * 64}
NEVER = (
    "warning!",
    "danger",
    "attack",
    "spy",
    "hacked",
    "victim",
    "unsafe",
    "safe",
    "protected",
    "threat",
    "illegal",
    "unlawful",
    "breach",
)


def said(evidence: Evidence, kind: CopyKind = CopyKind.ORGANISATION, **more: object) -> str:
    made = paper(evidence, HASHES, kind, zone=samples.ZONE, **more)  # type: ignore[arg-type]
    return msgspec.json.encode(made).decode()


@pytest.mark.parametrize(
    ("fate", "sentence"),
    [
        (Fate.ANSWERED, "this browser sent a request to www.facebook.com"),
        (Fate.SENT, "this browser sent a request to www.facebook.com"),
        (Fate.ATTEMPTED, "this browser tried to send a request to www.facebook.com"),
        (Fate.STOPPED_BY_US, "this browser tried to send a request to www.facebook.com"),
        (Fate.STOPPED_BY_ANOTHER, "this browser tried to send a request to www.facebook.com"),
    ],
)
def test_sent_is_said_only_of_what_went_out(fate: Fate, sentence: str) -> None:
    told = said(samples.evidence(samples.page(samples.request(fate=fate))))
    assert (
        f"On 24 November 2026 at 14:02:10 UTC {sentence}, listed as Meta (Facebook) in Netcurtain 0.1.0 "
        "and as a tracker in EasyPrivacy, 13 August 2026." in told
    )
    assert wording.FATES[fate] in told


@pytest.mark.parametrize(
    ("request_", "listing"),
    [
        (samples.stopped(), "px.unlisted-tracker.example, listed as a tracker in EasyPrivacy, 13 August 2026."),
        (
            samples.request(flagged_by=FlaggedBy.KNOWN_VENDOR, filter="", filter_list=""),
            "www.facebook.com, listed as Meta (Facebook) in Netcurtain 0.1.0.",
        ),
        (
            samples.request(flagged_by=FlaggedBy.TYPED, filter="", filter_list="", host="a.other.example", organisation="other.example"),
            "a.other.example, which is on no list.",
        ),
        (samples.request(filter_list="A list without a date"), "as a tracker in A list without a date."),
    ],
    ids=["no company", "no filter", "typed", "no date"],
)
def test_it_says_what_lists_a_host(request_: object, listing: str) -> None:
    assert listing in said(samples.evidence(samples.page(request_)))  # type: ignore[arg-type]


def test_what_was_tried_stands_apart_from_what_was_sent() -> None:
    told = said(samples.evidence(samples.page(samples.request("a", fate=Fate.ATTEMPTED, status=0), samples.request("b"))))
    assert "this browser tried to send a request to www.facebook.com" in told
    assert "this browser sent a request to www.facebook.com" in told


def test_what_was_said_of_a_request_is_not_said_again() -> None:
    again = EvidenceMoment(samples.T0, "Meta (Facebook) was told this page's address.")
    page = samples.page(samples.request(), moments=(EvidenceMoment(samples.T0 - 1_000, "This page was opened."), again))
    told = said(samples.evidence(page))
    assert told.count(again.sentence) == 1
    assert "14:02:09 UTC: This page was opened." in told


def test_all_that_the_issue_asks_for_is_in_it() -> None:
    told = said(samples.evidence(), name="A. Person")
    for words in (
        "A. Person",
        "24 November 2026, 14:02:09 UTC (15:02:09, UTC+01:00)",
        "was about 2 seconds ahead of the server police.example",
        "1" * 64,
        "2" * 64,
        "netcurtain verify",
        "https://police.example/report?step",
        "nothing had been chosen yet",
        "only what is needed had been allowed",
        "1234567890",
        "https://connect.facebook.net",
        "||unlisted-tracker.example^$third-party",
        "It went out and was answered. Status 200.",
        "Netcurtain 0.1.0, its extension 0.1.0, Firefox 145",
        "3 requests were stopped in the browser",
        "From 23 November 2026, 13:02:10 UTC",
        "developer tools",
        "Netcurtain was paused on this site for a while.",
        "Entries can be deleted from Netcurtain before a copy is made, and this does not show it.",
    ):
        assert words in told


def test_no_word_of_alarm_or_law_is_in_it() -> None:
    told = said(samples.evidence()).lower()
    assert [word for word in NEVER if word in told] == []


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (samples.evidence(), wording.FROM_OPEN),
        (samples.evidence(samples.page(samples.request(redacted=None)), source=Source.KEPT), wording.FROM_KEPT),
        (samples.evidence(samples.page(samples.request()), samples.page(samples.request(), source=Source.KEPT)), wording.FROM_BOTH),
        (samples.evidence(samples.page(samples.request()), samples.page(samples.request(redacted=None))), wording.FROM_OPEN),
        (samples.evidence(samples.page(left_out=1)), f"{wording.FROM_OPEN} {wording.NOT_EACH}"),
    ],
    ids=["open", "kept", "both", "open, its address let go of", "open, not all"],
)
def test_page_1_says_from_which_facts(evidence: Evidence, sentence: str) -> None:
    made = paper(evidence, HASHES, CopyKind.ORGANISATION).blocks[0]
    assert isinstance(made, Lead)
    assert made.texts[1] == sentence


def test_each_page_says_whether_it_was_open() -> None:
    kept = samples.page(samples.request(redacted=None), source=Source.KEPT)
    told = said(samples.evidence(kept, samples.page(samples.request())))
    assert told.count(wording.SOURCES[Source.OPEN]) == told.count(wording.SOURCES[Source.KEPT]) == 1


def test_what_was_kept_may_be_counted_short_and_it_says_so() -> None:
    assert wording.COUNTED_ONCE in said(samples.evidence(source=Source.KEPT))
    assert wording.COUNTED_ONCE not in said(samples.evidence())


def test_who_stopped_a_request_is_nowhere() -> None:
    us = samples.evidence(samples.page(samples.request(fate=Fate.STOPPED_BY_US)))
    another = samples.evidence(samples.page(samples.request(fate=Fate.STOPPED_BY_ANOTHER)))
    assert said(us) == said(another)
    assert data(us) == data(another)
    assert recording(us) == recording(another)


def test_of_joined_requests_no_end_is_said() -> None:
    told = said(samples.evidence(samples.page(samples.request(count=40))))
    assert "There were 39 more like it." in told
    assert "more like it, until" not in told


def test_times_say_their_day_where_it_is_another_one() -> None:
    midnight = samples.T0 + 10 * 3_600_000
    page = samples.page(
        samples.request(),
        samples.request("b", midnight),
        consents=(ConsentMoment(samples.T0, Consent.REFUSED), ConsentMoment(midnight, Consent.REFUSED)),
        moments=(EvidenceMoment(midnight, "Something."),),
    )
    told = said(samples.evidence(page))
    for words in (
        "until 25 November 2026, 00:02:10 UTC",
        "25 November 2026, 00:02:10 UTC: Something.",
        "25 November 2026, 00:02:10 UTC: only",
    ):
        assert words in told
    assert '"14:02:10 UTC: only' in told


def test_a_pages_title_is_quoted_and_cannot_end_its_quotation() -> None:
    assert 'Page 1: “Yes\\"  Checked by us”' in said(samples.evidence(samples.page(title="Yes”  Checked by us")))


@pytest.mark.parametrize(
    "more",
    [
        {"moments": tuple(EvidenceMoment(samples.T0 + n, f"Moment {n}.") for n in range(61))},
        {"submissions": tuple(samples.T0 + n for n in range(21))},
        {"consents": tuple(ConsentMoment(samples.T0 + n, Consent.REFUSED) for n in range(21))},
        {"requests": tuple(samples.request(f"r{n}", host=f"h{n}.example") for n in range(13))},
        {"requests": (samples.request(sentences=tuple(f"Sentence {n}." for n in range(13))),)},
        {"requests": (samples.request(typed=tuple(DecodedField(What.TYPED, Typed(f"F{n}", Written.PLAIN), "p") for n in range(41))),)},
        {"requests": (samples.request(redacted=Redacted("https://a.example/" + "x" * 1200, True)),)},
        {"circumstances": Circumstances(lists=tuple(f"List {n}" for n in range(7)))},
    ],
    ids=["moments", "submissions", "consents", "claims", "sentences", "facts", "address", "lists"],
)
def test_where_something_is_cut_it_says_so(more: dict[str, object]) -> None:
    assert wording.MORE in said(samples.evidence(samples.page(**more)))
    assert wording.MORE not in said(samples.evidence())


def test_a_first_page_with_very_much_leaves_room_for_the_others() -> None:
    full = [samples.request(f"r{n}", host=f"h{n}.example", organisation=f"o{n}.example") for n in range(400)]
    last = samples.page(samples.request(host="last.example"), page="p2", opened=samples.T0 + 1)
    told = said(samples.evidence(samples.page(*full), last), lines=300)
    assert "a request to last.example" in told
    assert ". last.example" in told, "its details"


def test_dates_of_lists_that_were_kept_are_said_in_todays_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(times, "spoken_date", lambda day: f"{day.day}/{day.month}")
    assert "as a tracker in EasyPrivacy, 13/8." in said(samples.evidence())


def test_what_was_typed_is_told_by_its_field_alone() -> None:
    typed = DecodedField(What.TYPED, Typed("Email", Written.SHA256), "em")
    told = said(samples.evidence(samples.page(samples.request(typed=(typed,), flagged_by=FlaggedBy.TYPED, filter="", filter_list=""))))
    assert "a scrambled copy of what was written in “Email” (in em)" in told
    assert wording.BY_TYPED in told


def test_page_1_is_one_page_and_its_table_has_an_end() -> None:
    requests = [samples.request(f"r{number}", host=f"h{number}.example", organisation=f"h{number}.example") for number in range(40)]
    blocks = paper(samples.evidence(samples.page(*requests)), HASHES, CopyKind.ORGANISATION).blocks
    first = blocks[: blocks.index(PageBreak())]
    (table,) = (one for one in first if isinstance(one, Table))
    assert len(table.rows) == MOST_COMPANIES
    assert wording.MORE_COMPANIES in msgspec.json.encode(first).decode()


def test_page_1_says_what_the_files_lack_and_promises_no_more_than_they_have() -> None:
    requests = [samples.request(f"r{n}", host=f"h{n}.example", organisation=f"h{n}.example") for n in range(MOST_RECORDS + 9)]
    evidence = samples.evidence(samples.page(*requests))
    sentences = {
        name: getattr(wording, name) for name in ("MORE_COMPANIES", "MORE_DETAILS", "MORE_COMPANIES_LEFT_OUT", "MORE_DETAILS_LEFT_OUT")
    }
    alike, unlike = (sentence.format(count=7) for sentence in (wording.LEFT_OUT_OF_FILES, wording.LEFT_OUT_UNLIKE))

    def told(lacking: Lacking) -> set[str]:
        words = said(evidence, lacking=lacking)
        return {name for name, sentence in {**sentences, "alike": alike, "unlike": unlike}.items() if sentence in words}

    assert told(Lacking()) == {"MORE_COMPANIES", "MORE_DETAILS"}
    assert told(Lacking(alike=7)) == {"MORE_COMPANIES", "MORE_DETAILS", "alike"}
    assert told(Lacking(unlike=7)) == {"MORE_COMPANIES_LEFT_OUT", "MORE_DETAILS_LEFT_OUT", "unlike"}


def test_alike_requests_are_one_record() -> None:
    requests = [samples.request(f"r{number}", samples.T0 + number) for number in range(500)]
    told = said(samples.evidence(samples.page(*requests)))
    assert "500 requests" in told
    assert "R2" not in told


def test_of_very_many_kinds_some_are_printed_and_it_says_so() -> None:
    made = paper(samples.many(MOST_RECORDS + 50), HASHES, CopyKind.ORGANISATION)
    records = [one for one in made.blocks if isinstance(one, Rows) and one.rows[0][0] == wording.COMPANY]
    assert len(records) == MOST_RECORDS
    assert wording.MORE_DETAILS in msgspec.json.encode(made).decode()


def test_a_page_where_nobody_was_told_says_so() -> None:
    told = said(samples.evidence(samples.page()))
    assert wording.NOBODY in told
    assert wording.NOBODY_HERE in told


def test_a_copy_without_pages_can_be_drawn() -> None:
    assert (
        wording.NO_PAGES
        in msgspec.json.encode(paper(msgspec.structs.replace(samples.evidence(), pages=()), {}, CopyKind.SOLICITOR)).decode()
    )
