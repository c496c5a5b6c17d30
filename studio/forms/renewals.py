"""Why somebody does not go on."""

from wtforms import StringField

from .base import Form
from .validators import AtMost, Needed


class DeclineForm(Form):
    why = StringField("Not now, because", [Needed("why not"), AtMost(200)], render_kw={"autocomplete": "off"})
