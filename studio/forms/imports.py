"""A file with a table in it, and the yes to it."""

from flask_wtf.file import FileField
from wtforms import BooleanField

from .base import Form
from .validators import Needed


class ImportForm(Form):
    """The file; what stands in it is judged when it is read."""

    file = FileField(
        "File",
        [Needed("the file", "Choose")],
        description="CSV, as your spreadsheet saves it, at most 4 MB and 10,000 lines",
        render_kw={"accept": ".csv,.txt,text/csv,text/plain"},
    )


class TakeInForm(Form):
    """Yes to a file; `alike` takes those in too who only look like somebody."""

    alike = BooleanField("Take in as new records too those who look like somebody")
