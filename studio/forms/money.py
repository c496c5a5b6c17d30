"""Fields and forms of money: amounts as people type them, and a key that makes the same form sent twice one payment."""

import secrets
from typing import Any, Self

from wtforms import HiddenField, RadioField, StringField, ValidationError
from wtforms.validators import Optional

from .. import money
from ..models.books.client_money import ClientMoney
from ..models.books.ledger import Method
from ..models.studios import studio_today, the_studio
from .base import Form
from .programmes import Day
from .validators import AtMost, Needed

METHODS = {one.value: one.label for one in Method if one is not Method.link}
"""A provider’s page is not the till’s."""


def currency() -> str:
    """What the studio reckons in."""
    studio = the_studio()
    return studio.currency if studio else "USD"


class Amount(StringField):
    """An amount as people type it; `minor` is what it says in minor units. What was typed stays in the box."""

    minor: int = 0

    def __init__(self, label: str, validators: Any = (), *, least: int = 1, **kwargs: Any):
        looks = {"inputmode": "decimal", "autocomplete": "off"}
        super().__init__(label, validators, render_kw=looks, **kwargs)
        self.least = least

    def pre_validate(self, form: Any) -> None:
        if not self.data:
            return
        try:
            self.minor = money.parse(self.data, currency())
        except money.MoneyError as error:
            raise ValidationError(str(error)) from None
        if self.minor < self.least:
            raise ValidationError("Enter more than nothing" if self.least else "Enter nothing or more, without a minus")

    def show(self, amount: int) -> None:
        """Put an amount into the box."""
        self.data = money.plain(amount, currency())


def key_field() -> HiddenField:
    """What the same form sent twice is known by: made when the page is made."""
    return HiddenField("Key", [AtMost(64)], default=lambda: secrets.token_hex(16))


class PaymentForm(Form):
    """What was paid and how. Nothing is chosen beforehand: a wrong method is found only when the drawer is counted."""

    amount = Amount("Amount", [Needed("what was paid")])
    method = RadioField("Paid by", choices=METHODS, validate_choice=False)
    reference = StringField("Reference", [AtMost(80)], description="Of the slip, the transfer or the voucher")
    received_on = Day("Received on", [Optional()])
    invoice = RadioField("For", coerce=str, choices={}, validate_choice=False)
    key = key_field()

    @classmethod
    def of(cls, page: ClientMoney) -> Self:
        """Empty but for what is due now, on today."""
        form = cls(data={"received_on": page.on})
        form.offer(page)
        if not form.is_submitted() and page.asked:
            form.amount.show(page.asked)
        return form

    def offer(self, page: ClientMoney) -> None:
        """What the money may be meant for, where there is more than one thing to pay."""
        several = len(page.open) > 1
        self.invoice.choices = {"": "The oldest first"} | {
            str(one.invoice.id): f"{one.invoice.code}, {money.in_words(one.open, page.currency)} open"
            for one in page.open
            if several
        }

    def validate_method(self, field: Any) -> None:
        if field.data not in METHODS:
            raise ValidationError("Choose how it was paid")

    def validate_received_on(self, field: Any) -> None:
        if field.data and field.data > studio_today():
            raise ValidationError("Enter today or an earlier day")

    @property
    def how(self) -> Method:
        return Method(self.method.data)


class ReversalForm(Form):
    """Why something is taken back."""

    why = StringField("Why?", [Needed("the reason"), AtMost(300)], render_kw={"autocomplete": "off"})
