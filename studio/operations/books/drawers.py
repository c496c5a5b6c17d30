"""Counting the cash drawer at day's end."""

from ...clock import utcnow
from ...models.books.drawer import Drawer
from ...models.books.ledger import DrawerCount
from ...models.database import write
from ...models.users import User
from ..events import record


def count(
    drawer: Drawer, counted: int, taken_out: int, note: str, *, opening: int, currency: str, by: User
) -> DrawerCount:
    """Put a count on record; a second one of the same day takes the place of the first, which stays in the list."""
    with write() as session:
        row = DrawerCount(
            on=drawer.on,
            opening=opening,
            expected=opening + drawer.came_in - drawer.went_out,
            counted=counted,
            taken_out=taken_out,
            currency=currency,
            note=note,
            at=utcnow(),
            by_id=by.id,
        )
        session.add(row)
        session.flush()
        record("drawer.counted", "Cash drawer counted", by=by, subject=f"drawer {row.id}")
    return row
