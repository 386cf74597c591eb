"""ui/language.py: which language the windows speak; and a window in Welsh, in a process of its own: sentences are made at import."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from tests.translations.ts_file import FOLDER, read

from netcurtain.core import translation
from netcurtain.core.settings import Language
from netcurtain.core.translation import _, plural
from netcurtain.ui import language

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = QLocale()
    yield
    translation.use(translation._english)
    QLocale.setDefault(before)
    language._Speech.language = Language.ENGLISH


@pytest.mark.parametrize(
    ("wanted", "of_the_system", "spoken"),
    [
        (Language.WELSH, ["en-GB"], Language.WELSH),
        (Language.ENGLISH, ["cy-GB"], Language.ENGLISH),
        (Language.SYSTEM, ["cy-GB", "en-GB"], Language.WELSH),
        (Language.SYSTEM, ["cy_GB"], Language.WELSH),
        (Language.SYSTEM, ["en-GB", "cy-GB"], Language.ENGLISH),
        (Language.SYSTEM, ["br-FR", "cy"], Language.WELSH),
        (Language.SYSTEM, ["pl-PL"], Language.ENGLISH),
        (Language.SYSTEM, [], Language.ENGLISH),
    ],
)
def test_the_answer_comes_first_and_then_the_systems_languages_in_their_order(
    wanted: Language, of_the_system: list[str], spoken: Language
) -> None:
    assert language.spoken(wanted, of_the_system) is spoken


def test_every_language_that_can_be_chosen_is_spoken() -> None:
    assert {Language.SYSTEM, Language.ENGLISH, *language._OURS} == set(Language)


def test_welsh_is_spoken_from_then_on() -> None:
    language.speak(Language.WELSH)
    assert _("Forget this site") == "Anghofio'r wefan hon"
    assert plural("{number} browser connected", "{number} browsers connected", 1) == "Un porwr wedi'i gysylltu"
    assert plural("{number} browser connected", "{number} browsers connected", 3) == "{number} o borwyr wedi'u cysylltu"
    assert QLocale().language() is QLocale.Language.Welsh


def test_english_needs_no_catalogue() -> None:
    language.speak(Language.ENGLISH)
    assert translation._catalogue is translation._english


@pytest.mark.parametrize(
    ("code", "way"),
    [("en", Qt.LayoutDirection.LeftToRight), ("cy", Qt.LayoutDirection.LeftToRight), ("ar", Qt.LayoutDirection.RightToLeft)],
)
def test_the_windows_are_laid_out_the_way_the_language_is_written(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, code: str, way: Qt.LayoutDirection
) -> None:
    monkeypatch.setattr(language, "locale", lambda _language: QLocale(code))
    before = qapp.layoutDirection()
    try:
        language.dress(qapp)
        assert qapp.layoutDirection() is way
    finally:
        for translator in language._Speech.translators:
            qapp.removeTranslator(translator)
        language._Speech.translators = ()
        qapp.setLayoutDirection(before)


IN_WELSH = """
import json
from netcurtain.core.settings import Language
from netcurtain.ui import language

language.speak(Language.WELSH)

from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel, QWidget
from netcurtain.ui import application
from netcurtain.ui.bridge import Bridge
from tests.ui.conftest import FakeApp

app = application.make_application()
windows = application.Windows(app, Bridge(), FakeApp())
said = {windows.main.windowTitle()}
for window in (windows.main, windows.alert):
    for widget in (window, *window.findChildren(QWidget)):
        said |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
said.add("Qt: " + box.button(QDialogButtonBox.StandardButton.Cancel).text())
print(json.dumps(sorted(said)))
"""


def test_a_window_in_welsh_has_no_english_sentence_left() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", IN_WELSH], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout.splitlines()[-1])
    assert {"Nid oes porwr wedi'i gysylltu.", "Hanes", "Gosodiadau", "Qt: Canslo"} <= set(said)
    english = {text for text, welsh in read(FOLDER / "netcurtain_cy.ts").items() if welsh.forms[0] != text}
    assert not english & set(said)
