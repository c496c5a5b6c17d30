"""What looks wrong in a picture."""

from wtforms import TextAreaField

from .base import Form
from .validators import AtMost, Needed

LONGEST = 500


class PictureNoteForm(Form):
    words = TextAreaField(
        "What looks wrong?",
        [Needed("what looks wrong, in a few words", "Say"), AtMost(LONGEST)],
        description="The position, the prop, the side, the arrow, the muscle",
        render_kw={"rows": 3, "maxlength": LONGEST},
    )
