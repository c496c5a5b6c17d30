"""The rows of the table: what is measured, against which floor, and the goal."""

import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from studio.ces.analysis import analyse
from studio.ces.catalogue import catalogue
from studio.ces.interchange import read_case
from studio.documents import home_programme

from . import paper_floor
from .paper import one_page
from .server import Server
from .studio import Studio
from .timing import Cost, in_process

CASE = {
    "client": {"age": 47, "equipment": ["mat", "foam_roller"]},
    "assessments": [
        {
            "protocol": "ohsa",
            "views": ["anterior", "lateral", "posterior"],
            "findings": [
                {"compensation": "ohsa.feet_turn_out", "side": "both", "severity": 1},
                {"compensation": "ohsa.knee_valgus", "side": "right", "severity": 2},
                {"compensation": "ohsa.excessive_forward_lean", "side": None, "severity": 1},
                {"compensation": "ohsa.arms_fall_forward", "side": "both", "severity": 1},
            ],
        }
    ],
}


@dataclass(frozen=True)
class Row:
    """One line: `goal` is the highest ratio to the floor that is still good."""

    name: str
    floor: str
    goal: float
    ours: Cost
    bare: Cost


def rows(studio: Studio, floor: Server, requests: int) -> Iterator[Row]:
    page = served(floor, lambda: floor.ask("GET", "/page/7"), requests)
    yield Row("a tap", "page", 1.0, served(studio.server, lambda: tap(studio), requests), page)
    yield Row("today", "page", 4.0, served(studio.server, lambda: get(studio, "/"), requests), page)
    sheet = one_page(studio.sheet)
    yield Row(
        "home sheet, one page", "Platypus page", 2.0, in_process(lambda: home_programme.render(sheet), 10),
        in_process(paper_floor.render, 10),
    )  # fmt: skip
    case = read_case(CASE)
    yield Row("analyse", "page", 4.0, in_process(lambda: analyse(case, catalogue(), "bench"), 50), page)


def served(server: Server, ask: Callable[[], object], requests: int) -> Cost:
    """Processor time of a server's workers for one request."""

    def cost() -> float:
        started = server.processor_seconds()
        for _ in range(requests):
            ask()
        return max(server.processor_seconds() - started, 0.01) / requests

    return cost


def get(studio: Studio, path: str) -> bytes:
    return studio.server.ask("GET", path, headers=studio.headers)


def tap(studio: Studio) -> bytes:
    body = {
        "taps": [
            {
                "key": secrets.token_hex(16),
                "field": "f:ohsa.knee_valgus:left",
                "value": secrets.choice("012"),
                "view": "anterior",
                "seen": 0,
                "at": "2026-11-21T10:00:00Z",
            }
        ],
        "sent_by": studio.user_id,
    }
    headers = {**studio.headers, "Content-Type": "application/json"}
    return studio.server.ask("POST", f"/assessments/{studio.assessment_id}/taps", json.dumps(body).encode(), headers)
