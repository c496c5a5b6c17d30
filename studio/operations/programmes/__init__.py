"""Home programmes: drafted by the engine, changed by a coach, issued as a version that never changes."""

from .drafting import create, draft_from, start_again

__all__ = ["create", "draft_from", "start_again"]
