"""Points and directions in space, in centimetres: x forward, y to the client's left, z up."""

from dataclasses import dataclass, field
from math import cos, radians, sin, sqrt

Vec = tuple[float, float, float]

ORIGIN: Vec = (0.0, 0.0, 0.0)
FORWARD: Vec = (1.0, 0.0, 0.0)
LEFT: Vec = (0.0, 1.0, 0.0)
UP: Vec = (0.0, 0.0, 1.0)


def add(a: Vec, b: Vec) -> Vec:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """Return a − b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vec, k: float) -> Vec:
    """Return a, k times as long."""
    return (a[0] * k, a[1] * k, a[2] * k)


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product, right-handed."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """Return how long `a` is."""
    return sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """Return the direction of `a`; nothing stays nothing."""
    size = length(a)
    return times(a, 1 / size) if size > 1e-9 else ORIGIN


def mix(a: Vec, b: Vec, share: float) -> Vec:
    """Return the point `share` of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def from_(start: Vec, *steps: tuple[Vec, float]) -> Vec:
    """Return `start` moved along each direction by its length."""
    x, y, z = start
    for (dx, dy, dz), far in steps:
        x, y, z = x + dx * far, y + dy * far, z + dz * far
    return (x, y, z)


def turned(v: Vec, axis: Vec, degrees: float) -> Vec:
    """Return `v` turned about a unit axis, counter-clockwise when the axis points at the eye."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    along, across = dot(axis, v) * (1 - c), cross(axis, v)
    return (
        v[0] * c + across[0] * s + axis[0] * along,
        v[1] * c + across[1] * s + axis[1] * along,
        v[2] * c + across[2] * s + axis[2] * along,
    )


def square_to(v: Vec, direction: Vec) -> Vec:
    """Return the direction of the part of `v` at right angles to a unit direction."""
    return unit(sub(v, times(direction, dot(v, direction))))


def about(direction: Vec) -> tuple[Vec, Vec]:
    """Return two directions at right angles to a unit direction and to each other."""
    first = unit(cross(direction, UP if abs(direction[2]) < 0.9 else FORWARD))
    return first, cross(direction, first)


@dataclass(frozen=True, slots=True)
class Frame:
    """A place with its own forward, left and up: unit directions at right angles."""

    o: Vec
    f: Vec
    l: Vec  # noqa: E741
    u: Vec

    def at(self, forward: float = 0, left: float = 0, up: float = 0) -> Vec:
        """Return a point by its distances from the frame's origin."""
        return from_(self.o, (self.f, forward), (self.l, left), (self.u, up))

    def way(self, v: Vec) -> Vec:
        """Return a direction that is told in the frame's own terms."""
        return from_(ORIGIN, (self.f, v[0]), (self.l, v[1]), (self.u, v[2]))

    def turned(self, o: Vec | None = None, *, pitch: float = 0, side: float = 0, twist: float = 0) -> "Frame":
        """Return the frame twisted about up, then pitched about left, then bent to its own left; degrees."""
        f, l, u = self.f, self.l, self.u  # noqa: E741
        if twist:
            f, l = turned(f, u, twist), turned(l, u, twist)  # noqa: E741
        if pitch:
            f, u = turned(f, l, pitch), turned(u, l, pitch)
        if side:
            l, u = turned(l, f, -side), turned(u, f, -side)  # noqa: E741
        return Frame(self.o if o is None else o, f, l, u)


WORLD = Frame(ORIGIN, FORWARD, LEFT, UP)


@dataclass(frozen=True, slots=True)
class Bone:
    """A straight segment of a limb; `front` is made square to it."""

    start: Vec
    end: Vec
    front: Vec
    size: float = field(init=False)
    d: Vec = field(init=False)
    """Its direction from start to end."""
    side: Vec = field(init=False)
    """Square to front and direction: towards the client's left while the limb hangs down."""

    def __post_init__(self) -> None:
        along = sub(self.end, self.start)
        direction = unit(along)
        front = square_to(self.front, direction)
        object.__setattr__(self, "size", length(along))
        object.__setattr__(self, "d", direction)
        object.__setattr__(self, "front", front)
        object.__setattr__(self, "side", cross(front, direction))

    def at(self, share: float, front: float = 0, side: float = 0) -> Vec:
        """Return the point at a share of the length, moved to the front and to the side."""
        return from_(self.start, (self.d, self.size * share), (self.front, front), (self.side, side))
