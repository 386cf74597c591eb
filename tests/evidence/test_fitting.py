"""Very much is cut to what fits, repeats first, and it is said."""

import pytest
from msgspec.structs import replace
from tests.evidence import samples

from netcurtain.core.evidence import EvidenceMoment, EvidencePage, EvidenceRequest, Redacted
from netcurtain.core.evidence_wording import NOT_ALL_OF_IT
from netcurtain.evidence.data import data
from netcurtain.evidence.fitting import MOST_BYTES, MOST_PAGES, Lacking, fitted, lacking, newest_pages
from netcurtain.evidence.recording import recording

MEGABYTES_3 = 3_000_000


def test_what_fits_is_left_as_it_is() -> None:
    assert fitted(samples.evidence()) == samples.evidence()
    assert newest_pages(samples.evidence()) == samples.evidence()


def test_four_thousand_requests_stay_under_3_mb_a_file() -> None:
    fits = fitted(samples.many(4_000))
    assert MOST_BYTES * 0.9 < max(len(data(fits)), len(recording(fits))) < MEGABYTES_3
    assert len(fits.pages[0].requests) + fits.pages[0].left_out == 4_000


def test_the_first_of_each_kind_stays_when_repeats_go() -> None:
    many = [samples.request(f"r{number}", samples.T0 + number) for number in range(50)]
    last = samples.body_request("last", samples.T0 + 60_000)
    page = samples.page(*many, last)
    room = len(data(samples.evidence(samples.page())))
    evidence = samples.evidence(page)
    fits = fitted(evidence, room + 12_000)
    assert "last" in [one.request for one in fits.pages[0].requests]
    assert lacking(evidence, fits) == Lacking(alike=fits.pages[0].left_out)
    assert 0 < fits.pages[0].left_out < 50


def test_what_is_left_out_with_all_of_its_kind_is_counted_apart() -> None:
    kinds = [samples.request(f"k{n}", samples.T0 + n, host=f"h{n}.example") for n in range(40)]
    again = [samples.request(f"a{n}", samples.T0 + 100 + n, host="h0.example") for n in range(5)]
    lost = [samples.request(f"l{n}", samples.T0 + 200 + n, host="h39.example") for n in range(2)]
    evidence = samples.evidence(samples.page(*kinds, *again, *lost))
    fits = fitted(evidence, 30_000)
    stay = len(fits.pages[0].requests)
    assert 0 < stay < 39
    assert lacking(evidence, fits) == Lacking(alike=5, unlike=40 - stay + 2)
    assert lacking(evidence, evidence) == Lacking()


def test_of_very_many_pages_the_newest_stay() -> None:
    pages = [samples.page(page=f"p{number}", opened=samples.T0 + number) for number in range(MOST_PAGES + 3)]
    newest = newest_pages(samples.evidence(*pages))
    assert newest.pages[0].page == "p3"
    assert newest.not_seen[-1] == "3 older pages are not in this copy."


def test_pages_leave_room_for_requests() -> None:
    long = samples.page(samples.request(), title="t" * 400_000)
    evidence = samples.evidence(*(replace(long, page=f"p{number}", opened=samples.T0 + number) for number in range(9)))
    newest = newest_pages(evidence)
    fits = fitted(newest)
    assert [(page.page, len(page.moments)) for page in fits.pages] == [("p6", 1), ("p7", 1), ("p8", 1)]
    assert NOT_ALL_OF_IT not in fits.not_seen
    assert len(data(fits)) < MEGABYTES_3
    assert lacking(newest, fits) == Lacking()


def said(page: str, count: int) -> EvidencePage:
    """A page of which so much was said; pages are opened in the order of their names."""
    moments = tuple(EvidenceMoment(samples.T0 + n, f"Moment {n}. {'m' * 100}") for n in range(count))
    return samples.page(samples.request(), page=page, opened=samples.T0 + ord(page), moments=moments)


