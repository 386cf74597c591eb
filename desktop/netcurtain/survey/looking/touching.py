"""Touch a field of a page's form as a person does who begins to write, and count the forms. Nothing is typed but a marker, if one is given.

Which field is decided here (best_field), of what the page says of its fields. A field is found again by the selector of fields alone, so
that whatever a page says, nothing but a field that one writes in is ever clicked. What is only chosen from (Yes or No, a list) makes a form
too, and is never touched: a click there is an answer.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from playwright.async_api import Error, Frame, Locator, Page

from netcurtain.core.evidence import Unsaid
from netcurtain.survey.looking import in_page
from netcurtain.survey.looking.banners import all_known

TOUCH_SECONDS = 9.0
"""At most, for touching and typing."""
COUNT_SECONDS = 8.0
HIT_SECONDS = 1.5
"""Until a field can be clicked; one that something lies over is focused."""
MAX_FRAMES = 10
"""That are looked at, beside the page itself."""
MAX_WEIGHED = 3 * MAX_FRAMES
"""Of which it is asked whether they are shown."""
MAX_MARKER = 100

FIELDS = "textarea, input:not([type]), input:is([type=''], [type=text i], [type=email i], [type=tel i], [type=search i], [type=url i])"
"""What one writes words in. Never a password, a file, a date, a box to tick, anything hidden or any button."""
ASKING = f"{FIELDS}, select, input:is([type=radio i], [type=checkbox i]), [role=radio i]"
"""What makes a form."""

WEIGHTS = {"textarea": 5, "email": 3, "tel": 3, "text": 2, "url": 1, "search": -10}
"""How much each kind of field is like those of a form in which a person tells something."""
SEARCH_WORDS = ("search", "keyword", "query", "find")
SEARCH_NAMES = frozenset({"q", "s"})
CHOICES = frozenset({"radio", "checkbox", "select-one", "select-multiple"})
"""Kinds of fields that one chooses from."""
SETTINGS = frozenset({"lang", "language", "locale", "currency", "theme", "sort", "filter", "filters", "cookie", "cookies"})
"""Words of choices about the website, and not about a person."""


class Field(Unsaid, frozen=True):
    """What a page says of a field: its kind, its form (a number within the frame; -1 for none), its names and labels, and whether one can
    write in it and see it.

    ``asking`` is False for a choice that is about something else by its place: in a menu, the page's head or foot, a banner about cookies;
    or in no form, and without a button near it.
    """

    kind: str
    form: int
    words: str
    usable: bool
    seen: bool
    asking: bool = True

    @property
    def searches(self) -> bool:
        """Whether it is a search box."""
        words = self.words.lower().split()
        names = frozenset() if self.chooses else SEARCH_NAMES
        return self.kind == "search" or any(word in names or any(part in word for part in SEARCH_WORDS) for word in words)

    @property
    def chooses(self) -> bool:
        """Whether one chooses in it, and writes nothing."""
        return self.kind in CHOICES

    @property
    def asks(self) -> bool:
        """Whether it asks a person something."""
        if not (self.seen and self.usable and self.asking) or self.searches:
            return False
        return not self.chooses or SETTINGS.isdisjoint(word.lower() for word in re.findall("[A-Z]?[a-z]+", self.words))

    @property
    def weight(self) -> int:
        """How much it is like a field in which a person tells something."""
        return WEIGHTS["search"] if self.searches else WEIGHTS.get(self.kind, 0)


@dataclass(frozen=True, slots=True)
class Touched:
    """What became of touching: a field was clicked or focused; the marker stands in it."""

    touched: bool = False
    typed: bool = False


def forms_in(fields: Sequence[Field]) -> int:
    """How many forms these fields of one frame make. Fields in no form are one together; a search box makes none, nor do choices beside
    one in its form.
    """
    searches = {field.form for field in fields if field.searches and field.seen and not field.chooses and field.form >= 0}
    return len({field.form for field in fields if field.asks and not (field.chooses and field.form in searches)})


def best_field(fields: Sequence[Field]) -> tuple[int, int] | None:
    """Which field to touch, by its place in the row, and how much its form is like one in which a person tells something.

    That is the first field, but for search boxes, of the heaviest form; of two alike the upper. None where none can be seen and used.
    """
    there = [(number, field) for number, field in enumerate(fields) if field.seen and field.usable]
    if not there:
        return None
    weights: dict[int, int] = {}
    for _, field in there:
        weights[field.form] = weights.get(field.form, 0) + field.weight
    form = max(weights, key=lambda one: weights[one])
    of_it = [(number, field) for number, field in there if field.form == form]
    number = next((number for number, field in of_it if not field.searches), of_it[0][0])
    return number, weights[form]


async def count_forms(page: Page) -> int | None:
    """How many forms, of the page and of the frames that it shows, were seen to ask a person something.

    None where none was, but not all was looked at: the page or one of the frames did not answer, or there were more frames, or more fields
    in one, than are looked at. Nobody can say then that there is none.
    """
    forms, wholly = 0, True
    try:
        async with asyncio.timeout(COUNT_SECONDS):
            frames, wholly = await _frames(page)
            for frame in frames:
                fields = await _fields(frame, ASKING)
                forms += forms_in(fields or ())
                wholly = wholly and (frame.is_detached() if fields is None else len(fields) < in_page.MAX_FIELDS)
    except (Error, TimeoutError):
        wholly = False
    return forms or (0 if wholly else None)


async def touch(page: Page, marker: str | None) -> Touched:
    """Touch the first field of the form that is most like a person's, and type ``marker`` where there is one.

    Raises ValueError for a marker that is empty, longer than MAX_MARKER, or not printable throughout: an Enter would send a form.
    Nothing of playwright's is raised; takes TOUCH_SECONDS at most.
    """
    if marker is not None and not (0 < len(marker) <= MAX_MARKER and marker.isprintable()):
        raise ValueError("the marker has to be one short line")
    touched = Touched()
    try:
        async with asyncio.timeout(TOUCH_SECONDS):
            if (field := await _best(page)) is None:
                return touched
            await _touch(field)
            touched = Touched(touched=True)
            if marker is not None:
                await field.press_sequentially(marker)
                touched = Touched(touched=True, typed=marker in await field.input_value())
    except (Error, TimeoutError):
        pass  # as far as it came
    return touched


async def _best(page: Page) -> Locator | None:
    """The field to touch, of all frames; of two alike the page's own."""
    best: tuple[int, Locator] | None = None
    frames, _ = await _frames(page)
    for frame in frames:
        found = best_field(await _fields(frame, FIELDS) or ())
        if found and (best is None or found[1] > best[0]):
            best = found[1], frame.locator(FIELDS).nth(found[0])
    return best[1] if best else None


