"""One blueprint a resource; a route fetches, asks a form, makes one call, answers."""

from importlib import import_module

from flask import Flask

# In the order a day in the studio meets them.
RESOURCES = (
    "health",
    "setup",
    "sign_in",
    "pin_sign_ins",
    "locks",
    "step_ups",
    "password",
    "account",
    "pins",
    "settings",
    "users",
    "user_passwords",
    "user_sign_ins",
    "tablets",
    "texts",
    "privacy",
    "today",
    "clients",
    "client_archives",
    "client_history",
    "client_search",
    "hand_overs",
    "hand_over",
    "hand_over_locks",
    "returns",
    "password_returns",
    "consents",
    "consent_drafts",
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
    "plans",
    "reviews",
    "decisions",
    "rescreen_drafts",
    "home_sheets",
    "findings_reports",
    "exercises",
)


def register(app: Flask) -> None:
    """Every blueprint of these modules."""
    for name in RESOURCES:
        app.register_blueprint(import_module(f".{name}", __name__).bp)
