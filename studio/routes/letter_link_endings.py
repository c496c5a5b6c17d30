"""Ending the private addresses of a letter."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..operations import private_links
from ..web.access import coaches, user
from ..web.letters import the_letter

bp = Blueprint("letter_link_endings", __name__, url_prefix="/letters/<int:letter_id>/link-endings")


@bp.post("")
@coaches
def create(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    private_links.revoke_letter(letter, by=user())
    flash("The address opens nothing any more.")
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
