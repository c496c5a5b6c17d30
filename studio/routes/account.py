"""One's own account, and where one is signed in."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..forms.account import AccountForm
from ..operations import sign_ins, users
from ..web.access import signed_in, user

bp = Blueprint("account", __name__)


@bp.get("/account")
@signed_in
def edit() -> ResponseReturnValue:
    return _page(AccountForm(obj=user()))


@bp.post("/account")
@signed_in
def update() -> ResponseReturnValue:
    form = AccountForm(obj=user())
    if not form.validate_on_submit():
        return _page(form), 422
    users.change(user(), form.values(), by=user())
    flash("Your account is saved.")
    return redirect(url_for("account.edit"), 303)


@bp.post("/account/sign-outs")
@signed_in
def delete() -> ResponseReturnValue:
    """End all sign-ins but this one."""
    sign_ins.sign_out_everywhere(user(), by=user(), keep=current_user.sign_in)
    flash("You are signed out everywhere else.")
    return redirect(url_for("account.edit"), 303)


def _page(form: AccountForm) -> str:
    here = current_user.sign_in
    return render_template("account/edit.html", form=form, here=here, sign_ins=sign_ins.open_ones(user()))
