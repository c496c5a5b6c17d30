"""Somebody asks for themselves: who they are, what brings them, when to call."""

from typing import Any

from wtforms import StringField, TextAreaField, ValidationError

from ..ces.mentions import mentions, mentions_in
from ..models.referrals import Kind, Via
from ..operations.referrals.receive import Asked
from .base import Form
from .fields import Several, name_field
from .reach import reach_field, reached
from .validators import AtMost, HasLetters, Needed


class InquiryForm(Form):
    """Three answers; the ticks only sort what people come with."""

    class Meta(Form.Meta):
        csrf = False  # it has no session; `web.open_forms` stands for it

    name = name_field("Your name", "your name", autocomplete="name")
    contact = reach_field(
        "Your phone or e-mail", "your phone number or e-mail address", render_kw={"autocomplete": "tel"}
    )
    about = TextAreaField(
        "What brings you?",
        [Needed("what brings you", "Write"), AtMost(2000)],
        description="A line is enough",
        render_kw={"rows": 3},
    )
    mentions = Several("Tick what fits", lambda: [(one.id, one.ask) for one in mentions().values()])
    call = StringField("When may we call?", [AtMost(120)], description="“Mornings”, “after five”")
    website = StringField("Leave this box empty", render_kw={"autocomplete": "off", "tabindex": -1})

    def validate_name(self, field: Any) -> None:
        HasLetters("your name")(self, field)

    def validate_website(self, field: Any) -> None:
        if field.data:
            field.data = ""
            raise ValidationError("One box was filled that stays empty. Look it over, then send it again")

    def asked(self) -> Asked:
        """The answers as `receive` takes them."""
        about = self.about.data or ""
        call = f"\nWhen to call: {self.call.data}" if self.call.data else ""
        said = dict.fromkeys((*(self.mentions.data or ()), *mentions_in(about)))
        return Asked(
            kind=Kind.inquiry,
            via=Via.self_,
            person={"name": self.name.data, **reached(self.contact), "birth_year": None, "language": "en"},
            story={"reason": f"{about}{call}"},
            agreed=True,
            mentions=tuple(one for one in mentions() if one in said),
        )
