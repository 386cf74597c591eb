"""`netcurtain check` on a HAR of 100 MB: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_check.py``.

The HAR is made here: pages of ten sites, each with a form and a hundred requests, two in nine of them to trackers (of the recorded
requests in ../shared/data it is as many), answers and headers as Chrome writes them. It is checked in a process of its own, as text, so
that the peak of the memory is that of the check. The lists are EasyPrivacy, where it is at hand, and ours. Time is the processor's.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from netcurtain import knowledge
from netcurtain.commands.check import look_for_rubbish_seldom
from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Matcher
from netcurtain.core.session import Knowledge
from netcurtain.har.reader import read
from netcurtain.har.report import as_text
from netcurtain.har.session import check

LIST = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "easyprivacy.txt"
SIZE = 100_000_000
SITES = 10
AIM_SPEED, AIM_MB = 20_000, 300
PAGE = "<html><head><title>Report</title></head><body><h1>Report it</h1><form action='/send'><label for=a>What happened?</label>{}"
FIELDS = "<textarea id=a name=a></textarea><label>Name <input name=n></label><button>Send</button></form>"
TRACKERS = (
    "https://www.facebook.com/tr/?id=12345&ev=PageView&dl=https%3A%2F%2Fpolice{p}.example%2Freport&rl=&if=false&ts=17&cd[buttonText]=Go",
    "https://www.google-analytics.com/g/collect?v=2&tid=G-ABC&cid=1.2&en=page_view&dl=https%3A%2F%2Fpolice{p}.example%2Freport&dt=Report",
    "https://static.hotjar.com/c/hotjar-{n}.js?sv=6",
    "https://bat.bing.com/action/0?ti=1&Ver=2&mid=a&evt=pageLoad&p=https%3A%2F%2Fpolice{p}.example%2Freport",
    "https://sb.scorecardresearch.com/p?c1=2&c2={n}&c7=https%3A%2F%2Fpolice{p}.example%2Freport",
)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        for indent in (None, 2):
            file = Path(name) / "made.har"
            count = make(file, SIZE, indent)
            done = subprocess.run([sys.executable, __file__, "--one", str(file)], capture_output=True, text=True, check=True)
            seconds, peak, base = map(float, done.stdout.split())
            speed = count / seconds
            shape = "compact" if indent is None else "indented"
            print(f"A HAR of {file.stat().st_size / 1e6:.0f} MB, {shape}, {count:,} requests: {seconds:.2f} s")
            print(f"  {speed:,.0f} requests a second; at least {AIM_SPEED:,}: {'yes' if speed >= AIM_SPEED else 'no'}")
            print(
                f"  {peak:.0f} MB at most, {base:.0f} MB before it was opened; under {AIM_MB}: {'yes' if peak < AIM_MB else 'no'}",
                flush=True,
            )
    return 0


def make(file: Path, size: int, indent: int | None) -> int:
    """Write a HAR of about ``size`` bytes; how many requests it has."""
    chance, count = random.Random(5), 0
    with file.open("w", encoding="utf-8") as out:
        out.write('{"log": {"version": "1.2", "creator": {"name": "WebInspector", "version": "537.36"}, "pages": [], "entries": [')
        while out.tell() < size:
            out.write("," if count else "")
            out.write("".join(json.dumps(_entry(count + n, chance), indent=indent) + ("," if n < 99 else "") for n in range(100)))
            count += 100
        out.write("]}}")
    return count


def _entry(number: int, chance: random.Random) -> dict[str, object]:
    page = number // 100
    site = page % SITES
    first = number % 100 == 0
    url = f"https://police{site}.example/report/{page}" if first else f"https://cdn{chance.randrange(900)}.example/a/{number}.js?v={number}"
    if not first and number % 9 < 2:
        url = chance.choice(TRACKERS).format(p=site, n=chance.randrange(10_000))
    kind, mime = ("document", "text/html") if first else ("script", "text/javascript")
    text = (
        PAGE.format(FIELDS) + "<p>Some words of the page.</p>" * 300
        if first
        else "!function(){var a='b';return \"c\"}();" * chance.randrange(80)
    )
    sent = [{"name": f"sec-header-{n}", "value": "v" * chance.randrange(5, 60)} for n in range(16)]
    got = [{"name": f"x-header-{n}", "value": "v" * chance.randrange(5, 60)} for n in range(14)]
    return {
        "_initiator": {"type": "script", "stack": {"callFrames": [{"functionName": "", "scriptId": "1", "url": url, "lineNumber": 1}]}},
        "_priority": "Low",
        "_resourceType": kind,
        "cache": {},
        "connection": "443",
        "pageref": f"page_{page}",
        "request": {
            "method": "GET",
            "url": url,
            "httpVersion": "http/2.0",
            "headers": [*sent, {"name": "referer", "value": f"https://police{site}.example/"}],
            "queryString": [{"name": "v", "value": str(number)}],
            "cookies": [],
            "headersSize": -1,
            "bodySize": 0,
        },
        "response": {
            "status": 200,
            "statusText": "",
            "httpVersion": "http/2.0",
            "headers": got,
            "cookies": [],
            "content": {"size": len(text), "mimeType": mime, "text": text},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": -1,
            "_transferSize": 300,
            "_error": None,
        },
        "serverIPAddress": "192.0.2.1",
        "startedDateTime": "2026-08-13T14:02:00.123Z",
        "time": 12.3,
        "timings": {"blocked": 1.2, "dns": -1, "ssl": -1, "connect": -1, "send": 0.1, "wait": 10, "receive": 1, "_blocked_queueing": 1},
    }


def _one(file: Path) -> None:
    lists = [parse_list(path.read_text(encoding="utf-8"), path.name) for path in (LIST,) if path.exists()]
    starter = parse_list((Path(__file__).resolve().parents[2] / "filters" / "starter.txt").read_text(encoding="utf-8"), "starter")
    matcher = Matcher([starter, *lists])
    matcher.make_ready()
    del lists
    look_for_rubbish_seldom()
    known = Knowledge(matcher, knowledge.organisations(), knowledge.lexicon(), ())
    base = _peak()
    start = process_time()
    told = as_text(check(read(file), known, ()))
    print(process_time() - start, _peak(), base)
    assert "police1.example" in told


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(Path(sys.argv[2]))
    else:
        sys.exit(main())
