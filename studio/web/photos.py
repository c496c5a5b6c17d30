"""What opens under a line for the client's own photo: what is missing, or the photo and the way to another."""

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from ..forms.photos import PhotoForm
from ..models.photos import agrees_to_photos, photo_on
from ..models.prescriptions import Prescription
from ..models.tables import in_use
from ..operations.cutting import bounds
from .htmx import wants_fragment

LOST = "The photo is missing, or is no longer what was kept. Take it anew, or restore the uploads folder from a backup."


def panel(
    row: Prescription, form: PhotoForm, status: int = 200, *, toast: dict[str, str] | None = None
) -> ResponseReturnValue:
    """The part, or without a script the page. A `toast` says that the photo is new: the line shows it at once."""
    client = row.version.programme.client
    photo = photo_on(client.id, row.exercise)
    given: dict[str, Any] = {
        "row": row,
        "client": client,
        "drill": in_use().exercises[row.exercise],
        "form": form,
        "agreed": agrees_to_photos(client.id),
        "photo": photo,
        "bounds": bounds(photo.width, photo.height) if photo else None,
        "toast": toast,
    }
    template = "photos/_panel.html" if wants_fragment() else "photos/edit.html"
    return render_template(template, **given), status
