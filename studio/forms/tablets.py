"""What a tablet is called."""

from wtforms import StringField

from .base import Form
from .validators import AtMost, Needed


class TabletForm(Form):
    name = StringField(
        "Name",
        [Needed("a name for this tablet"), AtMost(60)],
        description="“Front desk”, “Blue cover”",
        render_kw={"autocomplete": "off"},
    )
