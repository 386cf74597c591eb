"""Netcurtain's own matcher. It takes both addresses as text and the type as core/request.py names it, and says which filter decided.

Its cache is the one the app keeps (lists/compiled.py), which looks first whether the list is still the one it was made of:
that is timed too.
"""

import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.peers.one_pass import Decide, Engine, run


def imported() -> Engine:
    from importlib.metadata import version

    from netcurtain.core.filter_list import parse_list
    from netcurtain.core.matcher import Match, Matcher
    from netcurtain.core.request import resource_type

    if sys.argv[1] == "cache":
        import netcurtain.lists.compiled  # noqa: F401 -- before the clock starts; who reads a text needs none of it

    read: list[tuple[str, int]] = []

    def from_text(text: str) -> Decide:
        parsed = parse_list(text, "list")
        read.append((text, parsed.count))
        return Matcher([parsed]).decide

    def from_cache(file: Path, text: str) -> Decide:
        from netcurtain.lists.compiled import layout_from
        from netcurtain.lists.shelf import ListText

        written = file.stat().st_mtime_ns
        decide = Matcher(layout_from([ListText("list", "list", text)], file)).decide
        if file.stat().st_mtime_ns != written:
            sys.exit("the cache was not used, but made again")
        return decide

    def cache(file: Path) -> None:
        from netcurtain.lists.compiled import layout_from
        from netcurtain.lists.shelf import ListText

        layout_from([ListText("list", "list", read[-1][0])], file)

    def matched(answer: Any) -> bool:
        return isinstance(answer, Match)

    return Engine(
        version("netcurtain"), from_text, from_cache, cache, resource_type, matched, filters=lambda: read[-1][1] if read else None
    )


if __name__ == "__main__":
    run(imported)
