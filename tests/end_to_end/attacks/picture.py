"""What stands in a picture of the page: whether a person would see the card's buttons and words, or something over them."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

TEAL = (11, 110, 110)
"""The card's one filled button, in light."""
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Box:
    """A place in the page, in pixels of CSS."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def is_in(self, width: float, height: float) -> bool:
        """Whether its middle is on the screen."""
        x, y = self.centre
        return 0 <= x < width and 0 <= y < height


def is_filled_button(png: bytes, box: Box) -> bool:
    """Whether a button of the card's own colour, with white letters, can be seen at this place, in a size that can be read."""
    teal, white = _shares(png, box, smallest=120)
    return teal > 0.6 and white > 0.01


def is_plain_button(png: bytes, box: Box) -> bool:
    """The same of one that is letters alone, on white."""
    teal, white = _shares(png, box, smallest=60)
    return teal > 0.005 and white > 0.6


def _shares(png: bytes, box: Box, *, smallest: float) -> tuple[float, float]:
    """How much of the place is teal and how much nearly white; nothing where it is too small or not on the screen."""
    image = QImage.fromData(png)
    if box.width < smallest or box.height < 30 or not box.is_in(image.width(), image.height()):
        return 0, 0
    across = range(max(0, round(box.x) + 2), min(image.width(), round(box.x + box.width) - 2))
    down = range(max(0, round(box.y) + 2), min(image.height(), round(box.y + box.height) - 2))
    pixels = [image.pixelColor(x, y) for x in across for y in down]
    if not pixels:
        return 0, 0
    colours = [(pixel.red(), pixel.green(), pixel.blue()) for pixel in pixels]
    teal = sum(all(abs(one - other) <= _NEAR for one, other in zip(colour, TEAL, strict=True)) for colour in colours)
    return teal / len(pixels), sum(min(colour) > 200 for colour in colours) / len(pixels)
