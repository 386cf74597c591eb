"""Forty pages as public services, charities and old sites write them, each with what a person would say that it asks (`pages/shapes/`).

A page is an HTML file as it is; the JSON beside it is its description, without what is empty or as on most pages.
"""

import json
from pathlib import Path
from typing import Any

from tests.end_to_end.website.answer import MISSING, Answer, told
from tests.end_to_end.website.record import Received

HOST = "www.northshire-forms.example"
FRAMED_HOST = "www.northshire-advice.example"
"""Its pages are the same; one stands in a frame of the other's."""
FOLDER = "/shapes/"
NAMES = sorted(path.stem for path in (Path(__file__).with_name("pages") / "shapes").glob("*.html"))

_PAGES = Path(__file__).with_name("pages") / "shapes"
_FIELD = {
    "tag": "input",
    "type": "text",
    **dict.fromkeys(("name", "id", "label", "placeholder", "aria_label", "autocomplete"), ""),
    "required": False,
    "options": [],
}


def shapes(request: Received) -> Answer:
    """One of the pages, or one that does something: holds others in frames, swaps its form, chats, shows what was answered again."""
    name = request.path.removeprefix(FOLDER)
    if request.method == "POST":
        after = {"summary": _summary, "thanks": _thanks}.get(name)
        return _html(after(request.fields)) if after else told({})
    if name in NAMES:
        return _html((_PAGES / f"{name}.html").read_text(encoding="utf-8"))
    return _html(_OTHERS[name]) if name in _OTHERS else MISSING


def address(name: str, host: str = HOST) -> str:
    """Where a page is."""
    return f"https://{host}{FOLDER}{name}"


def expected(name: str, host: str = HOST) -> list[dict[str, Any]]:
    """What a person would write down of a page's forms, in the order of the page."""
    written = json.loads((_PAGES / f"{name}.json").read_text(encoding="utf-8"))
    return [_whole(host, name, written["title"], form) for form in written["forms"]]


def _whole(host: str, name: str, title: str, form: dict[str, Any]) -> dict[str, Any]:
    action = form.get("action", "/sent")
    return {
        "page_url": address(name, host),
        "title": title,
        "headings": form["headings"],
        "form": {
            "action": f"https://{host}{action}" if action else "",
            "method": form.get("method", "post"),
            "fields": [_FIELD | field for field in form["fields"]],
            "legends": form.get("legends", []),
            "buttons": form["buttons"],
        },
        "text_near": form.get("text_near", ""),
        "language": form.get("language", "en"),
    }


def _html(text: str) -> Answer:
    return Answer(text.encode(), "text/html; charset=utf-8")


def _page(title: str, body: str) -> str:
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'


_OTHERS = {
    "frames": _page(
        "The council",
        f"""<main><h1>The council's page</h1>
<iframe src="{FOLDER}welsh_bare"></iframe><iframe src="https://{FRAMED_HOST}{FOLDER}aria_labelledby"></iframe></main>""",
    ),
    "swapping": _page(
        "Wizard",
        """<main><h1>Step 1</h1><div id="step"><form action="/sent"><label>Your name <input></label></form></div>
<button id="next">Next</button></main>
<script>document.querySelector('#next').onclick = () => {
  document.querySelector('h1').textContent = 'Step 2';
  document.querySelector('#step').innerHTML = '<form action="/sent"><label>What happened? <textarea></textarea></label></form>';
};</script>""",
    ),
    "late": _page(
        "Late",
        """<main><h1>Report it</h1><late-form></late-form><button id="go">Start</button></main>
<script>document.querySelector('#go').onclick = () => {
  const root = document.querySelector('late-form').attachShadow({ mode: 'closed' });
  root.innerHTML = '<form action="/sent"><label>Who was it? <input id="who"></label></form>';
  document.querySelector('#go').onclick = () => { root.querySelector('label').firstChild.nodeValue = 'Who hurt you? '; };
};</script>""",
    ),
    "chat": _page(
        "Chat",
        """<main><h1>Talk to a listener</h1><div id="said"></div>
<div id="box" contenteditable="true" data-placeholder="Write here"></div><div id="send" role="button" tabindex="0">Send</div></main>
<script>document.querySelector('#send').onpointerdown = (event) => {
  event.preventDefault();
  const text = document.querySelector('#box').textContent;
  document.querySelector('#box').textContent = '';
  document.querySelector('#said').insertAdjacentHTML('beforeend', `<h2>You</h2><p>${text}</p><h3>${text}</h3>`);
  document.title = `You: ${text}`;
  fetch('/said', { method: 'POST', body: text });
};</script>""",
    ),
    "ask": _page(
        "Ask for help",
        """<main><h1>Ask for help</h1><form action="/shapes/summary" method="post"><label>Your name <input id="name" name="name"></label>
<label>What happened? <textarea id="what" name="what"></textarea></label><button id="go">Continue</button></form></main>""",
    ),
}


def _summary(fields: dict[str, str]) -> str:
    """The answers again, each with a link to change it, and a question of the page's own."""
    rows = "".join(f'<tr><th>{name}</th><td><p>{text}</p></td><td><a href="/back">Change</a></td></tr>' for name, text in fields.items())
    heard = '<label>How did you hear of us? <input id="heard" name="heard"></label>'
    hidden = "".join(f'<input type="hidden" name="{name}" value="{text}">' for name, text in fields.items())
    return _page(
        "Check your answers",
        f"""<main><h1>Check your answers</h1><table>{rows}</table><h2>{fields["name"]}</h2><p>{fields["what"]}</p>
<form action="/shapes/thanks" method="post">{hidden}{heard}<button id="go">Send</button></form></main>""",
    )


def _thanks(fields: dict[str, str]) -> str:
    """Thanks by name, the whole report again, and a box to join a list."""
    return _page(
        "Thank you",
        f"""<main><h1>Thank you, {fields["name"]}</h1><h2>{fields["what"]}</h2>
<p>You told us: {fields["what"]}. You heard of us by {fields["heard"]}.</p><ul><li>{fields["what"]}</li></ul>
<form action="/list"><label>Email <input type="email" name="mail"></label><button>Join our list</button></form></main>""",
    )
