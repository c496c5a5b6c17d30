"""All payment links, and what of the provider's messages waits for somebody."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..models.books.link_lists import FEW, load_message, newest_links, waiting_messages
from ..operations.books import provider_messages
from ..operations.books.providers import missing, provider
from ..web.access import signed_in, user
from ..web.converters import number_from

bp = Blueprint("money_links", __name__, url_prefix="/money/links")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    before = number_from("before")
    links = newest_links(before)
    return render_template(
        "money_links/index.html",
        messages=[] if before else waiting_messages(),
        links=links[:FEW],
        older=links[FEW - 1].id if len(links) > FEW else None,
        later=before is not None,
        provider=provider(),
        missing=missing(),
        now=utcnow(),
    )


@bp.post("/messages/<int:message_id>/done")
@signed_in
def done(message_id: int) -> ResponseReturnValue:
    provider_messages.done(load_message(message_id) or abort(404), by=user())
    flash("Noted as looked after.")
    return redirect(url_for("money_links.index"), 303)
