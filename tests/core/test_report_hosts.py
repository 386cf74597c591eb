"""The table of pages where people report something or ask for help."""

import re
from importlib.resources import files

import pytest

from netcurtain.core.domains import registrable_domain
from netcurtain.core.report_hosts import MAX_HOSTS, ReportPlace, parse_report_hosts
from netcurtain.core.support import parse_contacts


def shipped(name: str) -> str:
    return files("netcurtain.filters").joinpath(name).read_text(encoding="utf-8")


PLACES = parse_report_hosts(shipped("report_hosts.toml"))
HOSTS = [host for place in PLACES for host in place.hosts]


def table(*hosts: str) -> str:
    return f'place = [{{ name = "One", hosts = {list(hosts)}, source = "known" }}]'


def test_a_row_is_a_place() -> None:
    assert parse_report_hosts(table("police.uk", "a-b.example")) == (ReportPlace("One", ("police.uk", "a-b.example"), "known"),)


@pytest.mark.parametrize(
    "hosts",
    [
        ("Police.uk",),
        ("police",),
        ("police.uk/report",),
        ("police.uk.",),
        ("*.police.uk",),
        ("a.example", "a.example"),
        ("nhs.uk", "www.nhs.uk"),
    ],
    ids=["capitals", "one label", "a path", "a dot at the end", "a star", "twice", "below another"],
)
def test_what_is_no_host_is_refused(hosts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"is not a host|is there twice"):
        parse_report_hosts(table(*hosts))


def test_there_is_an_end_to_it() -> None:
    with pytest.raises(ValueError, match="more than"):
        parse_report_hosts(table(*(f"h{number}.example" for number in range(MAX_HOSTS + 1))))


@pytest.mark.parametrize("host", ["police.uk", "nhs.uk", "service.gov.uk", "samaritans.org", "rapecrisis.org.uk", "crimestoppers-uk.org"])
def test_the_places_that_matter_most_are_there(host: str) -> None:
    assert host in HOSTS


def test_only_suffixes_of_public_bodies_stand_for_whole_suffixes() -> None:
    suffixes = {host for host in HOSTS if registrable_domain("www." + host) == "www." + host}
    assert suffixes <= {"police.uk", "nhs.uk", "service.gov.uk", "gov.scot", "mygov.scot"}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_source_is_a_contact_that_shows_the_host_or_says_that_it_is_known(place: ReportPlace) -> None:
    contacts = {contact.key for contact in parse_contacts(shipped("support.toml"))}
    for part in place.source.split("; "):
        kind, _, keys = part.partition(": ")
        if kind == "support.toml":
            assert keys
            assert set(keys.split()) <= contacts
        else:
            assert re.fullmatch(r"(\S+ )?known", part)
