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


_FORMS = {"formaction": _FORMACTION, "closed": _CLOSED}
GROUPS = sorted(_GROUPS)
