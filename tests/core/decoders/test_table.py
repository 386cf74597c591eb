"""The table of vendors: which decoder knows an address."""

from random import Random

import pytest
from tests.core.decoders.odd_requests import SAMPLES, odd_payload

from netcurtain.core import decoders

SEEDS = 2_000


def test_whatever_a_decoder_knows_is_seen_at_a_glance() -> None:
    addresses = [sample.url for sample in SAMPLES] + [odd_payload(Random(seed)).url for seed in range(SEEDS)]
    known = [url for url in addresses if decoders.reads(url)]
    assert len(known) > len(SAMPLES) // 2
    assert [url for url in known if not decoders.may_read(url)] == []


@pytest.mark.parametrize(
    "url",
    [
        "https://user:word@bat.bing.com/action/0?ti=1",
        "https://BAT.bing.com:443/action/0?ti=1",
        "https://bat.bing.com?ti=1&to=/action/0",
        "https://www.example.org/a/g/collect?v=2&tid=G-ABCDEF1234",
    ],
    ids=["with somebody's name", "in capitals with a port", "without a path", "on a site's own address"],
)
def test_an_odd_address_may_be_a_vendors(url: str) -> None:
    assert decoders.may_read(url)


@pytest.mark.parametrize("url", ["https://www.example.org/style.css", "https://bing.com.example/action/0", "nonsense", ""])
def test_most_addresses_are_nobodys_at_a_glance(url: str) -> None:
    assert not decoders.may_read(url)


def test_of_an_address_its_host_alone_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    remembered: list[str] = []
    monkeypatch.setattr(decoders, "_at", remembered.append)
    for url in ("https://name:word@t.example?em=zqsecret", "https://t.example?em=zqsecret", "https://t.example/a?em=zqsecret"):
        assert not decoders.may_read(url)
    assert remembered == ["t.example"] * 3
