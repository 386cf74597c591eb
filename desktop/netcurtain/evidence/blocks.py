"""What a PDF is made of, in reading order: paper.typ draws each of these, and none of its words is its own."""

import msgspec


class Code(msgspec.Struct, frozen=True):
    """An address, a filter or a hash: word for word, in letters of one width, broken anywhere."""

    code: str


Cell = str | Code


class Heading(msgspec.Struct, frozen=True, tag="heading", tag_field="kind"):
    """A heading; ``level`` 1 is a part of the paper."""

    text: str
    level: int = 1


class Text(msgspec.Struct, frozen=True, tag="text", tag_field="kind"):
    """A paragraph. ``soft``: said beside the point."""

    text: str
    soft: bool = False


class Lead(msgspec.Struct, frozen=True, tag="lead", tag_field="kind"):
    """What somebody reads who reads nothing else."""

    texts: tuple[str, ...]


class Bullets(msgspec.Struct, frozen=True, tag="bullets", tag_field="kind"):
    """A list; ``numbered`` where the order counts."""

    items: tuple[str, ...]
    numbered: bool = False


class Rows(msgspec.Struct, frozen=True, tag="rows", tag_field="kind"):
    """Names on the left, each with one line or more on the right. ``together``: on one page."""

    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    together: bool = False


class Table(msgspec.Struct, frozen=True, tag="table", tag_field="kind"):
    """Rows under a head that is repeated on each page. ``widths`` are parts of the line."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


class PageBreak(msgspec.Struct, frozen=True, tag="new_page", tag_field="kind"):
    """What follows begins on a new page."""


Block = Heading | Text | Lead | Bullets | Rows | Table | PageBreak


class Paper(msgspec.Struct, frozen=True):
    """All of it. ``page_of`` has ``{page}`` and ``{pages}`` in it."""

    language: str
    title: str
    footer: str
    page_of: str
    blocks: tuple[Block, ...]
