"""What whoever sent a referral sees afterwards: its reference, and what happens next and when."""

from flask import Blueprint, abort, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from ..models.private_links import What
from ..models.receipt_view import first_name, next_steps
from ..models.referrals import Kind, files_of, load_referral
from ..operations import private_links
from ..operations.limits import TooMany
from ..web import errors
from ..web.access import public
from ..web.emergency import flags_to_heed

bp = Blueprint("receipts", __name__)


@bp.get("/refer/received/<key:key>")
@public
def show(key: str) -> ResponseReturnValue:
    link = private_links.answering(key, What.status, asked_from=request.remote_addr or "") or abort(404)
    referral = load_referral(link.referral_id or 0) or abort(404)
    page = render_template(
        "refer/received.html",
        referral=referral,
        key=key,
        name=first_name(referral),
        steps=next_steps(referral),
        heed=flags_to_heed(referral.flags, own=referral.kind is Kind.inquiry),
        files=files_of(referral.id),
    )
    answer = make_response(page)
    # The address is the key: no other site is told it, and no search engine keeps it.
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@bp.errorhandler(TooMany)
def _too_many(error: TooMany) -> ResponseReturnValue:
    return errors.answer(TooManyRequests(f"{error}.", retry_after=error.retry_after))
