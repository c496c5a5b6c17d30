"""The rows of the table: what is measured, against which floor, and the goal."""

import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from studio.ces.analysis import analyse
from studio.ces.catalogue import catalogue
from studio.ces.interchange import read_case
from studio.ces.protocols import Protocol
from studio.documents import home_programme

from . import paper_floor
from .grown import Grown
from .paper import figure, forgotten, one_page, pile, whole
from .senders import senders
from .server import Server
from .studio import Studio
from .timing import Cost, in_process

SIDES = {"sided": "both", "stance_leg": "both", "directional": "left", "midline": None}


def _half(protocol: Protocol, variant: str) -> Iterator[dict[str, object]]:
    """Every other finding that a test can show, one less in a modified form."""
    for compensation in protocol.compensations[:: 2 if variant == "standard" else 4]:
        side = SIDES[catalogue().compensations[compensation].laterality]
        yield {"compensation": compensation, "side": side, "severity": 2}


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

# Everything that a first assessment can hold: all tests with half of what they can show, all forms, all measures.
FULL = {
    "client": {"age": 47, "sex": "female", "equipment": ["mat", "foam_roller"], "goal": "squat"},
    "readiness": {"answers": {"intake.sitting_hours": 8, "intake.low_back_discomfort": True}},
    "assessments": [
        {"protocol": protocol.id, "variant": variant, "findings": list(_half(protocol, variant))}
        for protocol in catalogue().protocols.values()
        for variant in ("standard", *(one.id for one in protocol.variants))
    ],
    "measures": [
        {"measure": kind.id, "value": [kind.low] * kind.stages if kind.stages > 1 else kind.low, "side": side}
        for kind in catalogue().measures.values()
        for side in (("left", "right") if kind.sided else (None,))
    ],
}


# How many pages of the floor a look at a year of business may cost, and the file of its takings.
OWNERS = (
    ("owner’s overview", 30.0, "/figures"),
    ("owner’s money", 40.0, "/figures/money"),
    ("who slips", 40.0, "/figures/slipping"),
    ("revenue as a file", 40.0, "/figures/money.csv?table=revenue"),
)


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
    client, board, widest = (
        f"/clients/{studio.client_id}",
        f"/assessments/{studio.assessment_id}/board",
        f"/assessments/{studio.widest_id}/board",
    )
    for name, goal, path in (("today", 4.0, "/"), ("a client", 4.0, client), ("the board", 3.0, board),
                             ("the widest board", 4.0, widest), ("client list", 3.0, "/clients")):  # fmt: skip
        yield Row(name, "page", goal, served(studio.server, partial(get, studio, path), requests), page)
    # After the boards: the hundreds of taps would make one of them longer than any real board is.
    yield Row("a tap", "page", 1.0, served(studio.server, Tapper(studio).tap, requests), page)
    yield Row("50 referrals at once", "page", 14.0, senders(studio), page)
    sheet = one_page(studio.sheet)
    yield Row(
        "home sheet, one page", "Platypus page", 2.0, in_process(lambda: home_programme.render(sheet), 10),
        in_process(paper_floor.render, 10),
    )  # fmt: skip
    full_sheet = partial(whole, studio.sheet)
    for name, goal, make in (("home sheet, whole, again", 6.0, full_sheet),
                             ("home sheet, whole, first", 16.0, forgotten(full_sheet)),
                             ("a figure of two panels to SVG", 3.0, forgotten(figure))):  # fmt: skip
        yield Row(name, "Platypus page", goal, in_process(make, 3), in_process(paper_floor.render, 3))
    paper = whole(studio.sheet)
    yield Row(
        "batch of 200, a sheet", "Platypus page", 2.0, each(200, in_process(lambda: pile(paper, 200), 1)),
        in_process(paper_floor.render, 10),
    )  # fmt: skip
    case = read_case(CASE)
    yield Row("analyse", "page", 4.0, in_process(lambda: analyse(case, catalogue(), "bench"), 50), page)
    full = read_case(FULL)
    yield Row("analyse, all tests", "page", 6.0, in_process(lambda: analyse(full, catalogue(), "bench"), 20), page)


def grown(one: Grown, ten: Grown, floor: Server, requests: int) -> Iterator[Row]:
    """The owner's pages and files with ten years behind them: against a page, and against the same after one year."""
    page = served(floor, lambda: floor.ask("GET", "/page/7"), requests)
    few = max(6, requests // 10)
    for name, goal, path in OWNERS:
        yield Row(f"{name}, 10 years", "page", goal, served(ten.server, partial(ten.get, path), few), page)
        after_one = served(one.server, partial(one.get, path), few)
        yield Row(f"{name}, 10 years", "1 year", 1.5, served(ten.server, partial(ten.get, path), few), after_one)
    year = f"?since={ten.last.replace(month=1, day=1)}&until={ten.last}"
    asked = partial(ten.get, f"/money/exports{year}")
    yield Row("the books of a year, 10 years", "page", 30.0, served(ten.server, asked, few), page)
    all_ = partial(ten.get, f"/money/exports/ledger.csv?since=2000-01-01&until={ten.last}")
    yield Row(
        "ledger of 10 years as a file", "bare CSV", 25.0, served(ten.server, all_, 3), in_process(ten.bare_file, 3)
    )


def served(server: Server, ask: Callable[[], object], requests: int) -> Cost:
    """Processor time of a server's workers for one request."""

    def cost() -> float:
        started = server.processor_seconds()
        for _ in range(requests):
            ask()
        return max(server.processor_seconds() - started, 0.01) / requests

    return cost


def each(number: int, all_of_them: Cost) -> Cost:
    """The cost of one of many that are made together."""
    return lambda: all_of_them() / number


def get(studio: Studio, path: str) -> bytes:
    return studio.server.ask("GET", path, headers=studio.headers)


class Tapper:
    """A tablet on the open assessment of the demo studio: one tap a request, as its queue would send it."""

    def __init__(self, studio: Studio):
        self.studio = studio
        self.seen = self.since = 0
        self.headers = {**studio.headers, "Content-Type": "application/json"}

    def tap(self) -> None:
        tap = {
            "key": secrets.token_hex(16),
            "station": "ohsa",
            "field": "f:knee_valgus:left",
            "value": secrets.choice("012"),
            "view": "anterior",
            "seen": self.seen,
            "at": "2026-11-21T10:00:00Z",
        }
        body = json.dumps({"taps": [tap], "sent_by": self.studio.user_id, "view": "anterior", "since": self.since})
        path = f"/assessments/{self.studio.assessment_id}/taps"
        answer = json.loads(self.studio.server.ask("POST", path, body.encode(), self.headers))
        self.seen = answer["state"]["ohsa/f:knee_valgus:left"]["revision"]
        self.since = max(one["revision"] for one in answer["state"].values())
