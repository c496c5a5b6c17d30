"""The log of outreach to a therapist."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.outreach import OutreachForm
from ..models.outreach import load_outreach
from ..models.therapists import load_therapist
from ..operations import outreach
from ..web.access import signed_in, user

bp = Blueprint("outreach", __name__, url_prefix="/therapists/<int:therapist_id>/outreach")


@bp.get("/new")
@signed_in
def new(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    return render_template("outreach/new.html", therapist=therapist, form=OutreachForm.of(therapist))


@bp.post("")
@signed_in
def create(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    form = OutreachForm.of(therapist)
    if not form.validate_on_submit():
        return render_template("outreach/new.html", therapist=therapist, form=form), 422
    row = outreach.note(therapist, form.values(), by=user())
    undo = url_for("outreach.delete", therapist_id=therapist.id, outreach_id=row.id)
    flash({"text": "It is in the history.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("therapists.show", therapist_id=therapist.id), 303)


@bp.get("/<int:outreach_id>/edit")
@signed_in
def edit(therapist_id: int, outreach_id: int) -> ResponseReturnValue:
    row = load_outreach(therapist_id, outreach_id) or abort(404)
    return render_template("outreach/edit.html", row=row, form=OutreachForm.of(row.therapist, row))


@bp.post("/<int:outreach_id>")
@signed_in
def update(therapist_id: int, outreach_id: int) -> ResponseReturnValue:
    row = load_outreach(therapist_id, outreach_id) or abort(404)
    form = OutreachForm.of(row.therapist, row)
    if not form.validate_on_submit():
        return render_template("outreach/edit.html", row=row, form=form), 422
    outreach.change(row, form.values(), by=user())
    flash("It is changed.")
    return redirect(url_for("therapists.show", therapist_id=row.therapist_id), 303)


@bp.post("/<int:outreach_id>/remove")
@signed_in
def delete(therapist_id: int, outreach_id: int) -> ResponseReturnValue:
    row = load_outreach(therapist_id, outreach_id) or abort(404)
    outreach.remove(row, by=user())
    back = url_for("outreach.restore", therapist_id=therapist_id, outreach_id=row.id)
    flash({"text": "It is out of the history.", "undo_url": back})  # type: ignore[arg-type]
    return redirect(url_for("therapists.show", therapist_id=therapist_id), 303)


@bp.post("/<int:outreach_id>/put-back")
@signed_in
def restore(therapist_id: int, outreach_id: int) -> ResponseReturnValue:
    row = load_outreach(therapist_id, outreach_id) or abort(404)
    outreach.put_back(row, by=user())
    flash("It is back in the history.")
    return redirect(url_for("therapists.show", therapist_id=therapist_id), 303)
