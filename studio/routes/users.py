"""The people who sign in here; the owner's business."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.users import ROLE_NOTES, EditUserForm, UserForm
from ..models.credentials import running_out
from ..models.studios import studio_today
from ..models.users import User, load_user
from ..operations import users
from ..web.access import owner_only, user

bp = Blueprint("users", __name__, url_prefix="/settings/users")


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    return render_template("users/index.html", users=users.everybody(), ending=running_out(studio_today()))


@bp.get("/new")
@owner_only
def new() -> ResponseReturnValue:
    return _new_page(UserForm())


@bp.post("")
@owner_only
def create() -> ResponseReturnValue:
    form = UserForm()
    if not form.validate_on_submit():
        return _new_page(form), 422
    try:
        added, password = users.add(**form.values(), by=user())
    except users.EmailTaken:
        form.email.errors = ["Somebody signs in with this e-mail already. Enter another one"]
        return _new_page(form), 422
    # Shown by this one answer and kept nowhere, not even in a cookie on the way to another page.
    return render_template("users/password.html", person=added, password=password), 201


@bp.get("/<int:user_id>/edit")
@owner_only
def edit(user_id: int) -> ResponseReturnValue:
    person = load_user(user_id) or abort(404)
    return _edit_page(person, EditUserForm(obj=person))


@bp.post("/<int:user_id>")
@owner_only
def update(user_id: int) -> ResponseReturnValue:
    person = load_user(user_id) or abort(404)
    form = EditUserForm(obj=person)
    if not form.validate_on_submit():
        return _edit_page(person, form), 422
    try:
        users.change(person, form.values(), by=user())
    except users.EmailTaken:
        form.email.errors = ["Somebody else signs in with this e-mail. Enter another one"]
    except users.LastOwner:
        form.role.errors = ["Make somebody else an owner first: the studio needs one who can sign in"]
    except users.Yourself:
        form.role.errors = ["Ask another owner: nobody takes away their own access"]
    else:
        flash(f"{person.name} is saved.")
        return redirect(url_for("users.index"), 303)
    return _edit_page(person, form), 422


def _new_page(form: UserForm) -> str:
    return render_template("users/new.html", form=form, notes=ROLE_NOTES)


def _edit_page(person: User, form: EditUserForm) -> str:
    return render_template("users/edit.html", form=form, person=person, notes=ROLE_NOTES)
