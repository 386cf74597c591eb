"""Lists and addresses that nobody would write, thrown by dice: for the tests and the longer tries of the parser and the matcher."""

from random import Random

from netcurtain.core.filter_options import ALIASES, KINDS

PIECES = (
    *"|*^$,~=/\\@#!%&?:;.-_+()[]{}'\" \t",
    *(
        "||",
        "@@",
        "##",
        "#@#",
        "#?#",
        "$$",
        "^|",
        "*|",
        "|*",
        "://",
        "!#if ",
        "!#else",
        "!#endif",
        "!#include ",
        "!+ PLATFORM(",
        "%include ",
    ),
    *(
        "example",
        "t.example",
        "shop.*",
        "xn--bcher-kva",
        "bücher",
        "ß",
        "\u202e",
        "\u0130",
        "\ufeff",
        "\U0001f600",
        "192.0.2.7",
        "[::1]",
        "0.0.0.0 ",
    ),
    *(
        "http",
        "https://",
        "wss://",
        "data:",
        "a",
        "0",
        "%20",
        "%D1",
        "domain=",
        "to=",
        "method=",
        "denyallow=",
        "redirect=",
        "/[a-z]+/",
        "(a+)+",
    ),
    *("(?=x)", "{1000}", r"\1", r"\d", "~third-party", " \\\n    ", "\r\n", "\n", "\0", "\x85", "\u2028", "&&", "x" * 50, "*a" * 30),
)
OPTIONS = (*KINDS, *ALIASES, "_", "strange")
VALUES = ("", "a.example", "~a.example", "a.example|~b.*", "/x/", "/a,b/", "~/(?=x)/", "|", "[", "post", "noop.js", "a\\,b", "%", "ü")
LONG = 20_000


def odd_line(dice: Random) -> str:
    """A line: of pieces, or a filter with options and something wrong with it."""
    if dice.randrange(3) == 0:
        return "".join(dice.choices(PIECES, k=dice.randint(0, 12)))
    pattern = dice.choice(("||t.example^", "/x?", "", "*", "/x[0-9]$/", "@@||t.example/", "||t.*/x", "|https://", "a.example"))
    options = []
    for _ in range(dice.randint(0, 4)):
        option = dice.choice(("", "", "~")) + dice.choice(OPTIONS)
        options.append(option + (f"={dice.choice(VALUES)}" if dice.randrange(2) else ""))
    line = pattern + ("$" + ",".join(options) if options else "")
    for _ in range(dice.choice((0, 0, 1, 3))):
        place = dice.randint(0, len(line))
        line = line[:place] + dice.choice((*PIECES, "")) + line[place + dice.randint(0, 2) :]
    if dice.randrange(200) == 0:
        piece = dice.choice(PIECES)
        line += piece * (LONG // len(piece))
    return line


def odd_list(dice: Random) -> str:
    return "\n".join(odd_line(dice) for _ in range(dice.randint(0, 8)))


def odd_address(dice: Random) -> str:
    scheme = dice.choice(
        ("https://", "http://", "wss://", "HTTPS://", "//", "", "data:", "blob:https://", "about:blank", "https:", "ftp://")
    )
    host = dice.choice(
        ("t.example", "a.t.example", "T.Example:8080", "u:p@t.example", "bücher.example", "192.0.2.7", "[::1]", "", "a..b", "x" * 300)
    )
    path = "".join(dice.choices(PIECES, k=dice.randint(0, 8)))
    address = f"{scheme}{host}{dice.choice(('/', '', '?', '#'))}{path}"
    return address + "a=b&" * LONG if dice.randrange(200) == 0 else address
