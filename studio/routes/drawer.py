"""The cash drawer: what it should hold, what was counted, and the sheet of a day."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.drawer import DrawerForm
from ..models.books.drawer import Drawer, cash_until, counts, drawer, load_count
from ..models.studios import studio_today
from ..models.users import user_names
from ..operations.books import drawers
from ..web.access import user
from ..web.desk import desk
from ..web.setup_first import studio

bp = Blueprint("drawer", __name__, url_prefix="/money/drawer")


@bp.get("")
@desk
def index() -> ResponseReturnValue:
    now = drawer(studio_today())
    return _page(now, DrawerForm.of(now))


@bp.post("")
@desk
def create() -> ResponseReturnValue:
    now = drawer(studio_today())
    form = DrawerForm.of(now)
    if not form.validate_on_submit():
        return _page(now, form), 422
    row = drawers.count(
        now,
        form.counted.minor,
        form.taken_out.minor,
        form.note.data or "",
        opening=form.before,
        currency=studio().currency,
        by=user(),
    )
    flash("The drawer is counted. A new count of today takes the place of this one.")
    return redirect(url_for("drawer.show", count_id=row.id), 303)


@bp.get("/<int:count_id>")
@desk
def show(count_id: int) -> ResponseReturnValue:
    row = load_count(count_id) or abort(404)
    return render_template(
        "money/drawer_day.html", count=row, rows=cash_until(row), who=user_names().get(row.by_id, ""), studio=studio()
    )


def _page(now: Drawer, form: DrawerForm) -> str:
    return render_template("money/drawer.html", drawer=now, form=form, counts=counts())
