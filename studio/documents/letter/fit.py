"""How a letter gives way so that it stays on its page: white space first, then rows, and the words last of all."""

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle

from studio.documents import fonts
from studio.documents.clean import NOTE
from studio.documents.styles import style

SMALLEST = 9.8  # nothing on our paper is smaller


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to set the letter: its type, the rows it keeps, and how long a text may be."""

    size: float = 11.2
    leading: float = 1.3
    air: float = 1.0
    """How much of the usual gaps there is."""
    unchanged: bool = True
    """Whether rows that are the same at every screen stand in the tables."""
    rows: int = 99
    """Most rows in a table."""
    longest: int = NOTE

    def cell(self, most: int) -> int:
        """Return how long a text in a table may be."""
        return min(most, self.longest)

    def look(self, *, bold: bool = False) -> ParagraphStyle:
        """Return the type of its words."""
        return style(self.size, font=fonts.BOLD if bold else fonts.REGULAR, leading=self.size * self.leading)

    def small(self) -> ParagraphStyle:
        """Return the type of what stands below a table and under the signature."""
        return style(max(SMALLEST, self.size - 0.8), leading=max(SMALLEST, self.size - 0.8) * (self.leading - 0.04))


TIGHTEST = Fit(size=SMALLEST, leading=1.17, air=0.45, unchanged=False)
FITS = (
    Fit(),
    Fit(leading=1.22, air=0.75),
    Fit(size=10.6, leading=1.2, air=0.6),
    Fit(leading=1.22, air=0.75, unchanged=False),
    Fit(size=10.6, leading=1.2, air=0.6, unchanged=False),
    TIGHTEST,
    *(
        Fit(size=SMALLEST, leading=1.17, air=0.45, unchanged=False, rows=rows)
        for rows in (14, 12, 10, 8, 6, 5, 4, 3, 2, 1)
    ),
    *(
        Fit(size=SMALLEST, leading=1.17, air=0.45, unchanged=False, rows=1, longest=longest)
        for longest in (400, 320, 260, 220, 190, 160, 140, 120, 100, 80, 60, 40, 25)
    ),
)
