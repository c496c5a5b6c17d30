"""How a performance is rated a second time."""

from wtforms import RadioField

from ..operations.second_ratings import WAYS
from .base import Form


class SecondRatingForm(Form):
    way = RadioField("What do you look at?", choices=WAYS)

    def choose(self, ways: list[str]) -> None:
        """Offer these ways; the only one is chosen already."""
        self.way.choices = {way: words for way, words in WAYS.items() if way in ways}
        if self.way.data not in ways:
            self.way.data = ways[0] if len(ways) == 1 else None
