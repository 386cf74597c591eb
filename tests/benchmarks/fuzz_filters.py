"""Odd lists and odd addresses for as long as one likes: ``PYTHONPATH=. python tests/benchmarks/fuzz_filters.py --minutes 10 [--seed 1]``.

Prints what failed, with the seed that throws it again, and the slowest reading and the slowest answer.
"""

import argparse
import sys
from random import Random
from time import perf_counter

from tests.core.odd_lists import odd_address, odd_list

from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Matcher
from netcurtain.core.request import ResourceType

ADDRESSES = 5


def one_round(seed: int) -> tuple[float, float]:
    """Seconds of the reading, and of the slowest answer."""
    dice = Random(seed)
    text = odd_list(dice)
    start = perf_counter()
    matcher = Matcher([parse_list(text, None)])
    read = perf_counter() - start
    slowest = 0.0
    for _ in range(ADDRESSES):
        asked = odd_address(dice), odd_address(dice), dice.choice(list(ResourceType))
        start = perf_counter()
        matcher.decide(*asked)
        slowest = max(slowest, perf_counter() - start)
    return read, slowest


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args(arguments)
    seed, failed = chosen.seed, 0
    reads, answers = (0.0, seed), (0.0, seed)
    until = perf_counter() + 60 * chosen.minutes
    while perf_counter() < until:
        try:
            read, answer = one_round(seed)
        except Exception as error:  # whatever it is, it is what is looked for
            failed += 1
            print(f"seed {seed}: {type(error).__name__}: {error}")
        else:
            reads, answers = max(reads, (read, seed)), max(answers, (answer, seed))
        seed += 1
    print(f"{seed - chosen.seed:,} lists, {(seed - chosen.seed) * ADDRESSES:,} addresses, {failed} failed")
    print(f"slowest reading {reads[0] * 1000:.1f} ms (seed {reads[1]}), slowest answer {answers[0] * 1000:.1f} ms (seed {answers[1]})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
