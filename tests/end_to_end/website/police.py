"""An invented police force: a report in three steps, a page to check the answers, and the page that says it arrived.

The force has two sites with the same pages: one tells trackers, the other does not.
"""

from collections.abc import Callable
from html import escape

from tests.end_to_end.website.answer import MISSING, Answer, page, part, script, see_other, told
from tests.end_to_end.website.record import Received

HOST = "www.northshire.police.uk"
QUIET_HOST = "www.quietshire.police.uk"
FRAMED_HOST = "www.northshire-library.example"

DOOR = "/report/crime"
START = "/report/"
WHAT_HAPPENED = "/report/what-happened"
ABOUT_YOU = "/report/about-you"
CHECK = "/report/check"
SENT = "/report/sent"
WITH_EXIT = "/report/with-exit"
"""The first step once more, with a way out of the site's own. Says at ``LEFT`` when it was left."""
LEFT = "/left"
FRAMING = "/framing"
"""A page with another site's page in it, which tells trackers."""

TITLE = "Report rape or sexual assault"
STEPS = {
    START: ("step_1.html", "Step 1 of 3: who and what", WHAT_HAPPENED),
    WHAT_HAPPENED: ("step_2.html", "Step 2 of 3: what happened", ABOUT_YOU),
    ABOUT_YOU: ("step_3.html", "Step 3 of 3: about you", CHECK),
}


def police(tracking: bool) -> Callable[[Received], Answer]:
    """One site of the force. It keeps the answers of one report, as a session would."""
    answers: dict[str, str] = {}

    def answer(request: Received) -> Answer:
        if request.path == DOOR:
            return page("Report a crime | Northshire Police", "Report a crime", part("door.html"), tracking=tracking)
        if request.path in STEPS and request.method == "POST":
            if request.path == START:
                answers.clear()
            answers.update(request.fields)
            return see_other(STEPS[request.path][2])
        if request.path in STEPS:
            file, heading, _ = STEPS[request.path]
            return page(f"{TITLE} | Northshire Police", heading, part(file), tracking=tracking)
        if request.path == WITH_EXIT:
            return page(f"{TITLE} | Northshire Police", STEPS[START][1], part("exit.html") + part(STEPS[START][0]), tracking=tracking)
        if request.path == CHECK and request.method == "POST":
            return see_other(SENT)
        if request.path == CHECK:
            rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in answers.items())
            return page(
                f"{TITLE} | Northshire Police",
                "Check your answers",
                part("check.html").replace("<!-- answers -->", rows),
                tracking=tracking,
            )
        if request.path == FRAMING:
            return page("Find us | Northshire Police", "Find us", f'<iframe src="https://{FRAMED_HOST}/"></iframe>', tracking=tracking)
        if request.path == SENT:
            return page("Thank you | Northshire Police", "We have your report", "<p>Your reference is NS-1.</p>", tracking=tracking)
        return own_files(request)

    return answer


def own_files(request: Received) -> Answer:
    """What every site of ours has: its script, its autosave, and where a page says that its third parties have been tried."""
    match request.path:
        case "/site.js":
            return script("site.js")
        case "/save" | "/settled" | "/left":
            return told({"saved": True})
        case _:
            return MISSING
