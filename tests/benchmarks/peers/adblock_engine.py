"""``adblock``: Brave's engine in Rust, for Python. It takes both addresses as text and the type by webRequest's names, and finds out itself
whether the request goes to a third party. Without ``debug`` it does not say which filter decided, which is its fastest way.
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.peers.one_pass import Engine, run


def imported() -> Engine:
    adblock = importlib.import_module("adblock")  # by name, as it lies in an environment of its own
    loaded: list[Any] = []

    def from_text(text: str) -> Callable[[str, str, str], Any]:
        filters = adblock.FilterSet(debug=False)
        filters.add_filter_list(text)
        loaded.append(adblock.Engine(filter_set=filters, optimize=True))
        return loaded[-1].check_network_urls  # type: ignore[no-any-return]

    def from_cache(file: Path, _text: str) -> Callable[[str, str, str], Any]:
        loaded.append(adblock.Engine(filter_set=adblock.FilterSet(), optimize=True))
        loaded[-1].deserialize(file.read_bytes())
        return loaded[-1].check_network_urls  # type: ignore[no-any-return]

    def cache(file: Path) -> None:
        file.write_bytes(loaded[-1].serialize())

    return Engine(adblock.__version__, from_text, from_cache, cache, kind=str, matched=lambda answer: answer.matched)


if __name__ == "__main__":
    run(imported)
