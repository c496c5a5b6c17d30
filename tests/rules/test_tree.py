"""House rules about the whole tree, with messages that say what to do."""

import re
import subprocess
from pathlib import Path

import pytest
from flask import Flask

ROOT = Path(__file__).parents[2]
LONGEST = 250


def tracked(*patterns: str) -> list[Path]:
    """Files that belong to the project: tracked by git, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_modules_stay_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked("*.py", "*.js", "*.mjs")
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > LONGEST
    }
    assert not long, f"Split these into rooms of their own: {long}"


def test_only_the_clock_asks_for_the_time() -> None:
    asks = re.compile(r"datetime\.(now|utcnow|today)\(|date\.today\(|time\.time\(")
    found = [str(path.relative_to(ROOT)) for path in tracked("studio/*.py") if asks.search(path.read_text())]
    assert found == ["studio/clock.py"], "Take the time from studio.clock, so that a test can stop it"


def test_routes_do_not_touch_the_session() -> None:
    found = [str(path.relative_to(ROOT)) for path in tracked("studio/routes/*.py") if "db.session" in path.read_text()]
    assert not found, f"Move the query to models or the change to operations: {found}"


def test_only_write_commits() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in tracked("studio/*.py")
        if re.search(r"\bcommit\(\)", path.read_text()) and path.name != "database.py"
    ]
    assert not found, f"Change rows inside write(): {found}"


def test_paths_are_kebab_case_with_converters(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        for part in re.split(r"/(?![^<]*>)", rule.rule.strip("/")):
            if part.startswith("<") and rule.endpoint != "static":
                assert re.match(r"<[a-z]+(\(.*\))?:", part), f"{rule.rule}: give {part} a converter"
            elif part and rule.endpoint != "static":
                assert re.fullmatch(r"[a-z0-9.<>:_-]*", part), f"{rule.rule}: paths are kebab-case"
                assert "_" not in re.sub(r"<[^>]*>", "", part), f"{rule.rule}: paths are kebab-case"


def test_every_template_is_used() -> None:
    templates = tracked("studio/templates/*.html", "studio/templates/**/*.html")
    texts = [path.read_text() for path in [*templates, *tracked("studio/*.py", "studio/**/*.py")]]
    for path in templates:
        name = str(path.relative_to(ROOT / "studio/templates"))
        ways = (f'"{name}"', f'"{name.rpartition("_")[0]}_" ~')  # by its name, or as one of a family
        assert any(way in text for way in ways for text in texts), f"{name} is rendered by nothing: remove it"


def test_a_template_imports_only_the_macros_it_calls() -> None:
    imports = re.compile(r'{%-? from "[^"]+" import ([\w, ]+?) -?%}')
    for path in tracked("studio/templates/*.html", "studio/templates/**/*.html", "tests/browser/gallery.html"):
        text = path.read_text()
        names = [name.split(" as ")[-1] for found in imports.findall(text) for name in found.split(", ")]
        unused = [name for name in names if not re.search(rf"\b{name}\(", imports.sub("", text))]
        assert not unused, f"{path.relative_to(ROOT)} does not call {', '.join(unused)}: drop the import"


def test_every_static_file_is_used() -> None:
    texts = [
        path.read_text()
        for path in tracked(
            "studio/templates/*.html",
            "studio/templates/**/*.html",
            "studio/*.py",
            "studio/**/*.py",
            "studio/static/js/*.js",
        )
    ]
    for path in tracked("studio/static/js/*.js", "studio/static/*.svg"):
        assert any(path.name in text for text in texts), f"{path.name} is loaded by nothing: remove it"


def test_templates_speak_htmx_4_under_our_policy() -> None:
    forbidden = re.compile(
        r"hx-on|hx-ext=|hx-vars|hx-params|hx-disabled-elt|hx-vals=.?js:|\sstyle=|\son[a-z]+=|\|\s*safe\b|hx-trigger=\"[^\"]*\["
    )
    for path in tracked("studio/templates/*.html", "studio/templates/**/*.html"):
        found = forbidden.search(path.read_text())
        assert found is None, f"{path.name}: {found[0].strip()} does not work here (htmx 4, strict policy)"


@pytest.mark.parametrize(
    "pattern", [r"/wo" r"rk/", r"/ro" r"ot/", r"py" r"pi\.org", r"pythonho" r"sted", r"npm" r"js\."]
)
def test_no_file_names_a_machine_or_a_registry(pattern: str) -> None:
    for path in tracked():
        if path.suffix not in (".png", ".woff2", ".ttf", ".ico"):
            found = re.search(pattern, path.read_text(errors="ignore"))
            assert found is None, f"{path.relative_to(ROOT)} names {found[0] if found else ''}"


def test_no_left_over_marks() -> None:
    marks = re.compile(
        r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b|NotImplemented" r"Error|pytest\.(mark\.)?(sk" r"ip|xf" r"ail)"
    )
    for path in tracked("*.py", "*.html", "*.js", "*.css", "*.md", "bin/*"):
        found = marks.search(path.read_text())
        assert found is None, f"{path.relative_to(ROOT)}: {found[0] if found else ''} is a promise; keep it or drop it"
