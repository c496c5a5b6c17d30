"""One's own PIN."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.pins import PinForm
from ..operations import pins
from ..operations.limits import TooMany
from ..operations.sign_ins import WrongPassword
from ..web.access import signed_in, user

bp = Blueprint("pins", __name__, url_prefix="/account/pin")


@bp.get("")
@signed_in
def edit() -> ResponseReturnValue:
    return _page(PinForm())


@bp.post("")
@signed_in
def update() -> ResponseReturnValue:
    form = PinForm()
    if not form.validate_on_submit():
        return _page(form), 422
    try:
        pins.choose(user(), form.current.data or "", form.pin.data or "")
    except WrongPassword:
        form.current.errors = ["This is not your password"]
        return _page(form), 422
    except TooMany as error:
        form.form_errors.append(str(error))
        return _page(form), 429, {"Retry-After": str(error.retry_after)}
    flash("Your PIN is set. It works on the studio's tablets only.")
    return redirect(url_for("account.edit"), 303)


@bp.post("/removal")
@signed_in
def delete() -> ResponseReturnValue:
    pins.remove(user())
    flash("You have no PIN any more. Your password works as before.")
    return redirect(url_for("account.edit"), 303)


def _page(form: PinForm) -> str:
    return render_template("pins/edit.html", form=form)
