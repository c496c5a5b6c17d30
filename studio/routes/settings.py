"""The studio's own facts."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.settings import SettingsForm, kept, studio_values
from ..operations import sheet_codes
from ..operations.setup import change_studio
from ..web.access import owner_only, user
from ..web.setup_first import studio

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("/studio")
@owner_only
def edit() -> ResponseReturnValue:
    return _page(SettingsForm(data=kept(studio())))


@bp.post("/studio")
@owner_only
def update() -> ResponseReturnValue:
    form = SettingsForm(data=kept(studio()))
    if not form.validate_on_submit():
        return _page(form), 422
    change_studio(studio(), studio_values(form), by=user())
    flash("The studio's settings are saved.")
    return redirect(url_for("settings.edit"), 303)


def _page(form: SettingsForm) -> str:
    return render_template("settings/edit.html", form=form, house=sheet_codes.house())
