"""The pages of banner_pages/: known.html has the banners of filters/banners.toml, of parts that are publicly known and words of our
own; fake.html what only looks like one; odd.html the rest.

A file has many pages; each begins with its name and what has to become of it:

    <!-- govuk-form: GOV.UK cookie banner; to refuse: no_way -->

What pressing a button does is written beside it: ``data-does`` is "refuse", "accept", or the selector of what it opens. After a choice,
which is told to the server (/chosen/refuse), what has ``data-goes`` is hidden.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from netcurtain.survey.result import Choosing

FOLDER = Path(__file__).with_name("banner_pages")
HEAD = re.compile(r"^<!-- ([a-z0-9-]+): ?(.*?)(?:; to refuse: (\w+))?(?:; to accept: (\w+))? ?-->$", re.MULTILINE)

SCRIPT = """<script>
const chosen = (what) => {
  fetch(`/chosen/${what}`, { keepalive: true });
  for (const one of document.querySelectorAll('[data-goes]')) one.hidden = true;
};
const opened = (selector) => {
  for (const one of document.querySelectorAll(selector)) one.hidden = false;
};
const done = (does) => (['refuse', 'accept'].includes(does) ? chosen(does) : opened(does));
addEventListener('click', (event) => {
  const does = event.composedPath().find((one) => one.dataset?.does)?.dataset.does;
  if (does && window !== parent) parent.postMessage(does, '*');
  else if (does) done(does);
});
addEventListener('message', (event) => typeof event.data === 'string' && done(event.data));
</script><style>[hidden] { display: none !important }</style>"""

FORM = '<form action="/sent" method="post"><textarea name="story"></textarea><button>Send my report</button></form>'

FRAMES = {
    "/frame/sourcepoint": SCRIPT
    + '<button title="Accept all" class="message-button sp_choice_type_11" data-does="accept">Accept all</button>'
    + '<button title="Reject all" class="message-button sp_choice_type_13" data-does="refuse">Reject all</button>',
    "/frame/trustarc": SCRIPT + '<a href="#" class="rejectAll" data-does="refuse">Reject all</a>',
}
"""What stands in frames, on another site."""


@dataclass(frozen=True, slots=True)
class BannerPage:
    """A page; ``row`` is the banner's in the table, and beside it what has to become of each choice."""

    key: str
    row: str
    body: str
    refused: Choosing
    accepted: Choosing


def pages_of(file: str) -> tuple[BannerPage, ...]:
    """The pages of a file, in its order."""
    _, *parts = HEAD.split((FOLDER / f"{file}.html").read_text(encoding="utf-8"))
    return tuple(
        BannerPage(key, row, body, Choosing(refused or "done"), Choosing(accepted or "done"))
        for key, row, refused, accepted, body in zip(*(parts[n::5] for n in range(5)), strict=True)
    )


KNOWN, FAKE, ODD = map(pages_of, ("known", "fake", "odd"))


def whole_site() -> dict[str, str]:
    """Every page, as it is served: those with known banners beside a form about a crime."""
    head = f"<!doctype html><meta charset=utf-8><title>Report a crime</title>{SCRIPT}"
    known = {f"/known/{page.key}": head + FORM + page.body for page in KNOWN}
    others = {f"/{file}/{page.key}": head + page.body for file, pages in (("fake", FAKE), ("odd", ODD)) for page in pages}
    return {**known, **others, **FRAMES}
