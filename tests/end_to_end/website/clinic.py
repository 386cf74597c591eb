"""An invented clinic and a library: the other kinds of form. All of their pages have trackers."""

from tests.end_to_end.website.answer import Answer, page, part, see_other
from tests.end_to_end.website.police import own_files
from tests.end_to_end.website.record import Received

HOST = "www.northshire-clinic.example"
CASEWORK_HOST = "forms.casework.example"
"""Another organisation, which takes the clinic's referrals."""
LIBRARY_HOST = "www.northshire-library.example"

REFER = "/refer"
SYMPTOMS = "/symptoms"
RESULTS = "/results"
SCRIPTED = "/scripted"
STUCK = "/stuck"
ORDER = "/order"
CALL_BACK = "/call-back"
HALF = "/half"
THANKS = "/thanks"


def clinic(request: Received) -> Answer:
    """A form to another host, one sent with GET or by a script, one that never leaves, one with a payment, one with half a letter."""
    match request.path:
        case "/refer":
            form = part("refer.html", action=f"https://{CASEWORK_HOST}/take")
            return page("Refer yourself | Northshire Clinic", "Refer yourself for HIV care", form, tracking=True)
        case "/scripted":
            return page("Refer yourself | Northshire Clinic", "Refer yourself for HIV care", part("scripted.html"), tracking=True)
        case "/stuck":
            form = part("refer.html", action=THANKS).replace("<form", '<form onsubmit="return false"')
            return page("Refer yourself | Northshire Clinic", "Refer yourself for HIV care", form, tracking=True)
        case "/symptoms":
            form = part("symptoms.html")
            return page("Symptoms | Northshire Clinic", "Tell us about your symptoms of chlamydia", form, tracking=True)
        case "/order" if request.method == "GET":
            form = part("order.html")
            return page("Order a test | Northshire Clinic", "Order an HIV test to your home", form, tracking=True, also="payment")
        case "/order":
            return see_other(THANKS)
        case "/call-back":
            form = part("call_back.html")
            return page("Call me back | Northshire Clinic", "Talk to somebody about your HIV test", form, also="listener")
        case "/half":
            return page("Tell us | Northshire Clinic", "Tell us", part("half.html"), tracking=True)
        case "/results" | "/thanks":
            return page("Thank you | Northshire Clinic", "Thank you", "<p>We have what you sent.</p>", tracking=True)
        case _:
            return own_files(request)


def casework(request: Received) -> Answer:
    """Where the clinic's referral form posts to."""
    return page("Thank you | Casework", "Thank you", "<p>We have what you sent.</p>") if request.path == "/take" else own_files(request)


def library(request: Received) -> Answer:
    """Trackers, but only a search box."""
    match request.path:
        case "/":
            return page("Northshire Library", "Find a book", part("search.html"), tracking=True)
        case "/search":
            return page("Search | Northshire Library", "Books found", "<p>Three books.</p>", tracking=True)
        case _:
            return own_files(request)
