"""Which lines of the lists in use are not used, and why: for ``netcurtain filters list --skipped``. The texts are read anew."""

from collections.abc import Iterator

from netcurtain.core.filter_list import parse_list
from netcurtain.lists import wording
from netcurtain.lists.shelf import ListText, Shelf


def skipped_lines(shelf: Shelf) -> Iterator[str]:
    """For every list in use a line, then one for each reason, the most frequent first, with a few lines of the list below it."""
    for text in shelf.texts():
        yield from _of_list(text)


def _of_list(text: ListText) -> Iterator[str]:
    read = parse_list(text.text, text.title)
    yield wording.lines_not_used(text.spoken, read.count, sum(read.reasons.values()))
    for reason, number in sorted(read.reasons.items(), key=lambda counted: (-counted[1], counted[0].name)):
        yield f"  {wording.not_used(reason, number)}"
        yield from (f"    {line}" for line in read.examples[reason])
        if number > len(read.examples[reason]):
            yield f"    {wording.and_more(number - len(read.examples[reason]))}"
