"""The coach's part before training: blood pressure, red flags seen or told, yellow flags."""

from typing import Any

from wtforms import BooleanField, IntegerField, RadioField, SelectField
from wtforms.validators import Optional

from ..models.readiness import ReadinessForm
from ..models.tables import in_use
from .base import Form
from .fields import Several
from .readiness import SIDES
from .validators import Between

SYSTOLIC, DIASTOLIC = Between(50, 300), Between(20, 200)


def _flags() -> list[tuple[str, str]]:
    return [(flag.id, flag.sign) for flag in in_use().safety.red_flags.values()]


def _yellow() -> list[tuple[str, str]]:
    return list(in_use().safety.yellow.flags.items())


def _regions() -> dict[str, str]:
    return {"": "No one area"} | {region.id: region.label.capitalize() for region in in_use().regions.values()}


class CheckForm(Form):
    """Both numbers of a reading or neither; a second one only after five minutes."""

    systolic = IntegerField("Upper number", [Optional(), SYSTOLIC])
    diastolic = IntegerField("Lower number", [Optional(), DIASTOLIC])
    systolic_again = IntegerField("Upper number, second time", [Optional(), SYSTOLIC])
    diastolic_again = IntegerField("Lower number, second time", [Optional(), DIASTOLIC])
    rested = BooleanField("Five minutes seated lay between the two")
    symptoms = BooleanField("With chest pain, breathlessness, loss of strength, confusion or a change of sight")
    flags = Several("Red flags", _flags)
    region = SelectField("Which area are they about?", choices=_regions, validate_choice=False)
    side = RadioField("Which side?", [Optional()], choices=SIDES, validate_choice=False)
    yellow = Several("Yellow flags", _yellow)

    @classmethod
    def of(cls, form: ReadinessForm | None) -> "CheckForm":
        if form is None:
            return cls()
        named = next((one for one in form.areas if one["about"].startswith("rf_")), {})
        data: dict[str, Any] = {
            "flags": list(form.standing),
            "yellow": form.yellow,
            "region": named.get("region", ""),
            "side": named.get("side"),
            "symptoms": form.pressure.get("symptoms", False),
            "rested": len(form.readings) > 1,
        }
        for (systolic, diastolic), again in zip(form.readings, ("", "_again"), strict=False):
            data |= {f"systolic{again}": systolic, f"diastolic{again}": diastolic}
        return cls(data=data)

    def validate(self, extra_validators: Any = None) -> bool:
        """Both numbers of a reading, the upper one the higher; a second reading needs its five minutes."""
        fine: bool = super().validate(extra_validators)
        for upper, lower in ((self.systolic, self.diastolic), (self.systolic_again, self.diastolic_again)):
            problem = "" if upper.errors or lower.errors else _problem(upper.data, lower.data)
            if problem:
                lower.errors = [*lower.errors, problem]
                fine = False
        if self.systolic_again.data and not self.rested.data:
            self.rested.errors = ["Take the second reading five minutes after the first, then tick that you did"]
            fine = False
        return fine

    def values(self, form: ReadinessForm | None) -> dict[str, Any]:
        """The coach's columns of the row; a red flag the client answered no to stays known as asked."""
        chosen = self.flags.data or []
        asked = dict.fromkeys(form.flags if form else {}, False)
        readings = [
            [upper, lower]
            for upper, lower in (
                (self.systolic.data, self.diastolic.data),
                (self.systolic_again.data, self.diastolic_again.data),
            )
            if upper and lower
        ]
        region = self.region.data if self.region.data in in_use().regions else ""
        side = None if not region or in_use().regions[region].midline else self.side.data or None
        return {
            "flags": asked | dict.fromkeys(chosen, True),
            "areas": [{"about": flag, "region": region, "side": side} for flag in chosen] if region else [],
            "pressure": {"readings": readings, "symptoms": bool(self.symptoms.data)},
            "yellow": self.yellow.data or [],
        }


def _problem(upper: int | None, lower: int | None) -> str:
    if (upper is None) != (lower is None):
        return "Enter both numbers of the reading"
    if upper is not None and lower is not None and lower >= upper:
        return "The upper number must be higher than the lower one"
    return ""
