"""Speed as ratios to floors; the measuring itself is in `bench/`."""

import os
import sys

from steps import PYTHON, ROOT, set_up

set_up()
os.chdir(ROOT)
os.execv(PYTHON, [PYTHON, "-m", "bench", *sys.argv[1:]])
