"""Figures of the reference, written down apart from the catalogue, to hold the engine against."""

import tomllib
from pathlib import Path
from typing import Any


def figures(name: str) -> dict[str, Any]:
    """A table of this folder."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
