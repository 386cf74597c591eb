"""The planted pages as a server gives them: a page for each row of planted.py, and every host that their trackers speak to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from tests.end_to_end.survey import planted_trackers
from tests.end_to_end.survey.planted import PAGES
from tests.end_to_end.survey.planted_facts import Form, Page, Robots
from tests.end_to_end.survey.planted_trackers import FRAMER, LEADING_ON, Sent
from tests.end_to_end.website.answer import MISSING, PIXEL, Answer, told
from tests.end_to_end.website.record import Received
from tests.end_to_end.website.server import Host

_SCRIPT = Path(__file__).with_name("planted_page.js").read_text(encoding="utf-8")
_FIELDS = """<label>What happened? <textarea name="what_happened" rows="4"></textarea></label>
<label>Your name <input name="full_name"></label><label>Your email address <input type="email" name="email"></label>"""
_REPORT = (
    f'<form id="report-form" name="report" method="post" action="/send">{_FIELDS}<button type="submit">Send your report</button></form>'
)
_TOUCHED = "addEventListener('focusin', () => parent.postMessage('touched', '*'));"
_FORMS: Mapping[Form, str] = {
    Form.NONE: "<p>We are here every day from nine to five.</p>",
    Form.REPORT: _REPORT,
    Form.SEARCH: """<form id="search-form" role="search" action="/search">
<label>Search this site <input type="search" name="words"></label><button type="submit">Search</button></form>""",
    Form.IN_SHADOW: f"""<report-form></report-form><script>
document.querySelector('report-form').attachShadow({{ mode: 'open' }}).innerHTML = {json.dumps(_REPORT)};</script>""",
    Form.IN_FRAME: '<iframe src="/form" title="Report it" width="600" height="500"></iframe>',
    Form.LATE: f"<div id='late'></div><script>setTimeout(() => {{ late.innerHTML = {json.dumps(_REPORT)}; }}, 200);</script>",
}
_FRAME = """<!doctype html><html lang="en"><title>A widget</title><body><script>
const { depth, address } = JSON.parse(decodeURIComponent(location.hash.slice(1)));
if (depth < 2) new Image().src = address;
else {
  const within = document.createElement('iframe');
  within.src = `/frame#${encodeURIComponent(JSON.stringify({ depth: depth - 1, address }))}`;
  document.body.append(within);
}
</script></body></html>"""
_ASKS = "new Image().src = globalThis.asksFor;"
_QUESTION = """<!doctype html><html lang="en"><title>A question</title><body>{markup}<script>
addEventListener('click', ({{ target }}) => {{
  const chosen = target.closest({refuse}) ? 'refused' : target.closest({accept}) ? 'accepted' : '';
  if (chosen) parent.postMessage({{ chosen }}, '*');
}});
</script></body></html>"""


def hosts(pages: Sequence[Page] = PAGES) -> dict[str, Host]:
    """Every host of the pages and of what they ask for, for the test website's server."""
    sites: dict[str, list[Page]] = {}
    for page in pages:
        sites.setdefault(page.host, []).append(page)
    return {
        **dict.fromkeys(_asked_for(), _takes_all),
        "www.facebook.com": _signs_in,
        FRAMER: _widgets,
        **{host: partial(_site, of_site) for host, of_site in sites.items()},
    }


def _asked_for() -> set[str]:
    sents = [one for one in vars(planted_trackers).values() if isinstance(one, Sent)]
    return {urlsplit(sent.place).hostname or "" for sent in sents} - {""}


def _takes_all(request: Received) -> Answer:
    """A third party: scripts and styles that do nothing, and a picture for all else."""
    if request.path.endswith((".js", "/css2")) or "/tag/" in request.path or request.path.endswith("/api/js"):
        return Answer(b"/* nothing */", "text/css" if request.path.endswith("/css2") else "text/javascript")
    return told({}) if request.method == "POST" else PIXEL


def _signs_in(request: Received) -> Answer:
    """The company whose account somebody is signed in to: its cookies are set as a picture is loaded. They are kept apart for each site,
    which browsers allow that keep out all other cookies of third parties."""
    if request.path != "/signed-in.png":
        return _takes_all(request)
    more = "Path=/; Secure; HttpOnly; SameSite=None; Partitioned"
    cookies = {"c_user": "100000000000042", "fr": "0a1b2c3d4e5f6g7h8i9j0"}
    return Answer(
        PIXEL.body, PIXEL.content_type, headers=tuple(("Set-Cookie", f"{name}={value}; {more}") for name, value in cookies.items())
    )


def _widgets(request: Received) -> Answer:
    match request.path:
        case "/frame":
            return _html(_FRAME)
        case "/asks.js":
            return Answer(_ASKS.encode(), "text/javascript")
        case "/onward":
            return _onward(request)
        case _:
            return MISSING


def _onward(request: Received) -> Answer:
    return Answer(status=302, headers=(("Location", request.asked.get("to", "/")),))


def _site(pages: Sequence[Page], request: Received) -> Answer:
    """One of the sites: its pages, and what they need of their own."""
    page = next((page for page in pages if page.path == request.path), None)
    match request.path:
        case _ if page:
            return _html(_document(page))
        case "/robots.txt" if any(page.robots is Robots.NOT_THIS for page in pages):
            refused = "".join(f"Disallow: {page.path}\n" for page in pages if page.robots is Robots.NOT_THIS)
            return Answer(f"User-agent: *\n{refused}".encode())
        case "/form":
            return _html(f"<!doctype html><html lang='en'><title>Report it</title><body>{_REPORT}<script>{_TOUCHED}</script></body></html>")
        case "/question":
            return _html(_question(pages[0]))
        case "/onward":
            return _onward(request)
        case "/measure/g/collect" | "/visits":
            return told({})
        case _:
            return MISSING


def _question(page: Page) -> str:
    banner = page.banner
    assert banner is not None
    return _QUESTION.format(markup=banner.markup, refuse=json.dumps(banner.refuse), accept=json.dumps(banner.accept))


def _document(page: Page) -> str:
    """The whole page, with what it is to do as JSON."""
    banner = page.banner
    facts = {
        "plants": [{"when": plant.when, "on": plant.on, "sent": _as_json(plant.sent)} for plant in page.plants],
        "banner": _as_json(banner) if banner else None,
        "framer": f"https://{FRAMER}",
        "leadingOn": LEADING_ON,
    }
    planted = json.dumps(facts).replace("<", "\\u003c")
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(page.title)}</title><link rel="icon" href="data:,">
<style>body {{ font: 18px/1.5 sans-serif; margin: 24px }} label {{ display: block }} textarea, input {{ width: 20em }}</style></head>
<body><main><h1>{escape(page.heading)}</h1>{_FORMS[page.form]}</main>
<script type="application/json" id="planted">{planted}</script><script>{_SCRIPT}</script></body></html>"""


def _as_json(what: object) -> dict[str, object]:
    """A dataclass without what JSON cannot hold."""
    return {name: value for name, value in asdict(what).items() if not isinstance(value, frozenset)}  # type: ignore[call-overload]


def _html(text: str) -> Answer:
    return Answer(text.encode(), "text/html; charset=utf-8")
