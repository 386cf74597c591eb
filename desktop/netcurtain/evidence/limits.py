"""Of very much the first that a reader has time for, and that there is more. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from netcurtain.evidence import wording
from netcurtain.evidence.blocks import Block, Bullets, Cell, Code, Heading, Lead, PageBreak, Rows, Table, Text

LETTERS_A_LINE = 80


def at_most(words: Sequence[str], most: int) -> tuple[str, ...]:
    """The first of them; where there are others it says so."""
    return (*words[:most], wording.MORE) if len(words) > most else tuple(words)


def shortened(blocks: Iterable[Block], most: int) -> Iterator[Block]:
    """The first ``most`` lines of them, whole blocks and no heading above nothing; where there are others it says so."""
    headings: list[Block] = []
    for block in blocks:
        headings.append(block)
        if isinstance(block, Heading):
            continue
        most -= sum(map(lines_of, headings))
        if most < 0:
            yield Text(wording.MORE)
            return
        yield from headings
        headings.clear()


def lines_of(block: Block) -> int:
    """About how many lines of paper it takes."""
    match block:
        case Heading(text) | Text(text):
            words: list[Cell] = [text]
        case Lead(items) | Bullets(items):
            words = list(items)
        case Rows(rows):
            words = [cell for _, cells in rows for cell in cells]
        case Table(_, rows):
            words = [cell for cells in rows for cell in cells]
        case PageBreak():
            words = []
    return sum(1 + len(cell.code if isinstance(cell, Code) else cell) // LETTERS_A_LINE for cell in words)
