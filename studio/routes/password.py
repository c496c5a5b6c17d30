"""One's own password; somebody with a one-time password comes here first."""

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..forms.password import PasswordForm
from ..operations import users
from ..operations.limits import TooMany
from ..operations.sign_ins import WrongPassword
from ..web.access import signed_in, user
from ..web.redirects import home
from ..web.setup_first import studio

bp = Blueprint("password", __name__)


@bp.get("/password")
@signed_in
def edit() -> ResponseReturnValue:
    return _page(_form())


@bp.post("/password")
@signed_in
def update() -> ResponseReturnValue:
    form = _form()
    if not form.validate_on_submit():
        return _page(form), 422
    try:
        users.change_password(user(), form.current.data or "", form.new.data or "", keep=current_user.sign_in)
    except WrongPassword:
        form.current.errors = ["This is not your current password"]
        return _page(form), 422
    except TooMany as error:
        form.form_errors.append(str(error))
        return _page(form), 429, {"Retry-After": str(error.retry_after)}
    flash("Your password is changed. Other devices are signed out.")
    return redirect(home(), 303)


def _form() -> PasswordForm:
    return PasswordForm(about=(user().name, user().email, studio().name))


def _page(form: PasswordForm) -> str:
    return render_template("password/edit.html", form=form)
