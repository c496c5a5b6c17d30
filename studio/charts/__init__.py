"""Charts as plain values with their geometry: no web, no database, no colour. `ui/chart.html` draws them.

Across, everything is in per cent of the width, up and down in CSS pixels: the type stays as large as the page's own on
a phone, and nothing has to be worked out in the browser.
"""

from .bars import Bars
from .chart import Chart, Series
from .columns import Columns
from .lines import Lines
from .steps import Between, Steps

__all__ = ["Bars", "Between", "Chart", "Columns", "Lines", "Series", "Steps"]
