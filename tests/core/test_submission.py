from netcurtain.core.event import PageKey
from netcurtain.core.keeping import Stored
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


def test_those_of_a_page_that_were_neither_sent_nor_given_up_are_found() -> None:
    submissions = Submissions()
    for one in (submission("a", asked=True), submission("b"), submission("c"), submission("d"), submission("e", page="other")):
        submissions.add(one)
    submissions.undecided_on(PageKey("b", "p"))[1].filed = True
    submissions.undecided_on(PageKey("b", "p"))[1].stored = Stored.NOT_WANTED
    assert [one.id for one in submissions.undecided_on(PageKey("b", "p"))] == ["a", "d"]


def test_the_oldest_that_waits_for_nothing_is_forgotten_first() -> None:
    submissions = Submissions()
    assert submissions.add(submission("waits", asked=True)) is None
    for number in range(MAX_SUBMISSIONS):
        forgotten = submissions.add(submission(f"s{number}"))
    assert forgotten is not None
    assert (forgotten.id, len(submissions)) == ("s0", MAX_SUBMISSIONS)
    assert "waits" in submissions
    assert "s0" not in submissions


def test_one_that_has_to_go_is_named() -> None:
    submissions = Submissions()
    for number in range(MAX_SUBMISSIONS):
        submissions.add(submission(f"s{number}", asked=True))
    forgotten = submissions.add(submission("new", asked=True))
    assert forgotten is not None
    assert forgotten.id == "s0"


def test_a_page_that_sends_without_end_takes_no_other_pages_place() -> None:
    submissions = Submissions()
    submissions.add(submission("mine", page="other"))
    submissions.add(submission("asked", page="another", asked=True))
    for number in range(2 * MAX_SUBMISSIONS):
        submissions.add(submission(f"s{number}"))
    assert len(submissions) == MAX_SUBMISSIONS
    assert "mine" in submissions
    assert "asked" in submissions
    assert f"s{2 * MAX_SUBMISSIONS - 1}" in submissions
    assert "s0" not in submissions


def test_what_waits_for_an_answer_is_not_forgotten_for_what_does_not() -> None:
    submissions = Submissions()
    for name in ("a", "b"):
        submissions.add(submission(name, page="asked", asked=True))
    for number in range(MAX_SUBMISSIONS):
        submissions.add(submission(f"s{number}", page=f"p{number}"))
    assert "a" in submissions
    assert "b" in submissions
    assert "s0" not in submissions
