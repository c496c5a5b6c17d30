"""The studio's own public page, and the short form by which somebody asks for themselves."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..extensions import csrf
from ..forms.inquiries import InquiryForm
from ..models.texts import current, in_parts
from ..operations import limits
from ..operations.referrals.receive import receive, sent_before
from ..web.access import public
from ..web.emergency import words_to_heed
from ..web.open_forms import Ticket, new_ticket, ticket_from
from ..web.setup_first import studio

bp = Blueprint("inquiries", __name__, url_prefix="/studio")


@bp.get("")
@public
def new() -> ResponseReturnValue:
    return _page(InquiryForm(), new_ticket())


@bp.post("")
@csrf.exempt
@public
def create() -> ResponseReturnValue:
    ticket = ticket_from(request.form.get("ticket"))
    if sent_before(ticket.key):
        return redirect(url_for("receipts.show", key=ticket.key, again="yes"), 303)
    form = InquiryForm()
    try:
        limits.spend(f"referral {(request.remote_addr or '')[:60]}", limits.REFERRAL_ADDRESS)
        whole = form.validate() and not ticket.problem
        if whole:
            limits.spend("referrals", limits.REFERRALS)
    except limits.TooMany as error:
        page = _page(form, ticket, too_many=str(error))
        page.status_code, page.headers["Retry-After"] = 429, str(error.retry_after)
        return page
    if not whole:
        if ticket.problem:
            form.form_errors.append(f"{ticket.problem}.")
        page = _page(form, ticket)
        page.status_code = 422
        return page
    receive(form.asked(), ticket.key)
    return redirect(url_for("receipts.show", key=ticket.key), 303)


def _page(form: InquiryForm, ticket: Ticket, **more: object) -> Response:
    wording = current("studio")
    parts = in_parts(wording.body, studio())
    heed = words_to_heed([form.about.data or ""], own=True)
    return make_response(
        render_template("inquiries/new.html", form=form, ticket=ticket, wording=wording, parts=parts, heed=heed, **more)
    )
