"""What a first visit fetches, zipped: the page itself, its style sheet, and every script it leads to. Fonts apart."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from studio.operations import assessments
from studio.web.assets import STATIC

from ..browse import Browser
from ..builders import a_client
from ..people import Cast

MOST = 60_000
MOST_FOR_A_BATTERY = 66_000  # all its tests are in the page, so that going on to the next needs no network


@pytest.mark.parametrize("screen", ["today", "client", "board", "battery", "measures", "result"])
def test_the_first_load_of_a_screen_is_light(
    screen: str, app: Flask, browse: Callable[..., Browser], people: Cast
) -> None:
    client = a_client()
    battery = "first" if screen in ("battery", "measures") else "squat"
    assessment = assessments.start(client, by=people.coach, battery=battery)
    if screen == "result":
        assessments.complete(assessment, by=people.coach, taps=0, zone="Europe/London")
    path = {
        "today": "/",
        "client": f"/clients/{client.id}",
        "battery": f"/assessments/{assessment.id}/board?station=ohsa",
        "measures": f"/assessments/{assessment.id}/measures",
    }.get(screen, f"/assessments/{assessment.id}")
    http = browse(people.coach).http
    page = http.get(path, follow_redirects=True).text
    sheets = [http.get(address).text for address in re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)]
    scripts = {STATIC / src for src in re.findall(r'<script[^>]* src="/static/([^"?]+)', page)}
    texts = [page, *sheets]
    for script in closure(scripts):
        with http.get(f"/static/{script.relative_to(STATIC)}") as answer:
            texts.append(answer.text)
    assert sheets
    assert len(scripts) > 2
    weight = sum(len(gzip.compress(text.encode())) for text in texts)
    assert weight <= (MOST_FOR_A_BATTERY if screen == "battery" else MOST), f"{screen} weighs {weight} bytes"


def test_no_text_of_a_script_runs_over_lines() -> None:
    """Scripts are sent without indents and without the lines that begin with //: no text may hold these."""
    for script in (STATIC / "js").glob("*.js"):
        for number, line in enumerate(script.read_text().splitlines(), start=1):
            assert line.count("`") % 2 == 0, f"{script.name}:{number}"


def closure(scripts: set[Path]) -> Iterator[Path]:
    """The scripts and all that they import."""
    seen: set[Path] = set()
    waiting = list(scripts)
    while waiting:
        script = waiting.pop()
        if script not in seen:
            seen.add(script)
            yield script
            waiting += [script.parent / name for name in re.findall(r'from "\./([^"]+)"', script.read_text())]
