"""A service that sends by a press in every way but a form's own, and one whose form's button a tracker listens to. Each path is one way."""

from tests.end_to_end.website.answer import Answer, page, told
from tests.end_to_end.website.police import own_files
from tests.end_to_end.website.record import Received

HOST = "www.northshire-helpline.example"
QUIET_HOST = "www.northshire-allotments.example"
"""The same ways on a site where nothing is sensitive."""
TAKE = "/take"

_SEND = "const send = () => fetch('/take', { method: 'POST', body: what.value || what.textContent });"
_XHR = "{ const asked = new XMLHttpRequest(); asked.open('POST', '/take'); asked.send(what.value); }"
_BEACON = "navigator.sendBeacon('/take', what.value)"
_FIELDS = "<label>What happened when you were raped? <textarea id='what' name='what'></textarea></label>"
_CALM = "<label>Which plot would you like? <textarea id='what' name='what'></textarea></label>"

_GO = "<button id='go' type='button'>Go</button>"
_GROUPS = {
    "fetch": "<button id='go' type='button' onclick='send()'>Go</button>",
    "xhr": f'<button id="go" type="button" onclick="{_XHR}">Go</button>',
    "beacon": f'<button id="go" type="button" onclick="{_BEACON}">Go</button>',
    "pointerdown": f"{_GO}<script>go.addEventListener('pointerdown', send)</script>",
    "mousedown": f"{_GO}<script>go.addEventListener('mousedown', send)</script>",
    "mouseup": f"{_GO}<script>document.addEventListener('mouseup', (event) => event.target === go && send())</script>",
    "div": "<div id='go' style='cursor:pointer'>Go</div><script>go.addEventListener('click', send)</script>",
    "words": "<div id='go'>Send</div><script>go.addEventListener('click', send)</script>",
    "anchor": "<a id='go' href='#'>Go</a><script>go.addEventListener('click', send)</script>",
    "keydown": """<div id='go' role='button' tabindex='0'>Go</div><script>
      go.addEventListener('keydown', (event) => event.key === ' ' && send());
    </script>""",
    "trusting": f"{_GO}<script>go.addEventListener('click', (event) => event.isTrusted && send())</script>",
    "redrawn": f"""{_GO}<script>
      document.addEventListener('click', (event) => event.target.id === 'go' && send());
      const draw = () => go.replaceWith(go.cloneNode(true));
    </script>""",
}
"""The fields stand in no form; what is pressed does the rest."""

_CHATS = {
    "chat": "<div class='chat'><textarea id='what' aria-label='What happened when you were raped?'></textarea></div>",
    "editable": "<div class='chat'><div id='what' contenteditable='true' aria-label='What happened when you were raped?'>"
    "</div><div role='button' tabindex='0'>Send</div></div>",
}
_ENTER = """<script>what.addEventListener('{key}', (event) => {{
  if (event.key !== 'Enter') return;
  event.preventDefault();
  send();
}});</script>"""

_FORMACTION = f"""<form method="post" action="/nowhere">{_FIELDS}
  <button name="first" value="1">Save</button>
  <button id="go" name="go" value="on" formaction="/take"><b>Report rape</b></button></form>"""
_CLOSED = f"""<div id="host"></div><script>{{
  const root = host.attachShadow({{ mode: 'closed' }});
  root.innerHTML = "<section>{_FIELDS.replace("'", "")}<button id=go type=button>Go</button></section>";
  root.querySelector('#go').onclick = () => fetch('/take', {{ method: 'POST', body: root.querySelector('textarea').value }});
}}</script>"""

CONTROLS = ["map", "calendar", "day", "month", "find", "sign", "another"]
"""What is pressed, or dragged, and does not send, in the form at ``/controls``."""
_CONTROLS = f"""<form method="post" action="/take">{_FIELDS}
  <div id="map" class="leaflet-container" tabindex="0" style="height: 120px; background: #cde"></div>
  <button id="calendar" type="button" aria-label="Open calendar">&#128197;</button>
  <button id="month" type="button" aria-label="Next month">&rsaquo;</button>
  <table role="grid"><tr><td>14</td><td id="day" tabindex="0">15</td></tr></table>
  <label>Postcode <input></label><button id="find">Find address</button>
  <label>Town <input id="town" class="ui-autocomplete-input"></label>
  <canvas id="sign" tabindex="0" width="200" height="80" style="background: #eee"></canvas>
  <button id="another">Add another</button>
  <button id="go">Continue</button></form><script>{{
    const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    window.heard = {{}};
    for (const name of {CONTROLS}) {{
      heard[name] = [];
      const one = document.getElementById(name);
      for (const kind of kinds) one.addEventListener(kind, (event) => event.isTrusted && heard[name].push(kind));
      one.addEventListener('click', (event) => event.preventDefault());
    }}
    town.addEventListener('keydown', (event) => {{
      if (event.key !== 'Enter') return;
      event.preventDefault();
      town.value = 'Northshire';
    }});
  }}</script>"""


def helpline(request: Received) -> Answer:
    """The pages with trackers."""
    return _way(request, _FIELDS, "Tell us about rape or sexual assault", tracking=True)


def allotments(request: Received) -> Answer:
    """The same pages about something else."""
    return _way(request, _CALM, "Ask for an allotment", tracking=True)


def _way(request: Received, fields: str, heading: str, *, tracking: bool) -> Answer:
    name = request.path.removeprefix("/")
    if request.path == TAKE:
        return told({"taken": True}) if request.method == "POST" else own_files(request)
    chat, _, key = name.partition("-")
    if name in _GROUPS:
        body = f"<section>{fields}<script>{_SEND}</script>{_GROUPS[name]}</section>"
    elif chat in _CHATS and key:
        body = f"{_CHATS[chat]}<script>{_SEND}</script>{_ENTER.format(key=key)}"
    elif name in _FORMS:
        body = _FORMS[name]
    else:
        return own_files(request)
    return page(heading, heading, body, tracking=tracking)


_FORMS = {"formaction": _FORMACTION, "closed": _CLOSED, "controls": _CONTROLS}
GROUPS = sorted(_GROUPS)
