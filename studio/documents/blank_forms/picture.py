"""The place of the small picture that shows what a row looks for."""

from studio.documents.tags import TaggedCanvas


def draw_fault(canvas: TaggedCanvas, compensation: str, x: float, y: float, width: float, height: float) -> None:
    """Draw the fault into a box given by its lower left corner; the row's words say what it shows."""
