"""The first-run wizard: studio, paper, owner. Answers wait in the session; the last step makes all of it at once."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from .. import countries
from ..forms.base import Form
from ..forms.settings import PaperForm, PlaceForm, studio_values
from ..forms.setup import OwnerForm
from ..models.studios import the_studio
from ..models.users import Role, User
from ..operations import sign_ins
from ..operations.demo import PASSWORD, PIN, fill
from ..operations.setup import AlreadyOpen, open_studio
from ..web.access import public, remember
from ..web.devices import device
from ..web.redirects import home, unencrypted

bp = Blueprint("setup", __name__, url_prefix="/setup")

STEPS: dict[str, type[Form]] = {"place": PlaceForm, "paper": PaperForm, "owner": OwnerForm}
ORDER = list(STEPS)
NOT_KEPT = ("csrf_token", "password", "step", "back")


@bp.get("")
@public
def new() -> ResponseReturnValue:
    if the_studio():
        return redirect(home())
    step = _reached(request.args.get("step", ORDER[0]))
    return _page(step, _form(step))


@bp.post("")
@public
def create() -> ResponseReturnValue:
    if the_studio():
        return redirect(home(), 303)
    step = _reached(request.form.get("step", ORDER[0]))
    _keep(step)
    if "back" in request.form:
        return redirect(url_for("setup.new", step=ORDER[max(0, ORDER.index(step) - 1)]), 303)
    form = _form(step)
    if not form.validate_on_submit():
        return _page(step, form), 422
    if isinstance(form, OwnerForm):
        return _open(form)
    return redirect(url_for("setup.new", step=ORDER[ORDER.index(step) + 1]), 303)


@bp.post("/demo")
@public
def demo() -> ResponseReturnValue:
    """Fill the studio with made-up people and sign in as its owner."""
    try:
        staff = fill()
    except AlreadyOpen:
        return redirect(home(), 303)
    welcome = _enter(next(person for person in staff if person.role is Role.owner))
    flash(f"This is the demo studio. Everybody in it is made up. All have the password “{PASSWORD}” and the PIN {PIN}.")
    return welcome


def _open(form: OwnerForm) -> ResponseReturnValue:
    values: dict[str, Any] = {}
    for step in ORDER[:-1]:
        answers = _checked(step)
        answers.validate()  # it held when the step was left; this turns the phone into its kept form again
        values |= studio_values(answers)
    try:
        owner = open_studio(
            values, name=form.name.data or "", email=form.email.data or "", password=form.password.data or ""
        )
    except AlreadyOpen:
        return redirect(home(), 303)
    return _enter(owner)


def _enter(owner: User) -> ResponseReturnValue:
    row, token = sign_ins.begin(owner, device=device(request.user_agent.string))
    remember(row, token)
    return redirect(home(), 303)


def _reached(wanted: str) -> str:
    """The step asked for, or the first one before it that still lacks something."""
    return next((step for step in ORDER if step == wanted or not _checked(step).validate()), ORDER[0])


def _checked(step: str) -> Form:
    """The form of an earlier step as it was typed, for another look at it."""
    return STEPS[step](MultiDict(_kept(step)), meta={"csrf": False})


def _form(step: str) -> Form:
    place = _kept("place")
    if step == "owner":
        return OwnerForm(data=_kept(step), about=(place.get("name", ""),))
    usual = countries.habits(place.get("country", "")).__dict__ if step == "paper" else {"country": _country()}
    return STEPS[step](data=usual | _kept(step))


def _kept(step: str) -> dict[str, str]:
    answers: dict[str, dict[str, str]] = session.get("setup", {})
    return answers.get(step, {})


def _keep(step: str) -> None:
    """Typed answers, right or not, so that the way back loses nothing; a password is never kept."""
    answers: dict[str, Any] = dict(session.get("setup", {}))
    typed = {name: value for name, value in request.form.items() if name not in NOT_KEPT and name in STEPS[step]()}
    if step == "place" and typed.get("country") != _kept("place").get("country"):
        answers.pop("paper", None)  # another country, other habits
    session["setup"] = answers | {step: typed}


def _country() -> str:
    """A first guess from the browser's languages: "en-GB" is most likely in Great Britain."""
    known = dict(countries.countries())
    regions = (tag.partition("-")[2].upper() for tag, _ in request.accept_languages)
    return next((region for region in regions if region in known), "")


def _page(step: str, form: Form) -> str:
    return render_template(
        "setup/new.html",
        form=form,
        step=step,
        number=ORDER.index(step) + 1,
        place=_kept("place"),
        unencrypted=unencrypted(),
    )