def test_a_busy_page_is_cut_and_takes_no_others_place() -> None:
    newest = newest_pages(samples.evidence(said("a", 30), said("b", 30), said("c", 9_000)))
    assert [page.page for page in newest.pages] == ["a", "b", "c"]
    assert [len(page.moments) for page in newest.pages[:2]] == [30, 30]
    assert newest.pages[2].moments == said("c", len(newest.pages[2].moments)).moments
    assert MOST_BYTES * 0.45 < len(data(replace(newest, pages=tuple(replace(page, requests=()) for page in newest.pages)))) < MOST_BYTES / 2
    assert newest.not_seen[-1] == NOT_ALL_OF_IT


def test_pages_that_fit_together_are_whole_however_busy_one_is() -> None:
    evidence = samples.evidence(said("a", 30), said("b", 5_000))
    assert newest_pages(evidence) == evidence


@pytest.mark.parametrize("count", [1, 9])
def test_many_busy_pages_are_all_there_with_less_in_the_older(count: int) -> None:
    newest = newest_pages(samples.evidence(*(said(page, 9_000) for page in "abcdefghi"[:count])))
    moments = [len(page.moments) for page in newest.pages]
    assert len(moments) == count
    assert moments[-1] > 3_000
    assert moments == sorted(moments)


def test_a_page_that_is_too_large_leaves_the_smaller_ones_and_the_newest_stays_whatever_it_has() -> None:
    huge = [replace(said(page, 2), title="t" * 2_000_000) for page in "bd"]
    newest = newest_pages(samples.evidence(said("a", 2), huge[0], said("c", 2)))
    assert [page.page for page in newest.pages] == ["a", "c"]
    assert newest.not_seen[-1] == "1 older page is not in this copy."
    newest = newest_pages(samples.evidence(said("a", 2), huge[1]))
    assert [page.page for page in newest.pages] == ["d"]


def led_on(number: int) -> EvidenceRequest:
    """One of a long chain, each of which leads to the next."""
    from_before = f"r{number - 1}" if number else ""
    return samples.request(f"r{number}", redirected_from=from_before, redacted=Redacted("https://t.example/" + "a/" * 1_000, True))


@pytest.mark.parametrize(
    "requests",
    [
        [led_on(number) for number in range(1_000)],
        [samples.request(f"r{number}", sentences=(f"{number}" + "\u202e" * 1_000,)) for number in range(550)],
    ],
    ids=["each leads to the next", "written out in the file"],
)
def test_what_is_written_is_what_is_counted(requests: list[EvidenceRequest]) -> None:
    fits = fitted(samples.evidence(samples.page(*requests)))
    assert MOST_BYTES * 0.99 < max(len(data(fits)), len(recording(fits))) <= MOST_BYTES


def test_what_stands_around_the_pages_is_counted() -> None:
    evidence = replace(samples.many(4_000), not_seen=tuple("n" * 1_000 for _ in range(500)))
    assert MOST_BYTES * 0.99 < len(data(fitted(evidence))) <= MOST_BYTES


def test_of_moments_what_is_written_is_counted() -> None:
    hidden = EvidenceMoment(samples.T0, "\u202e" * 5_000)
    newest = newest_pages(samples.evidence(samples.page(moments=(hidden,) * 60)))
    assert MOST_BYTES * 0.45 < len(data(newest)) <= MOST_BYTES / 2


def test_no_page_takes_the_room_of_another_and_what_told_something_comes_first() -> None:
    quiet = [samples.request(f"q{n}", host=f"q{n}.example", events=(), sentences=()) for n in range(50)]
    first = samples.page(*quiet, *(samples.request(f"r{n}", host=f"h{n}.example") for n in range(50)))
    second = samples.page(*(samples.request(f"s{n}", host=f"h{n}.example") for n in range(50)), page="p2")
    fits = fitted(samples.evidence(first, second), 70_000)
    counts = [len(page.requests) for page in fits.pages]
    assert min(counts) > 10
    assert max(counts) < 50
    assert not [one for one in fits.pages[0].requests if one.request.startswith("q")]
