"""The page on which a package is sold, whole or only its sum."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template, request

from ..forms.sales import SaleForm
from ..models.books.ledger import Method
from ..models.books.trade import the_trade
from ..models.clients import Client
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Enrolment
from ..models.sales.fee_credits import fee_credit
from ..models.sales.quotes import TakenUp, taken_up
from ..models.sales.sale_page import OnSale, begins_after, on_sale
from ..money import rate_in_words
from ..operations.sales.selling import agreed, dues, remarks
from ..terms.pricing import CREDITED_ON
from .blind import not_to_see
from .filters import today

DESK = (Method.cash, Method.card, Method.transfer, Method.voucher)


@dataclass(frozen=True)
class Selling:
    """A client, what is offered to them, and the form as far as it is filled in."""

    client: Client
    form: SaleForm
    renews: Enrolment | None
    on: date

    def page(self) -> str:
        return self._render("enrolments/new.html")

    def part(self) -> str:
        return self._render("enrolments/_pay.html")

    def seen(self) -> bool:
        """Does the sum on the screen still hold? The same for both ways to pay."""
        return self.form.seen.data == self._sums()

    def _sums(self) -> str:
        return f"{self.form.chosen.version.id}:{agreed(self.form.sale()).gross}" if self.form.offers else ""

    def _render(self, template: str) -> str:
        form = self.form
        told: dict[str, Any] = {"client": self.client, "form": form, "renews": self.renews, "trade": the_trade()}
        if form.offers:
            full, parts = form.sale(), form.sale("instalments")
            terms = form.chosen.terms
            told |= {
                "full": agreed(full),
                "parts": dues(agreed(parts).gross, parts, self.on) if len(terms.instalment_days) > 1 else (),
                "remarks": remarks(full, self.on),
                "methods": DESK,
            }
            form.seen.data = self._sums()
        return render_template(template, **told)


def selling(client: Client, data: dict[str, Any] | None = None) -> Selling:
    """What can be sold to a client today. `data` is what is filled in beforehand."""
    on = today()
    renews_id = (data or {}).get("renews") or request.form.get("renews", "")
    renews = load_enrolment(client.id, int(renews_id)) if renews_id.isdecimal() else None
    quoted = taken_up(client.id, (data or {}).get("quote") or request.form.get("quote", ""), on)
    offers = on_sale(client.id, on, renews=renews, by_plan=client.id not in not_to_see())
    if quoted:
        as_quoted = OnSale(quoted.version, quoted.version.terms, f"as quoted, {quoted.quote.code}")
        offers = [as_quoted, *(one for one in offers if one.version.id != quoted.version.id)]
    package = next((one.terms for one in offers if one.terms.kind in CREDITED_ON), None)
    # A quote promised the credit as it stood on its day.
    credited = fee_credit(client.id, package, quoted.quote.made_on if quoted else on) if package else None
    form = SaleForm(
        offers, on, credited=credited, after=begins_after(renews, on) if renews else None, quoted=quoted,
        data={"coach": str(client.coach_id or "")} | (as_in(quoted, on) if quoted else {}) | (data or {}),
    )  # fmt: skip
    return Selling(client, form, renews, on)


def as_in(quoted: TakenUp, on: date) -> dict[str, Any]:
    """A sale's boxes as a quote fills them."""
    choice = quoted.choice
    return {
        "offer": str(quoted.version.id),
        "start": "other" if choice.starts_on > on else "today",
        "starts_on": choice.starts_on if choice.starts_on > on else None,
        "discount": rate_in_words(choice.discount).rstrip("%") if choice.discount else "",
        "discount_why": choice.why,
        "quote": quoted.key,
    }
