"""Which way mails leave this house: to the mail server, in a demo into a folder, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from functools import partial

from flask import current_app

from ...config import Settings
from ...mail.compose import House
from ...mail.transport import deliver, lay_down
from ...models.studios import the_studio

NOBODY = "no-reply@studio.invalid"  # a name that is no domain, for a demo that writes to nobody


@dataclass(frozen=True)
class Way:
    """Who mails come from, and how one is handed in."""

    house: House
    demo: bool
    hand_in: Callable[[EmailMessage], None]


def way_out() -> Way | None:
    """The way mails leave; None while mail is not set up. From a demo no mail ever leaves the machine."""
    settings: Settings = current_app.config["SETTINGS"]
    studio = the_studio()
    if studio is None:
        return None
    if studio.demo:
        sender = settings.mail.sender if settings.mail else studio.email or NOBODY
        return Way(
            House(studio.name, sender, studio.email), True, partial(lay_down, folder=settings.data / "sent-mail")
        )
    if settings.mail is None:
        return None
    house = House(studio.name, settings.mail.sender, studio.email)
    return Way(house, False, partial(deliver, server=settings.mail))
