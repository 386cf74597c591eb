"""Where a way of sending stands, and the website that has it: one path for each time a row is run, so that no two runs meet.

``/7/iframe/plain form/`` is the seventh run; below it are ``page`` (what the person opens), ``inner`` (the document in a frame) and
``take``, where everything arrives that is counted.
"""

import json
from collections.abc import Callable
from enum import Enum
from urllib.parse import quote, unquote

from tests.end_to_end.matrix.way import Inside, Way
from tests.end_to_end.matrix.ways import BY_NAME
from tests.end_to_end.website.answer import MISSING, PIXEL, Answer, told
from tests.end_to_end.website.record import Received

HOST = "www.northshire-report.example"
FRAMED_HOST = "forms.northshire-casework.example"
"""Another organisation, in whose frame a form may stand."""


class Place(Enum):
    """What is around the form."""

    TOP = "top page"
    IFRAME = "iframe"
    CROSS = "cross-origin iframe"
    SHADOW = "shadow root"

    @property
    def host(self) -> str:
        """Whose document has the form."""
        return FRAMED_HOST if self is Place.CROSS else HOST

    @property
    def is_frame(self) -> bool:
        return self in (Place.IFRAME, Place.CROSS)


_TITLE = "Report rape or sexual assault"
_TRACKER = '<img src="https://www.facebook.com/tr/?id=1000&ev=PageView&noscript=1&dl=%PAGE%" width="1" height="1" alt="">'
_STYLE = """body { margin: 0; font: 16px/1.4 "DejaVu Sans", sans-serif } h1 { font-size: 20px; margin: 8px } label { display: block }
iframe { border: 0; width: 620px; height: 460px } #what { width: 300px; min-height: 30px } [contenteditable] { border: 1px solid }
#go, #around { display: inline-block; padding: 8px; margin: 4px }"""
_SCRIPT = """const take = %TAKE%, thanks = take.replace(/take$/, 'thanks');
const q = (selector) => root.querySelector(selector);
const answers = () => new URLSearchParams({ what: q('#what').value ?? q('#what').textContent });
const send = () => void fetch(take, { method: 'POST', body: answers(), keepalive: true });
let ready = () => true;
"""
_FRAMING = {
    Inside.SRCDOC: "frame.srcdoc = html; root.append(frame);",
    Inside.WRITTEN: "root.append(frame); frame.contentDocument.open(); frame.contentDocument.write(html); frame.contentDocument.close();",
    Inside.BLOB: "frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' })); root.append(frame);",
    Inside.SANDBOX: "frame.sandbox = 'allow-scripts allow-forms'; frame.src = %FORM%; root.append(frame);",
    Inside.SEALED: "frame.sandbox = 'allow-forms'; frame.src = %FORM%; root.append(frame);",
    Inside.FRAMED: "frame.src = %FORM%; root.append(frame);",
}
_AROUND = "root.querySelector('#around').onclick = () => frame.contentWindow.postMessage('send', '*');"


_HEADERS = (("Access-Control-Allow-Origin", "*"), ("Cache-Control", "no-cache"))
"""Any page may read it, and a browser may keep it to go back to."""


def url(run: int, place: Place, way: Way, file: str = "page", host: str = HOST) -> str:
    """Where a file of a run is."""
    return f"https://{host}{path(run, place, way, file)}"


def path(run: int, place: Place, way: Way, file: str) -> str:
    return f"/{run}/{quote(place.value)}/{quote(way.name)}/{file}"


def take(run: int, place: Place, way: Way) -> str:
    """Where a way's answers go."""
    return url(run, place, way, "take", place.host)


def site(request: Received) -> Answer:
    """Both hosts. What is taken is answered with the next step or with thanks, and any page may read it."""
    if request.path.count("/") != 4:
        return MISSING
    _, run, place_name, way_name, file = request.path.split("/")
    if unquote(way_name) not in BY_NAME:
        return MISSING
    way, place = BY_NAME[unquote(way_name)], Place(unquote(place_name))
    make = _FILES.get(file)
    return make(int(run), place, way) if make else told({})


def _page(run: int, place: Place, way: Way) -> Answer:
    # An address of its own each time: a browser shows again what it has, and asks nobody.
    tracker = _TRACKER.replace("%PAGE%", quote(url(run, place, way)))
    if not place.is_frame:
        return _html(_holder(run, place, way), tracker)
    inner = url(run, place, way, "inner", place.host)
    return _html(f'<iframe src="{inner}"></iframe>', tracker)


def _inner(run: int, place: Place, way: Way) -> Answer:
    return _html(_holder(run, place, way))


def _form(run: int, place: Place, way: Way) -> Answer:
    """The innermost document, where a way has one of its own."""
    return _html(_standing(run, place, way, way.body, way.script, is_inner=True))


def _taken(run: int, place: Place, way: Way) -> Answer:
    """The next step of a wizard, or thanks."""
    if not way.then or way.asked_again:
        return _thanks(run, place, way)
    return _html(_standing(run, place, way, way.body.replace('<input type="hidden" name="next" value="yes">', ""), way.script))


def _thanks(_run: int, _place: Place, _way: Way) -> Answer:
    return _html("<p>We have what you sent.</p>")


_FILES: dict[str, Callable[[int, Place, Way], Answer]] = {
    "page": _page,
    "inner": _inner,
    "form": _form,
    "take": _taken,
    "thanks": _thanks,
    "pixel": lambda *_: PIXEL,
}


def _holder(run: int, place: Place, way: Way) -> str:
    """The place's own document: it has the form, or the frame that has it."""
    if way.inside is Inside.NOTHING:
        return _standing(run, place, way, way.body, way.script)
    html = _text(_standing(run, place, way, way.body, way.script, is_inner=True))
    framing = _FRAMING[way.inside].replace("%FORM%", json.dumps(url(run, place, way, "form", place.host)))
    around = '<button id="around">Send</button>' if way.inside is Inside.FRAMED else ""
    script = f"const html = {_in_script(html)}; const frame = document.createElement('iframe'); {framing} {_AROUND if around else ''}"
    # A frame goes into the body, not beside the root of the document.
    holder = script.replace("root.append", "(root.body ?? root).append")
    return _standing(run, place, way, around, f"{holder} window.holder = root; root = null;")


def _standing(run: int, place: Place, way: Way, body: str, script: str, *, is_inner: bool = False) -> str:
    """HTML that puts the body into the document, or into the place's shadow root where it is not further in, and runs the script there."""
    where = take(run, place, way)
    body = body.replace("%TAKE%", where)
    start = _SCRIPT.replace("%TAKE%", json.dumps(where))
    if place is not Place.SHADOW or is_inner:
        return f"{body}<script>let root = document;\n{start}{script}</script>"
    mode = "closed" if list(BY_NAME).index(way.name) % 2 else "open"
    root = f"let root = document.querySelector('report-box').attachShadow({{ mode: '{mode}' }});"
    style = f"<style>{_STYLE}</style>"
    return f"<report-box></report-box><script>{root}\nroot.innerHTML = {_in_script(style + body)};\n{start}{script}</script>"


def _in_script(html: str) -> str:
    """HTML as a text of a script that itself stands in HTML."""
    return json.dumps(html).replace("</", "<\\/").replace("<!--", "<\\!--")


def _text(body: str, more: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{_TITLE}</title><link rel="icon" href="data:,">'
        f"<style>{_STYLE}</style></head><body><main><h1>{_TITLE}</h1>{body}</main>{more}</body></html>"
    )


def _html(body: str, more: str = "") -> Answer:
    return Answer(_text(body, more).encode(), "text/html; charset=utf-8", headers=_HEADERS)
