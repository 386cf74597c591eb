"""``braveblock``: a newer version of Brave's engine in Rust, for Python. Text in, True or False out; lines in, no cache."""

import importlib
from collections.abc import Callable
from importlib.metadata import version

from tests.benchmarks.peers.one_pass import Engine, run


def imported() -> Engine:
    braveblock = importlib.import_module("braveblock")  # by name, as it lies in an environment of its own

    def from_text(text: str) -> Callable[[str, str, str], bool]:
        engine = braveblock.Adblocker(text.splitlines(), include_easylist=False, include_easyprivacy=False)
        return engine.check_network_urls  # type: ignore[no-any-return]

    return Engine(version("braveblock"), from_text, None, None, kind=str, matched=bool)


if __name__ == "__main__":
    run(imported)
