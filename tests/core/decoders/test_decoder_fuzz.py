"""Nothing that a page sends makes a decoder stumble. ``tests/benchmarks/fuzz_decoders.py`` goes on for minutes."""

from random import Random

import pytest
from tests.core.decoders.odd_requests import SAMPLES, Sample, odd_payload, read_all

from netcurtain.core import decoders
from netcurtain.core.decoders.payload import Payload


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.url.partition("?")[0])
def test_each_request_is_some_vendors_before_it_is_changed(sample: Sample) -> None:
    assert decoders.reads(sample.url) or decoders.decoder_of(Payload(sample.url, "POST", raw=sample.raw))


@pytest.mark.parametrize("first", range(0, 2_000, 250))
def test_no_changed_request_makes_a_decoder_stumble(first: int) -> None:
    for seed in range(first, first + 250):
        dice = Random(seed)
        read_all(dice, odd_payload(dice))


def test_most_changed_requests_are_still_read() -> None:
    payloads = [odd_payload(Random(seed)) for seed in range(300)]
    assert sum(decoders.decoder_of(payload) is not None for payload in payloads) > 150
