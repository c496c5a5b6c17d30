"""The body map of an assessment: which places are marked, and why, for the one that was chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..ces.reasoning import Claim
from ..ces.sides import LEFT_RIGHT, OneSide
from ..figures import Drawing, body_map, marked_regions, muscles_of
from .evidence_words import unit_name
from .finding_words import capital
from .grounds import Grounds
from .muscle_page import ClaimView, ConflictView, claims_on, conflicts_on

SIDE: dict[str, OneSide] = {one[0].upper(): one for one in LEFT_RIGHT}
ROLES = {"over": "probably overactive", "under": "probably underactive", "both": "points both ways"}


@dataclass(frozen=True, slots=True)
class Spot:
    """One marked region of the map on one side; `place` is its name there: “front:soleus:L”."""

    place: str
    name: str
    side: OneSide
    state: str

    @property
    def role(self) -> str:
        """“probably overactive”."""
        return ROLES[self.state]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The region that somebody tapped, and what speaks for its mark."""

    spot: Spot
    claims: tuple[ClaimView, ...]
    conflicts: tuple[ConflictView, ...]


@dataclass(frozen=True)
class BodyView:
    """The two drawings and what can be tapped on them."""

    over: tuple[tuple[str, str], ...]
    under: tuple[tuple[str, str], ...]
    spots: tuple[Spot, ...]
    chosen: Chosen | None

    @cached_property
    def drawings(self) -> tuple[Drawing, Drawing]:
        """Front and back."""
        return body_map(self.over, self.under)

    @property
    def lists(self) -> tuple[tuple[str, tuple[tuple[str, tuple[Spot, ...]], ...]], ...]:
        """The same for those who cannot tap a small place: by role, each name once with its sides."""
        return tuple(
            (state, named) for state in ROLES if (named := _named(one for one in self.spots if one.state == state))
        )


def body_view(grounds: Grounds, place: str) -> BodyView:
    """The map of an assessment; a `place` that is not marked chooses nothing."""
    over, under = _marked(grounds.reasoning.overactive), _marked(grounds.reasoning.underactive)
    spots = tuple(_spot(name, state) for name, state in marked_regions(over, under).items())
    chosen = next((one for one in spots if one.place == place), None)
    return BodyView(over, under, spots, _chosen(chosen, grounds) if chosen else None)


def _marked(claims: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    return tuple((one.muscle, one.side) for one in claims)


def _spot(place: str, state: str) -> Spot:
    _, name, letter = place.split(":")
    return Spot(place, capital(unit_name(name)), SIDE[letter], state)


def _chosen(spot: Spot, grounds: Grounds) -> Chosen:
    muscles = muscles_of(spot.place)
    return Chosen(spot, claims_on(muscles, spot.side, grounds), conflicts_on(muscles, spot.side, grounds))


def _named(spots: Iterable[Spot]) -> tuple[tuple[str, tuple[Spot, ...]], ...]:
    """By name, left before right; a muscle that is seen from both sides of the body stands there once."""
    grouped: dict[str, dict[OneSide, Spot]] = {}
    for spot in spots:
        grouped.setdefault(spot.name, {}).setdefault(spot.side, spot)
    return tuple((name, tuple(of[side] for side in LEFT_RIGHT if side in of)) for name, of in grouped.items())
