"""Centimetres and inches: a length is kept in centimetres, whichever was typed, and shown without drifting."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

LengthUnit = Literal["cm", "in"]

CM = Decimal("2.54")
HUNDREDTH = Decimal("0.01")


def to_cm(inches: Decimal) -> Decimal:
    """Give centimetres to a hundredth: fine enough that hundredths of an inch come back as they were typed."""
    return (inches * CM).quantize(HUNDREDTH, ROUND_HALF_UP).normalize()


def to_inches(cm: Decimal) -> Decimal:
    """Give inches to a hundredth."""
    return (cm / CM).quantize(HUNDREDTH, ROUND_HALF_UP).normalize()
