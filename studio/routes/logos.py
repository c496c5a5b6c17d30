"""The studio's logo: shown, put on paper, taken off."""

from flask import Blueprint, Response, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.logo import LogoForm
from ..models.logos import logo_in_use
from ..operations import logos
from ..web.access import owner_only, user
from ..web.settings import settings_page
from ..web.uploads import takes_files

bp = Blueprint("logos", __name__, url_prefix="/settings/logo")


@bp.get("")
@owner_only
def show() -> ResponseReturnValue:
    logo = logo_in_use() or abort(404)
    answer = Response(logo.content, mimetype="image/png" if logo.content.startswith(b"\x89PNG") else "image/jpeg")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@bp.post("")
@owner_only
@takes_files
def create() -> ResponseReturnValue:
    form = LogoForm()
    if not form.validate_on_submit() or form.drawn is None:
        return settings_page(logo_form=form), 422
    logos.put(form.drawn, by=user())
    flash("The logo stands on every sheet that is printed from now on.")
    return redirect(url_for("settings.edit"), 303)


@bp.post("/removal")
@owner_only
def delete() -> ResponseReturnValue:
    logos.remove(by=user())
    flash("The logo is off. Sheets that are issued keep theirs.")
    return redirect(url_for("settings.edit"), 303)
