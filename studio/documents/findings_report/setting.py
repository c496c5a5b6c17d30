"""How the findings report makes room: space and type give way in this order, words never do."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Setting:
    """Type sizes and space in points."""

    body: float
    card: float
    card_title: float
    picture: float
    """Height of a card's picture."""
    plan: float
    """Height of body map and plan."""
    air: float = 0.0
    """Added to every gap."""

    @property
    def leading(self) -> float:
        return self.body * 1.22

    @property
    def card_leading(self) -> float:
        return self.card * 1.2

    def grown(self, part: str, points: float) -> "Setting":
        """Return the setting with more room for `picture`, `plan` or `air`."""
        return replace(self, **{part: getattr(self, part) + points})


MOST_PLAN = 190.0
MOST_AIR = 20.0
SETTINGS = (
    Setting(body=12, card=11.8, card_title=15, picture=130, plan=160),
    Setting(body=11.6, card=11.4, card_title=14.5, picture=104, plan=146),
    Setting(body=11, card=10.8, card_title=13.5, picture=88, plan=134),
    Setting(body=10.4, card=10, card_title=12.5, picture=64, plan=124),
)
