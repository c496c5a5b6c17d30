"""Boxes for what terms are made of: amounts, rates, whole numbers and lists of weeks. What was typed stays in them."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from wtforms import Field, IntegerField, TextAreaField, ValidationError
from wtforms.validators import StopValidation
from wtforms.widgets import TextInput

from .. import money
from .money import currency
from .validators import AtMost

MOST_NUMBERS = 30


class Typed(Field):
    """A box of text that is read into something else; `read` and `write` are each other's inverse."""

    widget = TextInput()

    def __init__(self, label: str, validators: Any = (), *, keypad: str = "decimal", **kwargs: Any):
        looks = {"inputmode": keypad, "autocomplete": "off"}
        super().__init__(label, validators, render_kw=looks, **kwargs)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.write(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        text = str(valuelist[0]).strip()
        self.data = None
        self.data = self.read(text) if text else None

    def pre_validate(self, form: Any) -> None:
        if self.process_errors:  # what cannot be read needs no second sentence
            raise StopValidation

    def read(self, text: str) -> Any:
        return text

    def write(self, data: Any) -> str:
        return str(data)


class Money(Typed):
    """An amount, not below nothing; the data are minor units of the studio's currency."""

    def read(self, text: str) -> int:
        amount = money.parse(text, currency())
        if amount < 0:
            raise ValueError("Enter an amount that is not below nothing")
        return amount

    def write(self, data: int) -> str:
        return money.plain(data, currency())


class Rate(Typed):
    """A share in percent, 0 to 100; the data are thousandths of a percent."""

    def read(self, text: str) -> int:
        try:
            rate = Decimal(text.rstrip("% ").replace(",", ".")) * 1000
            if rate.is_nan() or not 0 <= rate <= money.WHOLE or rate != rate.to_integral_value():
                raise InvalidOperation
        except InvalidOperation:
            raise ValueError("Enter a percentage from 0 to 100, such as 15 or 8.875") from None
        return int(rate)

    def write(self, data: int) -> str:
        return money.rate_in_words(data).rstrip("%")


class Numbers(Typed):
    """Whole numbers from 0 on with commas between them, in order and each once: “6, 12”."""

    def __init__(self, label: str, *, most: int, **kwargs: Any):
        super().__init__(label, keypad="text", **kwargs)
        self.most = most

    def read(self, text: str) -> tuple[int, ...]:
        parts = [part for part in re.split(r"[\s,;]+", text) if part]
        if not all(part.isascii() and part.isdecimal() and int(part) <= self.most for part in parts):
            raise ValueError(f"Enter whole numbers up to {self.most} with commas between them, such as 6, 12")
        if len(parts) > MOST_NUMBERS:
            raise ValueError(f"Enter at most {MOST_NUMBERS} numbers")
        return tuple(sorted({int(part) for part in parts}))

    def write(self, data: tuple[int, ...]) -> str:
        return ", ".join(map(str, data))


class Lines(TextAreaField):
    """A few lines, each of them one thing; the data are a text, `lines` is a tuple."""

    longest = 120

    def __init__(self, label: str, **kwargs: Any):
        super().__init__(label, [AtMost(600)], **kwargs)

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        if any(len(line) > self.longest for line in self.lines):
            raise ValidationError(f"Shorten each line to {self.longest} characters")

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in (self.data or "").splitlines() if line.strip())


class Whole(IntegerField):
    """A whole number between two bounds; an empty box is what `empty` says, with `blank` nothing, or not enough."""

    def __init__(
        self, label: str, low: int, high: int, *, empty: int | None = None, blank: bool = False, **kwargs: Any
    ):
        super().__init__(label, render_kw={"inputmode": "numeric", "autocomplete": "off"}, **kwargs)
        self.low, self.high, self.empty, self.blank = low, high, empty, blank or empty is not None

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        text = str(valuelist[0]).strip()
        if not text and self.blank:
            self.data = self.empty
        elif text.isascii() and text.isdecimal() and len(text) < 10 and self.low <= int(text) <= self.high:
            self.data = int(text)
        else:
            self.data = None
            raise ValueError(f"Enter a whole number from {self.low} to {self.high}")
