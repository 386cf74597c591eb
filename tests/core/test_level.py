import pytest

from netcurtain.core.level import FormLevel, Level, level_of


@pytest.mark.parametrize(
    ("form", "trackers", "level"),
    [
        (FormLevel.SENSITIVE, True, Level.WARNING),
        (FormLevel.SENSITIVE, False, Level.NOTICE),
        (FormLevel.POSSIBLY, True, Level.NOTICE),
        (FormLevel.POSSIBLY, False, Level.NOTICE),
        (FormLevel.NO, True, Level.NOTICE),
        (FormLevel.NO, False, Level.NOTHING_SEEN),
    ],
)
def test_the_level_of_a_form(form: FormLevel, trackers: bool, level: Level) -> None:
    assert level_of(form, trackers) is level
