"""What stands for a client on a day, in the words of the coach's papers."""

from dataclasses import dataclass
from datetime import date

from ..ces.case import Tag
from ..ces.limit_words import place_words, sentence
from ..sheets import day
from .gates import MayStart
from .precaution_view import PrecautionView, blocks_of, precaution_view
from .tables import in_use


@dataclass(frozen=True)
class StandingWords:
    """What rests, what is limited or to be minded, what is past its last day."""

    rests: tuple[str, ...]
    limits: tuple[str, ...]
    lapsed: tuple[str, ...]


def standing_words(may: MayStart) -> StandingWords:
    """Say it; what the answers before training set by themselves is to be minded too."""
    cat, stands = in_use(), may.stands
    minded = dict.fromkeys(_minded(tag) for tag in (*stands.tags, *may.gate.tags) if tag.tag in cat.tags)
    return StandingWords(
        rests=tuple(f"{one.place}, pain {one.what}" for one in blocks_of(stands)),
        limits=(*(sentence(limit, cat) for limit in stands.limits), *minded),
        lapsed=tuple(_lapsed(precaution_view(one), one.until) for one in stands.lapsed),
    )


def _minded(tag: Tag) -> str:
    """“Left knee: surgery at or next to this area”, with what to do."""
    cat = in_use()
    known = cat.tags[tag.tag]
    place = place_words(tag.region, tag.side, cat)
    where = f"{place[:1].upper()}{place[1:]}: " if place else ""
    return f"{where}{known.label}. {known.when_caution}"


def _lapsed(one: PrecautionView, last: date | None) -> str:
    place = f"{one.place}: " if one.place else ""
    until = f" (until {day(last)})" if last else ""
    return f"{place}{'; '.join(one.lines)}{until}. Ask {one.row.said_by} whether it still stands."
