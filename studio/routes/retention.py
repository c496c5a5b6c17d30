"""How long records are kept, and letting go of what is past its time."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..forms.personal_data import LetGoForm, RetentionForm
from ..models.retention import CLASSES, SHOWN, Kept
from ..operations import retention
from ..web.access import owner_only, user
from ..web.filters import short_day
from ..web.setup_first import studio

bp = Blueprint("retention", __name__, url_prefix="/settings/retention")


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    return _page(RetentionForm.of_rules())


@bp.post("")
@owner_only
def update() -> ResponseReturnValue:
    form = RetentionForm()
    if not form.validate_on_submit():
        return _page(form), 422
    retention.set_rules(form.months, by=user())
    flash("The times are saved. Nothing is deleted by itself.")
    return redirect(url_for("retention.index"), 303)


@bp.get("/<string:kept>")
@owner_only
def show(kept: str) -> ResponseReturnValue:
    which = _which(kept)
    return _preview(which, LetGoForm(shown=_shown(which)))


@bp.post("/<string:kept>")
@owner_only
def delete(kept: str) -> ResponseReturnValue:
    which = _which(kept)
    form = LetGoForm(shown=_shown(which))
    if not form.validate_on_submit():
        return _preview(which, form), 422
    count = retention.let_go(which, form.ids, studio(), by=user())
    flash(f"{count} deleted for good.")
    return redirect(url_for("retention.index"), 303)


def _which(name: str) -> Kept:
    return Kept(name) if name in set(Kept) else abort(404)


def _shown(kept: Kept) -> list[tuple[str, str]]:
    due = retention.due(kept, utcnow(), studio())
    return [(str(one.id), f"{one.words}, {short_day(one.since)}") for one in due]


def _page(form: RetentionForm) -> str:
    due = {kept: len(retention.due(kept, utcnow(), studio())) for kept in Kept}
    return render_template("retention/index.html", form=form, classes=CLASSES, due=due, most=SHOWN)


def _preview(kept: Kept, form: LetGoForm) -> str:
    return render_template("retention/show.html", form=form, kept=kept, kind=CLASSES[kept], most=SHOWN)
