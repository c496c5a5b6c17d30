"""The page of the studio's own facts, with its logo."""

from flask import render_template

from ..documents.check import print_warnings
from ..forms.logo import LogoForm
from ..forms.settings import SettingsForm, kept
from ..models.logos import logo_in_use
from ..operations import sheet_codes
from .setup_first import studio


def settings_page(form: SettingsForm | None = None, logo_form: LogoForm | None = None) -> str:
    """Both forms, of which one may have been sent."""
    return render_template(
        "settings/edit.html",
        form=form or SettingsForm(formdata=None, data=kept(studio())),
        logo_form=logo_form or LogoForm(formdata=None),
        logo=logo_in_use(),
        warnings=print_warnings((studio().name, studio().address)),
        house=sheet_codes.house(),
    )
