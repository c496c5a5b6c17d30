"""How the studio trades: its name on invoices, its tax, its reminders, and the consumer law it sells under."""

from dataclasses import asdict
from typing import Any, Self

from wtforms import BooleanField, HiddenField, StringField, TextAreaField, ValidationError

from ..models.books.trade import Trade
from ..terms.law import Band, cut_into
from ..terms.law_sets import law_sets
from .base import Form
from .fields import Choice
from .money import currency
from .term_fields import Money, Numbers, Rate, Whole
from .validators import AtMost

BANDS = 5
DAYS = {"working": "working days", "days": "days"}
COLUMNS = (
    "legal_name tax_number pay_to invoice_note tax_rate tax_included base_session payment_days reminder_days links law "
    "max_months max_total start_within_months sentence sentence_points"
).split()


class TradeForm(Form):
    legal_name = StringField("Name on invoices", [AtMost(120)], description="Empty is the studio’s name")
    tax_number = StringField("Tax number", [AtMost(40)], render_kw={"autocomplete": "off", "spellcheck": "false"})
    pay_to = TextAreaField(
        "Pay to", [AtMost(300)], description="Bank and account, for transfers", render_kw={"rows": 2}
    )
    invoice_note = TextAreaField("Note on invoices", [AtMost(500)], render_kw={"rows": 2})
    tax_rate = Rate("Tax")
    tax_included = BooleanField("Prices hold the tax", description="If not, it is put on top")
    base_session = Money("A standard session", description="What an hour costs without the corrective premium")
    payment_days = Whole("Days to pay an invoice", 0, 120)
    reminder_days = Numbers("Remind after days", most=180, description="3, 10, 21")
    links = BooleanField("Clients may pay by a link", description="A mail or a square code leads to the card provider")

    law = HiddenField()
    max_months = Whole("Longest agreement", 1, 120, blank=True)
    max_total = Money("Highest total")
    start_within_months = Whole("Sessions start within", 1, 60, blank=True)
    sentence = TextAreaField(
        "Sentence above the signature",
        [AtMost(1000)],
        description="{term}, {cancel} and {days} are filled in at sale",
        render_kw={"rows": 3},
    )
    sentence_points = Whole("Its type size", 8, 36)

    @classmethod
    def of(cls, trade: Trade, law: str | None = None) -> Self:
        """As it is set; with a set's code, the law's fields as that set has them, not yet saved."""
        boxes: dict[str, Any] = {name: getattr(trade, name) for name in COLUMNS}
        rules, sets = trade.rules, law_sets(currency())
        if law in sets:
            rules = sets[law].law
            boxes |= {name: getattr(rules, name) for name in asdict(rules) if name != "bands"} | {"law": law}
        for number, band in enumerate(rules.bands[:BANDS], 1):
            kind = "working" if band.working else "days"
            boxes |= {f"up_to_{number}": band.up_to, f"days_{number}": band.days, f"count_{number}": kind}
        return cls(formdata=None, data=boxes) if law is not None else cls(data=boxes)

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """The boxes of the bands: up to which total, how many days, of which kind."""
        return [(self[f"up_to_{n}"], self[f"days_{n}"], self[f"count_{n}"]) for n in range(1, BANDS + 1)]

    def validate(self, extra_validators: Any = None) -> bool:
        fine: bool = super().validate(extra_validators)
        seen: set[int | None] = set()
        for up_to, days, _ in self.rows:
            if up_to.data is not None and days.data is None and not days.errors:
                days.errors = ["Enter for how many days"]
            elif days.data is not None and up_to.data in seen and not up_to.errors:
                up_to.errors = ["Enter each total once, and leave only one of them empty: that is for any other"]
            if days.data is not None:
                seen.add(up_to.data)
            fine = fine and not days.errors and not up_to.errors
        return fine

    def validate_sentence_points(self, field: Any) -> None:
        chosen = law_sets(currency()).get(self.law.data or "")
        if chosen and field.data and field.data < chosen.least_points:
            raise ValidationError(f"Enter at least {chosen.least_points}: {chosen.name} asks for it")

    @property
    def bands(self) -> tuple[Band, ...]:
        rows = ((up_to.data, days.data, count.data) for up_to, days, count in self.rows if days.data is not None)
        return cut_into([Band(up_to, days, count == "working") for up_to, days, count in rows])

    def values(self, *, links: bool) -> dict[str, Any]:
        """The answers as columns; without `links`, the box for them was not on the page."""
        values = {name: self[name].data for name in COLUMNS if links or name != "links"}
        values |= {name: values[name] or 0 for name in ("tax_rate", "base_session")}
        values |= {name: values[name] or "" for name in ("pay_to", "invoice_note", "sentence")}
        known = values["law"] if values["law"] in law_sets(currency()) else ""
        days = list(values["reminder_days"] or ())
        return values | {"law": known, "reminder_days": days, "cooling": [asdict(band) for band in self.bands]}


for _number in range(1, BANDS + 1):
    setattr(TradeForm, f"up_to_{_number}", Money("Up to a total of"))
    setattr(TradeForm, f"days_{_number}", Whole("For", 0, 365, blank=True))
    setattr(TradeForm, f"count_{_number}", Choice("Counted in", DAYS, thing="how days are counted", default="days"))
