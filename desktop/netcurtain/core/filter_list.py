"""A filter list, line by line: which lines are filters that can be used, and why the others cannot. Text in, frozen values out.

Only this file knows adblockparser: its ``AdblockRule`` takes one line apart, mended below. Nine of ten lines of EasyPrivacy are
``||host^`` or ``||host^$third-party``; of these only the host is kept, and core/filter_index.py makes a filter when one is met.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import re2
from adblockparser import AdblockRule

from netcurtain.core.domains import plain_host
from netcurtain.core.filter_options import ALIASES, Options, Reason, UnusableLineError, is_known, narrows, options_of
from netcurtain.core.list_lines import MAX_LINE, host_in, lines_of
from netcurtain.core.network_filter import NetworkFilter, bare, compiled, pattern_of

MAX_FILTERS = 400_000
"""Filters of one list; EasyPrivacy has 55,000."""
MAX_EXPRESSIONS = 2_000
"""Regular expressions of one list, each of which costs memory; EasyPrivacy has 7."""
MAX_DOLLARS = 20
"""Places in a line where options could begin."""
LONG_PATTERN = 500
"""Characters from which a pattern is made into an expression at once, to see whether it can be."""
HEADER_CHARACTERS = 4_000
"""Where a list speaks about itself."""
MAX_SHOWN = 80
"""Characters of what a list says about itself, its title above all."""
MAX_EXAMPLES = 5
"""Lines that are kept for each reason why lines are not used."""
EXAMPLE_CHARACTERS = 120
"""Characters of such a line."""

_LABEL = r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
# A name of digits alone is no host but the end of a numeric address, unless it is a whole one.
_BARE = re.compile(rf"\|\|((?!(?!(?:\d+\.){{3}}\d+\^)[\d.]+\^)(?:{_LABEL}\.)*{_LABEL})\^(\$third-party)?")
_COMMENT = re.compile(r"!|\[[a-z][^\[\]]*\]$|#", re.IGNORECASE)
_HASHES = re.compile(r"#{4,}|#+$")
# In order: element hiding and what goes by its sign; HTML rules of AdGuard, of now and of the past; rules for a path.
_COSMETIC = re.compile(r"#@?[$%?]{0,2}#|(?<!\\)\$@?\$(?=[a-z\[.#:*])|^(?:~?[a-z0-9-]+\.)[a-z0-9.,~*-]*%%[a-z]|^\[\$", re.IGNORECASE)
_NOTE = re.compile(r"\s#.*")
# What is taken is never given back, so that no line takes long. A value that is an expression may hold commas.
_VALUE = r"(?:\\.|(?<=[=|~])/(?:\\.|[^\\/])++/(?=[|,]|$)|[^,\\])*+"
_OPTION = rf"~?[a-z0-9_-]++(?:={_VALUE})?"
_OPTIONS = re.compile(rf"\${_OPTION}(?:,\s*+{_OPTION})*+,?$", re.IGNORECASE)
_NAME = re.compile(r"\$\s*(~?[a-z0-9_-]+)(?=[=,]|$)", re.IGNORECASE)
_ONE_OPTION = re.compile(_OPTION, re.IGNORECASE)
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
    lines are not among them. Filters that only change an answer are in both: understood, but they flag nothing. ``examples`` are the
    first lines of each reason, cut for showing.
    """

    title: str | None
    header: Mapping[str, str] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    third_party_hosts: tuple[str, ...] = ()
    filters: tuple[NetworkFilter, ...] = ()
    turned_off: tuple[NetworkFilter, ...] = ()
    count: int = 0
    reasons: Mapping[Reason, int] = field(default_factory=dict)
    examples: Mapping[Reason, tuple[str, ...]] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The version that the list names; empty where it names none."""
        return self.header.get("version", "")

    @property
    def skipped(self) -> int:
        """How many lines are not understood, or are no network filters."""
        return sum(number for reason, number in self.reasons.items() if reason is not Reason.CHANGES_AN_ANSWER)


class FilterAnatomy(AdblockRule):  # type: ignore[misc]  # adblockparser has no types
    """One filter's anatomy: ``is_exception``, ``rule_text`` (its pattern), ``options`` by their full names, ``written`` in their order.

    Mended: a ``$`` inside a pattern is no start of options; each option stands alone, known or not; aliases have one name.
    The pattern's expression is not made here: core/network_filter.py makes one that runs in linear time.
    """

    def __init__(self, line: str) -> None:
        start = _options_start(line)
        pattern, options = line[:start], line[start:]
        # adblockparser cuts at the first "$", so those of the pattern are out of its sight. No line holds a NUL.
        super().__init__(pattern.replace("$", "\0") + options)
        self.rule_text: str = self.rule_text.replace("\0", "$")
        self.written: tuple[tuple[str, bool | str], ...] = tuple(map(self._parse_option, self.raw_options))

    @classmethod
    def _split_options(cls, options_text: str) -> list[str]:
        return _ONE_OPTION.findall(options_text)

    @classmethod
    def _parse_option(cls, text: str) -> tuple[str, bool | str]:
        name, is_value, value = text.partition("=")
        name = name.lower()
        if is_value:
            return ALIASES.get(name, name), value
        plain = name.removeprefix("~")
        return ALIASES.get(plain, plain), plain == name

    @classmethod
    def rule_to_regex(cls, _pattern: str) -> str:
        """Nothing: see the class."""
        return ""


def parse_list(text: str, name: str | None) -> FilterList:
    """Read a whole list. ``name`` is its title where it names none; with None the lines are of no list, whatever they say."""
    header = {key.lower(): shown(value) for key, value in reversed(_HEADER.findall(text[:HEADER_CHARACTERS]))}
    title = None if name is None else header.get("title") or name
    reading = _Reading(title)
    for line, written, unread in lines_of(text):
        if found := unread is None and line is written and reading.count < MAX_FILTERS and _BARE.fullmatch(line):
            (reading.third_party_hosts if found[2] else reading.hosts).append(found[1])
            reading.count += 1
        else:
            reading.take(Skipped(line, unread) if unread else reading.read(line, written))
    return FilterList(
        title=title,
        header=header,
        hosts=tuple(reading.hosts),
        third_party_hosts=tuple(reading.third_party_hosts),
        filters=tuple(reading.filters),
        turned_off=tuple(reading.turned_off),
        count=reading.count,
        reasons=dict(reading.reasons),
        examples={reason: tuple(lines) for reason, lines in reading.examples.items()},
    )


class _Reading:
    """A list while it is read."""

    def __init__(self, title: str | None) -> None:
        self.title = title
        self.hosts: list[str] = []
        self.third_party_hosts: list[str] = []
        self.filters: list[NetworkFilter] = []
        self.turned_off: list[NetworkFilter] = []
        self.reasons: Counter[Reason] = Counter()
        self.examples: dict[Reason, list[str]] = {}
        self.count = 0
        self.expressions = 0

    def read(self, line: str, written: str) -> NetworkFilter | TurnsOff | Skipped:
        """What a line is, and as the list has it. Once the list is full, a filter is not even looked at."""
        if self.count >= MAX_FILTERS:
            return Skipped(line, _no_filter(line) or Reason.TOO_MANY)
        read = _read(line, self.title)
        if isinstance(read, Skipped):
            return read
        made = read.filter if isinstance(read, TurnsOff) else read
        needed = made.pattern.expression + len(made.domain_expressions) + len(made.to_expressions)
        if self.expressions + needed > MAX_EXPRESSIONS:
            return Skipped(line, Reason.TOO_MANY)
        self.expressions += needed
        return replace(read, line=written) if isinstance(read, NetworkFilter) and line is not written else read

    def take(self, read: NetworkFilter | TurnsOff | Skipped) -> None:
        """Keep what a line is, and count it."""
        match read:
            case NetworkFilter():
                self.filters.append(read)
                self.count += 1
            case TurnsOff():
                self.turned_off.append(read.filter)
                self.count += 1
            case Skipped() if read.reason is not Reason.COMMENT:
                self.reasons[read.reason] += 1
                self.count += read.reason is Reason.CHANGES_AN_ANSWER
                examples = self.examples.setdefault(read.reason, [])
                if len(examples) < MAX_EXAMPLES:
                    examples.append(shown(read.line, EXAMPLE_CHARACTERS))


def parse_line(line: str, list_title: str | None = None) -> NetworkFilter | Skipped:
    """Read one line. One that only turns another filter off is skipped."""
    read = _read(line.strip(), list_title)
    return Skipped(line, Reason.NOT_A_REQUEST) if isinstance(read, TurnsOff) else read


def shown(text: str, characters: int = MAX_SHOWN) -> str:
    """A title or a line, short and without characters that play tricks."""
    return "".join(c for c in text[: 10 * characters] if c.isprintable())[:characters].strip()


def _options_start(line: str) -> int:
    """Where the options of a line begin, its "$" included; the end of the line where it has none.

    It is the first "$" from which all is options, and known ones if there is such a "$". Raises :class:`UnusableLineError`.
    """
    body = line.removeprefix("@@")
    unknown = -1
    start = line.find("$")
    while start >= 0:
        if _OPTIONS.match(line, start):
            names = (option.partition("=")[0] for option in _ONE_OPTION.findall(line, start + 1))
            if all(map(is_known, names)):
                return start
            unknown = start if unknown < 0 else unknown
        start = line.find("$", start + 1)
    if len(body) > 2 and body.startswith("/") and body.endswith("/"):
        return len(line)
    if unknown >= 0:
        return unknown
    if any(map(is_known, _NAME.findall(line))):
        raise UnusableLineError(Reason.BAD_OPTION)
    return len(line)


def _read(line: str, title: str | None) -> NetworkFilter | TurnsOff | Skipped:
    try:
        return _filter(line, title)
    except UnusableLineError as why:
        return Skipped(line, why.reason)


def _no_filter(line: str) -> Reason | None:
    """Why a line is certainly no network filter; None where it may be one."""
    if not line or line.startswith("!") or _HASHES.match(line):
        return Reason.COMMENT
    if len(line) > MAX_LINE:
        return Reason.TOO_LONG
    if _COSMETIC.search(line):
        return Reason.COSMETIC
    return Reason.COMMENT if _COMMENT.match(line) else None


def _filter(line: str, title: str | None) -> NetworkFilter | TurnsOff:
    if found := _BARE.fullmatch(line):
        return bare(found[1], bool(found[2]), title)
    if why := _no_filter(line):
        raise UnusableLineError(why)
    if host := host_in(line):
        return _of_hosts_line(line, host, title)
    if "\0" in line or line.count("$") > MAX_DOLLARS:
        raise UnusableLineError(Reason.NOT_A_FILTER)
    anatomy = FilterAnatomy(_NOTE.sub("", line, count=1).rstrip() if "#" in line else line)
    if re.search(r"\s", anatomy.rule_text):
        raise UnusableLineError(Reason.NOT_A_FILTER)
    if not anatomy.rule_text.strip("|*^") and not any(map(narrows, anatomy.options)):
        raise UnusableLineError(Reason.MEANS_EVERYTHING)
    made = _made(line, title, anatomy, options_of(anatomy.written, anatomy.is_exception))
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
        domain_expressions=options.domain_expressions,
        to_expressions=options.to_expressions,
    )


def _of_hosts_line(line: str, host: str, title: str | None) -> NetworkFilter:
    if not _BARE.fullmatch(f"||{plain_host(host)}^"):
        raise UnusableLineError(Reason.NOT_A_FILTER)
    return replace(bare(plain_host(host), third_party=False, title=title), line=line)
