"""Loads doses.toml and completes each drill's dose from the defaults of its mode."""

from collections.abc import Container
from typing import cast, get_args

from studio.ces.exercises import Bound, Dose, Mode, PhaseDoses, Tempo
from studio.ces.loading.rows import Files, Row

NEEDS: dict[Mode, tuple[str, ...]] = {
    "smr": ("duration_s", "hold_s", "max_spots", "speed"),
    "static": ("hold_s",),
    "active_mobility": ("reps", "hold_s"),
    "nms_contract_relax": ("reps", "contract_s", "contract_effort_pct", "stretch_hold_s"),
    "isolated_strength": ("reps", "rep_range", "tempo"),
    "low_load_hold": ("reps", "hold_s"),
    "integrated_dynamic": ("reps", "rep_range", "tempo"),
    "carry": ("duration_s",),
}
LABELS = {
    "sets": "Sets",
    "reps": "Times",
    "hold_s": "Hold, seconds",
    "duration_s": "Time, seconds",
    "contract_s": "Push, seconds",
    "stretch_hold_s": "Stretch, seconds",
    "rest_s": "Rest, seconds",
}
SMALL_AREA_S = 45  # neck, forearm, shin and foot: a default of at most this, with bounds of their own


class Doses:
    """The defaults and bounds by mode."""

    def __init__(self, files: Files, sources: Container[str]) -> None:
        file = files.read("doses.toml")
        self.modes = {row.id: row.values for row in files.rows("doses.toml", "mode")}
        for mode in self.modes:
            file.known(mode, get_args(Mode), "mode")
        self.bounds: dict[str, dict[str, tuple[int, ...]]] = {}
        for row in files.rows("doses.toml", "bounds"):
            row.known(row.id.removesuffix("_small_area"), self.modes, "mode")
            for field in row.values:
                row.known(field, LABELS, "field")
            self.bounds[row.id] = {field: row.wholes(field, 3) for field in row.values}
        self.phases: dict[str, PhaseDoses] = {}
        for row in files.rows("doses.toml", "phase"):
            named = row.all_of("sources", sources, "source")
            self.phases[row.id] = PhaseDoses(row.text("purpose"), named, row.text("grade"), row.text("note", ""))
            row.close()
        file.table("never_press").texts("areas")

    def dose(self, given: Row, per_side: bool) -> Dose:
        """Complete a drill's dose: what the row says over what its mode says."""
        mode = cast(Mode, given.one_of("mode", self.modes, "mode"))
        row = Row(given.file, given.id, {**self.modes[mode], **given.values})
        row.left.discard("mode")
        needs = NEEDS[mode]
        low, high = row.wholes("per_week", 2)
        dose = Dose(
            mode=mode,
            sets=row.whole("sets"),
            per_side=per_side,
            rest_s=row.whole("rest_s"),
            per_week=(low, high),
            intensity=row.text("intensity"),
            reps=row.whole("reps") if "reps" in needs else None,
            rep_range=cast(tuple[int, int], row.wholes("rep_range", 2)) if "rep_range" in needs else None,
            tempo=_tempo(row.table("tempo")) if "tempo" in needs else None,
            hold_s=row.whole("hold_s") if "hold_s" in needs else None,
            duration_s=row.whole("duration_s") if "duration_s" in needs else None,
            contract_s=row.whole("contract_s") if "contract_s" in needs else None,
            contract_effort_pct=row.whole("contract_effort_pct") if "contract_effort_pct" in needs else None,
            stretch_hold_s=row.whole("stretch_hold_s") if "stretch_hold_s" in needs else None,
            max_spots=row.whole("max_spots") if "max_spots" in needs else None,
            speed=row.text("speed") if "speed" in needs else None,
        )
        row.close()
        if dose.sets < 1 or not 0 < low <= high <= 7:
            row.wrong("sets must be at least 1, and times a week go from 1 to 7")
        return dose

    def bounds_of(self, dose: Dose) -> tuple[Bound, ...]:
        """Give the editable fields of a dose; its own values always count as allowed."""
        small = dose.mode == "smr" and (dose.duration_s or 0) <= SMALL_AREA_S
        ranges = self.bounds["smr_small_area" if small else dose.mode]
        return tuple(
            Bound(field, LABELS[field], min(low, getattr(dose, field)), max(high, getattr(dose, field)), step)
            for field, (low, high, step) in ranges.items()
        )


def _tempo(row: Row) -> Tempo:
    tempo = Tempo(row.whole("up_s"), row.whole("hold_s"), row.whole("down_s"))
    row.close()
    return tempo
