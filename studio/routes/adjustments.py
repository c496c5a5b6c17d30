"""Everything that was changed in the tables, and the way back."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..models.adjustment_words import change_lines, what_of
from ..models.adjustments import everything, load_adjustment
from ..models.tables import in_use, shipped
from ..operations.adjustments import Refused, Stale, take_back
from ..web.access import owner_only, user
from ..web.table_changes import MEANWHILE

bp = Blueprint("adjustments", __name__, url_prefix="/settings/tables/changes")


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    versions = {"now": in_use().version, "came": shipped().version}
    return render_template("tables/changes.html", lines=change_lines(everything()), versions=versions)


@bp.post("/<int:adjustment_id>/undo")
@owner_only
def delete(adjustment_id: int) -> ResponseReturnValue:
    row = load_adjustment(adjustment_id) or abort(404)
    try:
        take_back(row, by=user())
    except (Refused, Stale) as error:
        flash(MEANWHILE if isinstance(error, Stale) else f"This cannot be taken back now. {error}", "stop")
    else:
        flash(f"{what_of(row)}: taken back.")
    return redirect(url_for("adjustments.index"), 303)
