"""What was promised by the history, and whether it is so: pure, from the lines that children tell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from netcurtain.history import wording


@dataclass
class Promises:
    """Of one history, over all its lives so far. ``broken`` has one line for each promise that is found broken, once.

    ``may_tear``: a commit may be torn before it was acknowledged. Then it may be said that the last moments may be missing, and a copy of
    that commit is put aside. What is deleted after that has to be gone from there as well.
    """

    may_tear: bool = False
    stored: set[str] = field(default_factory=set)
    unanswered: dict[str, None] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    broken: dict[str, None] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        """Something that a life told while it went on."""
        word, _, rest = line.partition(" ")
        match word:
            case "sent":
                self.unanswered[rest] = None
            case "stored":
                self.stored.add(rest)
                self.unanswered.pop(rest, None)
            case "gone":
                self.gone.add(rest)
            case "trouble":
                self.broken[line] = None
            case _:
                self.broken[f"answered {line}"] = None

    def look(self, lines: Iterable[str]) -> None:
        """Compare with what the next life found when it opened the history; it tells of what it keeps after that, too."""
        promised = set(self.stored)
        found: Counter[str] = Counter()
        shown: Counter[str] = Counter()
        for line in lines:
            word, _, rest = line.partition(" ")
            match word:
                case "found":
                    found[rest] += 1
                case "shown":
                    shown[rest] += 1
                case "opened" if not rest or (self.may_tear and rest == wording.LAST_MOMENTS):
                    pass
                case "aside" if self.may_tear and rest.endswith("-torn"):
                    pass
                case "forgotten":
                    pass
                case "opened" | "aside" | "refused" | "damaged" | "trouble":
                    self.broken[line] = None
                case _:
                    self.hear(line)
        broken = [f"lost {name}" for name in sorted(promised - found.keys())]
        broken += [f"not shown {name}" for name in sorted(found) if f"visit-{name}" not in shown]
        broken += [f"twice {name}" for name, times in (found + shown).items() if times > 1]
        broken += [f"came back {visit}" for visit in sorted(self.gone & shown.keys())]
        self.broken.update(dict.fromkeys(broken))
