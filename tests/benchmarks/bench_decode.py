"""How long decoding takes: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_decode.py``.

For each vendor, a request as its tag writes them: the median of many readings. Then a request that is nobody's; then bodies made to be
slow, given to every decoder, of which the longest is told. The requests are written for this.
"""

import gzip
import json
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from statistics import median
from time import perf_counter_ns, thread_time_ns
from urllib.parse import urlencode

from tests.core.decoders.vendor_requests import ADDRESSES, BODIES

from netcurtain.core import decoders
from netcurtain.core.decoders.payload import MAX_BODY, MAX_OPENED, Payload

AIM_MEDIAN, AIM_HOSTILE = 30.0, 50.0
"""Microseconds of a tracker's request, milliseconds of any body."""
TIMES = 2_000

HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty lists": lambda: b"[" + b"[]," * (MAX_BODY // 3 - 2) + b"[]]",
    "packed empty lists": lambda: gzip.compress(b"[" + b"[]," * (MAX_OPENED // 3 - 2) + b"[]]"),
    "packed numbers": lambda: gzip.compress(b"[" + b"1," * 99_000 + b"1]"),
    "packed long text": lambda: gzip.compress(b'{"url":"' + b"%25" * (MAX_OPENED // 3 - 10) + b'"}'),
    "packed text as base64": lambda: b64encode(gzip.compress(b'{"url":"' + b"a" * (MAX_OPENED - 20) + b'"}')),
    "deep": lambda: b'{"a":' * 60 + b"1" + b"}" * 60,
    "deep and wide": lambda: b"[" + b",".join([b'{"a":' * 60 + b"1" + b"}" * 60] * 300) + b"]",
    "many events": lambda: json.dumps({"events": [{"xdm": {"eventType": "a"}, "event": "a"}] * 3_000}).encode(),
    "many requests": lambda: gzip.compress(json.dumps({"requests": ["?" + "a=%41&" * 500] * 60}).encode()),
    "many parameters": lambda: b"a=1&" * (MAX_BODY // 4 - 1),
    "percent signs": lambda: b"dl=" + b"%41" * (MAX_BODY // 3 - 2),
    "lines": lambda: (b"en=a&" + b"ep.x=%41&" * 500 + b"\r\n") * 50,
    "packed lines": lambda: gzip.compress((b"en=a&dl=" + b"%41" * 20_000 + b"\r\n") * 60),
    "parts": lambda: b"--x\r\n" + b'Content-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\n' * 4_000,
    "parts without an end": lambda: b'--\r\nname="' + b"a" * (MAX_BODY - 20),
    "stars": lambda: b"ud[em]=" + b"*" * (MAX_BODY - 10),
    "brackets": lambda: b"ud[em]=" + b"<" * (MAX_BODY - 10),
    "zeros": lambda: b"ud[em]=" + b"0" * (MAX_BODY - 20) + b"x",
    "spaces": lambda: b"dl=" + b" " * (MAX_BODY - 10),
}


def main() -> int:
    medians = {}
    for vendor, (url, query) in ADDRESSES.items():
        medians[vendor] = _median(f"{url}?{urlencode(query)}" if query else url, b"", vendor)
    for vendor, (url, body) in BODIES.items():
        medians[vendor] = _median(url, json.dumps(body).encode(), vendor)
    for vendor, took in sorted(medians.items(), key=lambda one: one[1]):
        print(f"{vendor:<32}{took:>7.1f} us")
    typical = median(medians.values())
    nobodys = _median("https://www.quayside-support.example/assets/main.css?v=3", b"", "")
    print(f"\nA tracker's request takes {typical:.1f} us (median of {len(medians)} vendors); {_met(typical, AIM_MEDIAN)}")
    print(f"A request that is nobody's takes {nobodys:.1f} us")
    worst, name = max(_slowest(name) for name in HOSTILE)
    print(f"The slowest body takes {worst:.1f} ms ({name}); {_met(worst, AIM_HOSTILE)}")
    return 0


def _median(url: str, raw: bytes, vendor: str) -> float:
    """Microseconds, from the request as it comes to the facts."""
    events = decoders.decode(Payload(url, "POST" if raw else "GET", raw=raw))
    if {event.vendor.partition(" at ")[0] for event in events} != ({vendor} if vendor else set()):
        raise AssertionError(f"{url.partition('?')[0]} is not read as {vendor or 'nobody'}'s")
    took = []
    for _ in range(TIMES):
        start = perf_counter_ns()
        decoders.decode(Payload(url, "POST", raw=raw))
        took.append(perf_counter_ns() - start)
    return median(took) / 1000


def _slowest(name: str) -> tuple[float, str]:
    """Milliseconds that the processor works for one body in the decoder that needs longest for it."""
    raw = HOSTILE[name]()
    if len(raw) > MAX_BODY:
        raise AssertionError(f"{name}: {len(raw)} bytes are too many to be read")
    took = []
    for decoder in decoders.DECODERS:
        start = thread_time_ns()
        with suppress(Exception):  # what a decoder stumbles over counts as well; the pipeline catches it
            decoders.read(decoder, Payload(f"https://a.example/b/ss/c/1/?{'a=%41&' * 200}", "POST", raw=raw))
        took.append(((thread_time_ns() - start) / 1e6, f"{name}, {decoder.VENDOR}"))
    return max(took)


def _met(took: float, aim: float) -> str:
    return f"at most {aim:.0f}: {'yes' if took <= aim else 'no'}"


if __name__ == "__main__":
    raise SystemExit(main())
