"""What every form shares: typed text is tidied in one place before anything looks at it."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, PasswordField, StringField, TextAreaField
from wtforms.fields.core import UnboundField

from ..entries import tidy_line, tidy_text


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
