"""What is said about a whole assessment: a note, and reasons."""

from flask import request
from wtforms import (
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import Optional

from ..ces.batteries import MEASURES
from ..entries import tidy_text
from ..models.client_search import find
from ..models.clients import Client
from ..models.tables import in_use
from .base import Form
from .validators import AtMost, Needed

REASON = AtMost(300)
FEW = 8


class BatteryForm(Form):
    """What to test: a preset, and which of its tests."""

    battery = HiddenField()
    stations = SelectMultipleField("Tests", validate_choice=False)

    def validate_battery(self, field: HiddenField) -> None:
        field.data = field.data or "squat"
        if field.data not in in_use().batteries:
            raise ValidationError("Choose one of the sets")

    def validate_stations(self, field: SelectMultipleField) -> None:
        chosen = set(field.data or ())
        if unknown := chosen - set(in_use().stations):
            raise ValidationError(f"There is no test called {min(unknown)}")
        if chosen == {MEASURES}:
            raise ValidationError("Tick one test besides the measures")


class StationForm(Form):
    station = HiddenField()

    def validate_station(self, field: HiddenField) -> None:
        if field.data not in in_use().stations:
            raise ValidationError("There is no such test")


class NoteForm(Form):
    note = TextAreaField("Note", [AtMost(2000)])
    seen = IntegerField(default=0)

    @property
    def text(self) -> str:
        return self.note.data or ""

    @property
    def sent_before(self) -> list[str]:
        """Texts this page sent without hearing an answer: one of them may be what stands now."""
        return [tidy_text(text) for text in request.form.getlist("perhaps")]

    @property
    def problem(self) -> str:
        """What to do first, in one sentence."""
        return next((errors[0] for errors in self.errors.values()), "")


class AmendForm(Form):
    reason = StringField(
        "Why is it changed?", [Needed("the reason"), REASON], id="amend-reason", description="It stands on the version."
    )


class VoidForm(Form):
    reason = StringField(
        "Why does it not count?", [Needed("the reason"), REASON], id="void-reason", description="It stands on the page."
    )


class MoveForm(Form):
    """To whom: a name or number that fits one client, or a choice among those it fits."""

    whose = StringField("Whose is it?", [AtMost(120)], description="Name or phone of the right client")
    client_id = RadioField("Which of them?", [Optional()], coerce=int, choices=[], validate_choice=False)
    reason = StringField(
        "Why is it moved?", [Needed("the reason"), REASON], id="move-reason", description="Both trails say so."
    )

    client: Client
    _here = 0

    def leave_out(self, client_id: int) -> None:
        """Do not offer the client with whom it is now."""
        self._here = client_id

    def validate_whose(self, field: StringField) -> None:
        if not field.data:
            raise ValidationError("Enter the name of the right client")
        fits = [one for one in find(field.data, FEW + 1) if one.id != self._here]
        # A name typed anew outweighs a choice made among those that fitted the one before.
        fits = [one for one in fits if one.id == self.client_id.data] or fits
        if not fits:
            raise ValidationError("Nobody fits this. Enter another part of the name")
        if len(fits) > 1:
            self.client_id.choices = [(one.id, one.name) for one in fits[:FEW]]
            raise ValidationError("Choose one of these clients, or enter more of the name")
        self.client = fits[0]
