"""What an exercise needs, in words."""

from ..ces.exercises import Exercise
from .tables import in_use

NO_THING = "none"


def things(drill: Exercise) -> list[str]:
    """The items an exercise needs."""
    return [item for item in drill.equipment if item != NO_THING]


def kit_words(drill: Exercise) -> tuple[str, ...]:
    """The same by the catalogue's labels."""
    return tuple(in_use().equipment[item].label for item in things(drill))
