"""`studio analyse` on the command line: JSON in, JSON out, and one line for what it cannot take."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from studio.commands.analyse import command

STUDIO = Path(sys.executable).parent / "studio"
KNEE_IN = {
    "client": {"age": 47, "equipment": ["mat", "foam_roller"]},
    "assessments": [
        {
            "protocol": "ohsa",
            "views": ["anterior", "lateral", "posterior"],
            "findings": [{"compensation": "ohsa.knee_valgus", "side": "left", "severity": 1}],
        }
    ],
}


def analyse(text: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([STUDIO, "analyse"], input=text, capture_output=True, text=True, timeout=60)


def test_a_case_is_answered_with_reasons_and_a_programme() -> None:
    done = analyse(json.dumps(KNEE_IN))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["score"]["ohsa"] == 97.5
    glute = next(row for row in answer["underactive"] if row["muscle"] == "gluteus_medius")
    assert glute["side"] == "left"
    assert glute["because"][0]["compensation"] == "ohsa.knee_valgus"
    assert answer["programme"]["activate"][0]["because"]


def test_the_same_case_gives_the_same_bytes_in_another_process_and_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(KNEE_IN))
    here = CliRunner().invoke(command, [str(file)])
    assert here.stdout == analyse(json.dumps(KNEE_IN)).stdout


def with_finding(**finding: object) -> str:
    return json.dumps({"assessments": [{"protocol": "ohsa", "findings": [finding]}]})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "not JSON"),
        ('{"clients": {}}', "clients"),
        (with_finding(compensation="ohsa.nose"), "assessments[0].findings[0]"),
        (with_finding(compensation="ohsa.knee_valgus", side="up"), "assessments[0].findings[0].side"),
        (with_finding(compensation="ohsa.knee_valgus", side="left", severity=3), "severity"),
    ],
)
def test_what_it_cannot_take_is_named_in_one_line(text: str, place: str) -> None:
    done = CliRunner().invoke(command, input=text)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert place in done.stderr
