"""Prints the table: each row's ratio to its floor, the range of the rounds, and the goal."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from .rows import rows
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
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio.open(Path(folder))
        floor = Server.start("bench.floor:app", {"FLOOR_DATABASE": f"{folder}/floor.sqlite"}, "bench/gunicorn_floor.py")
        try:
            if not wishes.json:
                print(f"{'row':24}{'floor':>16}{'ratio':>8}{'range':>16}{'goal':>7}")
            for row in rows(studio, floor, requests):
                ratio = compare(row.ours, row.bare, rounds)
                ok = ratio.median <= row.goal
                good &= ok
                if wishes.json:
                    print(json.dumps({"name": row.name, "ratio": round(ratio.median, 2), "goal": row.goal, "ok": ok}))
                else:
                    spread = f"{ratio.low:.2f} to {ratio.high:.2f}"
                    sign = "" if ok else "  over"
                    print(
                        f"{row.name:24}{row.floor:>16}{ratio.median:>8.2f}{spread:>16}{row.goal:>7.1f}{sign}",
                        flush=True,
                    )
        finally:
            studio.server.stop()
            floor.stop()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
