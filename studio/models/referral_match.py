"""Whose referral is this? Records that may be the same person, side by side with what was sent."""

from dataclasses import dataclass

from .client_doubles import likely_doubles
from .client_words import LABELS
from .clients import Client
from .merges import merged_into
from .referrals import Referral

# What a referral can bring to a record; the birth date it knows only by its year.
BRINGS = ("name", "phone", "email", "language")


@dataclass(frozen=True)
class Difference:
    """Something the referral says and the record does not; `ours` is empty where the record says nothing."""

    column: str
    label: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Match:
    """A client who may be the person, what speaks for it, and what would be new."""

    client: Client
    because: tuple[str, ...]
    differences: tuple[Difference, ...]


def brought(referral: Referral) -> dict[str, str]:
    """What the referral says about the person, as columns of a client; nothing that it leaves open."""
    said = {column: str(referral.person.get(column) or "") for column in BRINGS}
    return {column: value for column, value in said.items() if value}


def matches(referral: Referral) -> list[Match]:
    """The likely ones, the likeliest first; in place of a record that was merged into another, that one."""
    values = {"name": "", **brought(referral), "birth_year": referral.person.get("birth_year")}
    found: dict[int, Match] = {}
    for double in likely_doubles(values):
        client = (merged_into(double.client.id) if double.client.archived_at else None) or double.client
        found.setdefault(client.id, Match(client, double.because, differences(referral, client)))
    return list(found.values())


def differences(referral: Referral, client: Client) -> tuple[Difference, ...]:
    """What the referral says differently from a record."""
    return tuple(
        Difference(column, LABELS[column], str(getattr(client, column) or ""), value)
        for column, value in brought(referral).items()
        if getattr(client, column) != value
    )
