"""The letter that is sent by itself when a referral has come in: it names the referral and nothing about health."""

from typing import cast

from .. import phones
from ..clock import local
from ..sheets import Paper, long_day
from ..sheets.letter import LetterSheet
from .letter_texts import HEADINGS
from .letters import LetterKind
from .referral_clocks import TARGETS
from .referrals import Referral, State
from .sheets_home import studio_card
from .studios import Studio

HEARS = "After the first movement screen, at week 6 and at week 12 a letter comes back to you, if they agree to it."


def received_sheet(referral: Referral, studio: Studio) -> LetterSheet:
    """What the sender is told, as of the day it came in."""
    day = local(referral.received_at, studio.time_zone).date()
    return LetterSheet(
        studio=studio_card(studio),
        recipient=recipient_words(referral.sender, studio.country),
        written=day,
        about=f"Your referral of {long_day(day)}, our reference {referral.reference}",
        heading=HEADINGS[LetterKind.received],
        lead="Thank you for your referral. It is in good hands: a person reads it, and you need no account with us.",
        steps=(_call(referral), HEARS, _asks(studio, referral)),
        released="Sent by itself when your referral came in. It says nothing about health on purpose.",
        paper=cast(Paper, studio.paper),
    )


def recipient_words(known: dict[str, str], country: str) -> str:
    """“Alex Rivera, PT · Lakeside Physical Therapy · fax 555-0178”, of what a form or a record holds."""
    name = ", ".join(filter(None, (known.get("name"), known.get("profession"))))
    fax = f"fax {phones.written(known['fax'], country)}" if known.get("fax") else ""
    return " · ".join(filter(None, (name, known.get("clinic"), fax)))


def _call(referral: Referral) -> str:
    days = TARGETS[State.received].days
    when = "Today" if referral.urgent else f"Within {days} working {'day' if days == 1 else 'days'}"
    return f"{when} we ring the person you referred."


def _asks(studio: Studio, referral: Referral) -> str:
    ways = [phones.written(studio.phone, studio.country)] if studio.phone else []
    ways += [studio.email] if studio.email else []
    reach = f"reach us at {' or '.join(ways)}" if ways else "ask us"
    return f"If you have a question, {reach} and name {referral.reference}."
