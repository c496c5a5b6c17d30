"""A package changed for another: what was used is charged, the rest of the money counts to the new one."""

from dataclasses import dataclass

from .credits import recognised


@dataclass(frozen=True, slots=True)
class Change:
    """Amounts in minor units: delivered + back = old total, and due = new total − back."""

    old: int
    delivered: int
    """What was used, each session at its own price of the old package."""
    back: int
    """What of the old price counts to the new package."""
    new: int

    @property
    def difference(self) -> int:
        """What the client pays more for it in all; negative where it costs less."""
        return self.new - self.back


def change(old: int, delivered: int, granted: int, new: int) -> Change:
    """Lay the old total and the new side by side; `delivered` of `granted` sessions are used or expired."""
    used = recognised(old, delivered, granted) if granted else 0
    return Change(old, used, old - used, new)
