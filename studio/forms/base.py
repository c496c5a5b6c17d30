"""What every form shares: typed text is tidied in one place before anything looks at it."""

import unicodedata
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, PasswordField, StringField, TextAreaField
from wtforms.fields.core import UnboundField

# Characters nobody types on purpose: control codes (a database refuses NUL), marks that turn the direction of other
# people's words, and halves of a pair. Zero-width joiners stay: Persian and Hindi names need them.
_UNWANTED = {
    code: None
    for span in ((0x00, 0x09), (0x0B, 0x20), (0x7F, 0xA0), (0x202A, 0x202F), (0x2066, 0x206A), (0xD800, 0xE000))
    for code in range(*span)
} | {0xFEFF: None}


class Form(FlaskForm):
    """A form whose texts come without stray spaces and hidden characters; a password stays as typed."""

    class Meta(FlaskForm.Meta):
        def bind_field(self, form: Any, unbound_field: "UnboundField[Any]", options: dict[str, Any]) -> Field:
            kind = unbound_field.field_class
            if issubclass(kind, StringField) and not issubclass(kind, PasswordField):
                tidy = tidy_text if issubclass(kind, TextAreaField) else tidy_line
                options["filters"] = [tidy, *unbound_field.kwargs.pop("filters", ())]
            bound: Field = super().bind_field(form, unbound_field, options)
            return bound


def tidy_line(text: Any) -> Any:
    """One line: composed letters, single spaces, nothing hidden. What is no text is left alone."""
    return " ".join(_clean(text).split()) if isinstance(text, str) else text


def tidy_text(text: Any) -> Any:
    """Several lines: as `tidy_line`, but the lines stay."""
    return _clean(text.replace("\r\n", "\n")).strip() if isinstance(text, str) else text


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\t", " ").translate(_UNWANTED))
