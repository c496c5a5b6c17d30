"""What the desk types in from paper: a fax, a slip, a note of a call."""

from typing import Any

from wtforms import BooleanField, RadioField

from ..models.therapists import Therapist
from .fields import name_field
from .reach import reach_field
from .referrals import STATUSES, ReferralForm, line
from .validators import AtMost


class EntryForm(ReferralForm):
    """It takes what the paper says, and asks for no more than two names and how far they may go."""

    sender = name_field("Who sends them", "who sends them")
    sender_contact = reach_field("Their phone or e-mail", render_kw={"autocomplete": "off"})
    contact = reach_field("Patient’s phone or e-mail", render_kw={"autocomplete": "off"})
    agreed = BooleanField("The paper says that the client agrees")
    status = RadioField("Where do they stand?", choices=dict(STATUSES), default="", validate_choice=False)
    clinic = line("Clinic or practice")
    profession = line("Their profession", "“Physical therapist”", longest=80)
    sender_contact_2 = reach_field("Another way to reach who sends them")
    report = line("How do they want to hear back?", "How often, and by mail, fax or phone", longest=200)

    def __init__(self, therapist: Therapist | None = None, **kwargs: Any):
        super().__init__(**kwargs)
        if therapist:
            self.sender.validators = [AtMost(120)]
