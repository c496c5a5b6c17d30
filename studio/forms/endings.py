"""Ending a package early, and changing it for another."""

import secrets
from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, StringField, ValidationError

from ..models.sales.enrolments import Left
from ..models.sales.sale_page import OnSale
from ..money import MoneyError, parse
from .base import Form
from .validators import AtMost

REASONS = {
    Left.cooling_off: "Changed their mind in time",
    Left.medical: "A medical reason",
    Left.relocation: "Moved away",
    Left.law: "The law asks for it",
    Left.money: "Too dear",
    Left.time: "No time",
    Left.no_progress: "No progress",
    Left.other_provider: "Goes elsewhere",
    Left.other: "Another reason",
}


class CancelForm(Form):
    """`amount` is what goes back where the owner decides otherwise than the terms."""

    left = RadioField("Why does it end?", validate_choice=False)
    note = StringField("A few words", [AtMost(300)], render_kw={"autocomplete": "off"})
    note_seen = BooleanField("The medical note was shown", description="What it says is not kept here")
    amount = StringField("Another amount goes back", [AtMost(20)], render_kw={"inputmode": "decimal"})

    def __init__(self, currency: str, *args: Any, cooling: bool, decides: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.currency, self.decides = currency, decides
        self.left.choices = [(one.value, words) for one, words in REASONS.items() if cooling or one != Left.cooling_off]

    @property
    def reason(self) -> Left | None:
        return Left(self.left.data) if self.left.data in [value for value, *_ in self.left.iter_choices()] else None

    def validate_left(self, field: Any) -> None:
        if self.reason is None:
            raise ValidationError("Choose why it ends")

    def validate_note_seen(self, field: Any) -> None:
        if self.reason is Left.medical and not field.data:
            raise ValidationError("Look at the medical note, then tick this")

    def validate_amount(self, field: Any) -> None:
        if not field.data:
            return
        if not self.decides:
            raise ValidationError("Only the owner gives back another amount than the terms say")
        if not self.note.data:
            raise ValidationError("Say in a few words why another amount goes back")
        self.own_amount()

    def own_amount(self) -> int | None:
        if not self.amount.data or not self.decides:
            return None
        try:
            amount = parse(self.amount.data, self.currency)
        except MoneyError as wrong:
            raise ValidationError(str(wrong)) from None
        if amount < 0:
            raise ValidationError("Enter nothing, or what goes back")
        return amount


class ChangeForm(Form):
    """Another thing of the list, and how the rest is paid."""

    offer = RadioField("What takes its place?", validate_choice=False)
    pays = RadioField("The rest is paid", choices={"full": "In one part", "instalments": "In parts"}, default="full")
    key = HiddenField()
    seen = HiddenField()

    def __init__(self, offers: Sequence[OnSale], *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.offers = offers
        self.offer.choices = [(str(one.version.id), one.terms.name) for one in offers]
        if self.offer.data is None and offers:
            self.offer.data = self.offer.choices[0][0]
        self.key.data = self.key.data or secrets.token_hex(16)

    @property
    def chosen(self) -> OnSale:
        return next((one for one in self.offers if str(one.version.id) == self.offer.data), self.offers[0])

    def validate_offer(self, field: Any) -> None:
        if field.data not in [str(one.version.id) for one in self.offers]:
            raise ValidationError("Choose what takes its place")
