"""What a command makes, in a file: the whole of it or nothing, and for this person alone, for it says where somebody was."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

_OPEN_ALREADY = ("/dev/fd/", "/dev/std", "/proc/")
"""Where the files stand that a program has open. They may be files like any other; whoever opened them reads on there."""


def write_whole(output: Path, parts: Iterable[bytes]) -> None:
    """Write ``parts``, one after another, in place of ``output``, or of what it leads to. Raises OSError, or what ``parts`` raise.

    A file is then as it was. What is no file, such as a terminal or a pipe, or is open already, gets each part as it comes.
    """
    if (output.exists() and not output.is_file()) or str(output.absolute()).startswith(_OPEN_ALREADY):
        with output.open("ab") as stream:
            stream.writelines(parts)
    else:
        _replace(Path(os.path.realpath(output)), parts)


def _replace(output: Path, parts: Iterable[bytes]) -> None:
    with tempfile.NamedTemporaryFile("wb", dir=output.parent, prefix=f".{output.name}.", delete=False) as file:
        made = Path(file.name)
        try:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            made.replace(output)
        except BaseException:
            made.unlink(missing_ok=True)
            raise
