"""The name of one sending: a form that is sent again carries the same one, so it is done once."""

import re
import secrets
from typing import Any

from wtforms import HiddenField

KEY = re.compile(r"[0-9a-f]{32}")


def new_key() -> str:
    """For forms that are written out by hand in a template."""
    return secrets.token_hex(16)


class KeyField(HiddenField):
    """Made when the form is shown, kept through every sending; what is no key is replaced."""

    def __init__(self, **kwargs: Any):
        super().__init__(default=new_key, **kwargs)

    def process_formdata(self, valuelist: Any) -> None:
        sent = str(valuelist[0]) if valuelist else ""
        self.data = sent if KEY.fullmatch(sent) else new_key()
