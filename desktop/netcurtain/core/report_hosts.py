"""Where people report something or ask for help: ``filters/report_hosts.toml`` as hosts. Pure: text in, hosts out."""

import tomllib
from dataclasses import dataclass

from netcurtain.core.domains import plain_host

MAX_HOSTS = 500
"""Hosts that the browser is asked to know the pages of."""


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Whose pages, at which hosts. A host stands for all hosts below it. ``source`` is where we have the hosts from."""

    name: str
    hosts: tuple[str, ...]
    source: str


def parse_report_hosts(text: str) -> tuple[ReportPlace, ...]:
    """The places from their file, which is ours: anything wrong in it raises KeyError, TypeError or ValueError."""
    places = tuple(ReportPlace(table["name"], tuple(table["hosts"]), table["source"]) for table in tomllib.loads(text)["place"])
    hosts = [host for place in places for host in place.hosts]
    if len(hosts) > MAX_HOSTS:
        raise ValueError(f"more than {MAX_HOSTS} hosts")
    for host in hosts:
        _check(host, hosts)
    return places


def _check(host: str, hosts: list[str]) -> None:
    labels = host.split(".")
    if len(labels) < 2 or host != plain_host(host) or not all(label.replace("-", "a").isalnum() for label in labels):
        raise ValueError(f"{host} is not a host in lower case")
    above = {".".join(labels[n:]) for n in range(1, len(labels))}
    if hosts.count(host) > 1 or not above.isdisjoint(hosts):
        raise ValueError(f"{host} is there twice, or stands below another")
