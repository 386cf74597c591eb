"""The third parties: a tracker that behaves like the Meta Pixel, Google's two faces on one host, a payment, and the neutral page."""

from tests.end_to_end.website.answer import MISSING, PIXEL, Answer, page, script, see_other, told
from tests.end_to_end.website.record import Received

META = "www.facebook.com"
META_SCRIPT = "connect.facebook.net"
GOOGLE = "www.google.com"
PAYMENT = "js.kitepay.example"
PAYMENT_API = "api.kitepay.example"
NEUTRAL = "www.bbc.co.uk"
LISTENER = "cdn.keenear.example"
LISTENER_API = "in.keenear.example"
"""On no list: it sends off what is typed, scrambled, as soon as a field is left."""

TRACKERS = (META, META_SCRIPT)
"""Hosts that only ever track. Google is not among them: its host does two things."""
MOVED = "/tr/moved"
"""Leads on to where the pixel takes things."""
CONVERSION = "/pagead/1p-conversion/100/"
VERIFY = "/recaptcha/api2/userverify"

PIXEL_NUMBER = "1000"
_FILLER = b"// " + bytes(range(128, 256)) * 2000 + b"\n"
"""Long, and not even text: what is in the way of whoever looks must come all the same."""
SET_UP = (
    _FILLER
    + b"""fbq.registerPlugin("1000", {plugin: function (fbq, instance, config) {
config.set("1000", "automaticMatching", {"selectedMatchKeys":["em","ph"]});
instance.optIn("1000", "AutomaticMatching", true);
instance.configLoaded("1000"); }});
"""
    + _FILLER
)
"""As Meta writes it; the number is invented."""
LOAD_SET_UP = f"""new Promise((tried) => {{
  globalThis.fbq.registerPlugin ??= () => {{}};
  const script = document.createElement('script');
  script.onload = script.onerror = () => tried(true);
  script.src = 'https://{META_SCRIPT}/signals/config/{PIXEL_NUMBER}?v=2';
  document.head.append(script);
}})"""
"""What the pixel does next on a page that has it."""
SET_UP_SAID = "Meta (Facebook) is set up here to take e-mail addresses and telephone numbers from forms."
SET_UP_HIDDEN = "This browser does not let us see what Meta (Facebook) is set up to take."
"""In Chromium, which shows no extension what a request is answered with."""


def meta(request: Received) -> Answer:
    """Takes whatever it is told: by address, or by a form's body (``rqm=formPOST``)."""
    if request.path == MOVED:
        return see_other(f"/tr/?{request.query}")
    return PIXEL if request.path == "/tr/" else MISSING


def meta_script(request: Received) -> Answer:
    """The pixel, and what it is set up to take, for those who check that every byte of that comes."""
    if request.path == f"/signals/config/{PIXEL_NUMBER}":
        return Answer(SET_UP, "text/javascript", headers=(("Access-Control-Allow-Origin", "*"),))
    return script("pixel.js") if request.path == "/en_US/fbevents.js" else MISSING


def google(request: Received) -> Answer:
    """reCAPTCHA, which a form needs, beside advertising, which it does not."""
    match request.path:
        case "/recaptcha/api.js":
            return script("recaptcha.js")
        case "/recaptcha/api2/userverify":
            return told({"token": "a-person"})
        case "/pagead/1p-conversion/100/":
            return PIXEL
        case _:
            return MISSING


def payment(request: Received) -> Answer:
    return script("payment.js") if request.path == "/v1/pay.js" else MISSING


def payment_api(request: Received) -> Answer:
    return told({"ready": True}) if request.path == "/ready" else MISSING


def listener(request: Received) -> Answer:
    return script("listener.js") if request.path == "/listener.js" else MISSING


def listener_api(request: Received) -> Answer:
    return told({"heard": True}) if request.path == "/heard" else MISSING


def neutral(request: Received) -> Answer:
    """Where "Leave this page" goes (/weather), and a site's own exit (/)."""
    return page("Weather", "Weather", "<p>Dry, with sunny spells.</p>") if request.path in ("/", "/weather") else MISSING
