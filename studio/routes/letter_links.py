"""The private address of a letter: who sends what to whom, and the letter by a button."""

from flask import Blueprint, Response, abort, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from ..models.private_links import PrivateLink, What
from ..models.sheets_home import studio_card
from ..operations import private_links
from ..operations.letters import links
from ..operations.limits import TooMany
from ..web import errors
from ..web.access import public
from ..web.paper import answers_with_paper, pdf
from ..web.setup_first import studio

bp = Blueprint("letter_links", __name__, url_prefix="/letter")
answers_with_paper(bp)


@bp.get("/<key:key>")
@public
def show(key: str) -> ResponseReturnValue:
    link = _answering(key)
    letter = links.letter_behind(link) if link else None
    page = render_template("letters/link.html", card=studio_card(studio()), letter=letter, link=link, key=key)
    return _kept_private(make_response(page, 200 if letter else 404))


@bp.get("/<key:key>.pdf")
@public
def paper(key: str) -> ResponseReturnValue:
    link = _answering(key) or abort(404)
    content, name = links.open_paper(link) or abort(404)
    return _kept_private(pdf(content, name))


@bp.errorhandler(TooMany)
def _too_many(error: TooMany) -> ResponseReturnValue:
    return errors.answer(TooManyRequests(f"{error}.", retry_after=error.retry_after))


def _answering(key: str) -> PrivateLink | None:
    return private_links.answering(key, What.letter, asked_from=request.remote_addr or "")


def _kept_private(answer: Response) -> Response:
    """The address is the key: no other site is told it, no search engine and no shared computer keeps it."""
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Cache-Control"] = "no-store"
    return answer
