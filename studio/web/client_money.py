"""A client's money page, which several resources answer with."""

from flask import render_template

from .. import money
from ..forms.money import PaymentForm
from ..models.books.client_money import ClientMoney, client_money
from ..models.books.ledger import Payment, load_payment
from ..models.books.trade import the_trade
from ..models.clients import Client
from ..models.studios import studio_today
from .setup_first import studio


def page_of(client: Client, *, before: int | None = None) -> ClientMoney:
    """What the page stands on, today."""
    return client_money(client.id, studio().currency, studio_today(), before=before)


def money_page(
    client: Client, page: ClientMoney, form: PaymentForm, *, taken: int | None = None, later: bool = False
) -> str:
    """The page; `taken` is the payment that was just put on record."""
    payment = load_payment(client.id, taken) if taken else None
    return render_template("money/client.html", client=client, page=page, form=form, payment=payment, later=later)


def trade_words() -> str:
    """What is to be known of tax where prices are typed: “holds 20% tax”, or nothing."""
    trade = the_trade()
    if not trade.tax_rate:
        return ""
    rate = money.rate_in_words(trade.tax_rate)
    return f"Prices hold {rate} tax" if trade.tax_included else f"{rate} tax is put on top"


def taken_words(payment: Payment) -> str:
    """What the toast says of a payment."""
    return f"{money.in_words(payment.amount, payment.currency)} received, {payment.method.label.lower()}."
