"""Own error bands in place of the usual ones: worked out anew with each pair, withdrawn and taken back by the owner."""

from ..ces.agreement import Error
from ..clock import utcnow
from ..models.agreement import errors
from ..models.database import write
from ..models.error_bands import ErrorBands, Rater, Standing, newest_bands
from ..models.users import User
from .events import record


class TooFew(Exception):
    """Fewer clients were rated twice than own bands need."""


def refresh(*, by: User) -> None:
    """Work the bands out anew after a pair came or went; withdrawn ones stay withdrawn."""
    known = newest_bands()
    for rater, error in errors().items():
        before = known.get(rater)
        if before and before.standing is Standing.withdrawn:
            continue
        if error and error.enough:
            if before is None or before.standing is not Standing.in_use or before.error != error:
                _keep(rater, error, Standing.in_use, "Own error bands worked out", by)
        elif before and before.standing is Standing.in_use:
            _keep(rater, before.error, Standing.too_few, "Own error bands rest on too few clients now", by)


def withdraw(rater: Rater, *, by: User) -> None:
    """Go back to the usual bands until the owner says otherwise; does nothing when they stand."""
    before = newest_bands().get(rater)
    if before and before.standing is Standing.in_use:
        _keep(rater, before.error, Standing.withdrawn, "Own error bands withdrawn", by)


def take_back(rater: Rater, *, by: User) -> None:
    """Use the studio's own bands again, as they work out today; raises TooFew."""
    error = errors()[rater]
    if error is None or not error.enough:
        raise TooFew
    _keep(rater, error, Standing.in_use, "Own error bands in use again", by)


def _keep(rater: Rater, error: Error, standing: Standing, summary: str, by: User) -> None:
    likely, clear = error.bands
    with write() as session:
        session.add(
            ErrorBands(
                rater=rater,
                standing=standing,
                at=utcnow(),
                by_id=by.id,
                likely=likely,
                clear=clear,
                clients=error.clients,
                pairs=error.pairs,
                bias=error.bias,
                sd=error.sd,
            )
        )
        record(f"error-bands.{standing.value.replace(' ', '-')}", summary, by=by, subject=f"rater {rater}")
