"""Paper forms: tests, measures, questions, consent and a tick log, to be filled in with a pen."""

from studio.documents.blank_forms.form import render

__all__ = ["render"]
