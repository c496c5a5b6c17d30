"""A new one-time password for somebody who cannot sign in."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.users import load_user
from ..operations.users import reset_password
from ..web.access import owner_only, user

bp = Blueprint("user_passwords", __name__, url_prefix="/settings/users")


@bp.post("/<int:user_id>/password")
@owner_only
def create(user_id: int) -> ResponseReturnValue:
    person = load_user(user_id) or abort(404)
    if person.id == user().id:
        abort(409, "Change your own password on its own page.")
    password = reset_password(person, by=user())
    return render_template("users/password.html", person=person, password=password), 201
