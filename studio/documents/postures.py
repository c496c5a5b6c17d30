"""Start positions as pictograms: strokes on a field 100 wide, the floor at 0."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Posture:
    """A figure of thick strokes and the props under it, drawn thin; `head` is the middle of a disc of radius 8."""

    height: float
    head: Point
    body: tuple[tuple[Point, ...], ...]
    props: tuple[tuple[Point, ...], ...] = (((0, -5), (100, -5)),)


POSTURES: dict[str, Posture] = {
    "standing": Posture(
        104,
        (50, 94),
        (
            ((50, 78), (50, 46), (44, 24), (44, 1)),
            ((50, 46), (56, 24), (56, 1)),
            ((50, 76), (39, 62), (37, 42)),
            ((50, 76), (61, 62), (63, 42)),
        ),
        (((22, -5), (78, -5)),),
    ),
    "seated": Posture(
        90,
        (42, 80),
        (((42, 64), (40, 32), (66, 32), (66, 1), (76, 1)), ((42, 62), (50, 46), (62, 42))),
        (((14, -5), (86, -5)), ((28, 62), (28, -5)), ((28, 23), (60, 23), (60, -5))),
    ),
    "seated-floor": Posture(
        62,
        (24, 53),
        (((26, 38), (30, 6), (62, 8), (92, 4), (93, 15)), ((26, 37), (14, 22), (10, 2))),
    ),
    "supine": Posture(
        42,
        (9, 9),
        (((25, 6), (54, 6), (70, 36), (84, 4), (92, 4)), ((27, 5), (48, 2))),
    ),
    "prone": Posture(
        30,
        (10, 12),
        (((25, 6), (58, 6), (98, 3)), ((26, 6), (12, 0))),
    ),
    "side-lying": Posture(
        42,
        (10, 32),
        (((27, 17), (58, 7), (78, 9), (98, 3)), ((27, 17), (15, 2), (9, 18)), ((29, 17), (42, 3))),
    ),
    "quadruped": Posture(
        64,
        (14, 50),
        (((28, 43), (70, 43), (70, 4), (92, 2)), ((29, 42), (29, 2))),
    ),
    "half-kneeling": Posture(
        94,
        (44, 84),
        (
            ((44, 68), (44, 38), (70, 36), (70, 2), (80, 2)),
            ((44, 38), (42, 4), (16, 3)),
            ((44, 66), (52, 50), (62, 46)),
        ),
        (((4, -5), (94, -5)),),
    ),
    "kneeling": Posture(
        92,
        (50, 82),
        (((50, 66), (50, 36), (50, 4), (24, 3)), ((50, 64), (60, 50), (60, 36))),
        (((8, -5), (86, -5)),),
    ),
}
