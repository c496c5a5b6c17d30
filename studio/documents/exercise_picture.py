"""What fills the picture's place of an exercise, on every paper that has one."""

from reportlab.platypus import Flowable

from studio.documents.own_photo import OwnPhoto
from studio.documents.start_position import StartPosition
from studio.sheets import Pictured


def exercise_picture(exercise: Pictured, *, body: float, label: float) -> Flowable:
    """Return what fills the box; it is wrapped to the box and draws inside it. `body` and `label` are type sizes."""
    if exercise.photo:
        return OwnPhoto(exercise, exercise.photo, body, label)
    return StartPosition(exercise, body, label)
