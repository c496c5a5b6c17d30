"""The texts that people sign or are told: the owner words them, each change a version."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.consents import TextForm
from ..models.texts import current, in_parts, load_text, versions
from ..operations import texts
from ..texts import KINDS
from ..web.access import owner_only, user
from ..web.setup_first import studio

bp = Blueprint("texts", __name__, url_prefix="/settings/texts")


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    return render_template("texts/index.html", wordings=[current(kind) for kind in KINDS])


@bp.get("/<string:kind>")
@owner_only
def edit(kind: str) -> ResponseReturnValue:
    wording = current(kind) if kind in KINDS else abort(404)
    return _page(kind, TextForm(data={"title": wording.title, "body": wording.body}))


@bp.post("/<string:kind>")
@owner_only
def update(kind: str) -> ResponseReturnValue:
    wording = current(kind) if kind in KINDS else abort(404)
    form = TextForm()
    if not form.validate_on_submit():
        return _page(kind, form), 422
    saved = texts.change(kind, form.title.data or "", form.body.data or "", by=user())
    same = saved.number == wording.number
    flash("Nothing was different, so nothing was saved." if same else f"Version {saved.number} is in use from now on.")
    return redirect(url_for("texts.edit", kind=kind), 303)


@bp.get("/<string:kind>/<int:number>")
@owner_only
def show(kind: str, number: int) -> ResponseReturnValue:
    text = load_text(kind, number) or abort(404)
    return render_template("texts/show.html", text=text, parts=in_parts(text.body, studio()))


def _page(kind: str, form: TextForm) -> str:
    return render_template("texts/edit.html", form=form, wording=current(kind), versions=versions(kind))
