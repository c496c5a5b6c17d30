"""The studio's logo as it is sent."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import ValidationError

from ..operations.images import BadPicture
from ..operations.logos import MOST_BYTES, Drawn, check
from .base import Form


class LogoForm(Form):
    """One picture; `drawn` is what may be kept of it."""

    file = FileField(
        "Picture of the logo",
        description=f"PNG or JPEG, at most {MOST_BYTES // 1024 // 1024} MB. Dark on white prints best",
        render_kw={"accept": "image/png,image/jpeg"},
    )
    drawn: Drawn | None = None

    def validate_file(self, field: Any) -> None:
        if not field.data:
            raise ValidationError("Choose a picture in PNG or JPEG")
        try:
            self.drawn = check(field.data.read())
        except BadPicture as error:
            raise ValidationError(str(error)) from None
