"""Very much is cut to what fits, repeats first, and it is said."""

from msgspec.structs import replace
from tests.evidence import samples

from netcurtain.evidence.data import data
from netcurtain.evidence.fitting import MOST_BYTES, MOST_PAGES, fitted, lacking, newest_pages
from netcurtain.evidence.recording import recording

MEGABYTES_3 = 3_000_000


def test_what_fits_is_left_as_it_is() -> None:
    assert fitted(samples.evidence()) == samples.evidence()
    assert newest_pages(samples.evidence()) == samples.evidence()


def test_four_thousand_requests_stay_under_3_mb_a_file() -> None:
    fits = fitted(samples.many(4_000))
    assert MOST_BYTES * 0.9 < max(len(data(fits)), len(recording(fits))) < MEGABYTES_3
    assert len(fits.pages[0].requests) + lacking(fits) == 4_000


def test_the_first_of_each_kind_stays_when_repeats_go() -> None:
    many = [samples.request(f"r{number}", samples.T0 + number) for number in range(50)]
    last = samples.body_request("last", samples.T0 + 60_000)
    page = samples.page(*many, last)
    room = len(data(samples.evidence(samples.page())))
    fits = fitted(samples.evidence(page), room + 12_000)
    assert "last" in [one.request for one in fits.pages[0].requests]
    assert 0 < lacking(fits) < 50


def test_of_very_many_pages_the_newest_stay() -> None:
    pages = [samples.page(page=f"p{number}", opened=samples.T0 + number) for number in range(MOST_PAGES + 3)]
    newest = newest_pages(samples.evidence(*pages))
    assert newest.pages[0].page == "p3"
    assert newest.not_seen[-1] == "3 older pages are not in this copy."


def test_pages_leave_room_for_requests() -> None:
    long = samples.page(samples.request(), moments=samples.page().moments * 9_000)
    evidence = samples.evidence(*(replace(long, page=f"p{number}", opened=samples.T0 + number) for number in range(9)))
    fits = fitted(newest_pages(evidence))
    assert 0 < len(fits.pages) < 9
    assert len(data(fits)) < MEGABYTES_3
    assert lacking(fits) == 0


def test_no_page_takes_the_room_of_another_and_what_told_something_comes_first() -> None:
    quiet = [samples.request(f"q{n}", host=f"q{n}.example", events=(), sentences=()) for n in range(50)]
    first = samples.page(*quiet, *(samples.request(f"r{n}", host=f"h{n}.example") for n in range(50)))
    second = samples.page(*(samples.request(f"s{n}", host=f"h{n}.example") for n in range(50)), page="p2")
    fits = fitted(samples.evidence(first, second), 70_000)
    counts = [len(page.requests) for page in fits.pages]
    assert min(counts) > 10
    assert max(counts) < 50
    assert not [one for one in fits.pages[0].requests if one.request.startswith("q")]
