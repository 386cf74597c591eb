"""Long names that are only ever compared, made short: a browser names its pages and requests by uuids, and a million of them take room.
A saved copy knows its pages by them too, so that a page is the same one whether it is open or kept.

The same name always has the same short one, which says nothing about it. Two of the requests of a page have the same one by chance
once in five million pages, even if each page has ten thousand.
"""

from hashlib import blake2b


def page_name(name: str) -> bytes:
    """A page's name, unique over all browsers and runs."""
    return blake2b(name.encode(), digest_size=16).digest()


def request_name(name: str) -> int:
    """A request's name, unique on its page; a whole number of 48 bits, which SQLite keeps in six bytes."""
    return int.from_bytes(blake2b(name.encode(), digest_size=6).digest(), signed=True)
