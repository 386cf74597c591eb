"""A page stays where it is when a script of it downloads a file, or asks for what has nothing in it."""

from typing import Any

import pytest

from netcurtain.survey.looking.documents import places, with_answer, without_download


class Answered:
    def __init__(
        self, status: int = 200, url: str = "https://a.example/file", kind: str = "text/html", sent_as: str = "", leads_to: str = ""
    ) -> None:
        self.status = status
        self.url = url
        said = {"content-type": kind, "content-disposition": sent_as, "location": leads_to}
        self.headers = {name: value for name, value in said.items() if value}


PAGE: Any = Answered(url="https://a.example/page")
LED: Any = Answered(302, "https://a.example/", leads_to="https://a.example/page")
LEAVES_IT = pytest.mark.parametrize(
    "answer",
    [
        Answered(204),
        Answered(205),
        Answered(302, leads_to="https://b.example/"),
        Answered(kind="application/octet-stream"),
        Answered(kind="application/zip"),
        Answered(kind="Application/X-Zip-Compressed; name=a"),
        Answered(kind="application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Answered(kind="text/csv"),
        Answered(sent_as='Attachment; filename="form.html"'),
    ],
    ids=["204", "205", "redirect", "unknown file", "zip", "another name for zip", "of an office", "table", "attachment"],
)


@LEAVES_IT
def test_what_leaves_a_page_where_it_is_is_not_its_document(answer: Any) -> None:
    assert with_answer([LED, PAGE], answer) == [LED, PAGE]


@LEAVES_IT
@pytest.mark.parametrize("before", [[], [LED]], ids=["asked for", "led to"])
def test_what_the_address_itself_is_or_leads_to_counts_whatever_it_is(before: list[Any], answer: Any) -> None:
    assert with_answer(before, answer) == [*before, answer]


@pytest.mark.parametrize(
    "answer",
    [
        Answered(),
        Answered(404),
        Answered(503),
        Answered(sent_as="inline"),
        Answered(kind="image/png"),
        Answered(kind="application/x-javascript"),
        Answered(302),
    ],
    ids=["page", "404", "503", "inline", "picture", "script", "redirect to nowhere"],
)
def test_every_other_answer_takes_the_pages_place(answer: Any) -> None:
    assert with_answer([PAGE], answer) == [PAGE, answer]


FILE: Any = Answered(url="https://a.example/unknown", kind="application/x-unheard-of")


def test_what_the_browser_says_became_a_file_is_not_the_document() -> None:
    assert without_download([LED, PAGE, FILE], FILE.url) == [LED, PAGE]
    assert without_download([PAGE, FILE, PAGE], FILE.url) == [PAGE, PAGE]
    assert without_download([PAGE, FILE, FILE], FILE.url) == [PAGE, FILE]


@pytest.mark.parametrize("documents", [[], [FILE], [LED, FILE], [FILE, PAGE]], ids=["nothing", "asked for", "led to", "the page was one"])
def test_a_file_that_the_address_itself_is_stays(documents: list[Any]) -> None:
    assert without_download(documents, FILE.url) == documents


def test_a_file_out_of_a_pages_own_memory_takes_nothing_away() -> None:
    assert without_download([LED, PAGE], "blob:https://a.example/1") == [LED, PAGE]


def test_the_places_are_those_of_documents_and_the_newest() -> None:
    on: Any = Answered(url="https://b.example/")
    assert places([LED, PAGE, on, PAGE]) == (PAGE.url, on.url)
    assert places([LED]) == (LED.url,)
    assert places([]) == ()
    nowhere: Any = Answered(302, "https://c.example/")
    assert places([nowhere, PAGE]) == (nowhere.url, PAGE.url)
