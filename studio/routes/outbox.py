"""The outbox: what waits with the time it goes, what could not go, what went."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..models.mail_lists import FEW, failed_mails, gone_mails, left_lying, open_mails
from ..models.mails import Mail, load_mail
from ..operations import outbox, sheet_codes
from ..web.access import owner_only, signed_in, user

bp = Blueprint("outbox", __name__, url_prefix="/outbox")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    before = request.args.get("before", type=int)
    waiting, gone = open_mails(), gone_mails(before)
    return render_template(
        "outbox/index.html",
        waiting=waiting,
        failed=failed_mails(),
        gone=gone[:FEW],
        older=gone[FEW - 1].mail.id if len(gone) > FEW else None,
        later=before is not None,
        way=outbox.way_out(),
        left_lying=left_lying(waiting, utcnow()),
        house=sheet_codes.house(),
        now=utcnow(),
    )


@bp.post("/<int:mail_id>/cancellation")
@signed_in
def cancel(mail_id: int) -> ResponseReturnValue:
    mail = _load(mail_id)
    try:
        outbox.cancel(mail, by=user())
    except outbox.TooLate:
        flash("It is too late: the mail is on its way.", "stop")
    else:
        undo = url_for("outbox.try_again", mail_id=mail_id)
        flash({"text": f"The mail to {mail.to_name or mail.to} is not sent.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("outbox.index"), 303)


@bp.post("/<int:mail_id>/tries")
@signed_in
def try_again(mail_id: int) -> ResponseReturnValue:
    mail = _load(mail_id)
    try:
        outbox.try_again(mail, by=user())
    except outbox.TooLate:
        flash("Nothing is left of this mail to send. Make it anew where it came from.", "stop")
    else:
        flash(f"The mail to {mail.to_name or mail.to} waits again.")
    return redirect(url_for("outbox.index"), 303)


@bp.post("/trials")
@owner_only
def create() -> ResponseReturnValue:
    """A mail to oneself: does it work?"""
    outbox.queue_trial(user())
    flash(f"A trial mail to {user().email} goes out within seconds.")
    return redirect(url_for("outbox.index"), 303)


def _load(mail_id: int) -> Mail:
    return load_mail(mail_id) or abort(404)
