"""The tests of an assessment as a client remembers them: "You did slow squats with your arms up. We watched from …"."""

from collections.abc import Iterable

from ..ces.case import TestResult
from ..ces.findings import STANDARD
from ..ces.wording import listed
from .finding_words import FORMS

VIEWS = {"anterior": "the front", "lateral": "the side", "posterior": "the back"}
DID = {
    "static": "stood at ease",
    "ohsa": "did slow squats with your arms up",
    "sls": "did squats on one leg",
    "push": "pressed forward",
    "pull": "rowed",
    "ohp": "pressed overhead",
    "pushup": "did push-ups",
    "gait": "walked",
}
TESTS = {
    "static": "the look at how you stand",
    "ohsa": "the overhead squat",
    "sls": "the squat on one leg",
    "push": "the press",
    "pull": "the row",
    "ohp": "the press overhead",
    "pushup": "the push-up",
    "gait": "the walk",
}


def what_we_did(results: Iterable[TestResult]) -> str:
    """In a few sentences; a test that nobody looked at is only named when pain stopped it."""
    done = [one for one in results if one.views]
    begun = [one for one in results if not one.views and one.stopped_for_pain]
    words = []
    if done:
        tests = dict.fromkeys(DID[one.protocol] for one in done if one.variant == STANDARD)
        forms = dict.fromkeys(FORMS[one.variant] for one in done if one.variant != STANDARD)
        views = {view for one in done for view in one.views}
        again = f", then squatted again with {listed(forms)}" if forms else ""
        words.append(f"You {listed(tests)}{again}." if tests else f"You squatted with {listed(forms)}.")
        words.append(f"We watched from {listed(name for view, name in VIEWS.items() if view in views)}.")
    words += [f"We began with {TESTS[one.protocol]}." for one in begun]
    return " ".join(words)
