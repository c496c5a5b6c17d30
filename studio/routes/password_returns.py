"""Taking the tablet back from a client with the password of whoever gave it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..forms.hand_overs import ReturnForm
from ..models.hand_overs import HandOver
from ..operations import hand_overs
from ..operations.limits import TooMany
from ..operations.sign_ins import WrongPassword
from ..web.access import remember, signed_in
from ..web.devices import device
from ..web.handed import handed
from ..web.tablets import this_tablet

bp = Blueprint("password_returns", __name__, url_prefix="/hand-over/password-return")


@bp.get("")
@signed_in
def new() -> ResponseReturnValue:
    return _page(handed() or abort(404), ReturnForm())


@bp.post("")
@signed_in
def create() -> ResponseReturnValue:
    given = handed() or abort(404)
    form = ReturnForm()
    if not form.validate_on_submit():
        return _page(given, form), 422
    client_id = given.client_id
    try:
        row, token = hand_overs.take_back_by_password(
            given,
            form.password.data or "",
            current_user.sign_in,
            this_tablet(),
            device=device(request.user_agent.string),
        )
    except WrongPassword:
        form.password.errors = [f"This is not the password of {given.user.name}"]
        return _page(given, form), 422
    except TooMany as error:
        form.form_errors.append(str(error))
        return _page(given, form), 429, {"Retry-After": str(error.retry_after)}
    remember(row, token)
    return redirect(url_for("clients.show", client_id=client_id), 303)


def _page(given: HandOver, form: ReturnForm) -> str:
    return render_template("hand_overs/password.html", given=given, form=form)
