"""One or two things off the price list for a client to compare."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

from wtforms import BooleanField, RadioField, StringField, TextAreaField, ValidationError

from ..models.sales.offers import OfferVersion
from ..operations.sales.quotes import Asked, Conditions
from ..sheets.shared import PrintSize
from ..terms.pricing import discount_problem
from .base import Form
from .fields import Choice
from .programmes import Day
from .term_fields import Rate
from .validators import AtMost, Needed

USUAL = timedelta(days=14)
YEAR = timedelta(days=366)
PAYS = {"full": "In full", "parts": "In parts"}
SIZES = {"12": "12 pt", "14": "14 pt", "18": "18 pt"}


class QuoteForm(Form):
    """`versions` is the price list of the day; the second thing may stay empty."""

    first = Choice("First", {}, thing="what to quote")
    second = Choice("Second", {}, thing="what to compare it with")
    pays_1 = RadioField("Paid", choices=PAYS, default="full")
    pays_2 = RadioField("Paid", choices=PAYS, default="full")
    discount_1 = Rate("Discount")
    discount_2 = Rate("Discount")
    why = StringField("Why is there a discount?", [AtMost(200)], render_kw={"autocomplete": "off"})
    credit = BooleanField("Credit the assessment’s fee", default=True)
    starts_on = Day("If it starts on", [Needed("the first day")])
    valid_until = Day("The quote holds until", [Needed("its last day")])
    note = TextAreaField("A few words", [AtMost(500)], description="Printed under the prices", render_kw={"rows": 2})
    size = RadioField("Type size", choices=SIZES, default="12")

    def __init__(self, versions: Sequence[OfferVersion], on: date, *args: Any, owner: bool, **kwargs: Any):
        self.versions, self.on, self.owner = versions, on, owner
        super().__init__(*args, **kwargs)
        offered = [(str(one.id), one.terms.name) for one in versions]
        self.first.choices, self.second.choices = dict(offered), {"": "Nothing"} | dict(offered)
        if self.first.data is None and offered:
            self.first.data, self.second.data = self._usual()
        self.starts_on.data = self.starts_on.data or on
        self.valid_until.data = self.valid_until.data or on + USUAL

    def validate_second(self, field: Any) -> None:
        same = ("discount_1", "pays_1"), ("discount_2", "pays_2")
        if field.data == self.first.data and len({tuple(self[name].data for name in names) for names in same}) == 1:
            raise ValidationError("Choose another one to compare, or nothing")

    def validate_discount_1(self, field: Any) -> None:
        self._allowed(field, self.first.data)

    def validate_discount_2(self, field: Any) -> None:
        self._allowed(field, self.second.data)

    def validate_why(self, field: Any) -> None:
        given = self.discount_1.data or (self.second.data and self.discount_2.data)
        if given and not field.data:
            raise ValidationError("Say why there is a discount")

    def validate_valid_until(self, field: Any) -> None:
        if field.data and not self.on <= field.data <= self.on + YEAR:
            raise ValidationError("Enter today or a day within a year")

    def validate_starts_on(self, field: Any) -> None:
        if field.data and not self.on <= field.data <= self.on + YEAR:
            raise ValidationError("Enter today or a day within a year")

    @property
    def asked(self) -> list[Asked]:
        """What is to be quoted, as far as it is chosen; a discount that cannot be read is none."""
        found = []
        for number, name in enumerate((self.first.data, self.second.data), 1):
            if version := self._version(name):
                full = self[f"pays_{number}"].data != "parts" or len(version.terms.instalment_days) < 2
                found.append(Asked(version, self[f"discount_{number}"].data or 0, full))
        return found

    @property
    def conditions(self) -> Conditions:
        return Conditions(self.starts_on.data or self.on, self.why.data or "", bool(self.credit.data))

    @property
    def print_size(self) -> PrintSize:
        return cast(PrintSize, int(self.size.data or 12))

    def _version(self, name: str | None) -> OfferVersion | None:
        return next((one for one in self.versions if str(one.id) == name), None)

    def _allowed(self, field: Any, name: str | None) -> None:
        version = self._version(name)
        if version and field.data:
            problem = discount_problem(version.terms, field.data, "said below", owner=self.owner)
            if problem:
                raise ValidationError(problem)

    def _usual(self) -> tuple[str, str]:
        """The first two packages, else the first thing there is."""
        packages = [str(one.id) for one in self.versions if one.terms.kind == "package"]
        return (packages[0], packages[1]) if len(packages) > 1 else (str(self.versions[0].id), "")
