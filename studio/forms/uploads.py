"""A file that may come with a form."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import ValidationError

from ..operations.attachments import BadFile, Checked, check


class Upload(FileField):
    """A PDF or picture, or nothing; `checked` is what may be kept of it."""

    checked: Checked | None = None

    def pre_validate(self, form: Any) -> None:
        self.checked = None
        if self.data:
            try:
                self.checked = check(self.data.read(), self.data.filename or "")
            except BadFile as error:
                raise ValidationError(str(error)) from None


def upload(label: str) -> Upload:
    return Upload(
        label,
        description="PDF, JPEG or PNG, at most 8 MB",
        render_kw={"accept": "application/pdf,image/jpeg,image/png"},
    )
