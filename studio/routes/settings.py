"""The studio's own facts."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.settings import SettingsForm, kept, studio_values
from ..operations.setup import change_studio
from ..web.access import owner_only, user
from ..web.settings import settings_page
from ..web.setup_first import studio

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("/studio")
@owner_only
def edit() -> ResponseReturnValue:
    return settings_page()


@bp.post("/studio")
@owner_only
def update() -> ResponseReturnValue:
    form = SettingsForm(data=kept(studio()))
    if not form.validate_on_submit():
        return settings_page(form), 422
    change_studio(studio(), studio_values(form), by=user())
    flash("The studio's settings are saved.")
    return redirect(url_for("settings.edit"), 303)
