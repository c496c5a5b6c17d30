"""A square code on a page: the one that stands on paper, as SVG."""

from flask import Flask
from markupsafe import Markup, escape

from ..documents.square_code import QUIET, square_code


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(square=square)


def square(address: str, label: str) -> Markup:
    """The code that says `address`, with its white all round; nothing for an address that is too long for one."""
    modules = square_code(address)
    if not modules:
        return Markup()
    side = len(modules) + 2 * QUIET
    dots = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(modules) for x, dark in enumerate(row) if dark
    )
    frame = Markup('<svg class="square-code" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">').format(side, label)
    return frame + Markup('<path d="{}"/></svg>').format(escape(dots))
