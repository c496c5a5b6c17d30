"""One thing on the price list: all of its terms, and from which day they hold."""

from datetime import date
from typing import Any, Self

from wtforms import BooleanField, StringField, ValidationError
from wtforms.validators import Optional

from ..models.sales.offers import OfferVersion
from ..models.studios import studio_today
from ..money import in_words
from ..operations.sales.prices import Validity
from ..terms.terms import KINDS, WORDS, Attendance, FeeCredit, FreezeRule, Kind, RefundRule, Terms
from .base import Form
from .fields import Choice, Several
from .money import currency
from .programmes import Day
from .term_fields import Lines, Money, Numbers, Rate, Whole
from .validators import AtMost, Needed

MOST_WEEKS = 156
REASONS = {"medical": "A medical reason", "relocation": "Moving away", "law": "Where the law requires it"}
# The form's boxes for the parts of terms, under the names they have there.
PARTS: dict[str, dict[str, str]] = {
    "fee_credit": {"percent": "credit_percent", "days": "credit_days"},
    "attendance": {name: name for name in ("notice_h", "courtesy", "no_show_uses", "late_min", "studio_notice_h")},
    "freeze": {
        "times": "freeze_times",
        "most_days": "freeze_days",
        "notice_days": "freeze_notice",
        "medical": "medical",
        "medical_pauses_payments": "medical_pauses",
        "rescreen_after_days": "rescreen_after",
    },
    "refund": {"reasons": "refund_reasons", "fee_percent": "refund_fee", "relocation_miles": "relocation_miles"},
}
PLAIN = (
    "name price premium tax_rate tax_included sessions minutes weeks per_week people grace_weeks screens sheets "
    "letters instalment_days stop_late_days most_discount paid_in_full_discount transfers note"
).split()


