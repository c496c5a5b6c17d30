"""A referral that came by fax, phone or paper slip, typed in at the desk with its scan."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.referral_entries import EntryForm
from ..models.referrals import Via
from ..models.therapists import Therapist, therapist_with_link
from ..operations.referrals import files
from ..operations.referrals.receive import receive
from ..operations.sheet_codes import hashed
from ..web.access import signed_in, user
from ..web.emergency import flags_to_heed
from ..web.open_forms import Ticket, new_ticket, ticket_from
from ..web.uploads import takes_several_files

bp = Blueprint("referral_entries", __name__, url_prefix="/referrals")


@bp.get("/new")
@signed_in
def new() -> ResponseReturnValue:
    """`code` is the short code of a slip: it finds whose pad it came from."""
    code = request.args.get("code", "").strip()
    therapist = therapist_with_link(code) if code else None
    return _page(EntryForm(therapist), new_ticket(), therapist, code=code)


@bp.post("")
@signed_in
@takes_several_files
def create() -> ResponseReturnValue:
    ticket = ticket_from(request.form.get("ticket"))
    therapist = therapist_with_link(request.form.get("link", ""))
    form = EntryForm(therapist)
    form.bring(list(files.waiting(hashed(ticket.key))))
    whole = form.validate_on_submit()
    files.wait(hashed(ticket.key), form.files.checked, without=form.removed)
    if not whole:
        form.bring(list(files.waiting(hashed(ticket.key))))
        return _page(form, ticket, therapist), 422
    referral = receive(form.asked(Via.paper, therapist), ticket.key, by=user())
    flash(f"Referral {referral.reference} is in.")
    if heed := flags_to_heed(referral.flags):
        flash(heed, "stop")
    return redirect(url_for("referrals.show", referral_id=referral.id), 303)


def _page(form: EntryForm, ticket: Ticket, therapist: Therapist | None, code: str = "") -> str:
    return render_template("refer/entry.html", form=form, ticket=ticket, therapist=therapist, code=code)
