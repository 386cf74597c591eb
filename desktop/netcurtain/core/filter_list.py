"""A filter list, line by line: which lines are filters that can be used, and why the others cannot. Text in, frozen values out.

Only this file knows adblockparser: its ``AdblockRule`` takes one line apart, mended below. Nine of ten lines of EasyPrivacy are
``||host^`` or ``||host^$third-party``; of these only the host is kept, and core/filter_index.py makes a filter when one is met.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import re2
from adblockparser import AdblockRule

from netcurtain.core.domains import plain_host
from netcurtain.core.filter_options import ALIASES, Options, Reason, UnusableLineError, options_of
from netcurtain.core.network_filter import NetworkFilter, bare, compiled, pattern_of

MAX_LINE = 16_384
"""Characters of a line; the longest of EasyPrivacy has under 3,000."""
MAX_FILTERS = 400_000
"""Filters of one list; EasyPrivacy has 55,000."""
MAX_EXPRESSIONS = 2_000
"""Filters of one list that are regular expressions, each of which costs memory; EasyPrivacy has 7."""
MAX_DOLLARS = 20
"""Places in a line where options could begin."""
LONG_PATTERN = 500
"""Characters from which a pattern is made into an expression at once, to see whether it can be."""
HEADER_CHARACTERS = 4_000
"""Where a list speaks about itself."""
MAX_SHOWN = 80
"""Characters of what a list says about itself, its title above all."""

_BARE = re.compile(r"\|\|((?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)\^(\$third-party)?")
_COMMENT = re.compile(r"!|\[[a-z]|#(?:\s|#*$|#{3,})", re.IGNORECASE)
_COSMETIC = re.compile(r"#@?[$%?]{0,2}#|(?<!\\)\$@?\$(?=[a-z])|^\[\$", re.IGNORECASE)
_HOSTS_LINE = re.compile(r"(?:127\.0\.0\.1|0\.0\.0\.0|::1?)\s+([^\s#]+)(?:\s+#.*|\s*)")
_THIS_COMPUTER = frozenset(
    (
        "localhost",
        "localhost.localdomain",
        "local",
        "broadcasthost",
        "0.0.0.0",  # noqa: S104 -- looked for in a list; nothing listens on it
        "ip6-localhost",
        "ip6-loopback",
    )
)
_OPTION = r"~?[a-z0-9_-]+(?:=(?:\\.|[^,\\])*)?"
_OPTIONS = re.compile(rf"\$({_OPTION}(?:,\s*{_OPTION})*),?$", re.IGNORECASE)
_HEADER = re.compile(r"^[ \t]*[!#][ \t]*(title|version|last modified|timeupdated|expires)[ \t]*:[ \t]*(.+)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that is not used, and why."""

    line: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class TurnsOff:
    """A ``$badfilter`` line: the filter that it takes away, from whatever list."""

    filter: NetworkFilter


