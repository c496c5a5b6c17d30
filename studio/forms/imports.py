"""A file with a table in it."""

from flask_wtf.file import FileField

from .base import Form
from .validators import Needed


class ImportForm(Form):
    """The file; what stands in it is judged when it is read."""

    file = FileField(
        "File",
        [Needed("the file", "Choose")],
        description="CSV, as your spreadsheet saves it, at most 4 MB",
        render_kw={"accept": ".csv,.txt,text/csv,text/plain"},
    )
