"""Blank paper forms, for a day without the tablet."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..documents import blank_forms
from ..models.blank_forms import form_set, shelves
from ..models.studios import studio_today
from ..operations.paper_forms import file_name
from ..web.access import signed_in
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("paper_forms", __name__, url_prefix="/paper-forms")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    return render_template("paper_forms/index.html", shelves=shelves())


@bp.get("/<string:form>.pdf")
@signed_in
def show(form: str) -> ResponseReturnValue:
    forms = form_set(form, studio()) or abort(404)
    return pdf(blank_forms.render(forms), file_name(forms, studio_today()))
