"""The client's own photo on a line of a draft: sent, and taken off."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.photos import PhotoForm
from ..models.photos import ClientPhoto, photo_on
from ..models.prescriptions import Prescription
from ..operations import photos
from ..web import builder
from ..web.access import coaches, user
from ..web.htmx import wants_fragment
from ..web.photos import panel
from ..web.uploads import takes_files

bp = Blueprint("photos", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions/<int:prescription_id>")


@bp.get("/photo")
@coaches
def edit(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    return panel(builder.draft_line_or_404(programme_id, prescription_id), PhotoForm(formdata=None))


@bp.post("/photo")
@coaches
@takes_files
def create(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.draft_line_or_404(programme_id, prescription_id)
    client, form = row.version.programme.client, PhotoForm()
    if not form.validate_on_submit() or form.taken is None:
        return panel(row, form, 422)
    try:
        before, _ = photos.put(client, row.exercise, form.taken, by=user())
    except photos.NotAgreed:
        return panel(row, form, 409)
    toast = {"text": "The photo is on the line.", "undo_url": _undo(row, before)}
    if wants_fragment():
        return panel(row, PhotoForm(formdata=None), toast=toast)
    flash(toast)  # type: ignore[arg-type]  # the toasts take a mapping too
    return redirect(url_for(".edit", programme_id=programme_id, prescription_id=prescription_id), 303)


@bp.post("/photo/removal")
@coaches
def delete(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.draft_line_or_404(programme_id, prescription_id)
    client = row.version.programme.client
    photo = photo_on(client.id, row.exercise) or abort(404)
    photos.remove(photo, client, by=user())
    return builder.changed(row.version, "Photo removed", _undo(row, photo))


def _undo(row: Prescription, photo: ClientPhoto | None) -> str:
    """The way back: to the photo that was there, or to none."""
    values: dict[str, Any] = {"programme_id": row.version.programme_id, "prescription_id": row.id}
    return url_for("photo_returns.create", photo_id=photo.id, **values) if photo else url_for(".delete", **values)
