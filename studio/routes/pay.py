"""What a payment link opens, for whoever pays, and where the provider tells us what became of it."""

from flask import Blueprint, Response, abort, current_app, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from ..extensions import csrf
from ..models.books.links import LinkState, PayLink, link_with
from ..money import in_words
from ..operations import limits
from ..operations.books import pay_links, provider_messages
from ..operations.books.providers import missing, provider
from ..operations.limits import TooMany
from ..payments import Refused, Unavailable
from ..web import errors
from ..web.access import public
from ..web.setup_first import studio

bp = Blueprint("pay", __name__, url_prefix="/pay")

LARGEST_MESSAGE = 256 * 1024


@bp.get("/<key:key>")
@public
def show(key: str) -> ResponseReturnValue:
    link = _link(key)
    if link is None:
        return _page(None, status=404)
    try:
        left = pay_links.asked(link)
    except pay_links.Ended:
        return _page(link, said="paid" if link.state is LinkState.paid else "ended")
    except pay_links.NothingOpen:
        return _page(link, said="paid")
    return _page(link, left=left, said="no way" if missing() else "")


@bp.get("/<key:key>/go")
@public
def go(key: str) -> ResponseReturnValue:
    """On to the provider's page: a plain link, for our policy lets no form lead to another house."""
    link, there = _link(key) or abort(404), provider()
    if there is None or missing():
        return _page(link, said="no way", status=503)
    try:
        return _private(make_response(redirect(pay_links.page_behind(link, there, studio()), 303)))
    except (pay_links.Ended, pay_links.NothingOpen):
        return show(key)
    except pay_links.OnItsWay:
        return _page(link, said="on its way")
    except (Refused, Unavailable) as error:
        current_app.logger.warning("payment page: %s", error)
        return _page(link, said="no way", status=503)


@bp.get("/thanks")
@public
def thanks() -> ResponseReturnValue:
    return _private(make_response(render_template("pay/thanks.html")))


@bp.post("/stripe")
@csrf.exempt
@public
def stripe() -> ResponseReturnValue:
    """A message of Stripe. Answered 200 when it is on record or none of ours, so that they send it no more."""
    request.max_content_length = LARGEST_MESSAGE
    there, body = provider(), request.get_data(cache=False)
    told = there.read(body, request.headers.get("Stripe-Signature", "")) if there else None
    if there is None or told is None:
        abort(400)
    provider_messages.take_in(told, there)
    return {"taken": True}


@bp.errorhandler(TooMany)
def _too_many(error: TooMany) -> ResponseReturnValue:
    return errors.answer(TooManyRequests(f"{error}.", retry_after=error.retry_after))


def _link(key: str) -> PayLink | None:
    """The link behind an address; raises TooMany when somebody tries too many."""
    limits.spend(f"pay link {(request.remote_addr or '')[:60]}", limits.SHEET_CODE)
    return link_with(key)


def _page(link: PayLink | None, *, left: int = 0, said: str = "", status: int = 200) -> Response:
    amount = in_words(left, link.currency) if link and left else ""
    page = render_template("pay/show.html", link=link, amount=amount, said=said, provider=provider())
    return _private(make_response(page, status))


def _private(answer: Response) -> Response:
    """The address is the key: no other site is told it, no search engine and no shared computer keeps it."""
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Cache-Control"] = "no-store"
    return answer
