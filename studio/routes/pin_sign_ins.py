"""The lock screen of an enrolled tablet: who is here, and their PIN."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..forms.pins import PinSignInForm
from ..models.tablets import Tablet, pin_people
from ..models.users import User
from ..operations import pins
from ..web.access import public, remember, someone
from ..web.devices import device
from ..web.pin_words import wrong_pin
from ..web.redirects import home, own_path
from ..web.tablets import this_tablet

bp = Blueprint("pin_sign_ins", __name__, url_prefix="/tablet")


@bp.get("")
@public
def index() -> ResponseReturnValue:
    tablet = this_tablet()
    if tablet is None:
        return redirect(url_for("sign_in.new", next=_next()))
    return render_template("pin_sign_ins/index.html", tablet=tablet, people=pin_people(tablet), next=_next())


@bp.get("/<int:user_id>")
@public
def new(user_id: int) -> ResponseReturnValue:
    tablet = this_tablet() or abort(404)
    person, locked = _person(tablet, user_id)
    return _page(tablet, person, PinSignInForm(next=_next()), locked)


@bp.post("/<int:user_id>")
@public
def create(user_id: int) -> ResponseReturnValue:
    tablet = this_tablet() or abort(404)
    person, locked = _person(tablet, user_id)
    form = PinSignInForm()
    if not form.validate_on_submit():
        return _page(tablet, person, form, locked), 422
    try:
        row, token = pins.sign_in(
            tablet,
            person.id,
            form.pin.data or "",
            device=device(request.user_agent.string),
            leaving=current_user.sign_in if someone() else None,
        )
    except pins.WrongPin as wrong:
        form.form_errors.append(wrong_pin(wrong.left))
        return _page(tablet, person, form, locked=not wrong.left), 422
    remember(row, token)
    return redirect(own_path(form.next.data) or home(), 303)


def _person(tablet: Tablet, user_id: int) -> tuple[User, bool]:
    return next((one for one in pin_people(tablet) if one[0].id == user_id), None) or abort(404)


def _next() -> str | None:
    return own_path(request.args.get("next"))


def _page(tablet: Tablet, person: User, form: PinSignInForm, locked: bool) -> str:
    return render_template("pin_sign_ins/new.html", tablet=tablet, person=person, form=form, locked=locked)
