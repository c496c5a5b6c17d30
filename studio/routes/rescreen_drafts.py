"""The next programme after a re-screen: drafted with what the coach decided."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from ..operations import programmes
from ..web.access import coaches, user
from ..web.rescreen import rescreen_or_404

bp = Blueprint("rescreen_drafts", __name__, url_prefix="/assessments/<int:assessment_id>/next-draft")


@bp.post("")
@coaches
def create(assessment_id: int) -> ResponseReturnValue:
    one = rescreen_or_404(assessment_id)
    draft = programmes.draft_from(one.version, by=user())
    return redirect(url_for("programmes.show", programme_id=draft.programme_id), 303)
