"""Everything that is known about a case, asked thing by thing: yes, no, or nobody looked."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.ces.case import Case, TestResult
from studio.ces.catalogue import Catalogue
from studio.ces.findings import STANDARD, Seen, join, relevant
from studio.ces.measured import Measured, measured
from studio.ces.protocols import Outcome
from studio.ces.sides import OneSide, each


@dataclass(frozen=True, slots=True)
class Evidence:
    """Findings, measures and answers of a case."""

    cat: Catalogue
    found: dict[str, Seen]
    results: tuple[TestResult, ...]
    modified: dict[str, tuple[TestResult, ...]]  # modified form -> its results
    modified_found: dict[str, dict[str, Seen]]  # modified form -> findings in it
    measured: Measured
    answers: dict[str, bool | float | str]

    def finding(self, compensation: str, side: OneSide) -> bool | None:
        """Tell whether something was seen on a side; None when nobody looked there."""
        seen = self.found.get(compensation)
        if seen and seen.on(side):
            return True
        return False if self._looked(compensation, side, self.results) else None

    def answer(self, item: str) -> bool | float | str | None:
        """Give an answer of the intake or readiness questions; None when it was not asked."""
        return self.answers.get(item)

    def outcome(self, compensation: str, variant: str, side: OneSide) -> Outcome | None:
        """Say what a modified form did to a finding of the standard form.

        None when the finding was not there, cannot be judged in that form, or was not looked at in it: what nobody
        judged is never called gone.
        """
        standard = self.found.get(compensation)
        before = standard.on(side) if standard else 0
        if not before or not self._standard_done(compensation) or not self._judged(compensation, variant, side):
            return None
        modified = self.modified_found[variant].get(compensation)
        after = modified.on(side) if modified else 0
        if after == 0:
            return "resolves"
        return "improves" if after < before else "unchanged" if after == before else "worsens"

    def _standard_done(self, compensation: str) -> bool:
        """Where only modified forms were done, `found` holds their findings: there is nothing to compare with."""
        protocol = self.cat.compensations[compensation].protocol
        return any(result.protocol == protocol and result.variant == STANDARD for result in self.results)

    def _judged(self, compensation: str, variant: str, side: OneSide) -> bool:
        protocol = self.cat.protocols[self.cat.compensations[compensation].protocol]
        form = next((one for one in protocol.variants if one.id == variant), None)
        if form is None or compensation in form.not_applicable_to:
            return False
        modified = self.modified_found.get(variant, {}).get(compensation)
        seen = modified is not None and modified.on(side) > 0
        return seen or self._looked(compensation, side, self.modified.get(variant, ()))

    def _looked(self, compensation: str, side: OneSide, results: Iterable[TestResult]) -> bool:
        one = self.cat.compensations[compensation]
        return any(
            result.protocol == one.protocol
            and not result.stopped_for_pain
            and bool(set(one.views) & set(result.views))
            and not any(row == compensation and side in each(of) for row, of in result.untested)
            for result in results
        )


def gather(case: Case, cat: Catalogue) -> Evidence:
    """Collect what a case says."""
    modified: dict[str, tuple[TestResult, ...]] = {}
    for result in case.assessments:
        if result.variant != STANDARD:
            modified[result.variant] = (*modified.get(result.variant, ()), result)
    return Evidence(
        cat=cat,
        found={seen.compensation.id: seen for seen in join(case.assessments, cat)},
        results=relevant(case.assessments),
        modified=modified,
        modified_found={
            variant: {seen.compensation.id: seen for seen in join(results, cat)}
            for variant, results in modified.items()
        },
        measured=measured(case, cat),
        answers={answer.item: answer.value for answer in case.readiness.answers} if case.readiness else {},
    )
