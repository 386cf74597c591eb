"""The lines of a list that say something, and why one is not even looked at: it is for another program. core/filter_list.py reads them.

A list may speak to several programs at once: ``!#if`` asks which one reads, ``!+`` says which one the next line is for. It is none of
the programs they ask for, so only what is for none of them, or for all, is ours.
"""

import re
from collections.abc import Iterator

from netcurtain.core.filter_options import Reason, UnusableLineError

MAX_LINE = 16_384
"""Characters of a line; the longest of EasyPrivacy has under 3,000."""
MAX_HOSTS_LINE = 500
"""Characters of a line of several hosts by which each of them is told; of a longer one each is told by a line of its own."""
MAX_CONDITION = 500
"""Characters of a condition that is looked at; a longer one does not hold."""

_HOST = re.compile(r"(?:127\.0\.0\.1|0\.0\.0\.0|::1?|f[ef]\S*::\S*|255\.255\.255\.255)\s+([^\s#]+)(?:\s+#.*|\s*)")
_THIS_COMPUTER = frozenset(
    (
        "localhost",
        "localhost.localdomain",
        "local",
        "broadcasthost",
        "0.0.0.0",  # noqa: S104 -- looked for in a list; nothing listens on it
        "ip6-localhost",
        "ip6-loopback",
        "ip6-localnet",
        "ip6-mcastprefix",
        "ip6-allnodes",
        "ip6-allrouters",
        "ip6-allhosts",
    )
)
_HOSTS = re.compile(r"(127\.0\.0\.1|0\.0\.0\.0|::1?)\s+(\S+(?:\s+[^\s#]\S*)+)(?:\s+#.*)?")
_INCLUDES = re.compile(r"!#include\b|%include\s", re.IGNORECASE)
_FOR_A_PLATFORM = re.compile(r"!\+.*\bPLATFORM\(")
# The parts of a condition once its names are 1 (holds) or 0, and what each comes to; "and" binds closer than "or".
_STEPS = (
    (re.compile(r"!([01])"), lambda found: "0" if found[1] == "1" else "1"),
    (re.compile(r"\(([01])\)"), lambda found: found[1]),
    (re.compile(r"([01])&&([01])"), lambda found: "1" if found[1] == found[2] == "1" else "0"),
    (re.compile(r"(?<![&!])([01])\|\|([01])(?!&&)"), lambda found: "1" if "1" in (found[1], found[2]) else "0"),
)


def lines_of(text: str) -> Iterator[tuple[str, str, Reason | None]]:
    """The lines that say something, each as it is to be read and as the list has it, and why one is not for us.

    The two differ where one line is several filters, or several lines are one.
    """
    within: list[bool] = []
    ours = True
    for_another = False
    for line, written in _whole_lines(text):
        first = line[0]
        if first == "!":
            if line.startswith("!#"):
                _follow(line, within)
                ours = all(within)
                if ours and _INCLUDES.match(line):
                    yield line, written, Reason.INCLUDES
            elif line.startswith("!+"):
                for_another = _FOR_A_PLATFORM.match(line) is not None
            else:
                yield line, written, None
        elif for_another or not ours:
            for_another = False
            yield line, written, Reason.CONDITIONAL
        elif len(line) > MAX_LINE:
            yield line, written, Reason.TOO_LONG
        elif first in "01:" and (found := _HOSTS.fullmatch(line)):
            # Each of its hosts is told by the line: one that is long would be kept as often as it has hosts.
            short = len(written) <= MAX_HOSTS_LINE
            lines = (f"{found[1]} {host}" for host in found[2].split())
            yield from ((line, written if short else line, None) for line in lines)
        else:
            yield line, written, Reason.INCLUDES if first == "%" and _INCLUDES.match(line) else None


def host_in(line: str) -> str | None:
    """The host of a line of a hosts file. Raises :class:`UnusableLineError` where it is this computer."""
    found = _HOST.fullmatch(line)
    if found and found[1].lower() in _THIS_COMPUTER:
        raise UnusableLineError(Reason.THIS_COMPUTER)
    return found[1] if found else None


def _whole_lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines without space around them, and as they are written.

    One that ends in a space and a backslash goes on where the next begins with four spaces.
    """
    if " \\" not in text:
        yield from ((line, line) for line in map(str.strip, text.split("\n")) if line)
        return
    begun: list[str] = []
    for written in text.split("\n"):
        if begun and not (begun[-1].lstrip().endswith(" \\") and written.startswith("    ")):
            yield _joined(begun)
            begun = []
        line = written.strip()
        if begun or line.endswith(" \\"):
            begun.append(written.rstrip())
        elif line:
            yield line, line
    if begun:
        yield _joined(begun)


def _joined(begun: list[str]) -> tuple[str, str]:
    """Lines that go on in each other as one, and as they are written, where that is not far too long to be told."""
    line = "".join(part.strip().removesuffix("\\").rstrip() for part in begun)
    written = "\n".join(begun).strip()
    return line, written if len(written) <= MAX_LINE else line


def _follow(line: str, within: list[bool]) -> None:
    word, _, condition = line.partition(" ")
    if word == "!#if":
        within.append(holds(condition))
    elif word == "!#else" and within:
        within[-1] = not within[-1]
    elif word == "!#endif" and within:
        within.pop()


def holds(condition: str) -> bool:
    """Whether a condition holds for a program that is none of those it may ask for, nor any browser."""
    if len(condition) > MAX_CONDITION:
        return False
    left = re.sub(r"\s+", "", condition)
    left = re.sub(r"[a-z_][a-z0-9_]*", lambda found: "1" if found[0] == "true" else "0", left, flags=re.IGNORECASE)
    before = ""
    while left != before:
        before = left
        for part, comes_to in _STEPS:
            left = part.sub(comes_to, left)
    return left == "1"
