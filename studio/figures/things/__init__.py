"""What a person trains with: floor things, furniture, small kit. A prop is data; its kind names the function here."""

from studio.figures.things.kinds import KINDS, Thing, thing

__all__ = ["KINDS", "Thing", "thing"]
