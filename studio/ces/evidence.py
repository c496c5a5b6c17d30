"""Everything that is known about a case, asked thing by thing: yes, no, or nobody looked."""

from dataclasses import dataclass

from studio.ces.case import Case, TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.findings import STANDARD, Seen, join, relevant
from studio.ces.measured import Measured, measured
from studio.ces.sides import OneSide, each


@dataclass(frozen=True, slots=True)
class Evidence:
    """Findings, measures and answers of a case."""

    cat: Catalogue
    found: dict[str, Seen]
    results: tuple[TestResult, ...]
    variants: dict[str, dict[str, Seen]]  # modified form -> findings in it
    measured: Measured
    answers: dict[str, bool | float | str]

    def finding(self, compensation: str, side: OneSide) -> bool | None:
        """Tell whether something was seen on a side; None when nobody looked there."""
        seen = self.found.get(compensation)
        if seen and seen.on(side):
            return True
        return False if self._looked(compensation, side) else None

    def answer(self, item: str) -> bool | float | str | None:
        """Give an answer of the intake or readiness questions; None when it was not asked."""
        return self.answers.get(item)

    def outcome(self, compensation: str, variant: str, side: OneSide) -> str | None:
        """Say what a modified form did to a finding: resolves, improves, unchanged, worsens; None when not done."""
        standard = self.found.get(compensation)
        if variant not in self.variants or standard is None or not standard.on(side):
            return None
        modified = self.variants[variant].get(compensation)
        after, before = modified.on(side) if modified else 0, standard.on(side)
        if after == 0:
            return "resolves"
        return "improves" if after < before else "unchanged" if after == before else "worsens"

    def _looked(self, compensation: str, side: OneSide) -> bool:
        one = self.cat.compensations[compensation]
        return any(
            result.protocol == one.protocol
            and not result.stopped_for_pain
            and bool(set(one.views) & set(result.views))
            and not any(row == compensation and side in each(of) for row, of in result.untested)
            for result in self.results
        )


def gather(case: Case, cat: Catalogue) -> Evidence:
    """Collect what a case says."""
    variants: dict[str, dict[str, Seen]] = {}
    for variant in dict.fromkeys(result.variant for result in case.assessments):
        if variant != STANDARD:
            own = [result for result in case.assessments if result.variant == variant]
            variants[variant] = {seen.compensation.id: seen for seen in join(own, cat)}
    return Evidence(
        cat=cat,
        found={seen.compensation.id: seen for seen in join(case.assessments, cat)},
        results=relevant(case.assessments),
        variants=variants,
        measured=measured(case, cat),
        answers={answer.item: answer.value for answer in case.readiness.answers} if case.readiness else {},
    )
