"""Choose about cookies on a page: find a known banner, press its way to refuse or to accept, and wait until it is gone.

    found = await find_banner(page)
    became = await choose(page, found, Choice.REFUSE, pressing=lambda: listening.begin(Stage.REFUSED))   # a result.Choosing

A press is a real click, and only at what may be pressed: nothing that would send a form, lead away, or stands in a form that asks a person
something (in_page.WHY_NOT, and _PLAIN, which no page can tamper with). A banner that is itself a form is therefore told, and not answered.
Switches are never pressed: settings are saved only where none is on, and those of "legitimate interest" are not looked for. So what a page
does after refusing is what it does after the shortest refusal that its banner offers, not after the most thorough one.
"""

import asyncio
import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from playwright.async_api import Error, Frame, FrameLocator, Locator, Page

from netcurtain.survey.looking import in_page
from netcurtain.survey.looking.banners import Banner, Press, known_banners
from netcurtain.survey.result import Choosing
from netcurtain.survey.sites import site_of

FIND_SECONDS = 10.0
"""At most, for looking."""
APPEAR_SECONDS = 2.0
"""A banner that is in the page and cannot be seen yet may be on its way in."""
CHOOSE_SECONDS = 18.0
"""At most, for one choice."""
STEP_SECONDS = 2.0
"""Until the next button of a way is there; and until one that is there can be clicked."""
GONE_SECONDS = 5.0
"""Until a banner that was answered is gone."""
PAUSE_SECONDS = 0.1
MAX_FRAMES = 5
"""Frames of the page's own site that are looked in; most pages have none."""
MAX_BUTTONS = 5
"""That one selector fits, and that are tried."""

_PLAIN = (
    ":not(form button:not([type=button i]), button[form], input[type=submit i], input[type=image i], input[type=file i], label, label *)"
)
"""Once more what must not be pressed, as far as a selector can say it: asked outside the page's world, at the moment of the click."""


class Choice(enum.StrEnum):
    """What a person would choose."""

    REFUSE = "refuse"
    ACCEPT = "accept"


class Unanswered(Exception):  # noqa: N818 -- it is what became of the look, not a mistake
    """Nobody can say whether there is a banner: the page did not answer."""


@dataclass(frozen=True, slots=True)
class Found:
    """A known banner that can be seen, and the page or frame that it is in."""

    banner: Banner
    frame: Frame

    @property
    def name(self) -> str:
        """The product's name, for people."""
        return self.banner.name


class _Pressed(enum.Enum):
    """What became of one press."""

    YES = enum.auto()
    NOT_THERE = enum.auto()
    MAY_NOT = enum.auto()
    """It is there, and would do something else as well; or save what is on."""
    NOT_HIT = enum.auto()
    """A click there would not reach it."""


async def find_banner(page: Page, banners: Iterable[Banner] | None = None) -> Found | None:
    """The first banner of the table that can be seen in the page, or in a frame of the same site; None where there is none.

    Where one is in the page and cannot be seen, waits up to APPEAR_SECONDS for it. Raises Unanswered, and nothing of playwright's.
    """
    known = tuple(known_banners() if banners is None else banners)
    try:
        async with asyncio.timeout(FIND_SECONDS):
            return await _found(page, known)
    except (Error, TimeoutError):
        raise Unanswered from None


async def choose(page: Page, found: Found, choice: Choice, pressing: Callable[[], None] = lambda: None) -> Choosing:
    """Refuse or accept, and say what became of it.

    ``pressing`` is called at once before the press that makes the choice: not before one that opens the settings, and not at all where
    nothing may be pressed. Raises nothing of playwright's; takes CHOOSE_SECONDS at most.
    """
    pressed = False

    def about_to_press() -> None:
        nonlocal pressed
        pressed = True
        pressing()

    try:
        async with asyncio.timeout(CHOOSE_SECONDS):
            return await _chosen(page, found, choice, about_to_press)
    except (Error, TimeoutError):
        return Choosing.FAILED if pressed else Choosing.NOT_TRIED


async def _found(page: Page, known: tuple[Banner, ...]) -> Found | None:
    loop = asyncio.get_running_loop()
    until = loop.time() + APPEAR_SECONDS
    any_of_them = ", ".join(selector for banner in known for selector in banner.shown)
    while True:
        hidden = False
        for frame in await _frames(page):
            try:
                state = await _state(frame, any_of_them)
                if state == "seen":
                    for banner in known:
                        if await _state(frame, ", ".join(banner.shown)) == "seen":
                            return Found(banner, frame)
            except Error:
                if frame.is_detached():
                    continue  # it has gone, and with it whatever it showed
                raise
            hidden = hidden or state == "hidden"
        if not hidden or loop.time() > until:
            return None
        await asyncio.sleep(PAUSE_SECONDS)


