"""An exercise of the studio: the same fields as every exercise of the tables."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, RadioField, StringField, TextAreaField, ValidationError

from ..ces.exercises import Bound, Exercise
from ..models.own_exercises import KINDS, Kind, bounds_of, lists_of_muscles
from ..models.tables import in_use
from .base import Form
from .fields import Choice, Several
from .tables import dose_box, reason_field
from .validators import AtMost, Needed

NONE = ("", "None")
PLACES = {"both": "At home and here", "here": "Only here", "coach": "Only here, with a coach"}
LEVELS = {"1": "Easy", "2": "Moderate", "3": "Advanced"}
MUSCLES = ("first", "second", "third", "fourth")
HELPERS = ("helper", "helper_2", "helper_3", "helper_4")
LISTS = {
    "foot_ankle": "Foot and ankle",
    "knee_thigh": "Knee and thigh",
    "hip": "Hip",
    "trunk": "Trunk",
    "shoulder": "Shoulder",
    "arm": "Arm",
    "neck": "Neck",
}


def _muscle(label: str, **more: Any) -> Choice:
    return Choice(label, lambda: [NONE, *lists_of_muscles().items()], thing="a muscle", default="", **more)


def _drill(label: str) -> Choice:
    return Choice(label, lambda: [NONE], thing="an exercise", default="")


class KindForm(Form):
    """Which kind of exercise it will be; sent by GET."""

    class Meta(Form.Meta):
        csrf = False

    kind = RadioField("What kind of exercise", choices={one.id: one.label for one in KINDS.values()})


class OwnExerciseForm(Form):
    """Made for one kind of exercise by `own_form`."""

    name = StringField("Name", [Needed("the exercise's name"), AtMost(60)])
    first = _muscle("Works first", validators=[Needed("the muscle it works", "Choose")])
    second = _muscle("and")
    third = _muscle("and")
    fourth = _muscle("and")
    helper = _muscle("Helped by")
    helper_2 = _muscle("and by")
    helper_3 = _muscle("and by")
    helper_4 = _muscle("and by")
    cues = TextAreaField(
        "Cues",
        [Needed("2 to 4 cues"), AtMost(600)],
        description="2 to 4 short sentences, each on a line of its own, as the client reads them",
        render_kw={"rows": 4},
    )
    feel_it_here = StringField("Feel it", [Needed("where the client should feel it"), AtMost(120)])
    common_fault = StringField("Not this", [Needed("the usual mistake"), AtMost(120)])
    per_side = BooleanField("Done on each side")
    position = Choice(
        "Start position", lambda: [(one.id, one.label) for one in in_use().positions.values()], thing="a position"
    )
    floor_transfer = BooleanField("Means getting down to the floor and up again")
    where = RadioField("Where", choices=PLACES, default="both", validate_choice=False)
    difficulty = RadioField("Level", choices=LEVELS, default="1", validate_choice=False)
    easier = StringField("Easier", [AtMost(160)], description="How to make it easier, in a sentence")
    harder = StringField("Harder", [AtMost(160)], description="How to make it harder, in a sentence")
    regression = _drill("or this exercise")
    progression = _drill("or this exercise")
    equipment = Several("Needs", lambda: _kit())
    loads = Several("Puts under force", lambda: _regions())
    presses = Several("Presses with a tool or hand", lambda: _regions())
    avoid = Several("Leave it out with", lambda: _tags())
    caution = Several("Mind it with", lambda: _tags())
    video_friendly = BooleanField("Shows well on video")
    preferred = BooleanField("Choose it before the others", description="Otherwise it comes after those of the tables")
    reason = reason_field()

    bounds: tuple[Bound, ...] = ()
    kind: Kind
    taken: frozenset[str] = frozenset()

    def validate_name(self, field: StringField) -> None:
        if (field.data or "").casefold() in self.taken:
            raise ValidationError("There is an exercise of this name. Choose another name")

    def validate_cues(self, field: TextAreaField) -> None:
        lines = self._lines()
        if not 2 <= len(lines) <= 4:
            raise ValidationError(f"Write 2 to 4 cues, each on a line of its own. There are {len(lines)}")

    def validate_loads(self, field: Several) -> None:
        if not field.data:
            raise ValidationError("Choose the regions it puts under force: pain there takes it out")

    def validate_caution(self, field: Several) -> None:
        both = {*(field.data or ())} & {*(self.avoid.data or ())}
        if both:
            labels = ", ".join(in_use().tags[one].label for one in sorted(both) if one in in_use().tags)
            raise ValidationError(f"Choose one or the other for {labels}")

    def validate_easier(self, field: StringField) -> None:
        if not field.data and not self.regression.data:
            raise ValidationError("Say how to make it easier, or choose an easier exercise")

    def validate_harder(self, field: StringField) -> None:
        if not field.data and not self.progression.data:
            raise ValidationError("Say how to make it harder, or choose a harder exercise")

    def answers(self) -> dict[str, Any]:
        """What was said, under the names of the tables."""
        plain = ("name", "feel_it_here", "common_fault", "per_side", "position", "floor_transfer", "easier", "harder",
                 "regression", "progression", "equipment", "loads", "avoid", "caution", "video_friendly",
                 "preferred", "pattern", "lists", *(bound.field for bound in self.bounds))  # fmt: skip
        said = {name: self[name].data for name in plain if name in self}
        targets = list(dict.fromkeys(muscle for name in MUSCLES if (muscle := self[name].data)))
        helps = [muscle for name in HELPERS if (muscle := self[name].data) and muscle not in targets]
        presses = self.presses.data or [] if self.kind.phase == "inhibit" else []
        return said | {
            "targets": targets,
            "secondary": list(dict.fromkeys(helps)),
            "cues": self._lines(),
            "difficulty": int(self.difficulty.data or 1),
            "presses": presses,
            "loads": list(dict.fromkeys((*(self.loads.data or ()), *presses))),
            "home_suitable": self.where.data == "both",
            "needs_coach": self.where.data == "coach",
        }

    def _lines(self) -> list[str]:
        return [line.strip() for line in (self.cues.data or "").splitlines() if line.strip()]


class OwnMovementForm(OwnExerciseForm):
    """A movement stands in lists by the place in the body, and has a pattern."""

    pattern = Choice("Movement", lambda: [(one, one.replace("_", " ")) for one in _patterns()], thing="the movement")
    lists = Several("Serves findings at", LISTS)

    def validate_lists(self, field: Several) -> None:
        if not field.data:
            raise ValidationError("Choose at least one place in the body: from these lists it is chosen")


def own_form(kind: Kind, row: Mapping[str, Any], like: Exercise | None, own_name: str = "") -> OwnExerciseForm:
    """The form for a kind, filled from a row; `like` gives the bounds, `own_name` may stay."""
    base = OwnMovementForm if kind.phase == "integrate" else OwnExerciseForm
    bounds = bounds_of(kind, like)
    boxes = {bound.field: dose_box(bound) for bound in bounds}
    names = {one.name.casefold() for one in in_use().exercises.values()} - {own_name.casefold()}
    made = type("OwnFormOf", (base,), boxes | {"bounds": bounds, "kind": kind, "taken": frozenset(names)})
    form: OwnExerciseForm = made(data=_boxes(row))
    rungs = sorted((one.name, one.id) for one in in_use().exercises.values() if one.phase == kind.phase)
    for step in (form.regression, form.progression):
        step.choices = dict([NONE, *((drill_id, name) for name, drill_id in rungs)])
    return form


def _boxes(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the tables as the boxes hold it."""
    boxes = {**row, **row.get("dose", {}), "cues": "\n".join(row.get("cues", ()))}
    boxes |= dict(zip(MUSCLES, row.get("targets", ()), strict=False))
    boxes |= dict(zip(HELPERS, row.get("secondary", ()), strict=False))
    boxes["where"] = "coach" if row.get("needs_coach") else "both" if row.get("home_suitable", True) else "here"
    boxes["difficulty"] = str(row.get("difficulty", 1))
    return boxes


def _kit() -> list[tuple[str, str]]:
    return [(one.id, one.label) for one in in_use().equipment.values() if one.id != "none"]


def _regions() -> list[tuple[str, str]]:
    return [(one.id, one.label) for one in in_use().regions.values()]


def _tags() -> list[tuple[str, str]]:
    return [(one.id, one.label) for one in in_use().tags.values()]


def _patterns() -> list[str]:
    return sorted({one.pattern for one in in_use().exercises.values() if one.pattern})
