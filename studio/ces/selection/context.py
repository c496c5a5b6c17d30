"""What every step needs to know about a case, worked out once."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Case, Tag
from studio.ces.catalogue import Catalogue
from studio.ces.exercises import PHASES, Block, HomeRow, Phase
from studio.ces.safety import ReferOut, refer_out
from studio.ces.sides import OneSide, each

OLDER = 65
LOW_ADHERENCE_PCT = 50
SHEET_LINES = 6  # a home sheet never holds more


@dataclass(frozen=True, slots=True)
class LocalLimit:
    """A local tag with its region: which list of a drill it looks at, and the sides it stands for."""

    tag: str
    region: str
    matches: Literal["loads", "presses"]
    sides: tuple[OneSide, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """A case prepared for selection."""

    case: Case
    cat: Catalogue
    safety: ReferOut
    block: Block
    kit: frozenset[str]
    tags: tuple[str, ...]  # every tag the client carries, local ones included
    limits: tuple[LocalLimit, ...]

    @property
    def home(self) -> bool:
        """Tell whether the programme is for home."""
        return self.case.plan.setting == "home"

    def ceiling(self, phase: Phase) -> int:
        """Give the hardest difficulty the block allows in a phase."""
        return self.block.difficulty_ceiling[PHASES.index(phase)]

    @property
    def maintenance(self) -> Block:
        """Give the last block of the plan, whose sets keep what was reached."""
        return self.cat.plans[self.case.plan.weeks][-1]

    @property
    def home_row(self) -> HomeRow:
        """Give the home row of the block by studio sessions a week."""
        return self.block.home(self.case.plan.sessions_per_week)


def prepare(case: Case, cat: Catalogue, safety: ReferOut | None = None) -> Context:
    """Work out what the steps share."""
    safety = safety or refer_out(case, cat)
    always = {item.id for item in cat.equipment.values() if item.always}
    kit = frozenset(cat.equipment) if case.plan.setting == "studio" else case.client.equipment | always
    carried = [*case.client.tags, *safety.start.tags]
    return Context(
        case=case,
        cat=cat,
        safety=safety,
        block=cat.block(case.plan.weeks, case.plan.week),
        kit=kit,
        tags=tuple(dict.fromkeys(tag.tag for tag in carried)),
        limits=tuple(_limit(tag, cat) for tag in carried if cat.tags[tag.tag].local and tag.region),
    )


def _limit(tag: Tag, cat: Catalogue) -> LocalLimit:
    region = cat.regions[tag.region or ""]
    sides = each(None if region.midline else tag.side)
    return LocalLimit(tag.tag, region.id, cat.tags[tag.tag].matches or "loads", sides)
