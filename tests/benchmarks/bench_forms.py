"""How well a sensitive form is known, and how fast: ``make bench-forms``.

Over both halves of tests/data/forms, the fresh set and, where it is, the visible sample. Misses are told by name, with what misled.
"""

from collections.abc import Callable
from importlib.resources import files
from statistics import median, quantiles
from time import perf_counter_ns

from tests.core.form_set import Figures, Judged, Sample, figures, fresh_set, held_out_half, judged, training_half, visible

from netcurtain.core.form import Lexicon, judge, parse_lexicon

AIM_P95 = 5.0
"""Milliseconds a form."""
TIMES = 5
MOST_REASONS = 4

GROUPS: dict[str, Callable[[Sample], bool]] = {
    "all": lambda _: True,
    "easy": lambda sample: not sample.hard,
    "hard": lambda sample: sample.hard,
    "Welsh": lambda sample: sample.welsh,
}
HEAD = f"{'':<26}{'sensitive':>10}{'recall':>8}{'noticed':>9}{'first':>7}{'precis.':>9}{'harmless':>10}{'alarms':>8}{'noticed':>9}"


def main() -> int:
    lexicon = parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))
    halves = {
        "train": training_half(),
        "test (held out at first)": held_out_half(),
        "visible sample": visible(),
        "fresh (unread at first)": fresh_set(),
    }
    print('"noticed": with "possibly" counted; "first": the first category is right; "alarms": harmless forms judged sensitive')
    for name, samples in halves.items():
        if not samples:
            print(f"\n{name}: not on this computer")
            continue
        forms = judged(samples, lexicon)
        print(f"\n{name}: {len(forms)} forms\n{HEAD}")
        for group, chosen in GROUPS.items():
            _print_line(group, figures(forms, chosen))
        _print_kinds(forms)
        _print_categories(forms)
        _print_misses(forms)
    _print_times([sample for samples in halves.values() for sample in samples], lexicon)
    return 0


def _print_line(name: str, of: Figures) -> None:
    found = (
        f"{of.sensitive:>10}{of.recall:>8.3f}{of.recall_noticed:>9.3f}{of.first_right:>7.3f}{of.precision:>9.3f}"
        if of.sensitive
        else " " * 43
    )
    alarms = f"{of.harmless:>10}{of.false_alarms:>8.3f}{of.false_alarms_noticed:>9.3f}" if of.harmless else ""
    print(f"{name:<26}{found}{alarms}")


def _print_kinds(forms: list[Judged]) -> None:
    print("by kind")
    for kind in sorted({form.sample.kind for form in forms}):
        _print_line(f"  {kind}", figures([form for form in forms if form.sample.kind == kind]))


def _print_categories(forms: list[Judged]) -> None:
    print("by primary category")
    for category in sorted({form.sample.categories[0] for form in forms if form.sample.sensitive}):
        _print_line(f"  {category}", figures([form for form in forms if form.sample.categories[:1] == (category,)]))


def _print_misses(forms: list[Judged]) -> None:
    wrong = [form for form in forms if form.wrong]
    print(f"wrong: {len(wrong)} of {len(forms)}")
    for form in sorted(wrong, key=lambda form: not form.sample.sensitive):
        what = ", ".join(form.sample.categories) or "harmless"
        print(f"  {form.sample.name} ({'hard' if form.sample.hard else 'easy'}, {what}): {form.judgement.level} {form.judgement.score}")
        for reason in form.judgement.reasons[:MOST_REASONS]:
            print(f'      "{reason.text}" ({reason.where}): {reason.category}')


def _print_times(samples: list[Sample], lexicon: Lexicon) -> None:
    times = {sample.name: _milliseconds(sample, lexicon) for sample in samples}
    p95 = quantiles(times.values(), n=20)[-1]
    slowest = max(times, key=lambda name: times[name])
    print(f"\na form takes {median(times.values()):.2f} ms (median), {p95:.2f} ms (p95), at most {times[slowest]:.2f} ms ({slowest})")
    print(f"p95 under {AIM_P95:.0f} ms: {'yes' if p95 < AIM_P95 else 'no'}")


def _milliseconds(sample: Sample, lexicon: Lexicon) -> float:
    took = []
    for _ in range(TIMES):
        start = perf_counter_ns()
        judge(sample.descriptor, lexicon)
        took.append(perf_counter_ns() - start)
    return median(took) / 1e6


if __name__ == "__main__":
    raise SystemExit(main())
