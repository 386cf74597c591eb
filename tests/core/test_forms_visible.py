"""The labelled sample of real and written forms, where it is: every one must be judged right."""

import json
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from netcurtain.core.form import judge, parse_lexicon
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import FormDescriptor

SAMPLE = Path(__file__).parents[2] / ".." / "shared" / "data" / "forms-visible.jsonl"

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of forms is not on this computer")

LEAST_PRIMARY = 0.9
"""The share of sensitive forms whose first category is the labelled one."""


def test_every_form_of_the_sample_is_judged_right() -> None:
    lexicon = parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))
    wrong: list[str] = []
    sensitive = primary = 0
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        judgement = judge(msgspec.convert(row, FormDescriptor), lexicon)
        if (judgement.level is FormLevel.SENSITIVE) != row["expect"]["sensitive"]:
            wrong.append(row["id"])
        if row["expect"]["sensitive"]:
            sensitive += 1
            primary += judgement.categories[:1] == tuple(row["expect"]["categories"][:1])
    assert sensitive
    assert wrong == []
    assert primary / sensitive >= LEAST_PRIMARY
