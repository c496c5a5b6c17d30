"""The page on which a quote is made, whole or only what it comes to."""

from dataclasses import dataclass

from flask import render_template

from ..forms.quotes import QuoteForm
from ..models.books.trade import the_trade
from ..models.clients import Client
from ..models.sales.price_list import price_list
from ..models.users import Role
from ..operations.sales import quotes
from ..sheets.quote import Choice
from ..terms.law import checks
from .access import user
from .filters import today

SIZES = (12, 14, 18)


@dataclass(frozen=True)
class Quoting:
    """A client, and the form as far as it is filled in."""

    client: Client
    form: QuoteForm

    @property
    def choices(self) -> list[Choice]:
        """What is chosen, reckoned for today."""
        asked, on = self.form.asked, today()
        return [quotes.offer(self.client, one, self.form.conditions, on=on) for one in asked]

    def page(self) -> str:
        return self._render("quotes/new.html")

    def part(self) -> str:
        return self._render("quotes/_sums.html")

    def _render(self, template: str) -> str:
        choices, law, on = self.choices, the_trade().rules, today()
        stops = [
            f"{one.terms.name}: {remark.words}"
            for one in choices
            for remark in checks(one.terms, one.gross, one.starts_on, on, law)
            if remark.stops
        ]
        return render_template(template, client=self.client, form=self.form, choices=choices, stops=stops)


def quoting(client: Client) -> Quoting:
    """What can be quoted to a client today."""
    on = today()
    size = str(client.sheet_size) if client.sheet_size in SIZES else "12"
    form = QuoteForm(price_list(on), on, owner=user().role is Role.owner, data={"size": size, "credit": True})
    return Quoting(client, form)
