"""The studio's tablets, for tests."""

from studio.models.database import write
from studio.models.tablets import Tablet
from studio.operations import sign_ins, tablets

from .people import Cast


def a_tablet(name: str = "Front desk") -> tuple[Tablet, str]:
    """A tablet that the owner enrolled, and its secret."""
    with write():
        row, _ = sign_ins.start(Cast().owner, device="test")
    return tablets.enrol(name, row, by=Cast().owner)
