"""One blueprint a resource; a route fetches, asks a form, makes one call, answers."""

from flask import Flask


def register(app: Flask) -> None:
    """Every blueprint, in the order a day in the studio meets them."""
    from . import health

    for module in (health,):
        app.register_blueprint(module.bp)
