"""The consent form: a tick for each purpose, a name, and a drawn signature or the word that the name stands for it."""

import json
from itertools import pairwise
from typing import Any

from wtforms import BooleanField, HiddenField, IntegerField, StringField, TextAreaField, ValidationError
from wtforms.widgets import HiddenInput

from .. import texts
from ..operations.consents import Signing
from ..sheets.consent import HEIGHT, WIDTH, Stroke
from .base import Form
from .fields import name_field
from .validators import AtMost, Needed

MOST_STROKES, MOST_POINTS, SHORTEST, LONGEST = 80, 3000, 60, 40_000


class Drawn(HiddenField):
    """Strokes as JSON, [[x, y, x, y …], …], whole numbers inside the box; `strokes` is what could be read."""

    strokes: tuple[Stroke, ...] = ()

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        if self.data:
            self.strokes = _strokes(str(self.data))


class ConsentForm(Form):
    """Nothing is ticked beforehand. `minor` asks for a parent or guardian."""

    text_version = IntegerField(widget=HiddenInput())
    signer = name_field("Your full name", "your full name", autocapitalize="words")
    guardian = BooleanField("I sign as parent or guardian")
    drawn = Drawn("Signature")
    typed = BooleanField("My typed name is my signature", description="For whoever cannot draw on the screen")

    def __init__(self, *args: Any, minor: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.minor = minor

    ticks_hint = texts.TICKS_HINT

    @property
    def ticks(self) -> list[Any]:
        return [self[f"agree_{one.id}"] for one in texts.purposes()]

    def validate_guardian(self, field: Any) -> None:
        if self.minor and not field.data:
            raise ValidationError("Ask a parent or guardian to sign, and to tick this")

    def validate_drawn(self, field: Any) -> None:
        if not field.strokes and not self.typed.data:
            raise ValidationError("Sign in the box, or tick that the typed name is the signature")

    def typed_so_far(self) -> dict[str, Any]:
        """Everything but the token and the version, to be kept and shown again; what is far too long is no draft."""
        kept = {one.name: one.data for one in self if one.name not in ("csrf_token", "text_version")}
        return {name: value for name, value in kept.items() if not isinstance(value, str) or len(value) < LONGEST}

    def reread(self, number: int) -> None:
        """The text changed while it was read: what was typed stays, but it is signed again."""
        self.text_version.data, self.text_version.raw_data = number, None
        self.drawn.data, self.drawn.strokes, self.typed.data = "", (), False
        self.form_errors.append("The text has just changed. Read it again, then sign")

    def signing(self) -> Signing:
        ticked = {one.id for one in texts.purposes() if self[f"agree_{one.id}"].data}
        strokes = () if self.typed.data else self.drawn.strokes
        version = self.text_version.data or 0
        return Signing(version, ticked, self.signer.data or "", bool(self.guardian.data), strokes)


def _tick(purpose: texts.Purpose) -> BooleanField:
    def ticked(form: Any, field: Any) -> None:
        if purpose.needed and not field.data:
            raise ValidationError(f"Tick “{purpose.words}”. Without it there is no coaching")

    return BooleanField(purpose.words, [ticked], description=purpose.note)


for _purpose in texts.purposes():
    setattr(ConsentForm, f"agree_{_purpose.id}", _tick(_purpose))


class WithdrawalForm(Form):
    how = StringField(
        "How did they tell you?",
        [Needed("how they told you"), AtMost(300)],
        description="“At the desk”, “by mail on 3 March”",
        render_kw={"autocomplete": "off"},
    )


class TextForm(Form):
    """A new version of a text."""

    title = StringField("Title", [Needed("a title"), AtMost(120)], render_kw={"autocomplete": "off"})
    body = TextAreaField("Text", [Needed("the text"), AtMost(12000)], render_kw={"rows": 24})


def _strokes(text: str) -> tuple[Stroke, ...]:
    """Read what the pen drew; anything else than a signature of this box is none."""
    try:
        rows = json.loads(text)
    except ValueError:
        raise ValueError(UNREADABLE) from None
    if not (isinstance(rows, list) and len(rows) <= MOST_STROKES and all(_is_stroke(row) for row in rows)):
        raise ValueError(UNREADABLE)
    if sum(map(len, rows)) > 2 * MOST_POINTS:
        raise ValueError(UNREADABLE)
    strokes = tuple(Stroke(points=tuple(row)) for row in rows)
    if strokes and sum(map(_length, strokes)) < SHORTEST:
        raise ValueError("Sign with your whole name: this is only a dot")
    return strokes


UNREADABLE = "Draw the signature once more: it did not arrive whole"


def _is_stroke(row: Any) -> bool:
    if not isinstance(row, list) or not row or len(row) % 2:
        return False
    whole = all(type(one) is int for one in row)
    return whole and all(0 <= x <= WIDTH for x in row[::2]) and all(0 <= y <= HEIGHT for y in row[1::2])


def _length(stroke: Stroke) -> int:
    pairs = stroke.pairs
    return sum(abs(x - to_x) + abs(y - to_y) for (x, y), (to_x, to_y) in pairwise(pairs))
