"""Whatever the order in which it is heard how far requests got: the last word on each counts, and nothing that was taken back."""

from collections.abc import Collection, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.scenes import META, META_BUTTON, Scene, form, requested, typed
from tests.core.test_session_taken_back import ANSWERED, ATTEMPTED, META_NAME, SENT, copy_of, scene_of, with_cookies

from netcurtain.core import counting
from netcurtain.core import observation as seen
from netcurtain.core.request import Fate

REQUESTS = ("r1", "r2", "r3", "r4", "r9")
JOINED = "r4"
WORDS = st.lists(st.tuples(st.sampled_from(REQUESTS), st.sampled_from([SENT, ATTEMPTED, ANSWERED])), max_size=14)


def all_of_them() -> Scene:
    scene = scene_of(form("Report", "Your name", button="Report it"), requested(META), requested(META_BUTTON, "r2"), requested(META, "r3"))
    scene.reports(requested(f"{META}%26more", JOINED, count=50), typed(host="www.facebook.com", fate=ATTEMPTED))
    return scene


def last_word(name: str, words: Collection[Fate]) -> seen.Fates | None:
    """What counts in the end of all that is heard of a request, with its cookies where they were heard of."""
    order = (ANSWERED, SENT) if name == JOINED else (ANSWERED, ATTEMPTED, SENT)
    fate = next((fate for fate in order if fate in words), None)
    return None if fate is None else seen.Fates([seen.RequestFate(name, "p1", fate, 0, ["c_user"] if SENT in words else [])])


def heard(words: Sequence[tuple[str, Fate]]) -> tuple[Scene, Scene]:
    """Where each word was heard as it came, and where only the last one of each request was."""
    live, told_once = all_of_them(), all_of_them()
    live.reports(*(with_cookies(fate, name) for name, fate in words))
    last_words = (last_word(name, [word for of, word in words if of == name]) for name in REQUESTS)
    told_once.reports(*(one for one in last_words if one is not None))
    return live, told_once


def shown(scene: Scene) -> object:
    (page,) = scene.session._pages.values()
    company = scene.company()
    return (
        company.went_out,
        set(company.told),
        set(company.sentences),
        [one.fate for one in company.seen],
        scene.view.headline,
        scene.view.not_seen,
        scene.verdict.level,
        page.visit.reached,
        page.reached,
        [(one.fate, one.cookies) for one in copy_of(scene).pages[0].requests],
    )


@settings(deadline=None, max_examples=100)
@given(WORDS)
def test_only_the_last_word_on_each_request_counts(words: list[tuple[str, Fate]]) -> None:
    """Whatever the order, and however often it is heard."""
    live, told_once = heard(words)
    assert shown(live) == shown(told_once)
    for one, other in zip(*(copy_of(scene).pages[0].requests for scene in (live, told_once)), strict=True):
        assert {*one.sentences} >= {*other.sentences}
        assert all(("tried" in sentence) is not one.fate.went_out for sentence in one.sentences)


@settings(deadline=None, max_examples=100)
@given(WORDS, st.integers(1, 4))
def test_a_full_company_is_told_as_much_as_there_is_room_for_and_nothing_else(words: list[tuple[str, Fate]], room: int) -> None:
    """Which of the facts of one kind have room depends on which came first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "MAX_FACTS", room)
        live, _ = heard(words)
    (page,) = live.session._pages.values()
    company, requests = page.companies[META_NAME], page.flagged.values()
    told = {fact for one in requests if one.fate.went_out for fact in one.told}
    assert company.out == sum(one.fate.went_out for one in requests)
    assert set(company.facts_told) <= told
    assert {fact.what for fact in company.facts_told} == {fact.what for fact in told}
    assert len(company.facts_told) >= min(room, len(told))
    said = {sentence for one in requests for sentence in one.said}
    assert set(company.sentences) <= said
    assert bool(company.sentences) == bool(said)
