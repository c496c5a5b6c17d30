"""Prints the table: each row's ratio to its floor, the range of the rounds, and the goal."""

import argparse
import json
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from studio.clock import today

from .grown import Grown
from .rows import Row, grown, rows
from .server import Server
from .studio import Studio
from .timing import compare


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="bin/bench", description="Speed as ratios to floors measured in the same run."
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds and requests")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    wishes = parser.parse_args()
    rounds, requests = (3, 60) if wishes.quick else (7, 200)
    good = True
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        studio = Studio.open(folder)
        running.callback(studio.server.stop)
        floor = Server.start("bench.floor:app", {"FLOOR_DATABASE": f"{folder}/floor.sqlite"}, "bench/gunicorn_floor.py")
        running.callback(floor.stop)
        if not wishes.json:
            print(f"{'row':34}{'floor':>16}{'ratio':>8}{'range':>16}{'goal':>7}")
        for row in rows(studio, floor, requests):
            good &= _measured(row, rounds, in_json=wishes.json)
        one, ten = (Grown.open(folder, folder / f"{years}", years, today("UTC")) for years in (1, 10))
        for grown_up in (one, ten):
            running.callback(grown_up.server.stop)
        for row in grown(one, ten, floor, requests):
            good &= _measured(row, rounds, in_json=wishes.json)
    return 0 if good else 1


def _measured(row: Row, rounds: int, *, in_json: bool) -> bool:
    """Measure one row and print its line; is it within its goal?"""
    ratio = compare(row.ours, row.bare, rounds)
    ok = ratio.median <= row.goal
    if in_json:
        print(json.dumps({"name": row.name, "ratio": round(ratio.median, 2), "goal": row.goal, "ok": ok}))
    else:
        spread = f"{ratio.low:.2f} to {ratio.high:.2f}"
        sign = "" if ok else "  over"
        print(f"{row.name:34}{row.floor:>16}{ratio.median:>8.2f}{spread:>16}{row.goal:>7.1f}{sign}", flush=True)
    return ok


if __name__ == "__main__":
    sys.exit(main())
