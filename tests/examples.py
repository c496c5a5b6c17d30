"""On how many examples a property is tried."""

import os
from collections.abc import Iterable
from typing import Any

from hypothesis import HealthCheck, settings

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "gate")
"""`gate`: the same examples each time, so that a gate says the same of the same code; `fast`: a fifth of them;
`explore`: other ones each time, to look for what nobody thought of."""


def examples(most: int) -> settings:
    """Try up to `most`. Fixtures stand for all of them: what one example leaves, the next one finds."""
    return settings(
        max_examples=max(5, most // 5) if PROFILE == "fast" else most,
        derandomize=PROFILE != "explore",
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


def some(corpus: Iterable[Any]) -> list[Any]:
    """A whole corpus of cases that look alike, or a third of it in the fast check."""
    return list(corpus)[:: 3 if PROFILE == "fast" else 1]