@dataclass(frozen=True, slots=True)
class FilterList:
    """A list that was read. ``title`` is None for lines that are of no list.

    ``header`` is what the list says about itself: its "title", "version", "last modified", "timeupdated" (AdGuard's word for that) and
    "expires", those of them that it names.
    ``hosts`` are those of the lines ``||host^``, ``third_party_hosts`` those of ``||host^$third-party``; ``filters`` are all the rest,
    exceptions too. ``count`` is how many network filters are understood. ``reasons`` says why lines are not used; comments and empty
    lines are not among them. Filters that only change an answer are in both: understood, but they flag nothing.
    """

    title: str | None
    header: Mapping[str, str] = field(default_factory=dict)
    hosts: frozenset[str] = frozenset()
    third_party_hosts: frozenset[str] = frozenset()
    filters: tuple[NetworkFilter, ...] = ()
    turned_off: tuple[NetworkFilter, ...] = ()
    count: int = 0
    reasons: Mapping[Reason, int] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The version that the list names; empty where it names none."""
        return self.header.get("version", "")

    @property
    def skipped(self) -> int:
        """How many lines are not understood, or are no network filters."""
        return sum(number for reason, number in self.reasons.items() if reason is not Reason.CHANGES_AN_ANSWER)


class FilterAnatomy(AdblockRule):  # type: ignore[misc]  # adblockparser has no types
    """One filter's anatomy: ``is_exception``, ``rule_text`` (its pattern) and ``options`` by their full names.

    Mended: a ``$`` inside an expression is no start of options; each option stands alone, known or not; aliases have one name.
    The pattern's expression is not made here: core/network_filter.py makes one that runs in linear time.
    """

    def __init__(self, line: str) -> None:
        options = _OPTIONS.search(line)
        written = line[: options.start()] if options else line
        # adblockparser cuts at the first "$", so those of the pattern are out of its sight. No line holds a NUL.
        super().__init__(written.replace("$", "\0") + (options[0] if options else ""))
        self.rule_text: str = self.rule_text.replace("\0", "$")

    @classmethod
    def _split_options(cls, options_text: str) -> list[str]:
        return [option.strip() for option in re.split(r"(?<!\\),", options_text) if option.strip()]

    @classmethod
    def _parse_option(cls, text: str) -> tuple[str, bool | str]:
        name, is_value, value = text.partition("=")
        name = name.lower()
        plain = ALIASES.get(name.removeprefix("~"), name.removeprefix("~"))
        return plain, value if is_value else not name.startswith("~")

    @classmethod
    def rule_to_regex(cls, _pattern: str) -> str:
        """Nothing: see the class."""
        return ""


def parse_list(text: str, name: str | None) -> FilterList:
    """Read a whole list. ``name`` is its title where it names none; with None the lines are of no list, whatever they say."""
    header = {key.lower(): shown(value) for key, value in reversed(_HEADER.findall(text[:HEADER_CHARACTERS]))}
    title = None if name is None else header.get("title") or name
    hosts: set[str] = set()
    third_party_hosts: set[str] = set()
    filters: list[NetworkFilter] = []
    turned_off: list[NetworkFilter] = []
    reasons: Counter[Reason] = Counter()
    count = expressions = 0
    for line, unread in _lines(text):
        if found := unread is None and count < MAX_FILTERS and _BARE.fullmatch(line):
            (third_party_hosts if found[2] else hosts).add(found[1])
            count += 1
            continue
        read = Skipped(line, unread) if unread else _read(line, title)
        if isinstance(read, NetworkFilter):
            expressions += read.pattern.expression
        if not isinstance(read, Skipped) and (count >= MAX_FILTERS or expressions > MAX_EXPRESSIONS):
            read = Skipped(line, Reason.TOO_MANY)
        match read:
            case NetworkFilter():
                filters.append(read)
            case TurnsOff():
                turned_off.append(read.filter)
            case Skipped() if read.reason is not Reason.COMMENT:
                reasons[read.reason] += 1
        count += not isinstance(read, Skipped) or read.reason is Reason.CHANGES_AN_ANSWER
    return FilterList(
        title=title,
        header=header,
        hosts=frozenset(hosts),
        third_party_hosts=frozenset(third_party_hosts),
        filters=tuple(filters),
        turned_off=tuple(turned_off),
        count=count,
        reasons=dict(reasons),
    )


def parse_line(line: str, list_title: str | None = None) -> NetworkFilter | Skipped:
    """Read one line. One that only turns another filter off is skipped."""
    read = _read(line.strip(), list_title)
    return Skipped(line, Reason.NOT_A_REQUEST) if isinstance(read, TurnsOff) else read


def shown(text: str) -> str:
    """A title, short and without characters that play tricks."""
    return "".join(c for c in text if c.isprintable())[:MAX_SHOWN].strip()


def _lines(text: str) -> Iterator[tuple[str, Reason | None]]:
    """The lines of a list that say something, and why one is not even looked at: it is for another program."""
    within: list[bool] = []
    for written in text.split("\n"):
        line = written.strip()
        if not line:
            continue
        if line.startswith("!#"):
            word, _, condition = line.partition(" ")
            if word == "!#if":
                within.append(_holds(condition))
            elif word == "!#else" and within:
                within[-1] = not within[-1]
            elif word == "!#endif" and within:
                within.pop()
            elif word == "!#include":
                yield line, Reason.INCLUDES
        elif all(within):
            yield line, Reason.TOO_LONG if len(line) > MAX_LINE else None
        elif not line.startswith("!"):
            yield line, Reason.CONDITIONAL


def _holds(condition: str) -> bool:
    """Conditions ask which other blocker or browser this is. It is none of them, so only "not that one" holds."""
    return re.fullmatch(r"\s*!\s*[a-z0-9_]+\s*", condition) is not None


def _read(line: str, title: str | None) -> NetworkFilter | TurnsOff | Skipped:
    try:
        return _filter(line, title)
    except UnusableLineError as why:
        return Skipped(line, why.reason)


def _filter(line: str, title: str | None) -> NetworkFilter | TurnsOff:
    if not line or _COMMENT.match(line):
        raise UnusableLineError(Reason.COMMENT)
    if len(line) > MAX_LINE:
        raise UnusableLineError(Reason.TOO_LONG)
    if found := _BARE.fullmatch(line):
        return bare(found[1], bool(found[2]), title)
    if found := _HOSTS_LINE.fullmatch(line):
        return _of_hosts_line(line, found[1], title)
    if _COSMETIC.search(line):
        raise UnusableLineError(Reason.COSMETIC)
    if "\0" in line or line.count("$") > MAX_DOLLARS:
        raise UnusableLineError(Reason.NOT_A_FILTER)
    anatomy = FilterAnatomy(line)
    written = anatomy.rule_text
    if re.search(r"\s", written):
        raise UnusableLineError(Reason.NOT_A_FILTER)
    if not written.strip("|*^") and not anatomy.options:
        raise UnusableLineError(Reason.MEANS_EVERYTHING)
    made = _made(line, title, anatomy, options_of(anatomy.options, anatomy.is_exception))
    return TurnsOff(made) if "badfilter" in anatomy.options else made


def _made(line: str, title: str | None, anatomy: FilterAnatomy, options: Options) -> NetworkFilter:
    try:
        pattern = pattern_of(anatomy.rule_text, match_case=anatomy.options.get("match-case") is True)
        if len(pattern.text) > LONG_PATTERN and not pattern.plain:
            compiled(pattern)
    except (re2.error, UnicodeError):
        raise UnusableLineError(Reason.BAD_EXPRESSION) from None
    return NetworkFilter(
        line=line,
        list=title,
        pattern=pattern,
        exception=anatomy.is_exception,
        important=options.important,
        types=options.types,
        party=options.party,
        domains=options.domains,
        to=options.to,
        methods=options.methods,
        deny_allow=options.deny_allow,
    )


def _of_hosts_line(line: str, host: str, title: str | None) -> NetworkFilter:
    if host.lower() in _THIS_COMPUTER:
        raise UnusableLineError(Reason.THIS_COMPUTER)
    if not _BARE.fullmatch(f"||{plain_host(host)}^"):
        raise UnusableLineError(Reason.NOT_A_FILTER)
    return replace(bare(plain_host(host), third_party=False, title=title), line=line)
