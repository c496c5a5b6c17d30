"""Lengths are kept in centimetres and weights in kilograms, whichever unit was typed, and shown without drifting."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

LengthUnit = Literal["cm", "in"]

CM = Decimal("2.54")
KG = Decimal("0.45359237")
HUNDREDTH = Decimal("0.01")
TENTH = Decimal("0.1")


def to_cm(inches: Decimal) -> Decimal:
    """Give centimetres to a hundredth: fine enough that hundredths of an inch come back as they were typed."""
    return (inches * CM).quantize(HUNDREDTH, ROUND_HALF_UP).normalize()


def to_inches(cm: Decimal) -> Decimal:
    """Give inches to a hundredth."""
    return (cm / CM).quantize(HUNDREDTH, ROUND_HALF_UP).normalize()


def to_kilograms(pounds: Decimal) -> Decimal:
    """Give kilograms to a hundredth: fine enough that tenths of a pound come back as they were typed."""
    return (pounds * KG).quantize(HUNDREDTH, ROUND_HALF_UP).normalize()


def to_pounds(kilograms: Decimal) -> Decimal:
    """Give pounds to a tenth."""
    return (kilograms / KG).quantize(TENTH, ROUND_HALF_UP).normalize()
