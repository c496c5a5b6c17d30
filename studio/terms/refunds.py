"""What goes back when somebody stops before the end, by the terms they bought under."""

from dataclasses import dataclass

from ..money import percent
from .credits import recognised
from .terms import RefundRule

COOLING_OFF, LAW = "cooling off", "law"


@dataclass(frozen=True, slots=True)
class Refund:
    """Amounts in minor units: delivered + unused = total, and fee + back ≤ unused; what is not back stays charged."""

    total: int
    delivered: int
    """What was used or has expired, at the price of a session of this package."""
    unused: int
    fee: int
    back: int

    @property
    def charged(self) -> int:
        """What of the total stays owed."""
        return self.total - self.back


def refund(rule: RefundRule, total: int, delivered: int, granted: int, reason: str) -> Refund:
    """Reckon what goes back. `delivered` of `granted` sessions are used or expired.

    In the time to change one's mind all that was not delivered goes back, and where the law asks for it nothing is
    kept; for the other reasons of the terms a fee is kept; for any other reason nothing goes back.
    """
    used = recognised(total, delivered, granted) if granted else 0
    unused = total - used
    if reason in (COOLING_OFF, LAW):
        return Refund(total, used, unused, 0, unused)
    if reason not in rule.reasons:
        return Refund(total, used, unused, 0, 0)
    fee = percent(unused, rule.fee_percent)
    return Refund(total, used, unused, fee, unused - fee)
