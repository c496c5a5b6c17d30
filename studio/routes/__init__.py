"""One blueprint a resource; a route fetches, asks a form, makes one call, answers."""

from flask import Flask


def register(app: Flask) -> None:
    """Every blueprint, in the order a day in the studio meets them."""
    from . import (
        account,
        exercises,
        findings_reports,
        fresh_starts,
        health,
        home_sheets,
        issues,
        orders,
        parkings,
        password,
        prescriptions,
        programme_versions,
        programmes,
        restorations,
        settings,
        setup,
        sign_in,
        swaps,
        user_passwords,
        user_sign_ins,
        users,
    )

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
        programmes,
        programme_versions,
        prescriptions,
        restorations,
        swaps,
        orders,
        parkings,
        fresh_starts,
        issues,
        home_sheets,
        findings_reports,
        exercises,
    ):
        app.register_blueprint(module.bp)
