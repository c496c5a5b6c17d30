"""A precaution as the letter words it: one part of the body, or all of it."""

from decimal import Decimal
from typing import Any

from wtforms import DecimalField, IntegerField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.validators import StopValidation

from ..ces.exercises import PHASES
from ..ces.limits import POUNDS
from ..ces.units import to_kilograms
from ..models.precautions import Source
from ..models.studios import the_studio
from ..models.tables import in_use
from ..operations.precautions import Said
from .base import Form
from .fields import Choice, Several
from .said import SIDES, SaidForm, capital, exercises_of, regions, role_field
from .validators import AtMost, Needed

RANGES = (1, 2, 3)
WRITTEN = [("yes", "Yes, in writing"), ("no", "No, only said")]


class Figure:
    """A number that may be left out, within bounds."""

    def __init__(self, low: int, high: int, unit: str):
        self.low, self.high, self.unit = low, high, unit

    def __call__(self, form: Any, field: Any) -> None:
        if field.data is None and not any(field.raw_data or ()):
            field.errors = []  # an empty box is sent too, and is not a number gone wrong
            return
        if field.data is None or not self.low <= field.data <= self.high:
            field.errors = []
            raise StopValidation(f"Enter {self.unit} from {self.low} to {self.high}")


class PrecautionForm(SaidForm):
    """Tags and limits that stand and fall together."""

    role = role_field(clinical=False)
    in_writing = Choice("Is it in writing?", WRITTEN, thing="yes or no")
    region = Choice("Which area?", lambda: [("", "The whole body"), *regions()], thing="an area", default="")
    side = Choice("Which side?", SIDES, thing="a side", default="", description="The client's own left and right")
    operation = Choice("After an operation?", lambda: _operations(), thing="an operation", default="")
    tags = Several("What to mind", lambda: [(one.id, one.label) for one in in_use().tags.values()])
    weight = Choice("Weight on the leg", lambda: _weights(), thing="how much weight", default="")
    percent = IntegerField("Per cent of body weight", [Figure(1, 100, "per cent")], render_kw={"inputmode": "numeric"})
    load = DecimalField(
        "Most to lift or pull",
        [Figure(0, 500, "a weight")],
        places=None,
        description="0 for nothing",
        render_kw={"inputmode": "decimal"},
    )
    load_unit = RadioField(
        "Unit", choices={"kg": "kg", POUNDS: POUNDS}, default=lambda: _usual(), validate_choice=False
    )
    positions = Several("Not in these positions", lambda: _postures())
    combinations = Several("Never together", lambda: _combinations())
    symptom = IntegerField(
        "A known symptom here may reach",
        [Figure(0, 10, "a number")],
        description="0 to 10. Only if the therapist wrote a level: the test stops, and nobody is sent away",
        render_kw={"inputmode": "numeric"},
    )
    words = TextAreaField(
        "In their words",
        [AtMost(2000)],
        description="Brace, sling or boot rules, stop signs, who to phone",
        render_kw={"rows": 3},
    )

    def validate_side(self, field: Any) -> None:
        region = in_use().regions.get(self.region.data or "")
        if not field.data and ((region and not region.midline) or self.weight.data):
            raise ValidationError("Choose the side")

    def validate_region(self, field: Any) -> None:
        local = [one for one in self.tags.data or [] if in_use().tags[one].local]
        placed = local or self.operation.data or self.symptom.data is not None or any(self._ranges())
        if not field.data and placed:
            raise ValidationError("Choose the area that this is about")

    def validate_percent(self, field: Any) -> None:
        weight = in_use().limit_rules.weight_bearing.get(self.weight.data or "")
        if weight and weight.percent and field.data is None:
            raise ValidationError("Enter the share of the weight. “Part of the weight” needs a number")

    def validate_words(self, field: Any) -> None:
        said = self.tags.data or self._limits() or self.operation.data or field.data
        if not said:
            raise ValidationError("Choose or write at least one thing to mind")

    @property
    def ranges(self) -> list[tuple[Any, Any]]:
        """Movement and degrees, box by box."""
        return [(self[f"movement_{n}"], self[f"degrees_{n}"]) for n in RANGES]

    @property
    def excluded_lists(self) -> list[Any]:
        return [self[f"excluded_{phase}"] for phase in PHASES]

    def said(self) -> Said:
        region = in_use().regions.get(self.region.data or "")
        return Said(
            by=self.said_by.data or "",
            role=Source(self.role.data),
            on=self.day,
            until=self.until.data,
            region=self.region.data or "",
            side="both" if region and region.midline else self.side.data or "",
            tags=list(self.tags.data or []),
            limits=self._limits(),
            operation=self.operation.data or "",
            in_writing=self.in_writing.data == "yes",
            words=self.words.data or "",
        )

    def _load(self, most: Decimal) -> dict[str, Any]:
        if self.load_unit.data == POUNDS:
            return {"kind": "load", "ceiling": float(to_kilograms(most)), "code": POUNDS}
        return {"kind": "load", "ceiling": float(most)}

    def _ranges(self) -> list[tuple[str, int]]:
        pairs = [(movement.data or "", degrees.data) for movement, degrees in self.ranges]
        return [(movement, degrees or 0) for movement, degrees in pairs if movement]

    def _limits(self) -> list[dict[str, Any]]:
        rules, region = in_use().limit_rules, self.region.data or ""
        rows: list[dict[str, Any]] = []
        if self.weight.data:
            share = self.percent.data if rules.weight_bearing[self.weight.data].percent else None
            rows.append({"kind": "weight_bearing", "code": self.weight.data, "ceiling": share})
        rows += [{"kind": "range", "code": code, "ceiling": most} for code, most in self._ranges()]
        if self.load.data is not None:
            rows.append(self._load(self.load.data))
        rows += [{"kind": "position", "code": one} for one in self.positions.data or []]
        for one in self.combinations.data or []:
            rows.append({"kind": "combination", "code": one, "region": region or rules.combinations[one].region})
        rows += [{"kind": "exercise", "code": one} for field in self.excluded_lists for one in field.data or []]
        operation = rules.operations.get(self.operation.data or "")
        strict = set(operation.strict if operation else ()) & set(self.tags.data or [])
        rows += [{"kind": "strict_tag", "code": one} for one in sorted(strict)]
        if self.symptom.data is not None:
            rows.append({"kind": "symptom", "ceiling": self.symptom.data})
        return rows


