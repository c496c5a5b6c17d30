"""Invoices with lines of their own, credit notes, money given back, write-offs."""

from typing import Any, Self

from wtforms import IntegerField, RadioField, StringField, ValidationError
from wtforms.validators import Optional

from .. import money
from ..models.books.trade import the_trade
from ..operations.books.billing import Wanted
from .base import Form
from .money import METHODS, Amount, currency, key_field
from .validators import AtMost, Between, Needed

LINES = range(1, 5)


class InvoiceForm(Form):
    """Up to four lines; empty ones are left out."""

    days = IntegerField("To be paid within", [Optional(), Between(0, 365)])
    note = StringField("A word on the invoice", [AtMost(500)])
    key = key_field()

    @classmethod
    def fresh(cls) -> Self:
        return cls(data={"days": the_trade().payment_days} | {f"count_{n}": 1 for n in LINES})

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """The fields of each line: words, number, price."""
        return [(self[f"words_{n}"], self[f"count_{n}"], self[f"each_{n}"]) for n in LINES]

    def validate_words_1(self, field: Any) -> None:
        if not any(words.data or each.data for words, _, each in self.rows):
            raise ValidationError("Enter what is sold and its price")

    def validate(self, extra_validators: Any = None) -> bool:
        good: bool = super().validate(extra_validators)
        for words, _, each in self.rows:
            for here, other, missing in ((words, each, "Enter what it is for"), (each, words, "Enter its price")):
                if other.data and not here.data and not here.errors:
                    here.errors, good = [missing], False
        return good

    def wanted(self) -> list[Wanted]:
        return [Wanted(words.data, count.data or 1, each.minor) for words, count, each in self.rows if words.data]


for _n in LINES:
    setattr(InvoiceForm, f"words_{_n}", StringField("What", [AtMost(200)]))
    setattr(InvoiceForm, f"count_{_n}", IntegerField("Number", [Optional(), Between(1, 999)]))
    setattr(InvoiceForm, f"each_{_n}", Amount("Price of one"))


class CreditForm(Form):
    """How much of an invoice is taken back, and why; the reason is printed."""

    amount = Amount("How much", [Needed("how much is taken back")])
    why = StringField("Why", [Needed("the reason"), AtMost(300)], description="It is printed on the credit note")
    key = key_field()


class RefundForm(Form):
    """Money that goes back to a client."""

    amount = Amount("How much", [Needed("how much goes back")])
    method = RadioField("Given back by", choices=METHODS, validate_choice=False)
    reference = StringField("Reference", [AtMost(80)])
    why = StringField("Why", [Needed("the reason"), AtMost(300)])
    key = key_field()

    @classmethod
    def of(cls, good: int) -> Self:
        """With all that lies on the account."""
        form = cls()
        if not form.is_submitted():
            form.amount.data = money.plain(good, currency())
        return form

    def validate_method(self, field: Any) -> None:
        if field.data not in METHODS:
            raise ValidationError("Choose how it goes back")


class WriteOffForm(Form):
    """Why an invoice is given up."""

    why = StringField("Why", [Needed("the reason"), AtMost(300)], description="“Cannot be reached since May”")
    key = key_field()
