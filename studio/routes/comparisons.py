"""Two or three assessments of a client side by side, on the page and as the progress report."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..forms.comparisons import ComparisonForm
from ..models.clients import load_client
from ..models.comparisons import completed
from ..models.sheets_comparison import comparison_of
from ..operations.events import record_view
from ..operations.progress_reports import paper_of
from ..web.access import coaches, user, visit
from ..web.paper import answers_with_paper, inline
from ..web.setup_first import studio

bp = Blueprint("comparisons", __name__, url_prefix="/clients/<int:client_id>")
answers_with_paper(bp)


@bp.get("/comparison")
@coaches
def show(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    record_view(client, by=user(), visit=visit())
    all_ = completed(client.id)
    form = ComparisonForm(all_, studio().time_zone)
    fits = not form.asked or form.validate()
    sheet = comparison_of(client, all_, form.chosen, studio())
    answer = render_template("clients/comparison.html", client=client, form=form, sheet=sheet, done=all_)
    return answer, 200 if fits else 422


@bp.get("/comparison.pdf")
@coaches
def paper(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    all_ = completed(client.id)
    form = ComparisonForm(all_, studio().time_zone)
    if form.asked and not form.validate():
        abort(422, "Choose two or three assessments on the page, then print.")
    sheet = comparison_of(client, all_, form.chosen, studio(), form.reading) or abort(404)
    return inline(paper_of(sheet, client=client, by=user()), client)
