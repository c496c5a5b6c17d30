"""Taking the tablet back from a client by PIN."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..forms.pins import PinSignInForm
from ..models.tablets import Tablet, pin_people
from ..models.users import User
from ..operations import hand_overs
from ..operations.pins import WrongPin
from ..web.access import remember, signed_in
from ..web.devices import device
from ..web.handed import handed
from ..web.pin_words import wrong_pin
from ..web.tablets import this_tablet

bp = Blueprint("returns", __name__, url_prefix="/hand-over/return")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    given = handed() or abort(404)
    tablet = this_tablet()
    people = pin_people(tablet) if tablet else []
    if not people:
        return redirect(url_for("password_returns.new"))
    return render_template("hand_overs/people.html", given=given, people=people)


@bp.get("/<int:user_id>")
@signed_in
def new(user_id: int) -> ResponseReturnValue:
    _ = handed() or abort(404)
    return _page(*_person(_tablet(), user_id), PinSignInForm())


@bp.post("/<int:user_id>")
@signed_in
def create(user_id: int) -> ResponseReturnValue:
    given = handed() or abort(404)
    tablet = _tablet()
    person, locked = _person(tablet, user_id)
    form = PinSignInForm()
    if not form.validate_on_submit():
        return _page(person, locked, form), 422
    client_id = given.client_id
    try:
        row, token = hand_overs.take_back_by_pin(
            given,
            tablet,
            person.id,
            form.pin.data or "",
            current_user.sign_in,
            device=device(request.user_agent.string),
        )
    except WrongPin as wrong:
        form.form_errors.append(wrong_pin(wrong.left))
        return _page(person, not wrong.left, form), 422
    remember(row, token)
    return redirect(url_for("clients.show", client_id=client_id), 303)


def _tablet() -> Tablet:
    return this_tablet() or abort(404)


def _person(tablet: Tablet, user_id: int) -> tuple[User, bool]:
    return next((one for one in pin_people(tablet) if one[0].id == user_id), None) or abort(404)


def _page(person: User, locked: bool, form: PinSignInForm) -> str:
    return render_template("hand_overs/pin.html", person=person, locked=locked, form=form)
