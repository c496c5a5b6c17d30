"""A file that came with a referral: for coaches, sent to be saved, never shown by the browser as a page of ours."""

from urllib.parse import quote

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from ..models.referrals import load_file
from ..operations.referrals import files
from ..operations.uploads import FileLost
from ..web.access import coaches, user
from ..web.paper import plain

bp = Blueprint("referral_files", __name__, url_prefix="/referrals/<int:referral_id>/files/<int:file_id>")


@bp.get("")
@coaches
def show(referral_id: int, file_id: int) -> ResponseReturnValue:
    row = load_file(referral_id, file_id) or abort(404)
    try:
        content = files.read(row, by=user())
    except FileLost:
        abort(500, "The file is missing, or is no longer what was kept. Restore the uploads folder from a backup.")
    answer = Response(content, mimetype=row.media_type.value)
    name = f"filename=\"{plain(row.file_name)}\"; filename*=UTF-8''{quote(row.file_name)}"
    answer.headers["Content-Disposition"] = f"attachment; {name}"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return answer
