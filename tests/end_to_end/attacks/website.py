"""The site that attacks: on each of its pages the same form about a crime, a tracker, and one attack from pages/."""

import json
from pathlib import Path

from tests.end_to_end.website.answer import MISSING, Answer, page, part, see_other
from tests.end_to_end.website.police import own_files
from tests.end_to_end.website.record import Received

HOST = "www.greyshire.police.uk"
ADVERTS = "www.greyshire-adverts.example"
TAKE = "/take"
"""Where the form goes."""
THANKS = "/thanks"
LEARNED = "/learned"
"""Where a page tells what it has found out."""
HEARD = "/heard"
"""Where it tells that a key came to it that is meant for it."""
TRIED = "/tried"
"""Where it tells that all of its attack has been done, and how much is to happen besides."""
HAPPENED = "/happened"
"""Where it tells that one of these things has happened."""

PAGES = Path(__file__).with_name("pages")
FRONT = "/"


def attacker(request: Received) -> Answer:
    """A page for each file, named without its ending."""
    name = request.path.removeprefix("/")
    match request.path:
        case "/take" if request.method == "POST":
            return see_other(THANKS)
        case "/take" | "/thanks" | "/advert" | "/":
            return page("Thank you | Greyshire Police", "Thank you", "<p>Nothing more is needed.</p>")
        case "/learned" | "/heard" | "/tried" | "/happened":
            return Answer(status=204)
    if (PAGES / f"{name}.js").exists() or (PAGES / f"{name}.css").exists():
        script = f"<script>{_script('shared')}</script><script>{_script(name)}\nranToItsEnd();</script>"
        form = part("step_1.html").replace('action="/report/"', f'action="{TAKE}"')
        return page("Report rape or sexual assault | Greyshire Police", "Step 1 of 3: who and what", script + form, tracking=True)
    return own_files(request)


def adverts(request: Received) -> Answer:
    """Another site, to be laid over everything."""
    return page("Advert", "Advert", "<style>html { background: orange }</style>") if request.path == "/advert" else MISSING


def _script(name: str) -> str:
    """The attack. What is only a style is put on as soon as the card is there; one that is named `names_` from the start."""
    script = PAGES / f"{name}.js"
    if script.exists():
        return script.read_text(encoding="utf-8")
    style = (PAGES / f"{name}.css").read_text(encoding="utf-8")
    put_on = f"document.head.append(Object.assign(document.createElement('style'), {{ textContent: {json.dumps(style)} }}))"
    return put_on if name.startswith("names_") else f"whenShown(() => {put_on});"
