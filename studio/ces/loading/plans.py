"""Loads plans.toml: the blocks of the 12- and 16-week plans."""

from studio.ces.exercises import PHASES, Block, HomeRow
from studio.ces.loading.rows import Files, Row

FILE = "plans.toml"


def load_plans(files: Files) -> dict[int, tuple[Block, ...]]:
    """Read the blocks; those of a plan follow each other without a hole, and the last one stays open."""
    plans: dict[int, list[Block]] = {}
    for row in files.listed(FILE, "block"):
        plan = row.whole("plan")
        row.id = f"plan {plan} {row.values.get('name', '?')}"
        block = _block(row)
        before = plans.setdefault(plan, [])
        expected = (before[-1].last_week or 0) + 1 if before else 1
        if block.first_week != expected or (before and before[-1].last_week is None):
            row.wrong(f"first_week is {block.first_week}, expected {expected}")
        before.append(block)
        row.close()
    for plan, blocks in plans.items():
        if blocks[-1].last_week is not None:
            files.read(FILE).wrong(f"plan {plan} has no last block without an end")
    return {plan: tuple(blocks) for plan, blocks in plans.items()}


def _block(row: Row) -> Block:
    detail = row.table("detail", optional=True)
    for phase in detail.values:
        detail.known(phase, PHASES, "phase")
    sets = row.table("sets")
    block = Block(
        name=row.text("name"),
        first_week=row.whole("first_week"),
        last_week=row.maybe_whole("last_week"),
        corrective_share_pct=row.whole("corrective_share_pct"),
        corrective_minutes_of_60=row.whole("corrective_minutes_of_60"),
        sets=tuple((two, one) for two, one in (sets.wholes(phase, 2) for phase in PHASES)),
        phase_minutes=_by_phase(row.table("phase_minutes")),
        difficulty_ceiling=_by_phase(row.table("difficulty_ceiling")),
        studio_max=_by_phase(row.table("studio_max")),
        studio_min=_by_phase(row.table("studio_min")),
        home_once_weekly=_home(row.table("home_once_weekly")),
        home_twice_weekly=_home(row.table("home_twice_weekly")),
        notes=row.text("notes"),
    )
    if any(low > high for low, high in zip(block.studio_min, block.studio_max, strict=True)):
        row.wrong("studio_min lies above studio_max")
    if not all(1 <= ceiling <= 3 for ceiling in block.difficulty_ceiling):
        row.wrong("difficulty_ceiling goes from 1 to 3")
    return block


def _by_phase(row: Row) -> tuple[int, ...]:
    values = tuple(row.whole(phase) for phase in PHASES)
    row.close()
    return values


def _home(row: Row) -> HomeRow:
    home = HomeRow(row.whole("sessions"), row.whole("exercises"), row.whole("minutes"))
    row.close()
    return home
