"""The papers that only a day pack has: its front page, what stands for a client, and the stamps on its pages."""

from studio.documents.day_pack import front, stamps, standing

__all__ = ["front", "stamps", "standing"]
