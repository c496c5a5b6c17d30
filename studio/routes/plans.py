"""The weeks of a client's programme: blocks, re-screens, and what each block would hold."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.plans import LayoutForm
from ..models.cases import newest_findings
from ..models.plan_view import plan_view
from ..models.programmes import Programme, load_programme
from ..models.reviews import plan_case
from ..models.studios import studio_today
from ..models.tables import in_use
from ..operations.events import record_view
from ..operations.plans import lay_out
from ..web.access import coaches, user, visit

bp = Blueprint("plans", __name__, url_prefix="/programmes/<int:programme_id>/plan")


@bp.get("")
@coaches
def show(programme_id: int) -> ResponseReturnValue:
    programme = load_programme(programme_id) or abort(404)
    record_view(programme.client, by=user(), visit=visit())
    return _page(programme, LayoutForm.of(programme))


@bp.post("")
@coaches
def update(programme_id: int) -> ResponseReturnValue:
    programme = load_programme(programme_id) or abort(404)
    form = LayoutForm()
    if not form.validate():
        return _page(programme, form), 422
    lay_out(programme, form.layout, by=user())
    flash(f"The plan runs {programme.weeks} weeks")
    return redirect(url_for("plans.show", programme_id=programme.id), 303)


def _page(programme: Programme, form: LayoutForm) -> str:
    case = plan_case(programme, newest_findings(programme.client_id), studio_today())
    view = plan_view(programme, case, studio_today(), request.args.get("block", ""))
    return render_template(
        "plans/show.html", programme=programme, view=view, form=form, compensations=in_use().compensations
    )
