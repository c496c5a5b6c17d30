"""Signing in."""

from wtforms import HiddenField

from .base import Form
from .fields import Password, email_field
from .validators import Needed


class SignInForm(Form):
    email = email_field("E-mail", whose="your e-mail address", autocomplete="username")
    password = Password("Password", [Needed("your password")], autocomplete="current-password")
    next = HiddenField()
