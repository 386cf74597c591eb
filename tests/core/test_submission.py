from netcurtain.core.event import PageKey
from netcurtain.core.page import Visit
from netcurtain.core.submission import MAX_SUBMISSIONS, Submission, Submissions

VISIT = Visit("v", "site.example", False)


def submission(name: str, *, page: str = "p", asked: bool = False) -> Submission:
    return Submission(name, PageKey("b", page), VISIT, "site.example", 1.0, asked)


def test_those_that_wait_are_found_by_their_page() -> None:
    submissions = Submissions()
    for one in (submission("a", asked=True), submission("b"), submission("c", page="other", asked=True)):
        submissions.add(one)
    assert [one.id for one in submissions.waiting_on(PageKey("b", "p"))] == ["a"]
    submissions.waiting_on(PageKey("b", "p"))[0].answered = True
    assert submissions.waiting_on(PageKey("b", "p")) == []


def test_the_oldest_that_waits_for_nothing_is_forgotten_first() -> None:
    submissions = Submissions()
    assert submissions.add(submission("waits", asked=True)) is None
    for number in range(MAX_SUBMISSIONS):
        assert submissions.add(submission(f"s{number}")) is None
    assert len(submissions) == MAX_SUBMISSIONS
    assert "waits" in submissions
    assert "s0" not in submissions


def test_one_that_waits_and_has_to_go_is_named() -> None:
    submissions = Submissions()
    for number in range(MAX_SUBMISSIONS):
        submissions.add(submission(f"s{number}", asked=True))
    forgotten = submissions.add(submission("new", asked=True))
    assert forgotten is not None
    assert forgotten.id == "s0"
