"""Which muscles probably work too hard and which could help more, by common name and side."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Sign, Signed, Stack
from studio.documents.clean import NOTE
from studio.documents.marks import overactive_swatch, underactive_swatch
from studio.documents.styles import style
from studio.documents.text import Strong, para
from studio.sheets import FindingsSheet, MuscleNote

LABELS = {"left": "Left:", "right": "Right:", "both": "Both sides:"}
GUTTER = 18.0
FEWER = (12, 8, 6, 5, 4, 3, 2, 1)
"""How many muscles of a list to try when all are too many."""


class MuscleLists(Flowable):
    """The two lists, under each other or in two columns, by side; the longest say how many are left out."""

    def __init__(self, sheet: FindingsSheet, size: float, *, columns: int, room: float) -> None:
        super().__init__()
        groups = (
            (overactive_swatch, "Probably working too hard", sheet.overactive),
            (underactive_swatch, "Probably could help more", sheet.underactive),
        )
        self.groups = [group for group in groups if group[2]]
        self.size, self.columns, self.room = size, columns, room

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        each = (availWidth - GUTTER * (self.columns - 1)) / self.columns
        longest = max(len(notes) for _, _, notes in self.groups)
        for most in (longest, *(fewer for fewer in FEWER if fewer < longest)):
            stacks = [self._list(*group, most=most) for group in self.groups]
            for stack in stacks:
                stack.wrap(each, availHeight)
            heights = [stack.height for stack in stacks]
            self.height = max(heights) if self.columns > 1 else sum(heights)
            if self.height <= self.room:
                break
        self.stacks, self.each = stacks, each
        return availWidth, self.height

    def draw(self) -> None:
        x, y = 0.0, self.height
        for stack in self.stacks:
            stack.drawOn(self.canv, x, y - stack.height)
            if self.columns > 1:
                x += self.each + GUTTER
            else:
                y -= stack.height

    def _list(self, swatch: Sign, heading: str, notes: Sequence[MuscleNote], *, most: int) -> Stack:
        size = self.size
        look = style(size, leading=size * 1.2)
        items: list[Any] = [
            Signed(swatch, para(heading, style(size, font=fonts.SEMIBOLD), tag="H3"), size * 1.9),
            size * 0.15,
        ]
        items += [para(text, look, limit=NOTE) for text in by_side(notes[:most])]
        if len(notes) > most:
            items.append(para(f"and {len(notes) - most} more", look))
        return Stack(items)


def by_side(notes: Sequence[MuscleNote]) -> list[tuple[Strong, str]]:
    """Return “**Both sides:** outer calf, deep calf” for each side, in the order the sides come up."""
    groups: dict[str, list[str]] = {}
    for note in notes:
        # An abbreviation keeps its capitals.
        name = note.name[:1].lower() + note.name[1:] if note.name[1:2].islower() else note.name
        groups.setdefault(note.side, []).append(name)
    return [(Strong(LABELS.get(side, "")), " " * (side in LABELS) + ", ".join(names)) for side, names in groups.items()]