async def _frames(page: Page) -> list[Frame]:
    """The page itself, and what it shows of its own site in frames. Another site's frame may have a banner of its own, about that site."""
    site = site_of(page.url)
    ours = [page.main_frame]
    for frame in page.frames:
        if frame != page.main_frame and len(ours) <= MAX_FRAMES and site_of(frame.url) == site:
            try:
                shown = await (await frame.frame_element()).evaluate(in_page.ONE_SEEN)
            except Error:
                continue  # it has gone
            if shown:
                ours.append(frame)
    return ours


async def _state(frame: Frame, selector: str) -> str:
    return str(await frame.locator(selector).evaluate_all(in_page.ANY_SEEN))


async def _chosen(page: Page, found: Found, choice: Choice, pressing: Callable[[], None]) -> Choosing:
    began = _place(page.url)
    ways = found.banner.refuse if choice is Choice.REFUSE else found.banner.accept
    done: set[str] = set()
    became: set[_Pressed] = set()
    for way in ways:
        for number, press in enumerate(way, start=1):
            if press.press in done:
                continue
            patience = STEP_SECONDS if number > 1 else 0.0
            pressed = await _press(found, press, patience, pressing if number == len(way) else _nothing)
            became.add(pressed)
            if pressed is not _Pressed.YES:
                break
            done.add(press.press)
        else:
            return await _gone(page, found, began)
    return Choosing.NOT_TRIED if _Pressed.NOT_HIT in became else Choosing.NO_WAY


def _nothing() -> None:
    """Before a press that makes no choice."""


def _place(url: str) -> str:
    return url.partition("#")[0].partition("?")[0]


async def _press(found: Found, press: Press, patience: float, pressing: Callable[[], None]) -> _Pressed:
    """Click the first button of a selector that may be clicked; wait ``patience`` until one is there."""
    loop = asyncio.get_running_loop()
    until = loop.time() + patience
    buttons = await _buttons(found, press.press)
    while not buttons and loop.time() < until:
        await asyncio.sleep(PAUSE_SECONDS)
        buttons = await _buttons(found, press.press)
    if buttons and press.unless and await _any(found, press.unless):
        return _Pressed.MAY_NOT
    became = _Pressed.NOT_THERE
    for button in buttons:
        if await _may_not(button):
            became = _Pressed.MAY_NOT
            continue
        try:
            # Without the click: it waits until the button holds still, and nothing else would be hit in its place.
            await button.click(trial=True, timeout=STEP_SECONDS * 1000)
        except Error:
            became = _Pressed.NOT_HIT
            continue
        if await _may_not(button):
            became = _Pressed.MAY_NOT
            continue
        pressing()
        await button.click(timeout=STEP_SECONDS * 1000)
        return _Pressed.YES
    return became


async def _may_not(button: Locator) -> str:
    """Why a button may not be pressed; "" where it may."""
    return str(await button.evaluate(in_page.WHY_NOT, timeout=STEP_SECONDS * 1000))


def _within(found: Found) -> list[Frame | FrameLocator]:
    """Where its buttons may be."""
    if not found.banner.frame:
        return [found.frame]
    return [found.frame, found.frame.locator(found.banner.frame).locator("visible=true").first.content_frame]


async def _buttons(found: Found, selector: str) -> list[Locator]:
    """What of a selector can be seen, a few at most."""
    buttons: list[Locator] = []
    for place in _within(found):
        fitting = place.locator(f":is({selector}){_PLAIN}").locator("visible=true")
        buttons += [fitting.nth(number) for number in range(min(await fitting.count(), MAX_BUTTONS))]
    return buttons


async def _any(found: Found, selector: str) -> bool:
    return any([await place.locator(selector).count() for place in _within(found)])


async def _gone(page: Page, found: Found, began: str) -> Choosing:
    """Whether the banner is gone, and the page is not. A page may load itself again after a choice."""
    loop = asyncio.get_running_loop()
    until = loop.time() + GONE_SECONDS
    shown = ", ".join(found.banner.shown)
    unseen = 0
    while loop.time() < until:
        await asyncio.sleep(PAUSE_SECONDS)
        if _place(page.url) != began:
            return Choosing.FAILED
        try:
            unseen = 0 if await _state(found.frame, shown) == "seen" else unseen + 1
        except Error:
            # Between two documents; the frame itself may be gone with its banner.
            unseen = unseen + 1 if found.frame.is_detached() else 0
        if unseen == 3:  # not only between one layer of it and the next
            return Choosing.DONE
    return Choosing.FAILED
