"""Changed requests of trackers for as long as one likes: ``PYTHONPATH=. python tests/benchmarks/fuzz_decoders.py SECONDS [--seed 1]``.

Prints what failed, with the seed that throws it again (``--seed N`` with 0 seconds does), and the slowest reading. Counted is the time
that the processor works for us, the least of three where it is long: other work on the computer is no fault of ours. The labelled sample
joins in where it is.
"""

import argparse
import json
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import monotonic, thread_time
from urllib.parse import urlencode

from tests.core.decoders.odd_requests import Sample, odd_payload, read_all

AIM = 0.050
"""Seconds of one request, in all decoders that it is given to."""
LABELLED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "decode-visible.jsonl"


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser()
    options.add_argument("seconds", type=float)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args(arguments)
    more = tuple(_labelled())
    seed, failed, slow, slowest = chosen.seed, 0, 0, (0.0, chosen.seed)
    print(f"from seed {seed}, with {len(more)} labelled requests")
    until = monotonic() + chosen.seconds
    while seed == chosen.seed or monotonic() < until:
        try:
            took = _time(seed, more)
        except Exception as error:  # whatever it is, it is what is looked for
            failed += 1
            print(f"seed {seed}: {type(error).__name__}: {error}")
        else:
            slowest = max(slowest, (took, seed))
            if took > AIM:
                slow += 1
                print(f"seed {seed}: {took * 1000:.0f} ms")
        seed += 1
    print(f"{seed - chosen.seed:,} requests to seed {seed - 1}: {failed} failed, {slow} took over {AIM * 1000:.0f} ms")
    print(f"the slowest took {slowest[0] * 1000:.1f} ms (seed {slowest[1]})")
    return 1 if failed or slow else 0


def _time(seed: int, more: tuple[Sample, ...]) -> float:
    """Seconds of one request."""
    tries: list[float] = []
    while len(tries) < 3:
        dice = Random(seed)
        payload = odd_payload(dice, more)
        start = thread_time()
        read_all(dice, payload)
        tries.append(thread_time() - start)
        if tries[-1] <= AIM / 2:
            break
    return min(tries)


def _labelled() -> Iterator[Sample]:
    if not LABELLED.exists():
        return
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)["request"]
        form = urlencode(asked.get("body_form") or {}, doseq=True)
        yield Sample(asked["url"], b64decode(asked.get("body_base64") or "") or (asked.get("body") or form).encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
