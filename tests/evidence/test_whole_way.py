"""From a browser's reports to the files of a copy: `check` finds the same in them, and nothing that was typed is in any of it."""

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.har.recording import checked, document, entry, har, known

from netcurtain.core import observation as seen
from netcurtain.core.evidence import Evidence
from netcurtain.core.evidence_without import without
from netcurtain.core.request import Fate, Request
from netcurtain.core.saved_copy import CopyKind
from netcurtain.core.session import Session
from netcurtain.evidence.bundle import copy_of
from netcurtain.evidence.letter import letters
from netcurtain.har.report import as_json

FILTERS = "! Title: EasyPrivacy\n||facebook.com/tr/\n||google-analytics.com/g/collect\n||unlisted-tracker.example^$third-party\n"
PAGE = "https://police.example/report"
MARKER = "mk7zq9typed"
HASHED = "5f4dcc3b5aa765d61d8327deb882cf99" * 2
BASE64 = "bWs3enE5dHlwZWQ"
META = (
    f"https://www.facebook.com/tr/?id=123456789012345&ev=SubscribedButtonClick&dl=https%3A%2F%2Fpolice.example%2Freport%3Fstep%3D{MARKER}"
    f"&cd[buttonText]=Report%20it&udff[em]={HASHED}&fbp=fb.1.1596403881668.{MARKER}&cd[note]={MARKER}&x={BASE64}#{MARKER}"
)
GA = f"https://www.google-analytics.com/g/collect?v=2&tid=G-ABC123DEF4&cid=1234.{MARKER}&dl=https%3A%2F%2Fpolice.example%2Freport"
GA_BODY = f"en=form_submit&ep.form_id=report-form&ep.note={MARKER}\r\nen=page_view&ep.x={BASE64}\r\n"
OTHER = f"https://px.unlisted-tracker.example/t/{MARKER}.gif?q={MARKER}&{MARKER}=1"
REQUESTS = [("r1", META, "image", "GET"), ("r2", GA, "ping", "POST"), ("r3", OTHER, "image", "GET")]
T0 = 1_795_528_930_000.0


def evidence(*late: seen.RequestFate) -> Evidence:
    """``late``: what a browser says of requests at the end."""
    session = Session(known(FILTERS))

    def told(observation: seen.Observation) -> None:
        session.receive("b", observation)

    told(seen.PageOpened("p1", 1, f"{PAGE}?who", False, T0, "Report a crime"))
    shape = seen.FormShape(
        action=PAGE, method="post", fields=[seen.FormField(tag="textarea", label="What happened?")], buttons=["Report it"]
    )
    told(seen.FormDescribed("p1", "f1", seen.FormDescriptor(page_url=PAGE, title="Report a crime", form=shape)))
    told(
        seen.Requests(
            [
                Request(id=name, page="p1", url=url, type=kind, method=method, time=T0 + number, has_body=method == "POST")
                for number, (name, url, kind, method) in enumerate(REQUESTS, 1)
            ]
        )
    )
    told(seen.Body("r2", "p1", raw=GA_BODY.encode(), kind="text/plain;charset=UTF-8"))
    fates = [seen.RequestFate(name, "p1", Fate.ANSWERED, 200, ["c_user"] if name == "r1" else []) for name, *_ in REQUESTS[:2]]
    told(seen.Fates([*fates, seen.RequestFate("r3", "p1", Fate.STOPPED_BY_ANOTHER)]))
    told(seen.Fates(list(late)))
    visit = next(iter(session._pages.values())).visit.id
    made = session.evidence(visit, "", T0 + 60_000)
    assert made is not None
    return made


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def organisations(folder: Path, recorded: dict[str, Any]) -> Any:
    (page,) = json.loads(as_json(checked(folder, recorded, FILTERS)))["pages"]
    return page["organisations"]


def unpacked(content: bytes) -> bytes:
    plain = BytesIO()
    with pikepdf.open(BytesIO(content)) as read:
        read.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    return plain.getvalue()


def test_check_finds_in_the_recording_what_it_finds_in_the_visit(tmp_path: Path) -> None:
    moments = [f"2026-11-24T14:02:10.00{number}Z" for number in range(1, 4)]
    (_, meta, *_), (_, ga, *_), (_, other, *_) = REQUESTS
    visit = har(
        [
            document(f"{PAGE}?who=1", "", at="2026-11-24T14:02:10.000Z", page="p"),
            entry(meta, page="p", kind="image", at=moments[0], cookies={"c_user": "100001"}),
            entry(ga, page="p", kind="ping", at=moments[1], post={"mimeType": "text/plain;charset=UTF-8", "text": GA_BODY}),
            entry(other, page="p", kind="image", at=moments[2], status=0, error="net::ERR_BLOCKED_BY_CLIENT"),
        ],
        [{"id": "p", "title": "Report a crime", "startedDateTime": "2026-11-24T14:02:10.000Z"}],
    )
    copied = json.loads(files_of(copy_of(evidence(), CopyKind.ORGANISATION))["copy.har"])
    found = organisations(tmp_path, copied)
    assert found == organisations(tmp_path, visit)
    assert [one["name"] for one in found] == ["Meta (Facebook)", "Google", "unlisted-tracker.example"]


def test_what_was_sent_and_reached_nobody_was_not_seen_to_go_out(tmp_path: Path) -> None:
    copied = evidence(seen.RequestFate("r3", "p1", Fate.SENT), seen.RequestFate("r3", "p1", Fate.ATTEMPTED))
    files = files_of(copy_of(copied, CopyKind.ORGANISATION))
    (page,) = json.loads(files["copy.json"])["pages"]
    assert [(one["fate"], one["went_out"]) for one in page["requests"]] == [("answered", True), ("answered", True), ("attempted", False)]
    said = [
        sentence
        for sentence in (*page["requests"][2]["sentences"], *(one["sentence"] for one in page["moments"]))
        if "unlisted" in sentence
    ]
    assert said
    assert all(sentence.startswith("This page tried to") for sentence in said)
    (other,) = (one for one in organisations(tmp_path, json.loads(files["copy.har"])) if one["name"] == "unlisted-tracker.example")
    assert not any("was told" in sentence for sentence in other["sentences"])


@pytest.mark.parametrize("kind", list(CopyKind))
def test_nothing_that_was_typed_is_in_any_file(kind: CopyKind) -> None:
    facts = evidence() if kind is CopyKind.SOLICITOR else without(evidence(), button_words=True, browser_numbers=True)
    files = files_of(copy_of(facts, CopyKind.ORGANISATION))
    files["copy.pdf"] = unpacked(files["copy.pdf"])
    words = letters(facts)
    files |= {"complaint": words.complaint.encode(), "answered": words.answered.encode(), "not_answered": words.not_answered.encode()}
    assert len(json.loads(files["copy.json"])["pages"][0]["requests"]) == 3
    for name, content in files.items():
        for marker in (MARKER, HASHED, BASE64, MARKER.encode("utf-16-be").hex().upper()):
            assert marker.encode() not in content, name
    assert (b"Report it" in files["copy.json"]) == (kind is CopyKind.SOLICITOR)
