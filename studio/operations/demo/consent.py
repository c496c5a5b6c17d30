"""What the made-up people signed: a scrawl that follows from the name, the same one every time."""

import math
from datetime import timedelta

from ... import clock
from ...models.clients import Client
from ...models.consents import consents_of, grants_of, is_minor
from ...models.studios import Studio, studio_today
from ...models.texts import current
from ...models.users import User
from ...sheets.consent import Stroke
from ..consents import Signing, give, withdraw

WANTED = (("touch", "photos", "share_pt", "messages"), ("touch", "messages"), ("photos", "share_pt", "messages"), ())
"""What people tick beside what coaching needs, in turn."""


def sign_consent(client: Client, number: int, *also: str, studio: Studio, by: User) -> None:
    """Let a client sign on the first visit, `also` to what else they agree; one in seven takes a purpose back later."""
    extra = tuple(dict.fromkeys((*WANTED[number % len(WANTED)], *also)))
    guardian = is_minor(client, studio_today())
    signer = f"Robin {client.name.split()[-1]}" if guardian else client.name
    ticked = {"take_part", "health_record", *extra}
    signing = Signing(current("consent").number, ticked, signer, guardian, scrawl(signer))
    consent = give(client, signing, studio=studio, by=by)
    if number % 7 == 2 and extra:
        with clock.pretend(clock.utcnow() + timedelta(minutes=7)):
            grant = next(one for one in grants_of(consent.id) if one.purpose == extra[0])
            withdraw(grant, client, "Said so at the desk on the way out", by=by)


def take_back(client: Client, purpose: str, *, by: User) -> None:
    """Somebody rang up and took back one thing they had agreed to."""
    grant = next(one for one in grants_of(consents_of(client.id)[0].id) if one.purpose == purpose)
    withdraw(grant, client, "Said so on the phone", by=by)


def scrawl(name: str) -> tuple[Stroke, ...]:
    """Something that looks written: a loop for each letter, a new stroke for each word."""
    strokes, x = [], 40
    wide = min(26, 480 // max(1, len(name)))
    for word in name.split():
        points: list[int] = []
        for place, letter in enumerate(word):
            high = 52 if place == 0 or letter in "bdfhklt" else 20
            for step in range(8):
                turn = step / 8 * 2 * math.pi
                at = x + (place + step / 8) * wide + math.sin(turn) * wide * 0.45
                points += [round(at), round(140 - (1 - math.cos(turn)) * high * (0.8 + ord(letter) % 5 / 10))]
        strokes.append(Stroke(points=tuple(points)))
        x += (len(word) + 1) * wide
    return tuple(strokes)
