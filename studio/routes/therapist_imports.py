"""A file of therapists: sent, looked at, taken in."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.imports import ImportForm
from ..models.imports import Import, load_import
from ..models.therapist_imports import VERDICTS
from ..models.therapist_words import LABELS
from ..operations import therapist_imports
from ..operations.table_files import BadTable
from ..web.access import coaches, user
from ..web.spreadsheet import as_csv
from ..web.uploads import takes_files

bp = Blueprint("therapist_imports", __name__, url_prefix="/therapists/imports")

SHOWN = 100


@bp.get("/new")
@coaches
def new() -> ResponseReturnValue:
    return render_template("therapist_imports/new.html", form=ImportForm())


@bp.get("/template.csv")
@coaches
def template() -> ResponseReturnValue:
    return as_csv([tuple(LABELS.values())], "therapists.csv")


@bp.post("")
@takes_files
@coaches
def create() -> ResponseReturnValue:
    form = ImportForm()
    if not form.validate_on_submit():
        return render_template("therapist_imports/new.html", form=form), 422
    try:
        row = therapist_imports.stage(form.file.data.read(), form.file.data.filename or "", by=user())
    except BadTable as error:
        form.file.errors = [str(error)]
        return render_template("therapist_imports/new.html", form=form), 422
    return redirect(url_for("therapist_imports.show", import_id=row.id), 303)


@bp.get("/<int:import_id>")
@coaches
def show(import_id: int) -> ResponseReturnValue:
    row = _row(import_id)
    lines = therapist_imports.lines(row)
    counts = {verdict: sum(line.verdict == verdict for line in lines) for verdict in VERDICTS}
    show = request.args.get("show")
    if show not in VERDICTS:
        show = next((verdict for verdict in VERDICTS if counts[verdict]), "new")
    shown = [line for line in lines if line.verdict == show]
    return render_template(
        "therapist_imports/show.html", row=row, counts=counts, show=show, lines=shown[:SHOWN], more=len(shown) - SHOWN
    )


@bp.post("/<int:import_id>")
@coaches
def update(import_id: int) -> ResponseReturnValue:
    counts = therapist_imports.take_in(_row(import_id), by=user())
    if counts.get("wrong"):
        return redirect(url_for("therapist_imports.show", import_id=import_id), 303)
    flash(f"{counts.get('new', 0)} added, {counts.get('changed', 0)} changed, {counts.get('same', 0)} as they were.")
    return redirect(url_for("therapists.index"), 303)


@bp.post("/<int:import_id>/drop")
@coaches
def delete(import_id: int) -> ResponseReturnValue:
    therapist_imports.drop(_row(import_id), by=user())
    flash("The file is dropped. Nothing was taken in.")
    return redirect(url_for("therapists.index"), 303)


def _row(import_id: int) -> Import:
    return load_import(import_id, therapist_imports.KIND) or abort(404)
