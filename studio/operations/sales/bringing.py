"""What a client brings along from before this program: sessions left of a package, and money owed or paid ahead.

Nothing of it is a sale of ours: it has no invoice and earns nothing here. What was paid for it stands in the old books.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.books.ledger import Entry, EntryKind
from ...models.clients import Client
from ...models.sales.enrolments import Enrolment, State
from ...models.sales.offers import OfferVersion
from ...models.sales.sessions import CreditKind
from ...models.studios import studio_today
from ...models.users import User
from ...money import in_words
from ...sheets.stored import pack
from ...terms.clock import DAY, WEEK, Pause
from ...terms.terms import Terms
from ..books import entries
from ..events import record
from . import credits, freezes

WHY = "Brought along"


@dataclass(frozen=True, slots=True)
class Package:
    """A package begun before: its name, `left` of `bought` sessions, and the last day one can be used on.

    `version` is the offer of the same name on today's list, whose rules hold for it; else the usual rules do.
    """

    name: str
    bought: int
    left: int
    starts_on: date
    last_on: date
    version: OfferVersion | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """A package, or nothing but money; `owed` is in minor units of `currency`, negative for what was paid ahead."""

    package: Package | None
    owed: int
    currency: str


def bring(client: Client, brought: Brought, *, by: User) -> None:
    """Put it on record, inside the caller's `write()`; the ledgers say what it is."""
    on = studio_today()
    enrolment = _enrol(client, brought.package, brought.currency, on, by) if brought.package else None
    if brought.owed:
        entries.post(
            client.id, EntryKind.opening, brought.owed, brought.currency, WHY, on=on, by=by,
            enrolment_id=enrolment.id if enrolment else None,
        )  # fmt: skip
        words = f"{in_words(abs(brought.owed), brought.currency)} {'owed' if brought.owed > 0 else 'paid ahead'}"
        record("money.brought", f"{WHY}: {words}", by=by, client=client, subject=f"client {client.id}")


def packages_of(client_ids: set[int]) -> dict[int, list[tuple[Enrolment, int, int]]]:
    """What clients brought along before, with the sessions it began with and the money; by client."""
    found: dict[int, list[tuple[Enrolment, int, int]]] = {}
    mine = select(Enrolment).where(Enrolment.client_id.in_(client_ids), Enrolment.brought)
    rows = db.session.scalars(mine.where(Enrolment.state != State.undone).order_by(Enrolment.id)).all()
    ids = [row.id for row in rows]
    granted, owed = credits.first_grants(ids), _openings(Entry.enrolment_id.in_(ids))
    for row in rows:
        found.setdefault(row.client_id, []).append((row, granted.get(row.id, 0), owed.get((row.client_id, row.id), 0)))
    return found


def money_of(client_ids: set[int]) -> dict[int, int]:
    """What clients owed or had paid ahead beside their packages; by client."""
    alone = _openings(Entry.client_id.in_(client_ids), Entry.enrolment_id.is_(None))
    return {client_id: amount for (client_id, _), amount in alone.items()}


def terms_of(package: Package, currency: str, base: Terms | None) -> tuple[Terms, int]:
    """Terms whose clock ends on the package's last day or some days before, and by how many it is to be extended.

    A package of less than a week lasts one.
    """
    base = base or Terms("package", package.name, 0, currency, sessions=package.bought, weeks=0, grace_weeks=0)
    days = (package.last_on - package.starts_on).days + 1
    weeks = min(base.weeks, days // 7) or max(days // 7, 1)
    grace = min(base.grace_weeks, max(days // 7 - weeks, 0)) if base.weeks == weeks else 0
    terms = replace(base, name=package.name, sessions=package.bought, weeks=weeks, grace_weeks=grace)
    return terms, max(days - (weeks + grace) * 7, 0)


def _enrol(client: Client, package: Package, currency: str, on: date, by: User) -> Enrolment:
    terms, more = terms_of(package, currency, package.version.terms if package.version else None)
    row = Enrolment(
        client_id=client.id,
        offer_version_id=package.version.id if package.version else None,
        frozen=pack(terms),
        currency=currency,
        price=0,
        total=0,
        starts_on=package.starts_on,
        sold_on=min(package.starts_on, on),
        sold_at=utcnow(),
        sold_by_id=by.id,
        coach_id=client.coach_id,
        brought=True,
    )
    db.session.add(row)
    db.session.flush()
    said = f"{WHY}: {package.left} of {package.bought} left"
    if package.left:
        credits.post(row, CreditKind.granted, package.left, said, on=on, by=by)
    if more:
        last = package.starts_on + (terms.weeks + terms.grace_weeks) * WEEK - DAY
        freezes.add(row, Pause("extension", last + DAY, last + timedelta(days=more)), WHY, by=by, asked_on=on)
    record("enrolment.brought", f"{terms.name}: {said[:1].lower()}{said[1:]}", by=by, client=client,
           subject=f"enrolment {row.id}")  # fmt: skip
    return row


def _openings(*conditions: object) -> dict[tuple[int, int | None], int]:
    rows = select(Entry.client_id, Entry.enrolment_id, Entry.amount).where(
        Entry.kind == EntryKind.opening,
        Entry.reverses_id.is_(None),
        *conditions,  # type: ignore[arg-type]
    )
    return {(client_id, enrolment_id): amount for client_id, enrolment_id, amount in db.session.execute(rows)}
