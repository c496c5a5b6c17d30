"""The studio works with its own tables, not with the tables as they came."""

import re

from .test_tree import ROOT, tracked

# What serves no studio: the engine itself, its command, and the check of a house; and the one room that knows both.
MAY = ("studio/ces/", "studio/commands/analyse.py", "studio/commands/doctor.py", "studio/models/tables.py")


def test_the_studio_asks_for_the_tables_in_use() -> None:
    asks = re.compile(r"\bcatalogue\(\)")
    found = [
        name
        for path in tracked("studio/*.py", "studio/**/*.py")
        if not (name := str(path.relative_to(ROOT))).startswith(MAY) and asks.search(path.read_text())
    ]
    assert not found, f"Ask studio.models.tables.in_use() here, or shipped() for what nobody can adjust: {found}"
