"""The documents name every command and every setting, so that they stay true."""

import re
from pathlib import Path

from studio.cli import main

ROOT = Path(__file__).parents[2]
RUNNING = ROOT / "docs/running.md"


def test_every_setting_is_documented() -> None:
    names = set()
    for path in [*ROOT.glob("studio/**/*.py"), *ROOT.glob("bin/**/*"), ROOT / "gunicorn.conf.py"]:
        if path.is_file() and path.suffix in ("", ".py"):
            names |= set(re.findall(r"PLUMBLINE_[A-Z0-9_]+", path.read_text()))
    missing = sorted(name for name in names - {"PLUMBLINE_SCREENS"} if name not in RUNNING.read_text())
    assert not missing, f"docs/running.md does not explain {missing}"


def test_every_command_is_documented() -> None:
    text = RUNNING.read_text()
    missing = sorted(name for name in main.commands if f"studio {name}" not in text)
    assert not missing, f"docs/running.md does not explain studio {missing}"


def test_the_readme_starts_with_what_it_is_and_two_commands() -> None:
    text = (ROOT / "README.md").read_text()
    assert text.startswith("# Plumbline\n")
    assert "bin/run --demo" in text
    assert "bin/check" in text
    for picture in re.findall(r"\]\((docs/[^)]+)\)", text):
        assert (ROOT / picture).exists(), f"README shows {picture}, which is not there"


def test_links_between_documents_lead_somewhere() -> None:
    for path in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text()):
            assert (path.parent / link).exists(), f"{path.name} links to {link}, which is not there"


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:3]) for path in ROOT.glob("docs/decisions/*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
