"""Merging a therapist's record with another one of the same person."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..models.therapist_doubles import likely_doubles
from ..models.therapist_lists import named
from ..models.therapist_merges import load_merge, preview
from ..models.therapist_words import LABELS
from ..models.therapists import Therapist, load_therapist
from ..numbers import whole
from ..operations import therapist_merges
from ..web.access import signed_in, user
from ..web.converters import number_from
from ..web.setup_first import studio

bp = Blueprint("therapist_merges", __name__, url_prefix="/therapists/<int:therapist_id>/merges")


@bp.get("/new")
@signed_in
def new(therapist_id: int) -> ResponseReturnValue:
    """First which other record, then what becomes of both."""
    kept = load_therapist(therapist_id) or abort(404)
    other = number_from("with")
    if other is not None:
        return _page(kept, load_therapist(other) or abort(404))
    text = request.args.get("words", "").strip()[:80]
    found = [one for one in named(text) if one.id != kept.id] if text else []
    doubles = likely_doubles(kept.values(), besides=kept.id)
    return render_template("therapist_merges/choose.html", kept=kept, doubles=doubles, text=text, found=found)


@bp.post("")
@signed_in
def create(therapist_id: int) -> ResponseReturnValue:
    kept = load_therapist(therapist_id) or abort(404)
    gone = load_therapist(whole(request.form.get("with", "")) or 0) or abort(404)
    theirs = {column for column in LABELS if request.form.get(column) == "gone"}
    try:
        row = therapist_merges.merge(kept, gone, theirs, by=user())
    except therapist_merges.CannotMerge as error:
        return _page(kept, gone, str(error)), 409
    undo_url = url_for("therapist_merges.delete", therapist_id=kept.id, therapist_merge_id=row.id)
    flash({"text": "The two records are one.", "undo_url": undo_url})  # type: ignore[arg-type]
    return redirect(url_for("therapists.show", therapist_id=kept.id), 303)


@bp.post("/<int:therapist_merge_id>/undo")
@signed_in
def delete(therapist_id: int, therapist_merge_id: int) -> ResponseReturnValue:
    row = load_merge(therapist_id, therapist_merge_id) or abort(404)
    therapist_merges.undo(row, by=user())
    flash("They are two records again.")
    return redirect(url_for("therapists.show", therapist_id=therapist_id), 303)


def _page(kept: Therapist, gone: Therapist, problem: str = "") -> str:
    shown = preview(kept, gone, studio().country)
    return render_template("therapist_merges/new.html", kept=kept, gone=gone, preview=shown, problem=problem)
