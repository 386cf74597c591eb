"""Every screen by its name: what is pressed until it is there, and the window that shows it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from tests.screenshots import screens_of_a_copy, screens_of_history, screens_of_now, screens_of_settings, screens_of_the_start
from tests.screenshots.stage import Stage

Screen = Callable[[Stage], QWidget]

SCREENS: dict[str, Screen] = {
    "now-no-browser": screens_of_now.no_browser,
    "now-no-page": screens_of_now.no_page,
    "now-nothing-seen": screens_of_now.nothing_seen,
    "now-list": screens_of_now.as_list,
    "now-list-one-company": screens_of_now.one_company,
    "now-picture": screens_of_now.as_picture,
    "now-picture-one-company": screens_of_now.picture_and_words,
    "now-something-amiss": screens_of_now.something_amiss,
    "alert": screens_of_now.alert,
    "history-kept": screens_of_history.kept,
    "history-by-day": screens_of_history.by_day,
    "history-by-site": screens_of_history.by_site,
    "history-filters": screens_of_history.filters,
    "history-nothing-found": screens_of_history.nothing_found,
    "history-story": screens_of_history.story,
    "history-another-story": screens_of_history.another_story,
    "history-requests": screens_of_history.requests,
    "history-not-seen": screens_of_history.not_seen,
    "history-changed": screens_of_history.changed,
    "history-confirm": screens_of_history.confirm,
    "history-locked": screens_of_history.locked,
    "history-locked-wrong-passphrase": screens_of_history.wrong_passphrase,
    "copy-asked": screens_of_a_copy.asked,
    "copy-organisation": screens_of_a_copy.organisation,
    "copy-solicitor": screens_of_a_copy.solicitor,
    "copy-place": screens_of_a_copy.place,
    "copy-at-work": screens_of_a_copy.at_work,
    "copy-done": screens_of_a_copy.done,
    "copy-not-done": screens_of_a_copy.not_done,
    "letter": screens_of_a_copy.letter,
    "letter-statement": screens_of_a_copy.statement,
    "settings": screens_of_settings.top,
    "settings-all": screens_of_settings.all_of_it,
    "settings-asking": screens_of_settings.asking,
    "other-ways": screens_of_settings.other_ways,
    "other-ways-all": screens_of_settings.other_ways_all,
    "first-run-1-what-it-does": screens_of_the_start.what,
    "first-run-2-remembering": screens_of_the_start.remembering,
    "first-run-2-passphrase": screens_of_the_start.passphrase,
    "first-run-3-how": screens_of_the_start.how,
    "first-run-4-connecting": screens_of_the_start.connecting,
    "first-run-4-connected": screens_of_the_start.connected,
    "pairing": screens_of_the_start.pairing,
    "paired": screens_of_the_start.paired,
}
