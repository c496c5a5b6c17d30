"""What was done about a referral: one step, with what is to be kept of it."""

from enum import StrEnum
from typing import Any

from wtforms import StringField, TextAreaField, ValidationError

from .base import Form
from .fields import Choice
from .validators import AtMost


class Act(StrEnum):
    """What the buttons of the page say."""

    contacted = "contacted"
    tried = "tried"
    booked = "booked"
    declined = "declined"
    no_response = "no_response"
    finished = "finished"
    reopened = "reopened"


HOW = [("Phone", "Phone"), ("Mail", "Mail"), ("Message", "Message")]


class StepForm(Form):
    """One act; how they were reached, and a note."""

    act = Choice("What was done", [(one.value, one.value) for one in Act], thing="what was done")
    how = Choice("How", HOW, thing="how", default="Phone")
    note = StringField("Note", [AtMost(200)], render_kw={"autocomplete": "off"})
    booked = StringField("Day and time", [AtMost(200)], render_kw={"autocomplete": "off"})
    reason = TextAreaField(
        "Why not?",
        [AtMost(400)],
        description="It goes back to whoever sent them, so nothing about health",
        render_kw={"rows": 2},
    )

    def validate_reason(self, field: Any) -> None:
        if self.act.data == Act.declined and not field.data:
            raise ValidationError("Say why, in words that may go back to the sender")

    @property
    def words(self) -> str:
        """What is kept with the step."""
        match self.act.data:
            case Act.contacted:
                return ": ".join(filter(None, (self.how.data, self.note.data)))
            case Act.tried:
                return f"{self.how.data}, not reached"
            case Act.booked:
                return self.booked.data or ""
            case Act.declined:
                return self.reason.data or ""
        return ""
