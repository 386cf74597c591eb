"""Which part of a host can somebody register? The public suffix list, as publicsuffixlist ships it, read in a few milliseconds.

That package's own reading takes many times as long, since it encodes each of ten thousand lines; and the first request waits for it.
"""

from functools import lru_cache
from pathlib import Path

from publicsuffixlist import PSLFILE


def site_of(host: str) -> str:
    """The registrable domain of a host in lower case and punycode; a host that is no more than a suffix is its own."""
    if ".." in host or host.startswith("."):
        return host
    rules = _all_rules() if "xn--" in host else _rules()
    site, name = host, host
    while name:
        _, _, parent = name.partition(".")
        if f"!{name}" in rules:
            return name
        if name in rules or f"*.{parent}" in rules or not parent:
            return site
        site, name = name, parent
    return host


@lru_cache(maxsize=1)
def _rules() -> frozenset[str]:
    lines = Path(PSLFILE).read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and line[0] != "/")


@lru_cache(maxsize=1)
def _all_rules() -> frozenset[str]:
    """The rules, those of other scripts in punycode too."""
    encoded = (".".join(label.encode("idna").decode("ascii") for label in line.split(".")) for line in _rules() if not line.isascii())
    return _rules().union(encoded)
