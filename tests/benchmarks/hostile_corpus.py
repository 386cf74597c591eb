"""Lists and addresses made to hurt: what somebody could publish as a list, or ask a page to request. The same every time."""

from collections.abc import Callable, Iterator

MANY = 1_000_000
LONG = 5_000_000
LENGTHS = {"4 kB": 4 * 1024, "64 kB": 64 * 1024}

EXPRESSIONS = (
    r"/(x+x+)+y/",
    r"/(a+)+$/",
    r"/(a|aa)+b$/",
    r"/(a|a?)+z/",
    r"/(.*)*z=1/",
    r"/(.*a){20}b/",
    r"/^(([a-z])+.)+[A-Z]([a-z])+$/",
    r"/([a-z0-9]+[-._~%]?)*\.gif9/",
    r"/(?:\/+[^?]*)+\?(?:[^=]*=[^&]*&)*z/",
    r"/^https?:\/\/(\w+\.)*\w+\/(\w+\/)*\w+\.cgi9/",
    r"/\bx{1,900}y\b/",
    r"/(((((x{1,9}){1,9}){1,9}){1,9}){1,9})y/",
)
"""Nested and repeated quantifiers, on which an engine that goes back takes time without end."""


def _stars() -> Iterator[str]:
    for letter in "ax/.=&%":
        yield "*".join(["", *[letter] * 50, "b9"])
        yield f"||*{'*'.join([letter] * 50)}^b9"
    yield "*^" * 50 + "b9"
    yield "||" + "a*." * 50 + "b9^"
    yield "|http*" + "^*" * 50 + "b9|"


def _one_word() -> Iterator[str]:
    """Filters that all stand behind one word of the addresses, so that no index parts them."""
    yield from (f"/aaa/*x*{number}z$script" for number in range(2_000))
    yield from (f"||hostile.example/*x*{number}z" for number in range(2_000))


def _no_word() -> Iterator[str]:
    """Filters without any word to find them by."""
    yield from (f"*a*{chr(97 + number % 26)}*{chr(97 + number // 26 % 26)}*{number % 10}z*9$image,script" for number in range(2_000))


def _pages() -> Iterator[str]:
    """Filters for ten thousand pages, and thousands of filters for one."""
    for one in range(10):
        yield f"*a*9z{one}$domain=" + "|".join(f"p{one}x{number}.example" for number in range(1_000))
    yield from (f"a9z$domain=page.example|n{number}.example" for number in range(2_000))


LISTS: dict[str, Callable[[], str]] = {
    "nested quantifiers": lambda: "\n".join(EXPRESSIONS),
    "2,000 of them": lambda: "\n".join(f"{EXPRESSIONS[n % len(EXPRESSIONS)][:-1]}{n}/" for n in range(2_000)),
    "an expression of 16 kB": lambda: "/" + "(a|b)*" * 2_700 + "9/",
    "an expression that grows": lambda: "/" + "(?:" * 5 + "[a-z]{1,99}" + "){1,99}" * 5 + "9/",
    "50 stars": lambda: "\n".join(_stars()),
    "4,000 behind one word": lambda: "\n".join(_one_word()),
    "2,000 without a word": lambda: "\n".join(_no_word()),
    "many pages": lambda: "\n".join(_pages()),
    "a 5 MB line": lambda: "a" * LONG,
    "a 5 MB line of dollars": lambda: "a" + "$" * LONG,
    "a 5 MB line of domains": lambda: "a$domain=" + "d.example|" * (LONG // 10),
    "a 5 MB line of options": lambda: "a$" + "script," * (LONG // 7),
    "a 5 MB line that is an expression": lambda: "/" + "(x+x+)+" * (LONG // 7) + "y/",
    "5 MB of empty lines": lambda: "\n" * LONG,
    "1 M hosts": lambda: "\n".join(f"||h{number}.example^" for number in range(MANY)),
    "1 M paths": lambda: "\n".join(f"/p{number}/track{number % 977}.gif?" for number in range(MANY)),
    "1 M with options": lambda: "\n".join(f"||h{number}.example/a*{number}$script,third-party" for number in range(MANY)),
    "1 M exceptions": lambda: "\n".join(f"@@||h{number}.example^$script" for number in range(MANY)),
}
"""A name, and what makes the list's text."""


def addresses() -> dict[str, str]:
    """Each by its name, 4 kB and 64 kB long."""
    start = "https://hostile.example/aaa/"
    endless = {
        "x": start + "x" * 70_000,
        "a": start + "a" * 70_000,
        "a/": start + "a/" * 35_000,
        "slashes": start + "/" * 70_000,
        "dots": start + "." * 70_000,
        "words": start + "aaa/xax." * 9_000,
        "different words": start + "/".join(f"p{number}" for number in range(12_000)),
        "parameters": start + "?" + "a=x&" * 18_000,
        "percent signs": start + "%41" * 24_000,
        "letters of other alphabets": start + "ж" * 70_000,
        "labels": "https://" + "a." * 35_000,
        "one label": "https://" + "a" * 70_000,
        "labels of other alphabets": "https://" + "ж." * 35_000,
        "at signs": "https://" + "a@" * 35_000,
        "colons": "https://" + "a:" * 35_000,
        "capitals": start.upper() + "XAX/" * 18_000,
        "no scheme": "x" * 70_000,
        "a scheme without end": "http" * 18_000 + "://",
    }
    return {f"{length} of {name}": url[:size] for length, size in LENGTHS.items() for name, url in endless.items()}
