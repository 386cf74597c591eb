"""What a phrase is worth at a place: numbers for core/form.py, core/form_evidence.py and core/form_purpose.py."""

from dataclasses import dataclass

from netcurtain.core.form_reading import Where


@dataclass(frozen=True, slots=True)
class Weights:
    """What a phrase is worth at a place: as a subject, as a purpose, as a sign of disclosure, as a look-alike."""

    subject: float
    purpose: float
    disclosure: float
    look_alike: float


WEIGHTS = {
    Where.LABEL: Weights(1.0, 0.45, 0.6, 0.2),
    Where.LEGEND: Weights(1.0, 0.7, 0.6, 0.8),
    Where.HEADING: Weights(1.0, 0.8, 0.6, 0.8),
    Where.OPTION: Weights(0.8, 0.0, 0.3, 0.0),
    Where.TITLE: Weights(0.75, 0.7, 0.4, 0.8),
    Where.BUTTON: Weights(0.7, 0.85, 0.5, 0.6),
    Where.NEAR: Weights(0.5, 0.2, 0.35, 0.1),
    Where.ADDRESS: Weights(0.4, 0.5, 0.0, 0.6),
}
