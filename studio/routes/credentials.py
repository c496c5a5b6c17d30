"""Somebody's credentials: their own business, and the owner's."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.credentials import CredentialForm, new_form
from ..models.credentials import Credential, credentials_of, load_credential, valid_credentials
from ..models.studios import studio_today
from ..models.users import Role, User, load_user
from ..operations import credentials
from ..web.access import signed_in, user

bp = Blueprint("credentials", __name__, url_prefix="/people/<int:user_id>/credentials")


@bp.get("")
@signed_in
def index(user_id: int) -> ResponseReturnValue:
    person, today = _person(user_id), studio_today()
    held = credentials_of(user_id)
    said = valid_credentials(person, today)
    return render_template("credentials/index.html", person=person, held=held, said=said)


@bp.get("/new")
@signed_in
def new(user_id: int) -> ResponseReturnValue:
    person = _person(user_id)
    return _page(person, new_form(request.args.get("of", ""), credentials_of(user_id)))


@bp.post("")
@signed_in
def create(user_id: int) -> ResponseReturnValue:
    person = _person(user_id)
    form = CredentialForm()
    if not form.validate_on_submit():
        return _page(person, form), 422
    added = credentials.add(person, form.held(), by=user())
    return _back(user_id, f"{added.name} is on record.")


@bp.get("/<int:credential_id>/edit")
@signed_in
def edit(user_id: int, credential_id: int) -> ResponseReturnValue:
    credential = _load(user_id, credential_id)
    return _page(credential.user, CredentialForm(obj=credential), credential)


@bp.post("/<int:credential_id>")
@signed_in
def update(user_id: int, credential_id: int) -> ResponseReturnValue:
    credential = _load(user_id, credential_id)
    form = CredentialForm(obj=credential)
    if not form.validate_on_submit():
        return _page(credential.user, form, credential), 422
    credentials.change(credential, form.held(), by=user())
    return _back(user_id, f"{credential.name} is saved.")


@bp.post("/<int:credential_id>/removal")
@signed_in
def delete(user_id: int, credential_id: int) -> ResponseReturnValue:
    credential = _load(user_id, credential_id)
    credentials.remove(credential, by=user())
    undo = url_for("credentials.restore", user_id=user_id, credential_id=credential_id)
    return _back(user_id, {"text": f"{credential.name} is taken off.", "undo_url": undo})


@bp.post("/<int:credential_id>/return")
@signed_in
def restore(user_id: int, credential_id: int) -> ResponseReturnValue:
    credential = _load(user_id, credential_id, removed=True)
    credentials.restore(credential, by=user())
    return _back(user_id, f"{credential.name} is back.")


def _person(user_id: int) -> User:
    """Oneself, or anybody for an owner; for others nobody is there."""
    if user().role is not Role.owner and user().id != user_id:
        abort(404)
    return load_user(user_id) or abort(404)


def _load(user_id: int, credential_id: int, *, removed: bool = False) -> Credential:
    _person(user_id)
    return load_credential(user_id, credential_id, removed=removed) or abort(404)


def _page(person: User, form: CredentialForm, credential: Credential | None = None) -> str:
    return render_template("credentials/edit.html", person=person, form=form, credential=credential)


def _back(user_id: int, said: str | dict[str, str]) -> ResponseReturnValue:
    flash(said)  # type: ignore[arg-type]
    return redirect(url_for("credentials.index", user_id=user_id), 303)
