"""Locking the tablet, by hand or because nobody touches it."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..operations import sign_ins
from ..web.access import forget, signed_in
from ..web.redirects import own_path

bp = Blueprint("locks", __name__)


@bp.post("/lock")
@signed_in
def create() -> ResponseReturnValue:
    sign_ins.lock(current_user.sign_in)
    forget()
    return redirect(url_for("pin_sign_ins.index", next=own_path(request.form.get("next"))), 303)
