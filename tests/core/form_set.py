"""The evaluation set of forms (tests/data/forms), half by half, and what the classifier makes of it.

The test half was held out while the first terms were written; since then both serve to develop by. tests/benchmarks/bench_forms.py prints
the figures, test_form_figures.py holds them.
"""

import json
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from netcurtain.core.form import Lexicon, judge
from netcurtain.core.level import FormJudgement, FormLevel
from netcurtain.core.observation import FormDescriptor

FORMS = Path(__file__).resolve().parents[1] / "data" / "forms"
VISIBLE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "forms-visible.jsonl"


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled form; ``categories`` with the primary one first, empty where it is harmless."""

    name: str
    kind: str
    hard: bool
    welsh: bool
    categories: tuple[str, ...]
    descriptor: FormDescriptor

    @property
    def sensitive(self) -> bool:
        return bool(self.categories)


@dataclass(frozen=True, slots=True)
class Judged:
    sample: Sample
    judgement: FormJudgement

    @property
    def found(self) -> bool:
        return self.judgement.level is FormLevel.SENSITIVE

    @property
    def wrong(self) -> bool:
        return self.found is not self.sample.sensitive


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1; ``false_alarms`` of the harmless forms, ``first_right`` of the sensitive ones found.

    "Noticed" counts "possibly" too.
    """

    sensitive: int
    harmless: int
    recall: float
    recall_noticed: float
    precision: float
    false_alarms: float
    false_alarms_noticed: float
    first_right: float


def training_half() -> list[Sample]:
    return _half(held_out=False)


def held_out_half() -> list[Sample]:
    return _half(held_out=True)


def fresh_set() -> list[Sample]:
    """The second set. It was measured once before anybody who writes terms had read it; since then it serves to develop by as well."""
    return [_sample(row) for row in _rows("fresh")]


def visible() -> list[Sample]:
    """The sample beside the repository; empty where it is not there."""
    if not VISIBLE.exists():
        return []
    return [_sample(json.loads(line)) for line in VISIBLE.read_text(encoding="utf-8").splitlines()]


def judged(samples: Sequence[Sample], lexicon: Lexicon) -> list[Judged]:
    return [Judged(sample, judge(sample.descriptor, lexicon)) for sample in samples]


def figures(forms: Sequence[Judged], of: Callable[[Sample], bool] = lambda _: True) -> Figures:
    """The figures of those forms that ``of`` chooses."""
    chosen = [form for form in forms if of(form.sample)]
    sensitive = [form for form in chosen if form.sample.sensitive]
    harmless = [form for form in chosen if not form.sample.sensitive]
    right = [form for form in sensitive if form.found]
    alarms = [form for form in harmless if form.found]
    return Figures(
        sensitive=len(sensitive),
        harmless=len(harmless),
        recall=_share(len(right), len(sensitive)),
        recall_noticed=_share(sum(_noticed(form) for form in sensitive), len(sensitive)),
        precision=_share(len(right), len(right) + len(alarms)),
        false_alarms=_share(len(alarms), len(harmless)),
        false_alarms_noticed=_share(sum(_noticed(form) for form in harmless), len(harmless)),
        first_right=_share(sum(form.judgement.categories[:1] == form.sample.categories[:1] for form in right), len(right)),
    )


def _noticed(form: Judged) -> bool:
    return form.judgement.level is not FormLevel.NO


def _share(some: int, whole: int) -> float:
    return some / whole if whole else 0.0


def _half(*, held_out: bool) -> list[Sample]:
    test_sites = set(tomllib.loads((FORMS / "split.toml").read_text(encoding="utf-8"))["test"])
    return [_sample(row) for row in _rows("sites") if (row["site"] in test_sites) is held_out]


def _rows(folder: str) -> list[dict[str, Any]]:
    return [json.loads(line) for path in sorted((FORMS / folder).glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]


def _sample(row: dict[str, object]) -> Sample:
    expect = msgspec.convert(row["expect"], dict[str, bool | list[str]])
    return Sample(
        name=str(row["id"]),
        kind=str(row["kind"]),
        hard=row["difficulty"] == "hard",
        welsh=row.get("language") == "cy",
        categories=tuple(msgspec.convert(expect["categories"], list[str])),
        descriptor=msgspec.convert(row, FormDescriptor),
    )
