"""A client's photo as it is sent, and what to cut out of it."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import IntegerField, ValidationError
from wtforms.widgets import HiddenInput

from ..operations.cutting import Cut
from ..operations.images import BadPicture
from ..operations.photos import MOST_BYTES, Taken, check
from .base import Form

FURTHEST = 100_000


class PhotoForm(Form):
    """One picture, from the camera or from what is stored on the device; `taken` is what may be kept of it."""

    camera = FileField("Take a photo", render_kw={"accept": "image/*", "capture": "environment"})
    file = FileField(
        "Choose a picture",
        description=f"JPEG, PNG or WebP, at most {MOST_BYTES // 1024 // 1024} MB",
        render_kw={"accept": "image/*"},
    )
    taken: Taken | None = None

    def validate_file(self, field: Any) -> None:
        sent = self.camera.data or field.data
        if not sent:
            raise ValidationError("Take a photo, or choose a picture")
        try:
            self.taken = check(sent.read())
        except BadPicture as error:
            raise ValidationError(str(error)) from None


class CutForm(Form):
    """Left edge, upper edge and width in pixels of the photo; the page fills them in as it is moved."""

    left = IntegerField(widget=HiddenInput())
    top = IntegerField(widget=HiddenInput())
    across = IntegerField(widget=HiddenInput())

    @property
    def cut(self) -> Cut | None:
        """What was said, or None where that is no place in any photo."""
        said = (self.left.data, self.top.data, self.across.data)
        numbers = [one for one in said if one is not None and abs(one) <= FURTHEST]
        return Cut(*numbers) if len(numbers) == len(said) else None