def _movement(number: int) -> Choice:
    def fits(form: Any, field: Any) -> None:
        direction = in_use().limit_rules.directions.get(field.data or "")
        region = form.region.data
        if direction and region and region not in direction.regions:
            raise ValidationError("Choose a movement of this area")

    label = "Movement" if number == 1 else f"Movement {number}"
    return Choice(label, lambda: _directions(), thing="a movement", default="", validators=[fits])


def _degrees(number: int) -> IntegerField:
    def needed(form: Any, field: Any) -> None:
        if form[f"movement_{number}"].data and field.data is None:
            field.errors = []
            raise ValidationError("Enter the degrees it may reach, 0 for not at all")

    label = "Up to" if number == 1 else f"Up to, movement {number}"
    return IntegerField(label, [Figure(0, 360, "degrees"), needed], render_kw={"inputmode": "numeric"})


for _n in RANGES:
    setattr(PrecautionForm, f"movement_{_n}", _movement(_n))
    setattr(PrecautionForm, f"degrees_{_n}", _degrees(_n))
for _phase in PHASES:
    setattr(
        PrecautionForm,
        f"excluded_{_phase}",
        Several(_phase.capitalize(), lambda phase=_phase: exercises_of(phase)),
    )


class EndForm(Form):
    reason = StringField(
        "Why does it end?",
        [Needed("the reason"), AtMost(300)],
        description="“Dr Adeyemi lifted it on 3 February”. It stands on the record.",
        render_kw={"autocomplete": "off"},
    )


def _operations() -> list[tuple[str, str]]:
    return [("", "No"), *((one.id, one.label) for one in in_use().limit_rules.operations.values())]


def _usual() -> str:
    """Where lengths are taken in inches, weights come in pounds."""
    studio = the_studio()
    return POUNDS if studio and studio.units == "in" else "kg"


def _weights() -> list[tuple[str, str]]:
    rules = in_use().limit_rules.weight_bearing
    return [("", "Nothing said"), *((one.id, f"{one.id}: {one.label}") for one in rules.values())]


def _directions() -> list[tuple[str, str]]:
    return [("", "None"), *((one.id, capital(one.label)) for one in in_use().limit_rules.directions.values())]


def _postures() -> list[tuple[str, str]]:
    return [(one.id, capital(one.label)) for one in in_use().limit_rules.postures.values()]


def _combinations() -> list[tuple[str, str]]:
    return [(one.id, capital(one.label)) for one in in_use().limit_rules.combinations.values()]
