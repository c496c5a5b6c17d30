"""One blueprint a resource; a route fetches, asks a form, makes one call, answers."""

from importlib import import_module

from flask import Flask

# In the order a day in the studio meets them.
RESOURCES = (
    "health",
    "setup",
    "sign_in",
    "password",
    "account",
    "settings",
    "users",
    "user_passwords",
    "user_sign_ins",
    "texts",
    "privacy",
    "today",
    "clients",
    "client_archives",
    "client_history",
    "client_search",
    "consents",
    "withdrawals",
    "assessments",
    "boards",
    "taps",
    "measures",
    "measured",
    "length_units",
    "summaries",
    "assessment_muscles",
    "reasons",
    "finding_reasons",
    "muscle_reasons",
    "assessment_notes",
    "completions",
    "amendments",
    "voidings",
    "moves",
    "session_state",
    "programmes",
    "programme_versions",
    "prescriptions",
    "restorations",
    "swaps",
    "orders",
    "parkings",
    "fresh_starts",
    "overrides",
    "issues",
    "home_sheets",
    "findings_reports",
    "exercises",
)


def register(app: Flask) -> None:
    """Every blueprint of these modules."""
    for name in RESOURCES:
        app.register_blueprint(import_module(f".{name}", __name__).bp)
