"""Pages whose own script sends a form as soon as they are there, each in another way. What is sent goes to an address that begins /sent."""

from collections.abc import Mapping

POST = '<form action="/sent" method="post"><textarea name="story">Told</textarea><button>Report</button></form>'
GET = '<form action="/sent" method="get"><input name="story" value="Told"><button>Report</button></form>'
IN_EVERY_WAY = """<script>addEventListener('load', () => {
    const form = document.forms[0];
    form.submit(); form.requestSubmit(); form.querySelector('button').click();
});</script>"""
PRESSED_IN_A_SHADOW_ROOT = """<div id="host"></div><script>addEventListener('load', () => {
    const root = document.getElementById('host').attachShadow({ mode: 'MODE' });
    root.innerHTML = `FORM`;
    root.querySelector('button').click();
});</script>"""
BY_A_FRAMES_OWN = """<script>addEventListener('load', () => {
    const other = document.body.appendChild(document.createElement('iframe')).contentWindow;
    other.HTMLFormElement.prototype.submit.call(document.forms[0]);
});</script>"""


def _shadow(mode: str, form: str) -> str:
    return PRESSED_IN_A_SHADOW_ROOT.replace("MODE", mode).replace("FORM", form)


IN_SIGHT: Mapping[str, str] = {
    "sends-post": POST + IN_EVERY_WAY,
    "sends-get": GET + IN_EVERY_WAY,
}
"""Each stop alone is enough for these."""
HIDDEN: Mapping[str, str] = {
    "sends-open": _shadow("open", GET),
    "sends-closed": _shadow("closed", GET),
    "sends-hidden-post": _shadow("open", POST),
    "sends-frame": GET + BY_A_FRAMES_OWN,
}
"""These a script in the page does not see."""
