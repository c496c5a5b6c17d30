"""That the books were taken out, for the trail: names leave the house with them."""

from datetime import date

from ...models.database import write
from ...models.users import User
from ..events import record


def note_taken(what: str, first: date, last: date, *, names: bool, by: User) -> None:
    """Put down who took which file of which days, and whether it names people."""
    with write():
        said = f"{what} of {first} to {last} taken out, {'with' if names else 'without'} names"
        record("money.exported", said, by=by)
