"""The note of an assessment, saved while it is typed."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..forms.assessments import NoteForm
from ..models.assessments import load_assessment
from ..operations.assessments import NotOpen, Stale, write_note
from ..web.access import coaches, user
from ..web.blind import open_blind
from ..web.filters import at_time
from ..web.htmx import wants_fragment

bp = Blueprint("assessment_notes", __name__)


@bp.post("/assessments/<int:assessment_id>/note")
@coaches
@open_blind
def update(assessment_id: int) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    form = NoteForm()
    if not form.validate_on_submit():
        return render_template("assessments/_note_state.html", assessment=assessment, problem=form.problem), 422
    try:
        revision = write_note(assessment, form.text, seen=form.seen.data or 0, by=user(), sent_before=form.sent_before)
    except Stale as stale:
        # Saving again puts one's own text over theirs, which by then has been read.
        now = {"theirs": stale.theirs, "revision": stale.revision}
        return render_template("assessments/_note_state.html", assessment=assessment, **now), 409
    except NotOpen:
        abort(409)
    if not wants_fragment():
        return redirect(url_for("boards.show", assessment_id=assessment_id), 303)
    return render_template(
        "assessments/_note_state.html", assessment=assessment, revision=revision, saved_at=at_time(utcnow())
    )
