"""A sale in three taps: what, from when, how it is paid. The rest is there for who wants it."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

from wtforms import BooleanField, HiddenField, RadioField, StringField, ValidationError
from wtforms.validators import Optional

from ..models.books.ledger import Method
from ..models.sales.enrolments import Enrolment
from ..models.sales.fee_credits import Credited
from ..models.sales.quotes import TakenUp
from ..models.sales.sale_page import OnSale
from ..money import WHOLE
from ..operations.sales.selling import Pays, Sale
from ..operations.users import team
from ..terms.pricing import CREDITED_ON
from .base import Form
from .fields import Choice
from .programmes import Day
from .validators import AtMost

MONDAY, YEAR = 7, 366
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,3}))?\s*%?")


class Percent(StringField):
    """A percentage as people type it, “5” or “7.5 %”; `rate` is thousandths of it, 0 where it cannot be read."""

    @property
    def rate(self) -> int:
        found = _PERCENT.fullmatch(self.data or "")
        return int(found[1]) * 1000 + int((found[2] or "").ljust(3, "0")) if found else 0

    def pre_validate(self, form: Any) -> None:
        if self.data and (not _PERCENT.fullmatch(self.data) or self.rate > WHOLE):
            raise ValidationError("Enter a percentage, such as 5")


class SaleForm(Form):
    """`offers` is what can be sold, the first what is proposed; `pay` comes from the button that was tapped."""

    offer = RadioField("What", validate_choice=False)
    start = RadioField("From", validate_choice=False)
    starts_on = Day("First day", [Optional()])
    discount = Percent("Discount in percent", [AtMost(8)], render_kw={"inputmode": "decimal", "autocomplete": "off"})
    discount_why = StringField("Why", [AtMost(200)], render_kw={"autocomplete": "off"})
    fee_credit = BooleanField("Credit the assessment fee", default=True)
    coach = Choice("Coach", lambda: _coaches(), thing="a coach", default="")
    reference = StringField("Reference of the payment", [AtMost(80)], render_kw={"autocomplete": "off"})
    pay = HiddenField()
    seen = HiddenField()
    renews = HiddenField()
    quote = HiddenField()
    key = HiddenField()

    def __init__(
        self,
        offers: Sequence[OnSale],
        today: date,
        *args: Any,
        credited: Credited | None = None,
        after: date | None = None,
        quoted: TakenUp | None = None,
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.offers, self.today, self.credited, self.after = offers, today, credited, after
        self.quoted = quoted
        self.offer.choices = [(str(one.version.id), one.terms.name) for one in offers]
        monday = today + timedelta(days=MONDAY - today.weekday())
        self.starts = {"today": today, "monday": monday} | ({"after": after} if after and after > today else {})
        if self.offer.data is None and offers:
            self.offer.data = self.offer.choices[0][0]
        if self.start.data is None:
            self.start.data = "after" if "after" in self.starts else "today"
        self.key.data = self.key.data or secrets.token_hex(16)

    @property
    def chosen(self) -> OnSale:
        return next((one for one in self.offers if str(one.version.id) == self.offer.data), self.offers[0])

    @property
    def first_day(self) -> date:
        """The day that was chosen; today while none is."""
        return self.starts.get(self.start.data or "", self.starts_on.data or self.today)

    @property
    def credit(self) -> int:
        """What of the assessment's fee comes off what is chosen."""
        wanted = self.credited is not None and self.fee_credit.data and self.chosen.terms.kind in CREDITED_ON
        return self.credited.amount if wanted and self.credited else 0

    def validate_offer(self, field: Any) -> None:
        if field.data not in [str(one.version.id) for one in self.offers]:
            raise ValidationError("Choose what is sold")

    def validate_start(self, field: Any) -> None:
        if field.data not in (*self.starts, "other"):
            raise ValidationError("Choose the first day")

    def validate_starts_on(self, field: Any) -> None:
        if self.start.data != "other":
            return
        if field.data is None:
            raise ValidationError("Enter the first day")
        if not -YEAR <= (field.data - self.today).days <= YEAR:
            raise ValidationError("Enter a first day within a year from today")

    def validate_pay(self, field: Any) -> None:
        pays, _, method = (field.data or "").partition(":")
        if pays not in ("full", "instalments") or method not in ("", *Method):
            raise ValidationError("Tap how it is paid")

    def sale(self, pays: Pays = "full", *, renews: Enrolment | None = None) -> Sale:
        """What was agreed, as far as it is chosen."""
        return Sale(
            version=self.chosen.version,
            starts_on=self.first_day,
            pays=pays,
            reference=self.reference.data or "",
            discount=self.discount.rate,
            discount_why=self.discount_why.data or "",
            fee_credit=self.credit,
            coach_id=int(self.coach.data) if self.coach.data else None,
            quote_id=self.quoted.quote.id if self.quoted and self.chosen.version is self.quoted.version else None,
            renews=renews,
            key=self.key.data,
        )

    def paid(self, *, renews: Enrolment | None = None) -> Sale:
        """The same with how it is paid; a link is sent afterwards, so nothing is paid by it yet."""
        pays, _, method = str(self.pay.data).partition(":")
        at_once = Method(method) if method and method != Method.link else None
        return replace(self.sale(cast(Pays, pays), renews=renews), method=at_once)


def _coaches() -> list[tuple[str, str]]:
    return [("", "Nobody yet"), *((str(one.id), one.name) for one in team() if one.active and one.can_assess)]
