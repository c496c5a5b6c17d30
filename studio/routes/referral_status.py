"""What a sender's private link opens: how far their referral has come."""

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from ..models.private_links import What
from ..models.referral_status import status_lines
from ..models.referrals import load_referral
from ..operations import private_links
from ..operations.limits import TooMany
from ..web import errors
from ..web.access import public

bp = Blueprint("referral_status", __name__)


@bp.get("/referral/<key:key>")
@public
def show(key: str) -> ResponseReturnValue:
    link = private_links.answering(key, What.status, asked_from=request.remote_addr or "")
    referral = load_referral(link.referral_id) if link and link.referral_id else None
    if link and referral:
        private_links.note_opened(link)
    lines = status_lines(referral) if referral else []
    page = render_template("referral_status/show.html", referral=referral, lines=lines)
    answer = make_response(page, 200 if referral else 404)
    # The address is the key: no other site is told it, no search engine and no cache keeps it.
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.errorhandler(TooMany)
def _too_many(error: TooMany) -> ResponseReturnValue:
    return errors.answer(TooManyRequests(f"{error}.", retry_after=error.retry_after))
