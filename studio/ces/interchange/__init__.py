"""The JSON of `studio analyse`: a case in, an analysis out."""

from studio.ces.interchange.cases import write_case
from studio.ces.interchange.node import CaseError
from studio.ces.interchange.read import read_case, read_text
from studio.ces.interchange.write import dumps, write_analysis

__all__ = ["CaseError", "dumps", "read_case", "read_text", "write_analysis", "write_case"]
