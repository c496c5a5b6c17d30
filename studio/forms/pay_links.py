"""How much a client is asked for by a link."""

from wtforms import HiddenField, RadioField, ValidationError

from ..numbers import whole
from ..operations.books.pay_links import Amounts
from .base import Form

PARTS = {"due": "What is due now", "open": "All that is open"}


class PayLinkForm(Form):
    part = RadioField("How much?", choices=PARTS, validate_choice=False)
    invoice = HiddenField()

    @classmethod
    def of(cls, invoice_id: int, amounts: Amounts) -> "PayLinkForm":
        return cls(data={"invoice": invoice_id, "part": "due" if amounts.due else "open"})

    def validate_part(self, field: RadioField) -> None:
        if field.data not in PARTS:
            raise ValidationError("Choose how much")

    @property
    def invoice_id(self) -> int:
        return whole(str(self.invoice.data or "")) or 0

    def wanted(self, amounts: Amounts) -> int:
        """What was chosen, in minor units."""
        return amounts.due if self.part.data == "due" else amounts.open
