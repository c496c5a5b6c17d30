"""Ending all sign-ins of somebody: a lost phone, a colleague who left."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.users import load_user
from ..operations.sign_ins import sign_out_everywhere
from ..web.access import owner_only, user

bp = Blueprint("user_sign_ins", __name__, url_prefix="/settings/users")


@bp.post("/<int:user_id>/sign-out")
@owner_only
def delete(user_id: int) -> ResponseReturnValue:
    person = load_user(user_id) or abort(404)
    sign_out_everywhere(person, by=user())
    flash(f"{person.name} is signed out everywhere.")
    return redirect(url_for("users.index"), 303)
