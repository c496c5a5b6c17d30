"""A client's money: what is due, what is open, every row, and the form that takes a payment."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..forms.money import PaymentForm
from ..models.clients import load_client
from ..web.access import signed_in
from ..web.blind import open_blind
from ..web.client_money import money_page, page_of
from ..web.converters import number_from

bp = Blueprint("client_money", __name__, url_prefix="/clients/<int:client_id>/money")


@bp.get("")
@signed_in
@open_blind
def show(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    before = number_from("before")
    page = page_of(client, before=before)
    return money_page(client, page, PaymentForm.of(page), taken=number_from("taken"), later=before is not None)
