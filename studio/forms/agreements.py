"""Signing an agreement, on the tablet or as a note that it was signed on paper."""

from typing import Any

from wtforms import BooleanField, ValidationError

from ..operations.sales.agreements import Signing
from .base import Form
from .consents import Drawn
from .fields import name_field


class AgreementForm(Form):
    signer = name_field("Your full name", "your full name", autocapitalize="words")
    drawn = Drawn("Signature")
    typed = BooleanField("My typed name is my signature", description="For whoever cannot draw on the screen")
    on_paper = BooleanField("It was signed on paper", description="Print it, have it signed, and keep that sheet")

    def validate_drawn(self, field: Any) -> None:
        if not field.strokes and not self.typed.data and not self.on_paper.data:
            raise ValidationError("Sign in the box, or tick that the typed name is the signature")

    def signing(self) -> Signing:
        drawn = not self.typed.data and not self.on_paper.data
        return Signing(self.signer.data or "", self.drawn.strokes if drawn else (), bool(self.on_paper.data))
