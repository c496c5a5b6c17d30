"""The three print sizes of the home sheet, each from spacious to tight; all numbers in points."""

from dataclasses import dataclass, replace

from studio.sheets import Paper, PrintSize


@dataclass(frozen=True, slots=True)
class Scale:
    """Type sizes and columns of one setting of the sheet."""

    body: float
    leading: float
    name: float
    dose: float
    label: float
    small: float
    title: float
    disc: float
    """Radius of the number."""
    column: float
    """Plumb line and number, left of the picture."""
    picture: float
    """Width of the picture."""
    least_picture: float
    """Least height of the picture."""
    footer: float
    weeks: int
    """Weeks in the tick grid."""
    cell: float
    """Height of a tick box with its gap."""
    gap: float
    """Least space between two exercises."""
    module: float
    """Side of one module of the square code: 0.63 mm, in large print 0.8 mm."""
    wide: bool = False
    """Large print: name and dose over the full width, the picture beside the cues only."""


def _size_12(cell: float) -> Scale:
    return Scale(
        body=12, leading=14.4, name=18, dose=13.6, label=10.5, small=10, title=27, disc=12.5, column=34,
        picture=206, least_picture=146, footer=9.8, weeks=4, cell=cell, gap=9, module=1.784,
    )  # fmt: skip


def _size_14() -> Scale:
    return Scale(
        body=14, leading=17, name=20.5, dose=15.6, label=12, small=11, title=30, disc=14, column=38,
        picture=190, least_picture=146, footer=9.8, weeks=4, cell=20.5, gap=10.5, module=1.784,
    )  # fmt: skip


def _size_18(cell: float) -> Scale:
    return Scale(
        body=18, leading=22, name=25, dose=19.5, label=14.5, small=13, title=36, disc=17, column=44,
        picture=226, least_picture=128, footer=10.5, weeks=2, cell=cell, gap=10, module=2.27, wide=True,
    )  # fmt: skip


def scales(size: PrintSize, paper: Paper) -> tuple[Scale, ...]:
    """Return the settings to try for a print size, the most spacious first; the body size never changes."""
    letter = paper == "Letter"
    if size == 18:
        normal = _size_18(29 if letter else 33)
        return normal, replace(normal, picture=166, least_picture=104, leading=21, name=23.5, gap=8, cell=28)
    if size == 14:
        normal = _size_14()
        return (
            normal,
            replace(normal, picture=156, least_picture=130, leading=16.4, name=18.5),
            replace(normal, picture=128, least_picture=104, leading=16, name=17, dose=15, cell=19, gap=8),
            replace(normal, picture=108, least_picture=96, leading=15.4, name=16, dose=14.4, cell=18.4, gap=7),
        )
    normal = _size_12(17.6 if letter else 18.5)
    return (
        normal,
        replace(normal, picture=172, least_picture=130, leading=14, name=16.5, dose=13),
        replace(normal, picture=140, least_picture=104, leading=13.6, name=15, dose=12.6, cell=16.8, gap=7),
        replace(normal, picture=128, least_picture=96, leading=13.2, name=14, dose=12.2, cell=16.4, gap=7),
    )
