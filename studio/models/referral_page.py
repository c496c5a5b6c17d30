"""Everything about one referral, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..ces.mentions import mentions
from ..clock import utcnow
from .private_links import PrivateLink, status_links_of
from .referral_list import to_do
from .referral_match import Match, matches
from .referrals import Referral, ReferralFile, ReferralStep, Status, files_of, steps_of
from .tables import in_use

# The texts of a referral by field, as they are headed on its page (programming reference, forms.referral_in).
HEADINGS = {
    "worked": "What helped",
    "irritated": "What made it worse",
    "home_exercises": "Exercises at home now",
    "flags_screened": "Warning signs asked about",
    "scores": "Scores",
    "medicines": "Medicines that matter for exercise",
    "report": "Reports they would like",
    "clearance": "Clearance",
}
STATUS = {
    Status.discharged: "discharged from physiotherapy",
    Status.under_care: "still under their care",
    Status.shared: "in shared care",
}


@dataclass(frozen=True)
class StepView:
    """A step as the line shows it; `tried` when somebody tried in vain and the state stayed."""

    row: ReferralStep
    tried: bool

    @property
    def title(self) -> str:
        return "Not reached" if self.tried else self.row.state.label


@dataclass(frozen=True)
class ReferralPage:
    """`steps` are the newest first, without those taken back; `matches` only while nobody has been linked."""

    row: Referral
    steps: Sequence[StepView]
    tries: int
    files: Sequence[ReferralFile]
    matches: Sequence[Match]
    links: Sequence[PrivateLink]

    @property
    def to_do(self) -> str:
        return to_do(self.row.state)

    @property
    def taken_back_next(self) -> StepView | None:
        """The step that an undo takes back; the first one stays."""
        return self.steps[0] if len(self.steps) > 1 else None

    @property
    def flags(self) -> list[str]:
        """The red flags in words."""
        known = in_use().safety.red_flags
        return [known[one].sign if one in known else one for one in self.row.flags]

    @property
    def status(self) -> str:
        return STATUS[self.row.status] if self.row.status else ""

    @property
    def must_not(self) -> list[str]:
        """What must not be done: each limit in its words, then what was written."""
        lines = [str(one.get("words") or "") for one in self.row.limits]
        story = self.row.story
        return [line for line in (*lines, story.get("must_not"), story.get("stop_rules")) if line]

    @property
    def more(self) -> list[tuple[str, str]]:
        """The other texts with their headings."""
        return [(heading, str(self.row.story[name])) for name, heading in HEADINGS.items() if self.row.story.get(name)]

    @property
    def mentions(self) -> list[str]:
        """What an inquiry speaks of, in words."""
        known = mentions()
        return [known[one].label if one in known else one for one in self.row.mentions]

    @property
    def condition(self) -> str:
        """“ACL reconstruction, left, 12 May 2026”, as far as it was said."""
        story = self.row.story
        parts = (story.get("condition"), story.get("condition_side"), story.get("condition_on"))
        return ", ".join(str(part) for part in parts if part)


def referral_page(row: Referral) -> ReferralPage:
    """Read the whole of it; who it may be is looked up only while it is open and nobody's."""
    standing = [step for step in steps_of(row.id) if step.undone_at is None]
    shown = [StepView(step, _tried(standing, nth)) for nth, step in enumerate(standing)]
    since = next((nth for nth in range(len(shown) - 1, -1, -1) if not shown[nth].tried), 0)
    asked = row.client_id is None and row.state.open
    return ReferralPage(
        row=row,
        steps=shown[::-1],
        tries=len(shown) - 1 - since,
        files=files_of(row.id),
        matches=matches(row) if asked else (),
        links=status_links_of(row.id, utcnow()),
    )


def _tried(standing: Sequence[ReferralStep], nth: int) -> bool:
    return nth > 0 and standing[nth - 1].state is standing[nth].state
