"""What the person's answers mean for every page, as the browsers hear it: how long pages are kept, where, whom to leave out, who asks."""

from netcurtain.core.instruction import Standing
from netcurtain.core.keeping import Kept
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.settings import AlertPlace, FromTheStart, Retention, Settings


def standing_of(settings: Settings, kept: Kept, knowledge: Knowledge) -> Standing:
    """What holds. Without a history on disk, pages that were to be kept there are remembered until the app closes."""
    on_disk_in_vain = settings.keeps.on_disk and kept is Kept.NONE
    always = settings.from_the_start is FromTheStart.ALWAYS
    return Standing(
        Retention.UNTIL_CLOSE if on_disk_in_vain else settings.keeps,
        knowledge.from_the_start if always else None,
        kept,
        settings.alert is AlertPlace.WINDOW,
    )
