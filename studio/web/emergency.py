"""What somebody reads at once whose words or ticks are a red flag."""

from collections.abc import Iterable

from ..ces.flag_words import flags_in, told, urgency
from .setup_first import studio


def words_to_heed(texts: Iterable[str], ticked: Iterable[str] = (), *, own: bool = False) -> str:
    """The sentence of the most urgent flag in these texts and ticks; empty for none."""
    return flags_to_heed((*ticked, *flags_in(texts)), own=own)


def flags_to_heed(flags: Iterable[str], *, own: bool = False) -> str:
    """The sentence of the most urgent of these flags, empty for none; `own` when they wrote of themselves."""
    level = urgency(flags)
    return told(level, studio().emergency_number, own=own) if level else ""