async def _touch(field: Locator) -> None:
    """Click it; where a click would press what it stands in, or does not reach it, put the cursor there without one."""
    patience = HIT_SECONDS * 1000
    if await field.evaluate(in_page.FOCUS_ONLY, timeout=patience):
        await field.focus(timeout=patience)
        return
    try:
        await field.click(timeout=patience)
    except Error:
        await field.focus(timeout=patience)


async def _frames(page: Page) -> tuple[list[Frame], bool]:
    """The page itself, and the frames that it shows: many a form is another company's, in a frame. A banner's frame is none of them.

    Then whether these are all: one more is weighed than is looked at.
    """
    most = 1 + MAX_FRAMES
    shown = [page.main_frame]
    for frame in page.frames[:MAX_WEIGHED]:
        if frame != page.main_frame and len(shown) <= most:
            try:
                if await (await frame.frame_element()).evaluate(in_page.FRAME_SEEN, all_known()):
                    shown.append(frame)
            except Error:
                continue  # it has gone
    return shown[:most], len(shown) <= most and len(page.frames) <= MAX_WEIGHED


async def _fields(frame: Frame, selector: str) -> list[Field] | None:
    """None where the frame does not answer."""
    try:
        return msgspec.convert(await frame.locator(selector).evaluate_all(in_page.FIELDS, all_known()), list[Field])
    except (Error, msgspec.ValidationError):
        return None
