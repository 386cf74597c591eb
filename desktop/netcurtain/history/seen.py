"""What one visit saw of each company, to compare two visits by: read here, compared in history/changes.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from netcurtain.core import wording as core_wording
from netcurtain.core.consent import Consent
from netcurtain.core.evidence import STOPPED
from netcurtain.history import listing, unseen
from netcurtain.history.driver import Database
from netcurtain.history.migrations import CONSENTS, FATES, SENT
from netcurtain.history.rows import Doubt, VisitRow


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a company: sentences, and which kinds of facts they have as in history/migrations.py ``KINDS``.

    ``known``: the kinds are those of all sentences. Sentences alone are not compared: they change with the language and our words, and say
    how the question about cookies stood.
    """

    sentences: frozenset[str] = frozenset()
    kinds: int = 0
    known: bool = True

    def __or__(self, other: "Said") -> "Said":
        return Said(self.sentences | other.sentences, self.kinds | other.kinds, self.known and other.known)


@dataclass(frozen=True, slots=True)
class SeenCompany:
    """One company: what it was told, and what a page tried to tell it; ``reached``: something went out to it."""

    told: Said = Said()
    tried: Said = Said()
    reached: bool = False

    @property
    def known(self) -> bool:
        """Whether it is known which kinds of facts these are."""
        return self.told.known and self.tried.known

    def sentences(self, organisation: str) -> tuple[str, ...]:
        """What is said of it: what it was told, else that it was contacted; and what was only tried."""
        told, tried = self.told.sentences, self.tried.sentences
        contacted = () if told or (tried and not self.reached) else (core_wording.contacted(organisation, self.reached),)
        return (*sorted(told), *contacted, *sorted(tried))

    def __or__(self, other: "SeenCompany") -> "SeenCompany":
        return SeenCompany(self.told | other.told, self.tried | other.tried, self.reached or other.reached)


@dataclass(frozen=True, slots=True)
class Seen:
    """One visit: its companies by name, the addresses and lists of its pages, how their questions about cookies stood, and whether any
    request was stopped. ``doubts`` say why that may not be all.
    """

    row: VisitRow
    companies: dict[str, SeenCompany] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    consents: frozenset[Consent] = frozenset()
    stopped: bool = False
    doubts: frozenset[Doubt] = frozenset()


def seen(db: Database, visit: str) -> Seen | None:
    """What is kept here of a visit; None where it is not."""
    row = listing.visit(db, visit)
    if row is None:
        return None
    addresses = db.execute("SELECT p.url FROM pages p JOIN visits v ON v.id = p.visit WHERE v.name = ?", (visit,)).fetchall()
    consents = db.execute(
        "SELECT DISTINCT c.consent FROM pages p JOIN visits v ON v.id = p.visit JOIN consents c ON c.page = p.id WHERE v.name = ?", (visit,)
    ).fetchall()
    fates = db.execute(
        "SELECT DISTINCT r.fate FROM pages p JOIN visits v ON v.id = p.visit JOIN requests r ON r.page = p.id WHERE v.name = ?", (visit,)
    ).fetchall()
    return Seen(
        row,
        _companies(db, visit),
        frozenset(url for (url,) in addresses),
        frozenset(unseen.lists(db, [visit])),
        frozenset(CONSENTS[consent] for (consent,) in consents),
        any(FATES[fate] in STOPPED for (fate,) in fates),
        frozenset(unseen.doubts(db, [visit], unseen.gaps(db, [visit]))),
    )


def together(row: VisitRow, parts: Sequence[Seen]) -> Seen:
    """What both shelves know of one visit, which ``row`` stands for."""
    companies: dict[str, SeenCompany] = {}
    for part in parts:
        for name, company in part.companies.items():
            companies[name] = companies.get(name, SeenCompany()) | company
    return Seen(
        row,
        companies,
        frozenset().union(*(part.addresses for part in parts)),
        frozenset().union(*(part.lists for part in parts)),
        frozenset().union(*(part.consents for part in parts)),
        any(part.stopped for part in parts),
        frozenset().union(*(part.doubts for part in parts)),
    )


def _companies(db: Database, visit: str) -> dict[str, SeenCompany]:
    companies: dict[str, SeenCompany] = {}
    met = db.execute(
        """SELECT o.name, max(r.fate) >= ? FROM pages p JOIN visits v ON v.id = p.visit JOIN requests r ON r.page = p.id
        JOIN trackers t ON t.id = r.tracker JOIN organisations o ON o.id = t.organisation WHERE v.name = ? GROUP BY o.id""",
        (SENT, visit),
    )
    for name, reached in met.fetchall():
        companies[name] = SeenCompany(reached=bool(reached))
    said = db.execute(
        """SELECT DISTINCT o.name, f.went_out, s.text, f.kinds FROM pages p JOIN visits v ON v.id = p.visit
        JOIN findings f ON f.page = p.id JOIN trackers t ON t.id = f.tracker JOIN organisations o ON o.id = t.organisation
        JOIN sentences s ON s.id = f.sentence WHERE v.name = ?""",
        (visit,),
    )
    for name, went_out, text, kinds in said.fetchall():
        one = Said(frozenset({text}), kinds, known=kinds != 0)
        companies[name] = companies.get(name, SeenCompany()) | (SeenCompany(told=one, reached=True) if went_out else SeenCompany(tried=one))
    return companies
