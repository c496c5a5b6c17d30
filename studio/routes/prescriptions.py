"""The lines of a draft: added from the library, with another dose, taken off."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.exercises import SearchForm
from ..forms.prescriptions import DoseForm, OverrideForm, dose_form
from ..models.library import judged
from ..models.prescriptions import Prescription
from ..models.programmes import ProgrammeVersion, load_programme
from ..models.tables import in_use
from ..operations import programmes
from ..web import builder
from ..web.access import coaches, user
from ..web.htmx import aims_at, wants_fragment

bp = Blueprint("prescriptions", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions")
builder.refuses(bp)


@bp.get("/new")
@coaches
def new(programme_id: int) -> ResponseReturnValue:
    draft = _draft(programme_id)
    form = SearchForm()
    found = judged(form.found(), draft)
    if aims_at("library-results"):
        template = "programmes/_library_results.html"
    else:
        template = "programmes/_library.html" if wants_fragment() else "programmes/library.html"
    return render_template(template, draft=draft, form=form, found=found)


@bp.post("")
@coaches
def create(programme_id: int) -> ResponseReturnValue:
    draft = _draft(programme_id)
    exercise = in_use().exercises.get(request.form.get("exercise", "")) or abort(404)
    form = OverrideForm()
    try:
        row = programmes.add(draft, exercise.id, reason=form.given(), seen=builder.seen(), by=user())
    except programmes.NeedsReason as error:
        return builder.ask_for_reason(error, form, url_for(".create", programme_id=programme_id))
    parked = " A line was parked for it" if row.replaces_id else ""
    return builder.changed(draft, f"{exercise.name} added.{parked}", builder.undo("swaps.delete", draft, row))


@bp.get("/<int:prescription_id>/edit")
@coaches
def edit(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.draft_line_or_404(programme_id, prescription_id)
    form = dose_form(in_use().exercises[row.exercise], row.value, filled=False)
    return _dose_page(row, form)


@bp.post("/<int:prescription_id>")
@coaches
def update(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    line = row.value
    form = dose_form(in_use().exercises[row.exercise], line, filled=True)
    if not form.validate_on_submit():
        return _dose_page(row, form, 422)
    programmes.change_dose(row, form.dose(line), form.chosen_side(line), seen=builder.seen(), by=user())
    return builder.changed(row.version, "Dose changed")


@bp.post("/<int:prescription_id>/removal")
@coaches
def delete(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    programmes.remove(row, seen=builder.seen(), by=user())
    name = in_use().exercises[row.exercise].name
    return builder.changed(row.version, f"{name} removed", builder.undo("restorations.create", row.version, row))


def _draft(programme_id: int) -> ProgrammeVersion:
    programme = load_programme(programme_id) or abort(404)
    return programme.draft or abort(404)


def _dose_page(row: Prescription, form: DoseForm, status: int = 200) -> ResponseReturnValue:
    drill = in_use().exercises[row.exercise]
    if not wants_fragment():
        return render_template("programmes/dose.html", row=row, drill=drill, form=form), status
    fragment = render_template("programmes/_dose.html", row=row, drill=drill, form=form)
    return builder.instead(fragment, f"#more-{row.id}", status)
