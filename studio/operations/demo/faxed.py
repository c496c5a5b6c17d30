"""A slip that came to the demo studio by fax, and was typed in at the desk."""

from datetime import timedelta

from sqlalchemy import select

from ...documents import referral_slip as paper
from ...extensions import db
from ...models.referral_limits import row_of
from ...models.referrals import Status, Via
from ...models.sheets_referral_slip import referral_slip
from ...models.studios import Studio, studio_today
from ...models.therapists import Therapist
from ...models.users import User
from ..attachments import check
from ..referrals import files
from ..referrals.receive import Asked, receive
from ..sheet_codes import hashed, make

# An invented name; the number is from a range kept for fiction.
PERSON = {"name": "Henning Aasland", "phone": "+442079460357", "email": "", "birth_year": 1958, "language": "en"}
STORY = {
    "reason": "Left knee replacement in spring. Walks well, takes stairs one by one.",
    "goal": "Stairs like everybody else",
    "worked": "Step-ups, cycling",
    "irritated": "Long kneeling",
}


def type_in_a_fax(studio: Studio, *, by: User) -> None:
    """By the code on the slip the desk finds whose pad it is; the fax goes with it."""
    therapist = db.session.scalars(select(Therapist).where(Therapist.prefers == "fax")).first()
    key = make()
    files.wait(hashed(key), [check(paper.render(referral_slip(studio, "", therapist)), "fax.pdf")])
    sender = {"name": therapist.name, "clinic": therapist.clinic, "email": ""} if therapist else {"name": "Alex Rivera"}
    until = studio_today() + timedelta(days=60)
    asked = Asked(
        via=Via.paper,
        link=therapist.link if therapist else "",
        sender=sender,
        person=PERSON,
        story=STORY,
        limits=[row_of("position:kneeling", until=until)],
        status=Status.discharged,
        agreed=True,
    )
    receive(asked, key, by=by)
