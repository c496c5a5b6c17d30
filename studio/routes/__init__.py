"""One blueprint a resource; a route fetches, asks a form, makes one call, answers."""

from flask import Flask


def register(app: Flask) -> None:
    """Every blueprint, in the order a day in the studio meets them."""
    from . import account, health, password, settings, setup, sign_in, user_passwords, user_sign_ins, users

    for module in (
        health,
        setup,
        sign_in,
        password,
        account,
        settings,
        users,
        user_passwords,
        user_sign_ins,
    ):
        app.register_blueprint(module.bp)
