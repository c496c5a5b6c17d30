"""The demo studio's own hand in the tables: a note at a link, and an exercise out of use."""

from ...ces.adjusting import Adjustment
from ...models.users import User
from ..adjustments import adjust

CHANGES = (
    (
        Adjustment(
            "link_note",
            "ohsa.knee_valgus/underactive/gluteus_medius/affected",
            {"note": "We look at the single-leg squat before we trust it", "source": "House rule, team meeting"},
        ),
        "The squat alone misled us twice",
    ),
    (Adjustment("hidden", "inh_calf_roll_stacked", {}), "Too much pressure for most of our people"),
)


def adjust_tables(owner: User) -> None:
    """Make the changes, each with its reason."""
    for change, reason in CHANGES:
        adjust(change, reason=reason, by=owner)
