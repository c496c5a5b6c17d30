"""What a coach types about one line: its dose, and why an excluded exercise is used."""

from dataclasses import replace
from typing import Any, cast

from flask import request
from wtforms import IntegerField, RadioField, TextAreaField, ValidationError

from ..ces.exercises import Bound, Dose, Exercise
from ..ces.prescription import Line
from ..ces.sides import Side
from .base import Form
from .validators import AtMost, Needed

SIDES = {"left": "Left", "both": "Both", "right": "Right"}


class OverrideForm(Form):
    """Why an exercise that a filter removes is used all the same."""

    reason = TextAreaField(
        "Reason",
        [Needed("the reason. It stays on the line with your name", "Write"), AtMost(300)],
        render_kw={"rows": 3},
    )

    def given(self) -> str:
        """The reason when one was sent that will do, else nothing; the errors say what is missing."""
        if "reason" not in request.form:
            return ""
        return self.reason.data or "" if self.validate() else ""


class DoseForm(Form):
    """The numbers of a dose that may be changed, each within its range; made for one exercise by `dose_form`."""

    side = RadioField("Side", choices=SIDES, default="both", validate_choice=False)

    bounds: tuple[Bound, ...] = ()

    def dose(self, line: Line) -> Dose:
        """The line's dose with the numbers typed."""
        return replace(line.dose, **{bound.field: self[bound.field].data for bound in self.bounds})

    def chosen_side(self, line: Line) -> Side:
        return cast(Side, self.side.data) if line.dose.per_side and self.side.data in SIDES else line.side


class Within:
    """A whole number in the range of a bound; the sentence says the range."""

    def __init__(self, bound: Bound):
        self.bound = bound
        self.sentence = f"{bound.label}: enter a number from {bound.low} to {bound.high}"

    def __call__(self, form: Any, field: Any) -> None:
        if field.data is None or not self.bound.low <= field.data <= self.bound.high:
            field.errors = []  # "Not a valid integer value" says less
            raise ValidationError(self.sentence)


def dose_form(drill: Exercise, line: Line, *, filled: bool) -> DoseForm:
    """The form for an exercise's dose: as the line stands, or with what was sent when `filled`."""
    boxes = {bound.field: _box(bound) for bound in drill.bounds}
    kind = type("DoseFormOf", (DoseForm,), boxes | {"bounds": drill.bounds})
    values = {bound.field: getattr(line.dose, bound.field) for bound in drill.bounds} | {"side": line.side}
    form: DoseForm = kind(**values) if filled else kind(formdata=None, **values)
    return form


def _box(bound: Bound) -> IntegerField:
    looks = {"inputmode": "numeric", "min": bound.low, "max": bound.high, "step": bound.step}
    return IntegerField(bound.label, [Within(bound)], description=f"{bound.low} to {bound.high}", render_kw=looks)
