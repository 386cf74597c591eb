"""The pipeline's end: what becomes of a form that is sent. Does a warning wait for an answer, which one came, and has the form left?

While a visit is paused no new warning is made. One that is up already stays until it is answered: to pause is no answer to it, and a form
must neither go on by itself nor be lost.
"""

from collections.abc import Collection

from netcurtain.core import acknowledging, wording
from netcurtain.core.domains import registrable_domain
from netcurtain.core.event import SubmissionAnswered, SubmissionMade, WarningChanged
from netcurtain.core.instruction import CardWords
from netcurtain.core.keeping import Stored
from netcurtain.core.level import Level
from netcurtain.core.observation import Choice, Submitted
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Page
from netcurtain.core.submission import Submission, Submissions
from netcurtain.core.verdict import not_seen_typed, sentences


def take(page: Page, submitted: Submitted, submissions: Submissions, nameable: Collection[str], out: Outcome) -> None:
    """A form was sent, or is held. ``nameable``: see ``discreet``."""
    if page.visit.paused and not submitted.held:
        out.instructions.append((page.key.browser, acknowledging.at_once(submitted, Stored.NOT_WANTED)))
        return
    form = page.forms.get(submitted.form)
    level = page.visit.level(page.level_of_form(form)) if form else Level.NOTHING_SEEN
    submission = Submission(
        id=submitted.submission,
        page=page.key,
        form=submitted.form,
        visit=page.visit,
        site=(registrable_domain(form.action_host) if form else "") or page.site,
        time=submitted.time,
        # A page also holds a form while it does not know the level; it lets go of one that is below a warning by itself.
        asked=submitted.held and level is Level.WARNING,
        reached=page.reached,
    )
    page.visit.asked = page.visit.asked or submission.asked
    if forgotten := submissions.add(submission):
        give_up(forgotten, out)
    out.events.append(made(page, submission, nameable))
    if not submitted.held or (form is not None and not submission.asked):
        acknowledging.file(page, submission, out)


def again(page: Page | None, submission: Submission, submitted: Submitted, out: Outcome) -> None:
    """A form is told of once more, by a browser that has heard nothing of it. It may have gone meanwhile, and its answer been lost."""
    if submission.stored is not None:
        acknowledging.settle(submission, submission.stored, out)
    elif page is not None and (submission.filed or not submitted.held):
        if submission.waits:
            submission.answered = page.visit.answered = True
            out.events.append(SubmissionAnswered(submission.page, submission.id, None))
        acknowledging.file(page, submission, out)


def give_up(submission: Submission, out: Outcome) -> None:
    """A form that was held was not sent as far as we know: its page is gone."""
    if submission.waits:
        submission.answered = True
        out.events.append(SubmissionAnswered(submission.page, submission.id, None))
    if not submission.filed and submission.stored is None:
        acknowledging.settle(submission, Stored.NOT_WANTED, out)


def made(page: Page, submission: Submission, nameable: Collection[str]) -> SubmissionMade:
    """The submission as the windows hear of it."""
    return SubmissionMade(page.key, submission.id, submission.waits, discreet(page, nameable), not_seen_typed(page))


def changed(page: Page, submission: Submission, nameable: Collection[str]) -> WarningChanged:
    """The same when more was seen while its warning waits."""
    return WarningChanged(page.key, submission.id, discreet(page, nameable), not_seen_typed(page))


def says_more(words: CardWords, before: CardWords) -> bool:
    """Whether a warning says something else than before of what was told."""
    return (words.told, words.not_seen) != (before.told, before.not_seen)


def discreet(page: Page, nameable: Collection[str]) -> tuple[str, ...]:
    """What the app's alert says: it stands over everything on the screen, so it names nobody who may give the page's subject away."""
    return tuple(sentences(page, nameable))


def answer(page: Page, submission: Submission, choice: Choice, out: Outcome) -> None:
    """The person answered a warning."""
    submission.answered = True
    if choice.goes_on:
        page.visit.answered = True
        page.visit.left_out = choice is Choice.WITHOUT_COMPANIES
        acknowledging.file(page, submission, out)
    elif submission.stored is None:
        acknowledging.settle(submission, Stored.NOT_WANTED, out)
    out.events.append(SubmissionAnswered(page.key, submission.id, choice))


def words_after(submission: Submission, *, left: bool) -> str:
    """What is said of a form that went without the companies. Where it has not left, they are let through again."""
    visit = submission.visit
    if not left:
        visit.answered = visit.left_out = False
        visit.stopped.clear()
        return wording.NOTHING_LEFT
    earlier = [name for name in visit.reached if name not in submission.reached]
    return wording.gone(submission.site, tuple(visit.stopped.items()), tuple(submission.reached), earlier)
