"""A mail to oneself, which shows whether mail works."""

from ...mail import written
from ...models.database import write
from ...models.mails import Mail
from ...models.studios import the_studio
from ...models.users import User
from ..sheet_codes import house
from .queueing import queue


def queue_trial(by: User) -> Mail:
    """Put it into the outbox, to go at once."""
    studio = the_studio()
    with write():
        message = written(
            "trial", to=by.email, to_name=by.name, studio=studio.name if studio else "Plumbline", address=house()
        )
        return queue(message, about=f"user {by.id}", kind="trial mail", by=by, hold=False)
