"""Issuing a draft: it becomes a version that never changes, and its sheet opens for printing."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.programmes import DetailsForm
from ..models.programmes import ProgrammeVersion, load_programme, load_version
from ..numbers import whole
from ..operations import programmes
from ..web import builder
from ..web.access import coaches, user
from ..web.setup_first import studio

bp = Blueprint("issues", __name__, url_prefix="/programmes/<int:programme_id>")
builder.refuses(bp)


@bp.post("/issue")
@coaches
def create(programme_id: int) -> ResponseReturnValue:
    draft = _named(programme_id) or abort(404)
    form = DetailsForm()
    if draft.is_draft and not form.validate_on_submit():
        return builder.draft_page(draft, form), 422
    try:
        programmes.issue(draft, form.details, size=form.print_size, studio=studio(), seen=builder.seen(), by=user())
    except programmes.Stale:
        # The second tap of a nervous double tap gets the sheet of the first.
        if draft.issued_by_id != user().id:
            raise
    except programmes.Refused as error:
        form.form_errors.append(str(error))
        return builder.draft_page(draft, form), 422
    return redirect(url_for("home_sheets.show", programme_id=programme_id, number=draft.number), 303)


def _named(programme_id: int) -> ProgrammeVersion | None:
    """The version the page showed: a repeated request must not look for the next draft."""
    if typed := request.form.get("number"):
        number = whole(typed)
        return load_version(programme_id, number) if number else None
    programme = load_programme(programme_id)
    return programme.draft if programme else None
