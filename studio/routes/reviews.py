"""After a re-screen: how the weeks went, and what the rules suggest."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.plans import said_form
from ..operations import reviews
from ..operations.events import record_view
from ..web import rescreen
from ..web.access import coaches, user, visit

bp = Blueprint("reviews", __name__, url_prefix="/assessments/<int:assessment_id>/review")


@bp.get("")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    one = rescreen.rescreen_or_404(assessment_id)
    record_view(one.issued.programme.client, by=user(), visit=visit())
    return rescreen.page(one)


@bp.post("")
@coaches
def create(assessment_id: int) -> ResponseReturnValue:
    one = rescreen.rescreen_or_404(assessment_id)
    form = said_form(one.findings)
    if not form.validate():
        return rescreen.page(one, form), 422
    reviews.suggest(one, form.said, by=user())
    return redirect(url_for("reviews.show", assessment_id=assessment_id) + "#proposals", 303)
