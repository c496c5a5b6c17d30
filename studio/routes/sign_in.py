"""Signing in and out."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..forms.sign_in import SignInForm
from ..operations import sign_ins
from ..operations.limits import TooMany
from ..web.access import forget, public, remember, signed_in, someone
from ..web.devices import device
from ..web.redirects import home, own_path, unencrypted
from ..web.tablets import this_tablet

bp = Blueprint("sign_in", __name__)


@bp.get("/sign-in")
@public
def new() -> ResponseReturnValue:
    if request.args.get("by") != "password":  # on a tablet somebody else may take over by password
        if someone():
            return redirect(home())
        if this_tablet():
            return redirect(url_for("pin_sign_ins.index", next=own_path(request.args.get("next"))))
    return _page(SignInForm(next=request.args.get("next")))


@bp.post("/sign-in")
@public
def create() -> ResponseReturnValue:
    form = SignInForm()
    if not form.validate_on_submit():
        return _page(form), 422
    try:
        row, token = sign_ins.sign_in(
            form.email.data or "",
            form.password.data or "",
            address=request.remote_addr or "",
            device=device(request.user_agent.string),
            tablet=this_tablet(),
            leaving=current_user.sign_in if someone() else None,
        )
    except sign_ins.WrongPassword:
        form.form_errors.append("This e-mail and password do not fit together. Check both")
        return _page(form), 422
    except TooMany as error:
        form.form_errors.append(str(error))
        return _page(form), 429, {"Retry-After": str(error.retry_after)}
    remember(row, token)
    return redirect(own_path(form.next.data) or home(), 303)


@bp.post("/sign-out")
@signed_in
def delete() -> ResponseReturnValue:
    sign_ins.sign_out(current_user.sign_in)
    forget()
    response = redirect(url_for("sign_in.new"), 303)
    # "storage" would wipe the taps that still wait to be sent.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _page(form: SignInForm) -> str:
    return render_template("sign_in/new.html", form=form, unencrypted=unencrypted())
