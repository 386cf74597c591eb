"""Forms that leave in other ways than most, all on one site with trackers, and the organisations that take them."""

from tests.end_to_end.website.answer import Answer, page, part, see_other
from tests.end_to_end.website.police import own_files
from tests.end_to_end.website.record import Received

HOST = "www.northshire-refuge.example"
TAKER = "intake.casework2.example"
"""Takes a form that the page's own code sends, and one in a frame; its pages have trackers too."""
SIGN_IN = "idp.signin.example"

NEW_TAB = "/new-tab"
BY_CODE = "/by-code"
BEATING = "/beating"
ELSEWHERE = "/elsewhere"
HOPPING = "/hopping"
IN_FRAME = "/in-frame"
TAKE = "/take"
DONE = "/done"

_HEADING = "Ask for help with domestic abuse and rape"
_THANKS = "<p>We have what you sent.</p>"
_BY_CODE = f"""<script>document.forms[0].addEventListener("submit", (event) => {{
  event.preventDefault();
  fetch("https://{TAKER}{TAKE}?" + new URLSearchParams(new FormData(event.target)), {{ method: "POST", body: "x", mode: "no-cors" }});
}});</script>"""
_BEATING = '<script>setInterval(() => fetch("/save", { method: "POST", body: "beat" }), 300);</script>'


def _form(action: str, attributes: str = "") -> str:
    return part("refer.html", action=action).replace("<form", f"<form {attributes}")


def refuge(request: Received) -> Answer:
    """Each path is one way of leaving."""
    match request.path:
        case "/new-tab":
            body = _form(TAKE, 'target="_blank"')
        case "/by-code":
            body = _form(TAKE) + _BY_CODE
        case "/beating":
            body = _form(TAKE, 'onsubmit="return false"') + _BEATING
        case "/elsewhere":
            body = _form(f"https://{TAKER}{TAKE}")
        case "/hopping":
            body = _form("/hop")
        case "/in-frame":
            body = f'<iframe name="inside" width="600" height="700" src="https://{TAKER}/inside"></iframe>'
        case "/hop":
            return see_other(f"https://{SIGN_IN}/")
        case "/take" | "/done":
            body = _THANKS
        case _:
            return own_files(request)
    return page(f"{_HEADING} | Northshire Refuge", _HEADING, body, tracking=True)


def taker(request: Received) -> Answer:
    """From inside a frame it leads on to another host, and repeats an answer in the address."""
    match request.path:
        case "/inside":
            saving = '<script>diagnosis.onchange = () => fetch("/save?draft=" + diagnosis.value);</script>'
            return page(_HEADING, _HEADING, _form("/inside-take") + saving)
        case "/inside-take":
            return see_other(f"https://{SIGN_IN}/thanks?told={request.fields['diagnosis']}")
        case "/take":
            return page("Thank you", "Thank you", _THANKS, tracking=True)
        case _:
            return own_files(request)


def sign_in(request: Received) -> Answer:
    """A page on the way, which leads back by itself."""
    if request.path == "/":
        return Answer(f'<script>location.replace("https://{HOST}{DONE}")</script>'.encode(), "text/html")
    return page("Thank you", "Thank you", _THANKS) if request.path == "/thanks" else own_files(request)
