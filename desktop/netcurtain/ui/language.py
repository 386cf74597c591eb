"""Which language the windows speak, and what Qt needs for it: our sentences, Qt's own, and from which side one reads.

``speak`` comes before any file of sentences is imported (cli.py), ``dress`` once there is an application (ui/application.py). The sentences
are in ``translations/netcurtain_<language>.ts``, which translators open in Qt Linguist, and compiled beside it (``make translations``).
"""

from importlib.resources import as_file, files

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from netcurtain.core import translation
from netcurtain.core.settings import Language

CONTEXT = "netcurtain"
"""Qt's name for a room of sentences. All of ours share one: the same English is said the same way everywhere."""

_FOLDER = "translations"
_OURS = {Language.WELSH: "netcurtain_cy.qm"}
"""The languages that we speak beside English, in which the sentences are written."""
_QTS_OWN = {Language.WELSH: "qt_cy.qm"}
"""What Qt itself says in our windows, in the languages that Qt does not ship."""


class _Speech:
    """The language of this process. Translators are kept here: Qt does not own them."""

    language = Language.ENGLISH
    translators: tuple[QTranslator, ...] = ()


def spoken(wanted: Language, of_the_system: list[str] | None = None) -> Language:
    """The language that is meant: the first of the system's (as QLocale.uiLanguages names them) that we speak, else English."""
    if wanted is not Language.SYSTEM:
        return wanted
    for name in QLocale.system().uiLanguages() if of_the_system is None else of_the_system:
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in (Language.ENGLISH, *_OURS):
            return Language(code)
    return Language.ENGLISH


def speak(wanted: Language) -> Language:
    """Speak it from now on, in the files of sentences that are imported later; answers with the language. Needs no application."""
    _Speech.language = language = spoken(wanted)
    QLocale.setDefault(locale(language))
    if language in _OURS:
        translator = _loaded(_OURS[language])
        translation.use(lambda text, count: translator.translate(CONTEXT, text, "", -1 if count is None else count) or "")
    return language


def dress(app: QApplication) -> None:
    """Qt's own words in the same language, and its windows laid out the way that the language is written."""
    language = _Speech.language
    translators = [_loaded(_QTS_OWN[language])] if language in _QTS_OWN else []
    shipped = QTranslator()
    if shipped.load(locale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        translators.append(shipped)
    for translator in translators:
        app.installTranslator(translator)
    _Speech.translators = tuple(translators)
    app.setLayoutDirection(locale(language).textDirection())


def locale(language: Language) -> QLocale:
    """Qt's own picture of a language, here: whether a day begins with its number, and which way one reads."""
    system = QLocale.system()
    wanted = QLocale(language.value)
    return system if system.language() == wanted.language() else wanted


def _loaded(name: str) -> QTranslator:
    """From our own package: a file that is not there is a broken install, which English bridges."""
    translator = QTranslator()
    with as_file(files("netcurtain.ui") / _FOLDER / name) as path:
        translator.load(str(path))
    return translator
