"""Where a form that waits asks: in the page, in our small window (ui/alert/), or in both."""

from netcurtain.core.settings import AlertPlace
from netcurtain.ui.first_run.questions import Answer, Question, keep_in
from netcurtain.ui.settings import wording

ALERT = Question(
    wording.ALERT,
    "",
    (
        Answer(AlertPlace.BOTH, wording.ALERT_BOTH, wording.ALERT_BOTH_MORE, wording.THEN_ALERT_BOTH),
        Answer(AlertPlace.PAGE, wording.ALERT_PAGE, wording.ALERT_PAGE_MORE, wording.THEN_ALERT_PAGE),
        Answer(AlertPlace.WINDOW, wording.ALERT_WINDOW, wording.ALERT_WINDOW_MORE, wording.THEN_ALERT_WINDOW),
    ),
    lambda actions: actions.settings().alert,
    keep_in("alert"),
)
