"""The studio's tablets: enrolling the one in hand, and taking one out."""

from flask import Blueprint, abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..forms.tablets import TabletForm
from ..models.tablets import all_tablets, load_tablet
from ..operations import tablets
from ..web.access import owner_only, user
from ..web.tablets import remember_tablet, this_tablet

bp = Blueprint("tablets", __name__, url_prefix="/settings/tablets")


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    return _page(TabletForm())


@bp.post("")
@owner_only
def create() -> ResponseReturnValue:
    form = TabletForm()
    if not form.validate_on_submit():
        return _page(form), 422
    tablet, token = tablets.enrol(form.name.data or "", current_user.sign_in, by=user())
    flash(f"{tablet.name} is one of the studio's tablets now.")
    response = make_response(redirect(url_for("tablets.index"), 303))
    remember_tablet(response, token)
    return response


@bp.post("/<int:tablet_id>/revocation")
@owner_only
def delete(tablet_id: int) -> ResponseReturnValue:
    tablet = load_tablet(tablet_id) or abort(404)
    tablets.revoke(tablet, by=user())
    flash(f"{tablet.name} is taken out. Whoever was signed in there is signed out.")
    return redirect(url_for("tablets.index"), 303)


def _page(form: TabletForm) -> str:
    return render_template("tablets/index.html", form=form, tablets=all_tablets(), here=this_tablet())
