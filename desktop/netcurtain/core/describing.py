"""The pipeline's forms: one is described, and what is decided on it, from itself and from what its visit remembers, is told."""

import msgspec

from netcurtain.core import filing
from netcurtain.core.domains import host_of, without_query
from netcurtain.core.event import FormJudged
from netcurtain.core.form import Lexicon, judge
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import FormDescribed, FormDescriptor
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Form, Page
from netcurtain.core.submission import Submission


def take(page: Page, described: FormDescribed, lexicon: Lexicon, out: Outcome) -> bool:
    """A form is new on the page, or has changed; whether anything is decided anew."""
    shape = described.descriptor.form
    action = without_query(shape.action)
    before = page.forms.get(described.form)
    form = Form(described.form, action, host_of(action), judge(_entitled(described.descriptor, page), lexicon))
    if before is not None:
        form.inherited, form.beside, form.sent = before.inherited, before.beside, before.sent and before.alone == form.alone
    page.add_form(form)
    recall(page, out, told=form)
    page.remember(form)
    page.add_buttons(shape.buttons)
    page.add_fields(name for one in shape.fields for name in (one.name, one.id))
    page.add_labels(label for one in shape.fields for label in (one.label, one.aria_label, one.placeholder))
    if form == before:
        return False
    _judged(page, form, out)
    return True


def _entitled(descriptor: FormDescriptor, page: Page) -> FormDescriptor:
    """A document in a frame may have no title; a person reads that of the page around it."""
    return descriptor if descriptor.title else msgspec.structs.replace(descriptor, title=page.title)


def recall(page: Page, out: Outcome, *, told: Form | None = None) -> None:
    """Decide what the page's forms inherit from the visit, and tell of those that this changes; ``told`` is told anyway."""
    before = [(form, form.judgement) for form in page.forms.values()]
    page.recall()
    for form, judgement in before:
        if form is not told and form.judgement != judgement:
            _judged(page, form, out)


def went(page: Page, submission: Submission) -> None:
    """A form is on its way. What comes up next may be the next step of its journey."""
    form = page.forms.get(submission.form)
    if form is not None:
        form.sent = True
        if form.judgement.level is FormLevel.SENSITIVE:
            page.visit.memory.sent(page.url)


def _judged(page: Page, form: Form, out: Outcome) -> None:
    """Tell what was decided on a form. What the person says of it is told nowhere."""
    if not page.visit.paused:
        out.events.append(FormJudged(page.key, form.judgement.level, form.judgement.categories))
    out.records.extend(filing.form_records(page, form))
