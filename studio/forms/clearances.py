"""A clearance as the paper words it."""

from typing import Any

from wtforms import StringField, TextAreaField, ValidationError

from ..ces.exercises import PHASES
from ..models.clearances import Level
from ..models.precautions import Source
from ..operations.clearances import Word
from .base import Form
from .fields import Choice, Several, ThreePartDate
from .said import SaidForm, exercises_of, regions, role_field
from .validators import AtMost, Needed

LEVELS = [(Level.full, "Full"), (Level.restricted, "With restrictions"), (Level.not_now, "Not now")]


class ClearanceForm(SaidForm):
    """Only a health professional clears, and only in writing: the paper is attached, or the form says where it is."""

    level = Choice("What does it say?", [(one.value, words) for one, words in LEVELS], thing="what it says")
    role = role_field(clinical=True)
    until = ThreePartDate("Until", description="The last day on which it holds. One for the whole body needs it")
    regions = Several("Which areas is it about?", lambda: regions(), description="None ticked means the whole body")
    words = TextAreaField("In their words", [AtMost(2000)], render_kw={"rows": 3})
    filed = StringField(
        "Or where the paper is kept",
        [AtMost(200)],
        description="“Folder 3, under P”",
        render_kw={"autocomplete": "off"},
    )

    def validate_level(self, field: Any) -> None:
        Needed("what it says", "Choose")(self, field)

    def validate_until(self, field: Any) -> None:
        """What settles the answers before training has a date and an end (reference, readiness states)."""
        super().validate_until(field)
        agreed = self.level.data in (Level.full.value, Level.restricted.value)
        if agreed and not self.regions.data and not field.data and not field.errors:
            raise ValidationError("Enter the last day on which it holds. Ask for one when none is given")

    def validate_filed(self, field: Any) -> None:
        if not field.data and not self.file.data:
            raise ValidationError("Attach the paper, or say where it is kept. Only a word in writing clears")

    @property
    def cleared_lists(self) -> list[Any]:
        return [self[f"cleared_{phase}"] for phase in PHASES]

    def word(self) -> Word:
        return Word(
            level=Level(self.level.data),
            by=self.said_by.data or "",
            role=Source(self.role.data),
            on=self.day,
            until=self.until.data,
            regions=list(self.regions.data or []),
            exercises=[one for field in self.cleared_lists for one in field.data or []],
            words=self.words.data or "",
            filed=self.filed.data or "",
        )


for _phase in PHASES:
    setattr(
        ClearanceForm,
        f"cleared_{_phase}",
        Several(_phase.capitalize(), lambda phase=_phase: exercises_of(phase)),
    )


class WithdrawalOfClearance(Form):
    reason = StringField(
        "Why is it withdrawn?",
        [Needed("the reason"), AtMost(300)],
        description="It stands on the record. What the paper lifted holds again.",
        render_kw={"autocomplete": "off"},
    )
