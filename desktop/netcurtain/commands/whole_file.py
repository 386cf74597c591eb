"""What a command makes, in a file: the whole of it or nothing, and for this person alone, for it says where somebody was."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(output: Path, parts: Iterable[bytes]) -> None:
    """Write ``parts``, one after another, in place of ``output``. Raises OSError, or what ``parts`` raise; ``output`` is then as it was."""
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
