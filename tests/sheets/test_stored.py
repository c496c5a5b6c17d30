"""An issued sheet is kept as JSON and must come back as the very value it was printed from."""

import json

import pytest

from studio.sheets import FindingsSheet, HomeSheet
from studio.sheets.stored import pack, unpack

from ..documents.samples import findings_sheet, home_sheet


@pytest.mark.parametrize("sheet", [home_sheet(), home_sheet(count=0, changes=None, next_review=None), findings_sheet()])
def test_a_sheet_comes_back_from_json_as_it_was(sheet: HomeSheet | FindingsSheet) -> None:
    assert unpack(type(sheet), json.loads(json.dumps(pack(sheet)))) == sheet


def test_a_sheet_of_an_older_release_can_still_be_read() -> None:
    stored = pack(home_sheet()) | {"dropped_since": "anything"}
    del stored["message"]
    assert unpack(HomeSheet, stored) == home_sheet()
