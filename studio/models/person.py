"""Everything on record of one client, whatever table it stands in: for taking it out, and for erasing it.

A table belongs to a client when it points to one, or to a row that does. Nothing has to be added here for a new table
but its words, and a test asks for those.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, and_, false, func, literal, not_, or_, select, union_all

from ..extensions import Base, db
from .clients import Client

_BOOKS = "The books have to be kept by law. They say numbers, days and amounts; name, address and notes are taken out."
_SOLD = "What was sold and used is the ground of the books. Notes are taken out."
KEPT = {
    "events": "The trail of who did what when. It names fields and numbers, never what stood in them.",
    "erasures": "That the record was erased: when, by whom, why, and how many entries there were.",
    **dict.fromkeys(("enrolments", "clock_changes", "sessions", "credits"), _SOLD),
    **dict.fromkeys(("invoices", "instalments", "reminders", "payments", "entries"), _BOOKS),
    **dict.fromkeys(("pay_links", "pay_pages", "provider_events"), _BOOKS),
}
"""What stays when a client is erased, and why."""
TOLD: dict[str, dict[str, Any]] = {
    "enrolments": {"discount_why": "", "end_note": "", "declined_why": ""},
    "clock_changes": {"why": ""},
    "sessions": {"note": ""},
    "credits": {"why": ""},
    "invoices": {"buyer": {}, "note": ""},
    "instalments": {"held": ""},
    "payments": {"note": "", "reference": ""},
    "entries": {"why": ""},
    "pay_pages": {"url": ""},
}
"""What people typed into the books, or what names somebody, and what stands in its place after erasing."""
ONLY_MENTIONED = ("sign_ins",)
"""Tables that point to something of a client and are not about them."""

WORDS = {
    "Name, contact, notes": ("clients", "client_words", "client_numbers", "client_revisions", "merges", "import_lines"),
    "Health answers": ("readiness_forms", "gate_passes", "hand_overs", "refer_outs"),
    "Limits and clearances": ("precautions", "clearances"),
    "Consent": ("consents", "consent_grants", "shares"),
    "Assessments": ("assessments", "recordings", "answers", "taps", "assessment_versions", "reviews"),
    "Programmes": ("programmes", "programme_versions", "prescriptions", "sheet_codes"),
    "Printed papers": ("papers",),
    "Photos and files": ("client_photos", "attachments"),
    "Quotes and agreements": ("quotes", "agreements"),
    "Referrals and letters": (
        "referrals", "referral_steps", "referral_files", "letters", "private_links", "mails",
    ),
}  # fmt: skip
"""The tables by what they hold, in words for the owner."""


@dataclass(frozen=True)
class Holding:
    """How many rows of a kind there are of a client."""

    words: str
    rows: int


def belongings(client_id: int) -> list[tuple[Table, ColumnElement[bool]]]:
    """Every table that holds something of the client, with which rows, but for what is kept.

    A table comes after those it points to.
    """
    return [(table, rows) for table, rows in _everything(client_id) if table.name not in KEPT]


def kept_rows(client_id: int) -> list[tuple[Table, ColumnElement[bool]]]:
    """Every table of the client's that stays after erasing, with which rows; the trail apart."""
    return [(table, rows) for table, rows in _everything(client_id) if table.name in KEPT and table.name in TOLD]


def mentions(client_id: int) -> list[tuple[Column[Any], ColumnElement[bool]]]:
    """Columns that point to something of the client and may be emptied, with the rows of others in which they do."""
    conditions = dict(belongings(client_id))
    return [
        (column, and_(column.in_(_ids(conditions, goal)), not_(conditions.get(table, false()))))
        for table in Base.metadata.sorted_tables
        for column, goal in _keys(table)
        if goal in conditions and goal is not _clients() and column.nullable
    ]


def holdings(client_id: int) -> list[Holding]:
    """What there is of a client, by kind, in one statement; kinds without a row are left out."""
    counts = [
        select(literal(table.name), func.count()).select_from(table).where(condition)
        for table, condition in belongings(client_id)
    ]
    rows: Mapping[str, int] = {name: count for name, count in db.session.execute(union_all(*counts))}  # noqa: C416  (rows are no pairs)
    found = (Holding(words, sum(rows.get(name, 0) for name in names)) for words, names in WORDS.items())
    return [one for one in found if one.rows]


def records(client_id: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each table's name with the client's rows in it, what is kept after them too."""
    for table, condition in _everything(client_id):
        rows = db.session.execute(select(table).where(condition).order_by(*table.primary_key.columns)).mappings()
        yield table.name, [dict(row) for row in rows]


def _everything(client_id: int) -> list[tuple[Table, ColumnElement[bool]]]:
    conditions: dict[Table, ColumnElement[bool]] = {_clients(): _clients().c.id == client_id}
    for table, ways in _ways().items():
        conditions[table] = or_(*(column.in_(_ids(conditions, goal)) for column, goal in ways))
    return list(conditions.items())


def _clients() -> Table:
    return Base.metadata.tables[Client.__tablename__]


def _ids(conditions: Mapping[Table, ColumnElement[bool]], table: Table) -> Select[Any]:
    return select(table.c.id).where(conditions[table])


def _keys(table: Table) -> list[tuple[Column[Any], Table]]:
    """The columns that point to another table's id, in the order of their names."""
    keys = ((key.parent, key.column.table) for key in table.foreign_keys if key.column.table is not table)
    return sorted(keys, key=lambda key: key[0].name)


@cache
def _ways() -> dict[Table, list[tuple[Column[Any], Table]]]:
    """Of each table that belongs to clients the columns by which it does: those that must be filled, else all."""
    found: dict[Table, list[tuple[Column[Any], Table]]] = {}
    for table in Base.metadata.sorted_tables:
        if table.name in ONLY_MENTIONED:
            continue
        keys = [(column, goal) for column, goal in _keys(table) if goal is _clients() or goal in found]
        needed = [(column, goal) for column, goal in keys if not column.nullable]
        if keys:
            found[table] = needed or keys
    return found
