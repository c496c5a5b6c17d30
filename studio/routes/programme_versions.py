"""One version of a programme: read what was issued, change what stands around the lines of the draft."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..forms.programmes import DetailsForm
from ..models.programmes import load_version
from ..operations import programmes
from ..operations.events import record_view
from ..web import builder
from ..web.access import coaches, signed_in, user, visit
from ..web.htmx import wants_fragment

bp = Blueprint("programme_versions", __name__, url_prefix="/programmes/<int:programme_id>/versions")
builder.refuses(bp)


@bp.get("/<int:number>")
@signed_in
def show(programme_id: int, number: int) -> ResponseReturnValue:
    version = load_version(programme_id, number) or abort(404)
    if version.is_draft:
        abort(404)
    record_view(version.programme.client, by=user(), visit=visit())
    return builder.issued_page(version)


@bp.post("/<int:number>")
@coaches
def update(programme_id: int, number: int) -> ResponseReturnValue:
    draft = load_version(programme_id, number) or abort(404)
    form = DetailsForm()
    valid = form.validate_on_submit()
    if valid:
        programmes.change_details(draft, form.details, seen=builder.seen(), by=user())
    if wants_fragment():
        return render_template("programmes/_details.html", form=form, version=draft), 200 if valid else 422
    return builder.changed(draft, "Saved") if valid else (builder.draft_page(draft, form), 422)
