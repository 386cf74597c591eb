"""The blanks of a letter, such as [your name]: found, and marked as long as they are there. The brackets say it to who sees no colours."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from netcurtain.ui.theme import Colour, Theme

_BLANK = re.compile(r"\[[^\[\]\n]{1,200}\]")


def blanks(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each of them stands, counted as Qt counts: letters beyond the first 65,536 of Unicode are two."""
    for found in _BLANK.finditer(text):
        start = units(text[: found.start()])
        yield start, start + units(found.group())


def units(text: str) -> int:
    """How long a text is in UTF-16, which is how Qt and fields of web pages count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class BlankMarker(QSyntaxHighlighter):
    """Bold, and in the colour of what a person is asked."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Mark those of one line."""
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(self._theme.colour(Colour.AMBER))
        for start, end in blanks(text):
            self.setFormat(start, end - start, look)
