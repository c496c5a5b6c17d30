"""The eye: a parallel projection, so that a length is the same anywhere in the picture."""

from dataclasses import dataclass, field
from math import cos, radians, sin

from studio.figures.space import Vec, cross, dot


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks at the origin. Azimuth 0 sees the front, 90 the client's right side, 180 the back; degrees."""

    azimuth: float
    height: float
    to_eye: Vec = field(init=False)
    right: Vec = field(init=False)
    up: Vec = field(init=False)

    def __post_init__(self) -> None:
        a, e = radians(self.azimuth), radians(self.height)
        to_eye = (cos(a) * cos(e), -sin(a) * cos(e), sin(e))
        right = (sin(a), cos(a), 0.0)
        object.__setattr__(self, "to_eye", to_eye)
        object.__setattr__(self, "right", right)
        object.__setattr__(self, "up", cross(to_eye, right))

    def flat(self, point: Vec) -> tuple[float, float]:
        """Return where a point is seen: x to the right, y up."""
        return dot(point, self.right), dot(point, self.up)

    def depth(self, point: Vec) -> float:
        """Return how near a point is to the eye; the higher is in front."""
        return dot(point, self.to_eye)
