"""How the windows look: size of words, colours, language. What is chosen is seen at once, but for the language."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from netcurtain.core.settings import Language, ThemeChoice
from netcurtain.ui.actions import Actions
from netcurtain.ui.first_run.questions import Answer, Question, Value, keep_in
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.answers import AnswersSection
from netcurtain.ui.theme import Theme

TEXT_SIZES = (100, 125, 150, 200)
COLOURS = {
    ThemeChoice.SYSTEM: wording.AS_THE_COMPUTER,
    ThemeChoice.LIGHT: wording.LIGHT,
    ThemeChoice.DARK: wording.DARK,
    ThemeChoice.CONTRAST: wording.CONTRAST,
}
LANGUAGE = Question(
    wording.LANGUAGE,
    "",
    tuple(
        Answer(language, words, "", wording.THEN_LANGUAGE)
        for language, words in {Language.SYSTEM: wording.AS_THE_COMPUTER, **wording.LANGUAGES}.items()
    ),
    lambda actions: actions.settings().language,
    keep_in("language"),
)


class AppearanceSection(AnswersSection):
    """Its questions answer themselves: the page looks as it was chosen."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        text_size = Question(
            wording.TEXT_SIZE,
            "",
            tuple(Answer(size, wording.percent(size), "", "") for size in TEXT_SIZES),
            lambda actions: actions.settings().text_size,
            _seen_at_once(theme, "text_size"),
        )
        colours = Question(
            wording.COLOURS,
            "",
            tuple(Answer(choice, words, "", "") for choice, words in COLOURS.items()),
            lambda actions: actions.settings().theme,
            _seen_at_once(theme, "theme"),
        )
        super().__init__(theme, actions, wording.APPEARANCE, (text_size, colours, LANGUAGE), parent)


def _seen_at_once(theme: Theme, name: str) -> Callable[[Actions, Value], bool]:
    keep = keep_in(name)

    def follow(actions: Actions, value: Value) -> bool:
        kept = keep(actions, value)
        theme.choose(actions.settings().theme, actions.settings().text_size)
        return kept

    return follow
