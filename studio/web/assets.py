"""Static files under addresses that change with their content, and style sheets made of many files."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, abort, current_app, request, url_for

from .access import public

COMMON = "app"
LAYERS = ("tokens", "base", "layout", "components", "print")
YEAR = 365 * 24 * 60 * 60
VENDOR = (
    "htmx.min.js",
    "icons.svg",
    "fonts/SourceSans3VF-Upright.woff2",
    "fonts/ttf/SourceSans3-Regular.ttf",
    "fonts/ttf/SourceSans3-Semibold.ttf",
    "fonts/ttf/SourceSans3-Bold.ttf",
    "fonts/ttf/DejaVuSans.ttf",
    "fonts/ttf/DejaVuSans-Bold.ttf",
)
STATIC = Path(__file__).parent.parent / "static"


class MissingFiles(RuntimeError):
    """Set-up has not copied the browser files; the message says how."""


def init_app(app: Flask) -> None:
    """Serve the style sheets, let addressed files be cached for a year, and give templates the two addresses.

    Raises MissingFiles when set-up has not copied the browser files.
    """
    if missing := missing_vendor_files():
        raise MissingFiles(f"studio/static/vendor lacks {', '.join(missing)}. Run: npm ci && node bin/vendor.mjs")
    app.config.setdefault("STYLESHEETS", stylesheets())
    app.add_url_rule("/static/<string:name>.css", "stylesheet", serve_stylesheet)
    app.add_url_rule("/static/js/<string:name>.js", "script", serve_script)
    public(app.view_functions["static"])
    app.after_request(cache_addressed_files)
    app.jinja_env.globals.update(asset_url=asset_url, stylesheet_url=stylesheet_url)


def missing_vendor_files() -> list[str]:
    """Names of the browser files and fonts that set-up should have copied and has not."""
    return [name for name in VENDOR if not (STATIC / "vendor" / name).is_file()]


def asset_url(path: str) -> str:
    """Address of a file in the static folder; it changes when the file does."""
    return _address("static", path)


def stylesheet_url(name: str = COMMON) -> str:
    """Address of the style sheet of every page, or of an area's own."""
    return _address("stylesheet", name)


def _address(endpoint: str, name: str) -> str:
    """A page asks for some thirty addresses; they are made once for each place the app is mounted at."""
    known: dict[tuple[str, str, str], str] = current_app.extensions.setdefault("addresses", {})
    key = (request.script_root, endpoint, name)
    if key not in known or current_app.debug:
        if endpoint == "static":
            known[key] = url_for("static", filename=name, v=fingerprint(name))
        else:
            known[key] = url_for(endpoint, name=name, v=digest(current_sheets()[name].encode()))
    return known[key]


def style_files() -> Iterator[tuple[str, str, Path]]:
    """Sheet, layer and file of all styles, in the order of the cascade.

    A file put in css/components is in the common sheet, one in css/areas/<name> in the sheet of that area.
    """
    for layer in LAYERS:
        single = STATIC / "css" / f"{layer}.css"
        for path in [single] if single.exists() else sorted((STATIC / "css" / layer).glob("*.css")):
            yield COMMON, layer, path
    for path in sorted((STATIC / "css" / "areas").glob("*/*.css")):
        yield path.parent.name, "components", path


def stylesheets() -> dict[str, str]:
    """The text of each sheet by name: a request or two for the look instead of forty, and no @import to wait for."""
    parts = {COMMON: [f"@layer {', '.join(LAYERS)};"]}
    for name, layer, path in style_files():
        parts.setdefault(name, []).append(f"@layer {layer} {{\n{path.read_text(encoding='utf-8')}}}")
    return {name: _bare("\n".join(texts)) for name, texts in parts.items()}


def _bare(text: str) -> str:
    """Without comments and needless space, each file it names under an address that changes with it."""
    bare = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    bare = re.sub(r" ?([{};]) ?", r"\1", bare)
    return re.sub(r'url\("([^":#]+)"\)', lambda found: f'url("{found[1]}?v={fingerprint(found[1])}")', bare)


def current_sheets() -> dict[str, str]:
    """The sheets made at start; made anew each time while developing."""
    return stylesheets() if current_app.debug else current_app.config["STYLESHEETS"]


@public
def serve_stylesheet(name: str) -> Response:
    if name not in (sheets := current_sheets()):
        abort(404)
    return Response(sheets[name], mimetype="text/css")


@public
def serve_script(name: str) -> Response:
    path = STATIC / "js" / f"{name}.js"
    if not path.is_file():
        abort(404)
    answer = Response(_lean(path.read_text(encoding="utf-8")), mimetype="text/javascript")
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def _lean(script: str) -> str:
    """A script without the lines that only explain, and without indents: a fifth of what a tablet fetches."""
    return re.sub(r"^\s+", "", re.sub(r"^\s*//.*\n", "", script, flags=re.MULTILINE), flags=re.MULTILINE)


def cache_addressed_files(response: Response) -> Response:
    """An address with a fingerprint never changes its content; any other static file is asked for again."""
    if request.endpoint in ("static", "stylesheet", "script") and response.status_code == 200:
        lifetime = f"public, max-age={YEAR}, immutable" if "v" in request.args else "no-cache"
        response.headers["Cache-Control"] = lifetime
    return response


def fingerprint(path: str) -> str:
    return digest((STATIC / path).read_bytes())


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:12]
