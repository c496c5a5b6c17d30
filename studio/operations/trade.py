"""How the studio trades, set by its owner. What was sold before keeps the terms it was sold under."""

from typing import Any

from ..clock import utcnow
from ..models.books.trade import the_trade
from ..models.database import write
from ..models.users import User
from .events import record


def change_trade(values: dict[str, Any], *, by: User) -> bool:
    """Set what the owner changed; False where nothing was different."""
    with write() as session:
        trade = the_trade()
        changed = [name for name, value in values.items() if getattr(trade, name) != value]
        if not changed:
            return False
        for name in changed:
            setattr(trade, name, values[name])
        trade.id, trade.changed_at = 1, utcnow()
        session.add(trade)
        record("trade.changed", "How the studio trades was changed", by=by, subject="trade", fields=changed)
    return True
