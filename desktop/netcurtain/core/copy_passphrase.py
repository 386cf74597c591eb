"""The passphrase of a copy for a solicitor, as a PDF takes it: the same letters however a keyboard makes them, and not too many. Pure."""

import stringprep
import unicodedata

MOST_BYTES = 127
"""In UTF-8. A PDF with a longer one can be made, and then opened by nobody."""


class CopyPassphraseError(Exception):
    """No PDF takes this passphrase: it is too long, has signs that are no letters, or has nothing in it."""


def spelled(passphrase: str) -> str:
    """As PDF readers take what is typed (PDF 2.0, by RFC 4013): spaces are one space, what nobody sees counts for nothing, and NFKC.

    Raises CopyPassphraseError.
    """
    seen = ("" if stringprep.in_table_b1(letter) else " " if stringprep.in_table_c12(letter) else letter for letter in passphrase)
    normal = unicodedata.normalize("NFKC", "".join(seen))
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in normal) or not 1 <= len(normal.encode()) <= MOST_BYTES:
        raise CopyPassphraseError
    return normal
