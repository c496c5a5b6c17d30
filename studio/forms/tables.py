"""What an owner says of a muscle link or an exercise of the tables."""

from typing import Any

from flask import request
from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField

from ..ces.exercises import PHASES, Bound, Exercise
from ..models.table_exercises import dose_numbers
from .base import Form
from .prescriptions import Within
from .validators import AtMost, Needed

ON, OFF = "on", "off"
LONGEST = 80


def reason_field() -> TextAreaField:
    return TextAreaField(
        "Reason",
        [Needed("the reason. It stays in the list of changes with your name", "Write"), AtMost(300)],
        description="Why you change it. It stays in the list of changes with your name",
        render_kw={"rows": 2},
    )


class LinkForm(Form):
    """One muscle link: in use or not, and what the studio notes at it."""

    used = RadioField("Use this link", choices={ON: "On", OFF: "Off"}, validate_choice=False)
    note = TextAreaField("Your note", [AtMost(300)], render_kw={"rows": 2})
    source = StringField("Where you read it", [AtMost(200)], description="Author, title and year")
    reason = reason_field()


class ExerciseForm(Form):
    """An exercise of the tables: in use or not, and its default dose; made for one exercise by `exercise_form`."""

    used = RadioField("Use this exercise", choices={ON: "In use", OFF: "Out of use"}, validate_choice=False)
    reason = reason_field()

    bounds: tuple[Bound, ...] = ()

    def dose(self, drill: Exercise) -> dict[str, int] | None:
        """The numbers typed when they are others than now."""
        typed = {bound.field: self[bound.field].data for bound in self.bounds}
        return typed if typed and typed != dose_numbers(drill) else None


def exercise_form(drill: Exercise) -> ExerciseForm:
    """The form for an exercise; the dose of one of the studio's own stands in its own form."""
    bounds = () if drill.own else drill.bounds
    boxes = {bound.field: dose_box(bound) for bound in bounds}
    kind = type("ExerciseFormOf", (ExerciseForm,), boxes | {"bounds": bounds})
    form: ExerciseForm = kind(data=dose_numbers(drill) | {"used": OFF if drill.hidden else ON})
    return form


def dose_box(bound: Bound) -> IntegerField:
    looks = {"inputmode": "numeric", "min": bound.low, "max": bound.high, "step": bound.step}
    return IntegerField(bound.label, [Within(bound)], description=f"{bound.low} to {bound.high}", render_kw=looks)


class FindingSearch(Form):
    """A search among the findings and their muscles, sent by GET."""

    class Meta(Form.Meta):
        csrf = False

    q = StringField("Finding or muscle", render_kw={"maxlength": LONGEST, "type": "search"})

    def __init__(self) -> None:
        super().__init__(formdata=request.args)


class SearchForm(Form):
    """A search among the exercises of the tables, hidden ones too, sent by GET."""

    class Meta(Form.Meta):
        csrf = False

    q = StringField("Name", render_kw={"maxlength": LONGEST, "type": "search"})
    phase = SelectField("Phase", choices={"": "Any phase"} | {key: key.capitalize() for key in PHASES})
    only = SelectField(
        "Show", choices={"": "All", "own": "Your own", "hidden": "Out of use", "dosed": "With another dose"}
    )

    def __init__(self) -> None:
        super().__init__(formdata=request.args)

    @property
    def wanted(self) -> tuple[str, str, str]:
        """Words, phase and kind, each empty for all."""
        phase = self.phase.data if self.phase.data in PHASES else ""
        return (self.q.data or "")[:LONGEST], phase, self.only.data or ""

    def address(self, **changes: Any) -> dict[str, Any]:
        """The values of this search for `url_for`, without the empty ones."""
        values = {"q": self.q.data, "phase": self.phase.data, "only": self.only.data}
        return {name: value for name, value in (values | changes).items() if value}
