"""Paper forms with a client's name and the day on them."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..documents import blank_forms
from ..models.blank_forms import form_set, shelves
from ..models.clients import load_client
from ..models.studios import studio_today
from ..operations.paper_forms import file_name, note_printed
from ..web.access import signed_in, user
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("client_paper_forms", __name__, url_prefix="/clients/<int:client_id>/paper-forms")


@bp.get("")
@signed_in
def index(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return render_template("paper_forms/index.html", shelves=shelves(), client=client)


@bp.get("/<string:form>.pdf")
@signed_in
def show(client_id: int, form: str) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    on = studio_today()
    forms = form_set(form, studio(), client=client, on=on) or abort(404)
    note_printed(forms, client, by=user())
    return pdf(blank_forms.render(forms), file_name(forms, on))
