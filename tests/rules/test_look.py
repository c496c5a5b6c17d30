"""House rules about the look: values in one file, a style sheet for each component, and contrast that is computed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from studio.web.assets import STATIC, style_files, stylesheets

from ..browse import Browser, without_styles
from ..people import Cast
from .every import calls, furnish
from .test_tree import ROOT, tracked

CSS = STATIC / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
MACROS = sorted((ROOT / "studio/templates/ui").glob("*.html"))
TEXT, SIGN = 4.5, 3.0
CLIENTS = ("fig", "moss", "indigo", "rust", "slate", "lagoon", "ochre", "pine")
PHASES = ("inhibit", "lengthen", "activate", "integrate")
PAPER = ("chalk-0", "chalk-2")
GROUNDS = ("chalk-0", "chalk-1", "chalk-2", "chalk-3")
# Words need 4.5 to 1 on every ground they stand on; edges, rings and signs need 3 (WCAG 2.2, 1.4.3 and 1.4.11).
PAIRS = [
    *[(ink, ground, TEXT) for ink in ("ink", "ink-2", "ink-3") for ground in GROUNDS],
    *[(word, ground, TEXT) for word in ("petrol-7", "brass-7", "stop-7", "done-7", *PHASES) for ground in PAPER],
    *[(f"client-{name}", ground, TEXT) for name in CLIENTS for ground in PAPER],
    ("over-7", "chalk-0", TEXT),
    ("under-7", "chalk-0", TEXT),
    ("petrol-9", "petrol-2", TEXT),
    ("petrol-9", "petrol-1", TEXT),
    ("brass-7", "brass-1", TEXT),
    ("stop-7", "stop-1", TEXT),
    ("done-7", "done-1", TEXT),
    ("ink", "brass-2", TEXT),
    ("chalk-0", "ink", TEXT),
    ("chalk-0", "stop-8", TEXT),
    ("chalk-0", "brass-6", TEXT),
    ("edge", "chalk-0", SIGN),
    ("edge", "chalk-2", SIGN),
    ("brass-5", "chalk-0", SIGN),
    ("over-5", "chalk-0", SIGN),
    ("petrol-6", "chalk-0", SIGN),
    *[("brass-6", ground, SIGN) for ground in (*GROUNDS, "petrol-2")],
    ("brass-2", "ink", SIGN),
    ("brass-2", "stop-8", SIGN),
]  # fmt: skip


@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colours_contrast_enough(front: str, back: str, least: float) -> None:
    lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= least


def luminance(token: str) -> float:
    """Relative luminance of a colour token, 0 to 1 (WCAG 2.2)."""
    found = re.search(rf"--{token}: #([0-9a-f]{{6}});", TOKENS)
    assert found, f"tokens.css gives no plain colour for --{token}"
    red, green, blue = (linear(int(found[1][at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def test_touch_targets_are_thumb_sized() -> None:
    for token, least in {"touch": 44, "touch-usual": 48, "touch-board": 56}.items():
        found = re.search(rf"--{token}: ([\d.]+)rem", TOKENS)
        assert found
        assert float(found[1]) * 16 >= least


def test_colours_stand_in_the_tokens_only() -> None:
    literal = re.compile(r"#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|oklab|lab|lch)a?\(|:\s*(white|black)\b", re.IGNORECASE)
    for path in tracked("studio/static/css/*.css", "studio/static/css/**/*.css"):
        found = path.name != "tokens.css" and literal.search(without_comments(path))
        assert not found, f"{path.name}: put {found[0] if found else ''} into tokens.css and name it"
    drawn = re.compile(r'(fill|stroke)="(?!none|currentColor|url\(|\{)[^"]+"')
    for path in tracked("studio/templates/**/*.html"):
        paint = drawn.search(path.read_text(encoding="utf-8"))
        assert not paint, f"{path.name}: paint {paint[0] if paint else ''} by a class"


def test_every_value_that_is_used_is_given_somewhere() -> None:
    sheets = {
        path.name: without_comments(path) for path in tracked("studio/static/css/*.css", "studio/static/css/**/*.css")
    }
    given = {name for sheet in sheets.values() for name in re.findall(r"(--[\w-]+)\s*:", sheet)}
    for file, sheet in sheets.items():
        unknown = set(re.findall(r"var\((--[\w-]+)", sheet)) - given
        assert not unknown, f"{file} uses {', '.join(sorted(unknown))}, which nothing sets"


@pytest.mark.parametrize("macro", MACROS, ids=lambda path: path.stem)
def test_a_component_is_one_macro_with_a_style_sheet_of_its_name(macro: Path) -> None:
    names = re.findall(r"{%-? macro (\w+)\(", macro.read_text(encoding="utf-8"))
    assert names == [macro.stem], "one macro a file, named like the file"
    files = [path for _, layer, path in style_files() if layer == "components" and path.stem == macro.stem]
    assert len(files) == 1, f"and {macro.stem}.css stands in css/components or in one of css/areas"


def test_every_style_file_is_in_a_sheet() -> None:
    sheets = "".join("".join(stylesheets().values()).split())
    for path in tracked("studio/static/css/*.css", "studio/static/css/**/*.css"):
        first_rule = "".join(without_comments(path).strip().splitlines()[0].split())
        assert first_rule in sheets, f"{path.name} stands where studio/web/assets.py does not look"


@pytest.mark.sweep
def test_every_part_finds_its_styles_on_the_page_it_goes_into(
    app: Flask, browse: Callable[..., Browser], people: Cast
) -> None:
    http, parts = browse(people.coach).http, 0
    for call in calls(app, furnish()):
        if call.method == "GET":
            answer = http.get(call.address, headers={"HX-Request": "true", "HX-Request-Type": "partial"})
            if answer.status_code == 200 and answer.mimetype == "text/html":
                assert not without_styles(answer), f"{call}: {without_styles(answer)}"
                parts += "<html" not in answer.text
    assert parts >= 6


def test_every_icon_that_is_named_is_in_the_sprite() -> None:
    listed = (ROOT / "bin/icons.txt").read_text().split()
    assert listed == sorted(set(listed)), "keep bin/icons.txt sorted, each name once"
    named = re.compile(r'\bicon\("([\w-]+)"\)|icon_(?:name|after)="([\w-]+)"|icon_button\([^()]*?, "([\w-]+)"')
    for path in tracked("studio/templates/**/*.html"):
        for found in named.finditer(path.read_text(encoding="utf-8")):
            name = next(filter(None, found.groups()))
            assert name in [*listed, "bob"], f"{path.name}: add {name} to bin/icons.txt and run node bin/vendor.mjs"


def without_comments(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
