"""Passing the gate: a reason, under the name of who is signed in."""

from wtforms import StringField

from .assessments import REASON
from .base import Form
from .validators import Needed


class GateForm(Form):
    reason = StringField(
        "Why do you start all the same?",
        [Needed("the reason"), REASON],
        id="gate-reason",
        description="It stands in the trail with your name.",
    )
