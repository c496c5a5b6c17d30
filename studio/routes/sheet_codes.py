"""What the square code of a home sheet opens: the studio's contact, for whoever holds the sheet."""

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from ..models.sheets_home import studio_card
from ..operations import sheet_codes
from ..operations.limits import TooMany
from ..web import errors
from ..web.access import public
from ..web.setup_first import studio

bp = Blueprint("sheet_codes", __name__)


@bp.get("/<key:code>")
@public
def show(code: str) -> ResponseReturnValue:
    current = sheet_codes.answers(code, asked_from=request.remote_addr or "")
    page = render_template("sheet_codes/show.html", card=studio_card(studio()), current=current)
    answer = make_response(page, 200 if current else 404)
    # The address is the key: no other site is told it, and no search engine keeps it.
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@bp.errorhandler(TooMany)
def _too_many(error: TooMany) -> ResponseReturnValue:
    return errors.answer(TooManyRequests(f"{error}.", retry_after=error.retry_after))
