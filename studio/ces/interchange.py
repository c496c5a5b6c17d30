"""The JSON of `studio analyse`: a case in, an analysis out."""

from typing import Any

from studio.ces.analysis import Analysis
from studio.ces.case import Case
from studio.ces.catalogue import Catalogue


class CaseError(ValueError):
    """The input cannot be taken; the message begins with the place, "assessments[0].findings[2].side: ..."."""


def read_case(obj: object, cat: Catalogue | None = None) -> Case:
    """Read a case from decoded JSON; CaseError names the place of the first thing wrong."""
    raise NotImplementedError


def write_analysis(analysis: Analysis) -> dict[str, Any]:
    """Write an analysis as plain dicts and lists, in a fixed order."""
    raise NotImplementedError


def dumps(analysis: Analysis) -> str:
    """Write an analysis as JSON text; the same analysis gives the same bytes."""
    raise NotImplementedError
