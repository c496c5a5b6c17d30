"""Only `text.py` turns strings into print, so that nothing reaches paper uncleaned."""

import ast
from pathlib import Path

import pytest
from reportlab import rl_config

import studio.documents

FOLDER = Path(studio.documents.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
STRING_DRAWERS = {"drawString", "drawRightString", "drawCentredString", "drawAlignedString", "textOut", "textLine"}
STRING_DRAWERS |= {"textLines", "beginText", "Paragraph", "XPreformatted", "Preformatted", "String", "Label"}


def drawers(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.alias):
            names.add(node.name)
    return names & STRING_DRAWERS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_only_the_gate_draws_strings(path: Path) -> None:
    assert drawers(path) == ({"Paragraph", "beginText", "textOut"} if path.name == "text.py" else set())


def test_reportlab_opens_no_host_no_file_and_no_expression() -> None:
    assert rl_config.trustedHosts is None
    assert rl_config.trustedSchemes == []
    assert rl_config.toColorCanUse is None