class OfferForm(Form):
    kind = Choice("What is it?", [(kind, WORDS[kind]) for kind in KINDS], thing="what it is", default="package")
    name = StringField("Name", [Needed("its name"), AtMost(80)], render_kw={"autocomplete": "off"})
    code = StringField(
        "Short name", [AtMost(20)], description="In exports. Empty makes one", render_kw={"autocomplete": "off"}
    )
    price = Money("Price", [Needed("its price")], description="For all of it")
    premium = Money("Above a standard session", description="How much of each session’s price")
    tax_rate = Rate("Tax")
    tax_included = BooleanField("The price holds the tax", description="If not, it is put on top")

    sessions = Whole("Sessions", 1, 400)
    minutes = Whole("Minutes each", 5, 480)
    weeks = Whole("Weeks", 1, MOST_WEEKS)
    per_week = Whole("A week", 0, 14, empty=0, description="Empty where they are taken as they come")
    people = Whole("People at a time", 1, 20)
    grace_weeks = Whole("Weeks of grace", 0, 52, description="To use what is left")

    screens = Numbers("Screens in weeks", most=MOST_WEEKS)
    sheets = Numbers("Home sheets in weeks", most=MOST_WEEKS)
    letters = Numbers("Letters in weeks", most=MOST_WEEKS, description="0 is the day of the assessment")
    extras = Lines("What else belongs to it", description="One thing a line", render_kw={"rows": 3})

    instalment_days = Numbers(
        "Parts are due on days", most=MOST_WEEKS * 7, description="Counted from the start: 0, 28, 56. Just 0 is in full"
    )
    stop_late_days = Whole("Sessions stop when a part is late by days", 0, 90, description="0 is never")
    most_discount = Rate("Discount up to", description="More is for the owner to give")
    paid_in_full_discount = Rate("Off when paid in full")

    notice_h = Whole("Cancel in time, hours before", 0, 336)
    courtesy = Whole("Late cancels as a courtesy", 0, 20)
    no_show_uses = BooleanField("A no-show uses the session")
    late_min = Whole("No-show when late by minutes", 1, 120)
    studio_notice_h = Whole("We cancel in time, hours before", 0, 336, description="Later gives a session on top")

    freeze_times = Whole("Freezes", 0, 12)
    freeze_days = Whole("Days at most", 0, 365)
    freeze_notice = Whole("Days of notice", 0, 60)
    medical = BooleanField("With a medical note it stands as long as needed")
    medical_pauses = BooleanField("A medical freeze pauses payments")
    rescreen_after = Whole("Re-screen after a freeze of days", 0, 365)

    refund_reasons = Several("Sessions left are paid back for", REASONS)
    refund_fee = Rate("Kept of it, at most")
    relocation_miles = Whole("Moving away is from miles on", 0, 500)
    credit_percent = Rate("Of the fee")
    credit_days = Whole("Bought within days", 0, 365)
    transfers = Whole("Can go to somebody else, times", 0, 10)
    note = StringField("A word on it", [AtMost(200)], description="Printed on quotes and agreements")

    valid_from = Day("First day", [Needed("its first day")])
    valid_until = Day("Sold until", [Optional()])
    why = StringField(
        "Why?", [AtMost(300)], description="For the team: what changed", render_kw={"autocomplete": "off"}
    )

    @classmethod
    def new(cls, trade: Any) -> Self:
        """Begun with the usual rules and the studio's tax."""
        usual = Terms("package", "", 0, currency(), 12, 12, tax_rate=trade.tax_rate, tax_included=trade.tax_included)
        boxes = _boxes(usual) | {"price": None, "valid_from": studio_today()}
        return cls(data=boxes)

    @classmethod
    def of(cls, version: OfferVersion) -> Self:
        """As the version says, from today on."""
        today = studio_today()
        ends = version.valid_until if version.valid_until and version.valid_until >= today else None
        return cls(data=_boxes(version.terms) | {"valid_from": max(today, version.valid_from), "valid_until": ends})

    def validate_valid_from(self, field: Any) -> None:
        if field.data and field.data < studio_today():
            raise ValidationError("Enter today or a later day: what held before is not changed")

    def validate_valid_until(self, field: Any) -> None:
        if field.data and self.valid_from.data and field.data < self.valid_from.data:
            raise ValidationError("Enter a day that is not before the first day")

    def validate_premium(self, field: Any) -> None:
        each = (self.price.data or 0) // (self.sessions.data or 1)
        if field.data and field.data > each:
            raise ValidationError(f"Enter at most what a session costs, {in_words(each, currency())}")

    def validate_screens(self, field: Any) -> None:
        self._within(field)

    def validate_sheets(self, field: Any) -> None:
        self._within(field)

    def validate_letters(self, field: Any) -> None:
        self._within(field)

    def validate_instalment_days(self, field: Any) -> None:
        if field.data and self.weeks.data and max(field.data) >= self.weeks.data * 7:
            raise ValidationError("Enter days within its weeks")

    def _within(self, field: Any) -> None:
        if field.data and self.weeks.data and max(field.data) > self.weeks.data:
            raise ValidationError(f"Enter weeks up to {self.weeks.data}")

    @property
    def validity(self) -> Validity:
        first: date = self.valid_from.data or studio_today()
        return Validity(first, self.valid_until.data, self.why.data or "")

    def so_far(self) -> Terms | None:
        """The terms for as far as they can be reckoned with; None while a box is not readable."""
        return None if any(field.errors for field in self if field.name not in ("name", "valid_from")) else self.terms()

    def terms(self) -> Terms:
        """The answers as terms; an empty box is nothing."""
        kind: Kind = self.kind.data or "package"
        values: dict[str, Any] = {name: self[name].data for name in PLAIN}
        for name in ("premium", "tax_rate", "most_discount", "paid_in_full_discount"):
            values[name] = values[name] or 0
        for name in ("screens", "sheets", "letters"):
            values[name] = values[name] or ()
        parts = {part: {name: self[box].data for name, box in boxes.items()} for part, boxes in PARTS.items()}
        parts["refund"] |= {
            "reasons": tuple(parts["refund"]["reasons"] or ()),
            "fee_percent": self.refund_fee.data or 0,
        }
        parts["fee_credit"]["percent"] = self.credit_percent.data or 0
        values |= {
            "instalment_days": values["instalment_days"] or (0,),
            "extras": self.extras.lines,
            "fee_credit": FeeCredit(**parts["fee_credit"]),
            "attendance": Attendance(**parts["attendance"]),
            "freeze": FreezeRule(**parts["freeze"]),
            "refund": RefundRule(**parts["refund"]),
        }
        return Terms(kind=kind, currency=currency(), **values)


def _boxes(terms: Terms) -> dict[str, Any]:
    """Terms as they stand in the boxes."""
    boxes: dict[str, Any] = {name: getattr(terms, name) for name in (*PLAIN, "kind")}
    for part, names in PARTS.items():
        boxes |= {box: getattr(getattr(terms, part), name) for name, box in names.items()}
    return boxes | {"refund_reasons": list(terms.refund.reasons), "extras": "\n".join(terms.extras)}
