"""What a PIN does not open: the password is asked in place, and what was begun goes on."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..clock import utcnow
from ..forms.confirmations import FIELD, ConfirmationForm
from ..models.users import Role
from ..operations.limits import TooMany
from ..operations.pins import confirm
from ..operations.sign_ins import WrongPassword
from .htmx import wants_fragment

OWNER = frozenset((Role.owner,))
ASK_FIRST = "You came by PIN. Open Studio and give your password, then do this again."


def ask_for_password(access: str | frozenset[Role]) -> ResponseReturnValue | None:
    """Stop somebody who came by PIN before what is the owner's alone: users, settings, tablets, exports."""
    sign_in = current_user.sign_in
    if access != OWNER or sign_in.confirmed(utcnow()):
        return None
    if request.is_json or wants_fragment():
        abort(403, ASK_FIRST)
    form = ConfirmationForm()
    if FIELD not in request.form:
        return _page(form), 403
    try:
        confirm(sign_in, str(request.form[FIELD]))
    except WrongPassword:
        form[FIELD].errors = ["This is not your password"]
        return _page(form), 403
    except TooMany as error:
        form.form_errors.append(str(error))
        return _page(form), 429, {"Retry-After": str(error.retry_after)}
    return None


def _page(form: ConfirmationForm) -> str:
    """The question with everything that was sent, so that it is sent again; a page is asked for anew."""
    sent = [(name, value) for name, value in request.form.items(multi=True) if name not in (FIELD, "csrf_token")]
    return render_template("confirmations/new.html", form=form, sent=sent, method=request.method)
