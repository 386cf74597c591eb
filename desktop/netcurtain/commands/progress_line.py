"""One line on the terminal that shows how far the looking for filter lists has come. In a pipe or a file there is none."""

import shutil
from types import TracebackType
from typing import Self, TextIO

from netcurtain.lists import wording
from netcurtain.lists.progress import Step

BAR = 20
MARK = 4
"""How wide the mark is that moves where the length is not known."""
BYTES_A_MOVE = 65_536


class ProgressLine:
    """Draws over itself, and is gone before anything else is printed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._drawn = 0
        self._shows = stream.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.clear()

    def show(self, step: Step) -> None:
        """Draw where the looking is now."""
        if self._shows:
            line = line_of(step)[: shutil.get_terminal_size().columns - 1]
            self._stream.write("\r" + line.ljust(self._drawn))
            self._stream.flush()
            self._drawn = len(line)

    def clear(self) -> None:
        """Leave the line empty."""
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0


def line_of(step: Step) -> str:
    """The line as it is drawn: which list, a bar while bytes come, and how many or what is being done."""
    title = wording.step(step.title, step.number, step.of)
    if not step.so_far:
        return f"{title}: {step.doing}"
    if step.total:
        full = min(BAR, BAR * step.so_far // step.total)
        return f"{title}: [{'#' * full}{'.' * (BAR - full)}] {wording.of_size(step.so_far, step.total)}"
    start = step.so_far // BYTES_A_MOVE % (BAR - MARK + 1)
    return f"{title}: [{'.' * start}{'#' * MARK}{'.' * (BAR - MARK - start)}] {wording.kilobytes(step.so_far)}"
