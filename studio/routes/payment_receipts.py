"""The receipt of a payment: the original once, a duplicate after that."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.books.ledger import load_payment
from ..models.clients import load_client
from ..models.studios import studio_today
from ..operations.books.papers import print_receipt
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("payment_receipts", __name__, url_prefix="/clients/<int:client_id>/payments/<int:payment_id>")


@bp.get("/receipt.pdf")
@signed_in
@open_blind
def show(client_id: int, payment_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    payment = load_payment(client_id, payment_id) or abort(404)
    if payment.reverses_id is not None:
        abort(404)
    paper, content = print_receipt(payment, client, studio(), studio_today(), by=user())
    return pdf(content, paper.file_name)
