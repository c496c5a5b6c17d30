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


@pytest.mark.parametrize("screen", ["today", "client", "board", "result"])
def test_the_first_load_of_a_screen_is_light(
    screen: str, app: Flask, browse: Callable[..., Browser], people: Cast
) -> None:
    client = a_client()
    assessment = assessments.start(client, by=people.coach)
    if screen == "result":
        assessments.complete(assessment, by=people.coach, taps=0, zone="Europe/London")
    path = {"today": "/", "client": f"/clients/{client.id}"}.get(screen, f"/assessments/{assessment.id}")
    http = browse(people.coach).http
    page = http.get(path, follow_redirects=True).text
    sheets = [http.get(address).text for address in re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)]
    scripts = {STATIC / src for src in re.findall(r'<script[^>]* src="/static/([^"?]+)', page)}
    texts = [page, *sheets, *(script.read_text() for script in closure(scripts))]
    assert sheets
    assert len(scripts) > 2
    weight = sum(len(gzip.compress(text.encode())) for text in texts)
    assert weight <= MOST, f"{screen} weighs {weight} bytes"


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
