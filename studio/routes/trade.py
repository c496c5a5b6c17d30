"""How the studio trades: invoices, tax, reminders, consumer law."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.trade import TradeForm
from ..models.books.trade import the_trade
from ..operations.books.providers import provider
from ..operations.trade import change_trade
from ..terms.law_sets import law_sets
from ..web.access import owner_only, user
from ..web.setup_first import studio

bp = Blueprint("trade", __name__, url_prefix="/trade")


@bp.get("")
@owner_only
def edit() -> ResponseReturnValue:
    return _page(TradeForm.of(the_trade(), request.args.get("law")))


@bp.post("")
@owner_only
def update() -> ResponseReturnValue:
    form = TradeForm.of(the_trade())
    if not form.validate_on_submit():
        return _page(form), 422
    changed = change_trade(form.values(links=provider() is not None), by=user())
    flash(
        "Saved. It holds for what is sold from now on." if changed else "Nothing was different, so nothing was saved."
    )
    return redirect(url_for("trade.edit"), 303)


def _page(form: TradeForm) -> str:
    sets = law_sets(studio().currency)
    return render_template(
        "trade/edit.html",
        form=form,
        sets=sets,
        chosen=sets.get(form.law.data or ""),
        currency=studio().currency,
        links=provider() is not None,
    )
