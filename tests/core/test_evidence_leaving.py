"""What of hosts and addresses leaves in every copy."""

import pytest
from tests.core.evidence_text import text_of
from tests.core.scenes import NOON, got_to, opened, requested
from tests.har.recording import known

from netcurtain.core.evidence_leaving import leaving
from netcurtain.core.redacting_addresses import told_address
from netcurtain.core.redacting_hosts import told_host
from netcurtain.core.request import Fate
from netcurtain.core.session import Session

OWN = "https://www.site.example/report/stalking?step"
LINE = "||t.tracker.example^$third-party"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (OWN, OWN),
        ("https://www.site.example/report/stalking/?step&midnight", "https://www.site.example/report/stalking/?step"),
        ("https://www.site.example/midnight", "https://www.site.example/cut"),
        ("https://www.site.example/", "https://www.site.example/"),
        ("https://midnight.other.co.uk/4/2", "https://other.co.uk/cut"),
        ("https://other.example", "https://other.example"),
        ("https://midnight/x", ""),
        ("https://07700900123/", ""),
        ("midnight", ""),
    ],
)
def test_an_address_stays_whole_where_it_is_the_pages_own(address: str, expected: str) -> None:
    assert told_address(address, OWN) == expected
    assert told_address(expected, OWN) == expected


def test_a_long_address_of_the_pages_own_stays_as_far_as_it_was_kept() -> None:
    own = f"https://www.site.example/{'a' * 600}"
    assert told_address(own[:500], own) == own[:500]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("pat-lee-07700900123.t.tracker.example", "cut.t.tracker.example"),
        ("midnight.other.example", "cut.other.example"),
        ("m.i.d.n.i.g.h.t.other.example", "m.i.cut.cut.cut.cut.cut.cut.other.example"),
        ("www.google-analytics.com", "www.google-analytics.com"),
        ("region1.google-analytics.com", "region1.google-analytics.com"),
        ("us-east-1.other.example", "us-east-1.other.example"),
        ("px.ads.linkedin.com", "px.ads.linkedin.com"),
        ("k.clarity.ms", "k.clarity.ms"),
        ("stats.www.site.example", "stats.www.site.example"),
        ("www.site.example", "www.site.example"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
    ],
)
def test_a_part_of_a_host_stays_where_its_filter_or_its_vendor_names_it_or_where_it_is_usual(host: str, expected: str) -> None:
    assert told_host(host, LINE, "www.site.example") == expected
    assert told_host(expected, LINE, "www.site.example") == expected


def test_no_request_of_a_copy_spells_with_hosts_or_addresses_what_was_typed() -> None:
    session = Session(known("||nobody.example^\n||facebook.com/tr/\n"))
    dl = "https%3A%2F%2Fpat.mail.example%2Fmidnight%2FQQ123456C"
    for report in (
        opened(),
        requested("https://pat-lee-07700900123.px.nobody.example/x?a=1", "r1"),
        requested(f"https://www.facebook.com/tr/?id=447700900123&ev=PageView&dl={dl}", "r2"),
        got_to(Fate.SENT, "r1", "r2"),
    ):
        session.receive("b", report)
    evidence = session.evidence("b:p1", "", NOON)
    assert evidence is not None
    whole = text_of(leaving(evidence))
    assert len(evidence.pages[0].requests) == 2
    assert "https://mail.example/cut" in whole
    for typed in ("pat", "7700900123", "midnight", "QQ123456C"):
        assert typed not in whole.replace("path", "")
    assert leaving(leaving(evidence)) == leaving(evidence)
